// The lines above a block of AsciiDoc that say what it is.
import type { Edit, WrittenRange } from '../markdown/rewritten-text.ts';
import { type BlockLine, gone, type MarkupPlace, marginOf } from './markup-lines.ts';

/** `[source,js]`, `[[name]]` and `.Title` above a block. */
export interface BlockMeta {
  readonly lines: readonly BlockLine[];
  /** The number of the line below them. */
  readonly to: number;
  readonly title?: WrittenRange;
  /** The first word in brackets, without a role or an option. */
  readonly kind: string;
  /** What stands behind it, parted by commas. */
  readonly values: readonly WrittenRange[];
  readonly written: string;
}

export function metaOf(lines: readonly BlockLine[], at: number): BlockMeta {
  let to = at;
  let title: WrittenRange | undefined;
  let kind = '';
  let values: readonly WrittenRange[] = [];
  for (let line = lines[to]; line; line = lines[to]) {
    const isTitle = /^\.[^\s.]/.test(line.text);
    const brackets = /^\[(?!\[)(.*)\]$/.exec(line.text)?.[1];
    if (!isTitle && brackets === undefined && !/^\[\[[^\]]*\]\]$/.test(line.text)) break;
    if (isTitle) title = { start: line.start + 1, end: line.start + line.text.length };
    if (brackets !== undefined) {
      const [first, ...others] = piecesOf(brackets, line.start + 1);
      kind = brackets.slice(0, (first?.end ?? 0) - line.start - 1).replace(/[.#%].*$/, '') || kind;
      if (others.length > 0) values = others;
    }
    to += 1;
  }
  const above = lines.slice(at, to);
  const written = above.map(({ text }) => text).join('\n');
  return { lines: above, to, ...(title && { title }), kind: kind.trim(), values, written };
}

/** Between commas; quotes around a piece are not of it. */
function piecesOf(text: string, start: number): readonly WrittenRange[] {
  return [...text.matchAll(/"[^"]*"|[^,]+|,(?=,|$)/g)].map(({ 0: piece, index }) => {
    const words = piece.replace(/^[\s",]+|[\s",]+$/g, '');
    const from = start + index + Math.max(0, piece.indexOf(words));
    return { start: from, end: from + words.length };
  });
}

/** Above a block that does without: its title, and a sign between one list and the next. */
export function metaEdits(
  meta: BlockMeta,
  above: 'list' | 'other',
  place: Pick<MarkupPlace, 'margin'>,
): Edit[] {
  const { lines, title } = meta;
  const [first] = lines;
  if (!first) return [];
  const parts = title
    ? [...titleParts(meta), `\n${place.margin.trimEnd()}`]
    : above === 'list'
      ? ['<!-- -->']
      : [];
  return [{ ...gone(lines, place), parts: [marginOf(first, place), ...parts] }];
}

/** A title of a block leads to that block alone, and is no heading of what comes behind it. */
export function titleParts({ title, written }: Pick<BlockMeta, 'title' | 'written'>): Edit['parts'] {
  if (!title) return [];
  return [title, /^\..*[.:?!…]$/m.test(written) ? '' : ':'];
}

/** `[source,js]`, or behind the fence. */
export function listingLanguage({ kind, written }: BlockMeta, open: BlockLine | undefined): string {
  const behind = /^`{3,}([\w-]+)/.exec(open?.text ?? '')?.[1];
  const named = /^\[(?:source)?[^,\]\n]*,[ \t]*([\w+#-]+)[ \t]*[,\]]/m.exec(written)?.[1];
  return behind ?? named ?? (kind === 'mermaid' ? 'mermaid' : '');
}
