// `!!! note "Title"` as MkDocs has it, and a fence of `{note}` as MyST does.
import type { Edit, WrittenRange } from '../markdown/rewritten-text.ts';
import { columnsOf, indentOf, isBlankLine, type TextLine, withoutLineEnd } from '../markdown/source-lines.ts';
import {
  type Container,
  callouts,
  classBelow,
  countWhile,
  headOf,
  isCalloutHead,
  optionLines,
  placeOf,
  type Report,
  reportStated,
  titledHead,
} from './container.ts';

const admonition =
  /^([ \t>]*)(?:(?:!{3}|\?{3}\+?)[ \t]+([a-z][\w-]*)(?:[ \t]+[\w-]+)*(?:[ \t]+"(?<title>[^"\r\n]*)")?|={3}[+!]?[ \t]+"(?<tab>[^"\r\n]+)")[ \t]*$/di;

/** `!!! note "Title"` and `=== "Tab"`, their content indented by four. */
export function admonitions(lines: readonly TextLine[]): Container[] {
  return lines.flatMap((line, from): Container[] => {
    const match = line.isPlain ? admonition.exec(withoutLineEnd(line.text)) : null;
    if (!match) return [];
    const margin = columnsOf(match[1] ?? '') + 4;
    const isInside = ({ text }: TextLine): boolean => text.trim() === '' || indentOf(text) >= margin;
    let to = from + countWhile(lines, from + 1, isInside);
    while (to > from && isBlankLine(lines[to] as TextLine)) to -= 1;
    const name = (match[2] ?? '').toLowerCase();
    if (to === from && !match[3]) return [];
    const tab = placeOf(match, line, 'tab');
    if (tab) return [{ from, to, end: 'indent', isQuote: false, head: headOf(undefined, tab), options: 0 }];
    const title = placeOf(match, line);
    return [
      { from, to, end: 'indent', isQuote: true, head: headOf(callouts.get(name) ?? name, title), options: 0 },
    ];
  });
}

const fence =
  /^[ \t>]*(`{3,}(?=[^`]*$)|~{3,})(?:\{([a-z]+(?:[-:][a-z]+)*)\}[ \t]*(?<title>[^\r\n]*?)[ \t]*$)?/d;

/** MyST: what names a file or words that only its own program puts in. */
const unknownDirectives: ReadonlySet<string> = new Set(
  'toctree include literalinclude csv-table bibliography glossary embed iframe'.split(' '),
);

/** MyST: what only says how its words are set. */
const settings: ReadonlySet<string> = new Set('table dropdown card margin sidebar epigraph'.split(' '));

/** Fences of `{note}`, `{figure}` and such, which hold no code. */
export function directives(lines: readonly TextLine[], report: Report): Container[] {
  const found: Container[] = [];
  for (let from = 0; from < lines.length; from += 1) {
    const line = lines[from] as TextLine;
    const match = line.isPlain ? null : fence.exec(withoutLineEnd(line.text));
    if (!match) continue;
    const to =
      from + 1 + countWhile(lines, from + 1, ({ text }) => text.replace(/^[> \t]+/, '').trim() !== match[1]);
    const name = (match[2] ?? '').replace(/^prf:/, '');
    const options = optionLines(lines, from + 1);
    const title = placeOf(match, line);
    const isCallout = callouts.has(name);
    const kind = isCallout ? callouts.get(classBelow(lines, from + 1, options) ?? name) : undefined;
    const head =
      kind !== undefined || settings.has(name)
        ? titledHead(kind, title, line)
        : (name === 'figure' || name === 'image') && title
          ? pictureOf(title, lines.slice(from + 1, from + 1 + options))
          : undefined;
    if (head && to < lines.length) {
      found.push({ from, to, end: 'line', isQuote: isCalloutHead(head), head, options });
      if (isCallout) reportStated(title, line, report);
    }
    if (unknownDirectives.has(name)) report('unknown directive', line.start, `{${name}}`);
    from = to;
  }
  return found;
}

/** `{figure} path`, its description in the option `:alt:`. */
function pictureOf(path: WrittenRange, options: readonly TextLine[]): Edit['parts'] {
  const alt = options.flatMap(
    (line) => placeOf(/^[ \t>]*:alt:[ \t]*(?<title>[^\r\n[\]]*\S)/d.exec(line.text), line) ?? [],
  )[0];
  return ['![', ...(alt ? [alt] : []), '](<', path, '>)'];
}
