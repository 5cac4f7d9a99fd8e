// Blocks of AsciiDoc that delimiters begin and end, and the lines above a block that say what it is.
import type { Edit } from '../markdown/rewritten-text.ts';
import { isBlankLine } from '../markdown/source-lines.ts';
import { type BlockMeta, listingLanguage, titleParts } from './asciidoc-meta.ts';
import { asciidocTable } from './asciidoc-tables.ts';
import { type BlockLine, begun, gone, type MarkupBlock, type MarkupPlace, marginOf } from './markup-lines.ts';

export interface AsciidocPlace extends MarkupPlace {
  readonly blocks: (lines: readonly BlockLine[], place: AsciidocPlace) => Edit[];
  readonly blockAt: (lines: readonly BlockLine[], at: number, place: AsciidocPlace) => MarkupBlock;
}

const delimiter = /^(?:-{4,}|\.{4,}|={4,}|\*{4,}|_{4,}|\+{4,}|\/{4,}|--|[|,:]={3,}|`{3,}[\w-]*)$/;
const admonition = /^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)$/;

export function delimitedAt(
  lines: readonly BlockLine[],
  meta: BlockMeta,
  place: AsciidocPlace,
): MarkupBlock | undefined {
  const open = lines[meta.to] as BlockLine;
  if (!delimiter.test(open.text)) return undefined;
  const sign = open.text.replace(/^(`{3,}).*/, '$1');
  const close = lines.findIndex(({ text }, at) => at > meta.to && text === sign);
  const last = lines[close];
  if (!last) return undefined;
  const inner = lines.slice(meta.to + 1, close);
  const whole = [...meta.lines, open, ...inner, last];
  if (sign.startsWith('/')) return { to: close + 1, edits: [gone(whole, place)] };
  if (/^[|,:]/.test(sign)) return { to: close + 1, edits: [asciidocTable(whole, inner, meta, place)] };
  return { to: close + 1, edits: boxEdits(meta, { open, inner, last }, place) };
}

interface DelimitedBlock {
  /** The delimiters; a paragraph has none. */
  readonly open?: BlockLine;
  readonly inner: readonly BlockLine[];
  readonly last?: BlockLine;
}

/** A paragraph that brackets above it make a quotation, a callout or code. */
export function namedParagraph(
  lines: readonly BlockLine[],
  meta: BlockMeta,
  place: AsciidocPlace,
): MarkupBlock | undefined {
  if (!admonition.test(meta.kind) && !/^(?:quote|verse|source|listing|literal)$/.test(meta.kind))
    return undefined;
  let to = meta.to;
  while (lines[to] && !isBlankLine(lines[to] as BlockLine)) to += 1;
  return { to, edits: boxEdits(meta, { inner: lines.slice(meta.to, to) }, place) };
}

function boxEdits(meta: BlockMeta, box: DelimitedBlock, place: AsciidocPlace): Edit[] {
  const { open, inner, last } = box;
  const sign = open?.text[0] ?? '';
  const { kind, title } = meta;
  const above = [...meta.lines, ...(open ? [open] : [])];
  const head = (...parts: Edit['parts']): Edit[] => {
    if (above.length === 0) return [];
    const edit = gone(above, place);
    return [{ ...edit, parts: [marginOf(above[0] as BlockLine, place), ...parts] }];
  };
  const foot = (...parts: Edit['parts']): Edit[] => {
    const end = inner.at(-1);
    const stop = end ? end.start + end.text.length : 0;
    if (last) return begun(last, last.text.length, place, ...parts);
    return parts.length === 0 || !end
      ? []
      : [{ start: stop, end: stop, parts: [`\n${place.margin}`, ...parts] }];
  };
  const named = title ? [...titleParts(meta), `\n\n${place.margin}`] : [];
  const isCode = /^[-.`]$/.test(sign) ? open?.text !== '--' || /^(?:source|listing)$/.test(kind) : false;
  if (isCode || (!open && /^(?:source|listing|literal)$/.test(kind))) {
    const fences = inner.flatMap(({ text }) => text.match(/`{3,}/g) ?? []);
    const fence = '`'.repeat(fences.reduce((most, { length }) => Math.max(most, length + 1), 3));
    return [...head(...named, fence, listingLanguage(meta, open)), ...verbatim(inner, place), ...foot(fence)];
  }
  if (sign === '+') {
    const isFormula = /^(?:stem|latexmath|asciimath)$/.test(kind);
    return isFormula
      ? [...head('$$'), ...verbatim(inner, place), ...foot('$$')]
      : [...head(), ...verbatim(inner, place), ...foot()];
  }
  const quoted = { ...place, margin: `${place.margin}> `, depth: place.depth + 1 };
  if (admonition.test(kind) || sign === '*') {
    const callout = sign === '*' && !admonition.test(kind) ? 'note' : kind.toLowerCase();
    return [
      ...head(`> [!${callout}] `, ...(title ? [title] : [])),
      ...contents(inner, quoted, box),
      ...foot(),
    ];
  }
  if (sign === '_' || /^(?:quote|verse)$/.test(kind)) {
    const said = kind === 'verse' ? verse(inner, quoted) : contents(inner, quoted, box);
    const by = meta.values.flatMap((value, at) => (at === 0 ? [value] : [', ', value]));
    const source = by.length > 0 ? [`>\n${quoted.margin}— `, ...by] : [];
    return [
      ...head(...(title ? ['> ', ...titleParts(meta), `\n${place.margin}>`] : [])),
      ...said,
      ...foot(...source),
    ];
  }
  return [...head(...named), ...place.blocks(inner, { ...place, depth: place.depth + 1 }), ...foot()];
}

/** A paragraph without delimiters holds no blocks. */
function contents(inner: readonly BlockLine[], place: AsciidocPlace, { open }: DelimitedBlock): Edit[] {
  return open ? place.blocks(inner, place) : verbatim(inner, place);
}

function verbatim(inner: readonly BlockLine[], place: MarkupPlace): Edit[] {
  return inner.flatMap((line) => begun(line, 0, place));
}

function verse(inner: readonly BlockLine[], place: MarkupPlace): Edit[] {
  return inner.flatMap((line, at) => {
    const end = line.start + line.text.length;
    const isLast = isBlankLine(line) || !inner[at + 1] || isBlankLine(inner[at + 1] as BlockLine);
    return [...begun(line, 0, place), ...(isLast ? [] : [{ start: end, end, parts: ['\\'] }])];
  });
}
