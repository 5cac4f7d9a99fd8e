// What reStructuredText has behind two dots: directives, footnotes, targets of links, comments.
import type { Edit, WrittenRange } from '../markdown/rewritten-text.ts';
import { isBlankLine } from '../markdown/source-lines.ts';
import { callouts } from './container.ts';
import {
  type BlockLine,
  begun,
  blockEnd,
  codeEdits,
  dedented,
  gone,
  innerLines,
  type MarkupBlock,
  type MarkupPlace,
  type ReadInside,
} from './markup-lines.ts';

const sign = /^\.\.(?:[ \t]+(?=\S)|[ \t]*$)|^__[ \t]+(?=\S)/;
const directive = /^([A-Za-z][\w.+-]*(?::[A-Za-z][\w.+-]*)?)[ \t]?::(?:[ \t]+|$)/;

/** Directives that say something to programs alone. */
const unseen: ReadonlySet<string> = new Set(
  'contents sectnum section-numbering meta index highlight role default-role class rst-class target-notes tabularcolumns default-domain currentmodule'.split(
    ' ',
  ),
);
const listings: ReadonlySet<string> = new Set(
  'code code-block sourcecode parsed-literal prompt console doctest testcode'.split(' '),
);
const quotations: ReadonlySet<string> = new Set(['epigraph', 'highlights', 'pull-quote']);
/** They hold what they hold. */
const frames: ReadonlySet<string> = new Set('container compound table rubric centered hlist only'.split(' '));
/** Those with a title of their own. */
const boxes: ReadonlyMap<string, string> = new Map([
  ['admonition', 'note'],
  ['topic', 'note'],
  ['sidebar', 'note'],
  ['notes', 'speaker-notes'],
  ['speaker-notes', 'speaker-notes'],
  ['presenter-notes', 'speaker-notes'],
]);

