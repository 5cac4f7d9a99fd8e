/**
 * Presenter notes as one HTML comment, which Marp collects unless it reads it as an order. Marp asks
 * YAML: a comment is an order when it is a mapping with a name it knows. So the first line is kept
 * from starting anything but plain text, with a word joiner, which nobody sees.
 */
export function presenterComment(text: string): string {
  const [first = '', ...rest] = withoutClosing(text).trim().split('\n');
  return `<!--\n${[plainStart(first), ...rest].join('\n')}\n-->`;
}

const joiner = '\u2060';

/** `-->` ends the comment wherever it stands. */
function withoutClosing(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/--(?=!?>)/g, `--${joiner}`);
}

/** A dash with a space starts a YAML list, which is no mapping, so the usual bullets stay as they are. */
function plainStart(line: string): string {
  const quiet = /^(?:[\p{L}\p{N}]|- )/u.test(line) && !toolOrder.test(line);
  return `${quiet ? '' : joiner}${line.replace(/:(?=\s|$)/g, `:${joiner}`)}`;
}

/** Comments to other tools, which Marp leaves out of the notes. */
const toolOrder = /^(?:prettier-ignore|markdownlint-|lint )/;
