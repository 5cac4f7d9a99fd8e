// The source of a document in AsciiDoc, line by line: its header, headings, lists, blocks and tables become Markdown's.
// Within the lines its signs stay (`asciidoc-words.ts`).
import type { Edit } from '../markdown/rewritten-text.ts';
import { isBlankLine, textLines, withoutLineEnd } from '../markdown/source-lines.ts';
import { type AsciidocPlace, delimitedAt, namedParagraph } from './asciidoc-blocks.ts';
import { headerEdits } from './asciidoc-header.ts';
import { isListItem, listAt } from './asciidoc-lists.ts';
import { metaEdits, metaOf } from './asciidoc-meta.ts';
import type { Report } from './container.ts';
import { type BlockLine, begun, codeEdits, gone, type MarkupBlock } from './markup-lines.ts';

const heading = /^(={1,6})[ \t]+(?=[^\s"])/;
/** Of MediaWiki's headings the signs stand behind the words, too. */
const section = /^={1,6}[ \t]+[^\s"](?:[^\n]*[^=\s])?[ \t]*\r?$/;

const ownSigns: readonly RegExp[] = [
  /^= [^\n]+\n(?:[^\n:=][^\n]*\n){0,2}:[a-z][\w-]*:(?:[ \t]|\r?$)/m,
  /^\[(?:source|quote|verse|listing|NOTE|TIP|WARNING|IMPORTANT|CAUTION|cols=|options=|%|\.\w|#\w|\[\w)[^\n]*\][ \t]*\r?$/m,
  /^\|={3,}[ \t]*\r?$/m,
  /^(?:NOTE|TIP|WARNING|IMPORTANT|CAUTION): \S/m,
  /^(?:image|include|video|toc|ifdef)::\S*\[/m,
  /\b(?:link|xref|footnote):[^\s[\]]{0,300}\[[^\]\n]|\bhttps?:\/\/[^\s[\]]{1,300}\[[^\]\n]|<<[\w#-]{1,80}(?:,[^>\n]{1,200})?>>/,
];

/** What other texts have as well. */
const otherSigns: readonly RegExp[] = [
  /^(?:-{4}|\.{4}|_{4}|\*{4}|={4}|\/{4})[ \t]*\r?$/m,
  /^(?:\*{2,5}|\.{1,5}) \S/m,
  /^\S[^\n]{0,80}::[ \t]*\r?$/m,
  /^\.[A-Z]\w+[^\n.]*\r?$/m,
];

/** A title or two headings with any sign, one with a sign of its own, or three of these; and no heading of Markdown's. */
export function isAsciidoc(text: string): boolean {
  if (!/^(?:=|:|\[|\||[A-Z]+:|\w+::)/m.test(text)) return false;
  const seen = withoutListings(text.replace(/^\ufeff/, ''));
  const hasTitle = /^(?<![\s\S])= /.test(seen);
  const isMarkdown = /^#{1,6}[ \t]+\S|^(?<![\s\S])---[ \t]*\r?$/m.test(seen);
  if (isMarkdown || (!hasTitle && (/^`{3}/m.test(seen) || isUnderlined(seen)))) return false;
  const headings = seen.split('\n').filter((line) => section.test(line)).length;
  const own = ownSigns.filter((sign) => sign.test(text)).length;
  const others = otherSigns.filter((sign) => sign.test(text)).length;
  if (headings === 0) return own > 2;
  return own > 0 || ((hasTitle || headings > 1) && others > 0);
}

/** A line with a row below it that is as long. */
function isUnderlined(text: string): boolean {
  const lines = text.split('\n');
  return lines.some((line, at) => {
    const words = lines[at - 1]?.trim() ?? '';
    const isRow = /^(?:={3,}|-{3,})\s*$/.test(line) && /^[^\s[.+]/.test(words);
    return isRow && Math.abs(words.length - line.trim().length) < 2 && (lines[at - 2] ?? '').trim() === '';
  });
}

/** Without the lines of listings that have a line above which names them. */
function withoutListings(text: string): string {
  let close: string | undefined;
  let before = '';
  return text
    .split('\n')
    .filter((line) => {
      const sign = line.trimEnd();
      const isListing = /^(?:-{4,}|\.{4,})$/.test(sign) && /^(?:\[.+\]|\.\S.*|\+)\s*$/.test(before);
      const wasOpen = close !== undefined;
      if (close === sign) close = undefined;
      else if (!wasOpen && isListing) close = sign;
      before = line;
      return !wasOpen;
    })
    .join('\n');
}

export function asciidocBlocks(text: string, report: Report): Edit[] {
  const lines = textLines(text, 'text').map((line): BlockLine => {
    const bare = withoutLineEnd(line.text).trimEnd();
    return { text: bare, start: line.start, isPlain: true, from: line.start, isFirst: false };
  });
  const place: AsciidocPlace = { margin: '', depth: 0, report, blocks: blockEdits, blockAt };
  const header = headerEdits(lines, place);
  return [...header.edits, ...blockEdits(lines.slice(header.to), place)];
}

/** Blocks in blocks that are read; what is deeper stays as it is written. */
const deepest = 12;

function blockEdits(lines: readonly BlockLine[], place: AsciidocPlace): Edit[] {
  const edits: Edit[] = [];
  for (let at = 0; at < lines.length; ) {
    const block = blockAt(lines, at, place);
    edits.push(...block.edits);
    at = Math.max(block.to, at + 1);
  }
  return edits;
}

function blockAt(lines: readonly BlockLine[], at: number, place: AsciidocPlace): MarkupBlock {
  const line = lines[at] as BlockLine;
  if (isBlankLine(line) || place.depth > deepest) return { to: at + 1, edits: begun(line, 0, place) };
  const meta = metaOf(lines, at);
  const next = lines[meta.to];
  const isAboveList = lines[meta.to] !== undefined && isListItem(lines[meta.to] as BlockLine);
  const edits = metaEdits(meta, isAboveList ? 'list' : 'other', place);
  if (!next || isBlankLine(next)) return { to: meta.to, edits };
  const whole = delimitedAt(lines, meta, place) ?? namedParagraph(lines, meta, place);
  if (whole) return whole;
  const block =
    lineAt(lines, meta.to, place) ?? listAt(lines, meta.to, place) ?? paragraphAt(lines, meta.to, place);
  return { to: block.to, edits: [...edits, ...block.edits] };
}

/** What is known by its one line. */
function lineAt(lines: readonly BlockLine[], at: number, place: AsciidocPlace): MarkupBlock | undefined {
  const line = lines[at] as BlockLine;
  const { text } = line;
  const one = (...parts: Edit['parts']): MarkupBlock => ({
    to: at + 1,
    edits: begun(line, text.length, place, ...parts),
  });
  if (/^\/\/(?!\/)/.test(text)) return one('<!-- -->');
  if (/^<{3,}$/.test(text) || /^:!?[\w-]+!?:(?:[ \t]|$)/.test(text))
    return { to: at + 1, edits: [gone([line], place)] };
  if (/^(?:'{3,}|-{3}|\*{3}|- - -|\* \* \*)$/.test(text)) return one('---');
  const depth = heading.exec(text)?.[1]?.length;
  if (depth !== undefined) return { to: at + 1, edits: begun(line, depth, place, '#'.repeat(depth)) };
  const [sign = '', name = '', target = '', words = ''] = /^([a-z]\w*)::(\S*?)\[(.*)\]$/.exec(text) ?? [];
  if (sign === '') return undefined;
  const from = line.start + name.length + 2;
  if (name === 'toc') return { to: at + 1, edits: [gone([line], place)] };
  if (name === 'image') {
    const alt = words.split(',')[0] ?? '';
    const isAlt = alt.trim() !== '' && !alt.includes('=');
    const start = from + target.length + 1;
    const description = isAlt ? [{ start, end: start + alt.length }] : [];
    return one('![', ...description, '](<', { start: from, end: from + target.length }, '>)');
  }
  place.report('unknown directive', line.start, `${name}::`);
  return one('`', { start: line.start, end: line.start + text.length }, '`');
}

/** Up to a blank line, or to a block that needs none above it. */
function paragraphEnd(lines: readonly BlockLine[], at: number): number {
  let to = at + 1;
  for (let line = lines[to]; line && !isBlankLine(line); line = lines[to]) {
    if (/^(?:\[[^\]]+\]|-{4,}|\.{4,}|={4,}|\*{4,}|_{4,}|\/{4,}|\|={3,}|\+)$/.test(line.text)) break;
    to += 1;
  }
  return to;
}

const label = /^(NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+(?=\S)/;

/** Words; set in they are code, behind `NOTE:` a callout. */
function paragraphAt(lines: readonly BlockLine[], at: number, place: AsciidocPlace): MarkupBlock {
  const to = paragraphEnd(lines, at);
  const [first, ...others] = lines.slice(at, to) as [BlockLine, ...BlockLine[]];
  if (/^[ \t]/.test(first.text)) return { to, edits: codeEdits([first, ...others], '', place) };
  const [sign = '', kind = ''] = label.exec(first.text) ?? [];
  const margin = sign === '' ? place.margin : `${place.margin}> `;
  const head = sign === '' ? [] : [`> [!${kind.toLowerCase()}]\n`, margin];
  const rest = others.flatMap((line): Edit[] =>
    line.text.startsWith('//') && !line.text.startsWith('///')
      ? // A line that goes takes its line end with it, or it would end the paragraph.
        [{ start: line.from, end: line.start + line.text.length, parts: [`${margin}<!-- -->`] }]
      : begun(line, /^[ \t]*/.exec(line.text)?.[0].length ?? 0, { margin }),
  );
  return { to, edits: [...begun(first, sign.length, place, ...head), ...rest] };
}