export function explicitBlock(
  lines: readonly BlockLine[],
  at: number,
  place: NotedPlace,
  inside: ReadInside,
): MarkupBlock | undefined {
  const line = lines[at] as BlockLine;
  const length = sign.exec(line.text)?.[0].length ?? 0;
  if (length === 0) return undefined;
  const words = line.text.slice(length);
  const isEmpty = words === '' && (lines[at + 1] === undefined || isBlankLine(lines[at + 1] as BlockLine));
  const to = isEmpty ? at + 1 : blockEnd(lines, at + 1);
  const block = lines.slice(at, to);
  const note = /^\[(\d+|#[\w-]*|\*|[A-Za-z][\w.-]*)\](?:[ \t]+|$)/.exec(words);
  if (note) {
    const margin = `${place.margin}    `;
    const signs = length + note[0].length;
    const inner = inside(innerLines(line, signs, block.slice(1)), margin);
    return {
      to,
      edits: [...begun(line, signs, place, `[^${noteLabel(note[1] ?? '', place.notes)}]: `), ...inner],
    };
  }
  const name = directive.exec(words);
  if (name && !words.startsWith('_')) {
    const argument = {
      ...line,
      text: words.slice(name[0].length),
      start: line.start + length + name[0].length,
    };
    const edits = directiveEdits((name[1] ?? '').toLowerCase(), argument, block, place, inside);
    if (edits) return { to, edits };
    place.report('unknown sign', line.start, `.. ${name[1]}::`);
    const written = block.slice(1).findIndex((below) => isBlankLine(below));
    const head = written === -1 ? block : block.slice(0, written + 1);
    const shown = head.flatMap((below, index) =>
      begun(below, /^[ \t]*/.exec(below.text)?.[0].length ?? 0, place, ...(index === 0 ? ['\\'] : [])),
    );
    return { to, edits: [...shown, ...inside(dedented(block.slice(head.length)), place.margin)] };
  }
  return { to, edits: [gone(block, place)] };
}

/** Footnotes that count themselves begin behind those with a number. */
export interface NoteCount {
  last: number;
}

export interface NotedPlace extends MarkupPlace {
  readonly notes: NoteCount;
}

/** The highest number that a footnote of the document has. */
export function lastNote(text: string): number {
  const numbers = [...text.matchAll(/^[ \t]*\.\. \[(\d{1,6})\]/gm)].map(([, number]) => Number(number));
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}

/** What a footnote is called in Markdown: `#` and `*` are counted, `#name` has a name. */
export function noteLabel(written: string, notes: NoteCount): string {
  if (written !== '#' && written !== '*') return written.replace(/^#/, '');
  notes.last += 1;
  return `${notes.last}`;
}

/** Undefined for a directive that is not known. */
function directiveEdits(
  name: string,
  argument: BlockLine,
  block: readonly BlockLine[],
  place: NotedPlace,
  inside: ReadInside,
): Edit[] | undefined {
  if (unseen.has(name)) return [gone(block, place)];
  const all = dedented(block.slice(1));
  const count = all.findIndex(({ text }) => !/^:[\w-]+:(?:[ \t]|$)/.test(text));
  const options = all.slice(0, count === -1 ? all.length : count);
  const from = all.findIndex((line, at) => at >= options.length && !isBlankLine(line));
  const body = from === -1 ? [] : all.slice(from);
  const range = rangeOf(argument);
  /** All that stands above the body, as something else. */
  const head = (...parts: Edit['parts']): Edit => {
    const last = (body.length > 0 ? block[block.length - body.length - 1] : block.at(-1)) as BlockLine;
    const [start, end] = [(block[0] as BlockLine).from, last.start + last.text.length];
    return { start, end, parts: [(block[0] as BlockLine).isFirst ? '' : place.margin, ...parts] };
  };
  const below = (margin: string): Edit[] => (body.length > 0 ? inside(body, margin) : []);
  const quoted = `${place.margin}> `;
  const box = boxes.get(name);
  if (box) return [head(`> [!${box}] `, ...range), ...below(quoted)];
  const kind = callouts.get(name);
  if (kind) {
    const more = range.length > 0 ? [`\n${quoted}`, ...range] : [];
    const gap = range.length > 0 && body.length > 0 && from > options.length ? [`\n${place.margin}>`] : [];
    return [head(`> [!${kind}]`, ...more, ...gap), ...below(quoted)];
  }
  if (listings.has(name)) {
    const caption = optionOf(options, 'caption');
    const title = caption ? [caption, `\n${place.margin}`] : [];
    const language = /^(?:code|code-block|sourcecode)$/.test(name) ? argument.text.trim() : '';
    return body.length === 0
      ? [head(...title, ...range)]
      : [head(...title), ...codeEdits(body, language, place)];
  }
  if (name === 'math') {
    const inner = body.flatMap((line) => begun(line, 0, place));
    const end = body.at(-1);
    const stop = end ? end.start + end.text.length : 0;
    const close = `\n${place.margin}$$`;
    const first = [`$$\n${place.margin}`, ...range];
    if (!end) return [head(...first, close)];
    return [head(...first), ...inner, { start: stop, end: stop, parts: [close] }];
  }
  if (name === 'image' || name === 'figure') {
    const alt = optionOf(options, 'alt');
    const picture = ['![', ...(alt ? [alt] : []), '](<', ...range, '>)', ...(body.length > 0 ? ['\n'] : [])];
    return [head(...picture), ...below(place.margin)];
  }
  if (quotations.has(name)) return [head('>'), ...below(quoted)];
  if (frames.has(name)) {
    const hasTitle = range.length > 0 && /^(?:table|rubric|centered)$/.test(name);
    return [
      head(...(hasTitle ? ['**', ...range, '**', ...(body.length > 0 ? ['\n'] : [])] : [])),
      ...below(place.margin),
    ];
  }
  return undefined;
}

/** The words of a line, if it has any. */
function rangeOf({ text, start }: BlockLine): WrittenRange[] {
  const words = text.trim();
  const from = start + text.indexOf(words);
  return words === '' ? [] : [{ start: from, end: from + words.length }];
}

function optionOf(options: readonly BlockLine[], name: string): WrittenRange | undefined {
  const sign = `:${name}:`;
  const line = options.find(({ text }) => text.startsWith(`${sign} `));
  return line && rangeOf({ ...line, text: line.text.slice(sign.length), start: line.start + sign.length })[0];
}
