// The only place that knows the Markdown parser: its options, and what is repaired in its trees.
import type { Code, Html, Image, ImageReference, Nodes, Root } from 'mdast';
import { type Features, markdownToMdast } from 'satteri';
import { definitionList } from './definition-lists.ts';
import { isFormula, plainDollars } from './dollars.ts';
import { denseMarkup } from './markup-density.ts';
import { mapText } from './source-text.ts';
import { at, endOf, moveOffsets, startOf, walk } from './tree.ts';

/**
 * `document` reads YAML between `---` lines at the top as front matter. `text` does not.
 * `remark` is the inside of a comment: no front matter, and indented lines are no code.
 */
export type MarkdownKind = 'document' | 'text' | 'remark';

const features: Features = { gfm: true, math: true, definitionList: true };

/** The text's mdast tree. Offsets are UTF-16 units from the start of `text`, which may be anything. */
export function readMarkdown(text: string, kind: MarkdownKind): Root {
  const hidden = hideCharacters(text, hiddenOffsets(text));
  // TOML between `+++` would be front matter too.
  const frontmatter = kind === 'document' && text.startsWith('---');
  const tree = markdownToMdast(hidden.text, { features: { ...features, frontmatter } });
  showCharacters(tree, hidden);
  walk(tree, (node) => {
    if ('children' in node)
      node.children = (node.children as Nodes[]).map((child) => definitionList(child) ?? child) as never[];
  });
  repairHtmlEnds(tree);
  walk(tree, (node) => {
    if (node.type === 'image' || node.type === 'imageReference') repairAlt(node, text);
    // GitLab puts backquotes inside the dollars.
    if (node.type === 'inlineMath') node.value = /^`([^`]+)`$/s.exec(node.value)?.[1] ?? node.value;
    if ('children' in node && node.children.some((child) => isMisread(child, text, kind)))
      node.children = (node.children as Nodes[]).flatMap((child) =>
        isMisread(child, text, kind) ? readAgain(child, text) : [child],
      ) as never[];
  });
  return tree;
}

/** One tilde stands between two numbers, or for "about"; two strike out. */
function singleTildes(text: string): readonly number[] {
  return text.includes('~') ? [...text.matchAll(/(?<![~\\])~(?!~)/g)].map(({ index }) => index) : [];
}

/** Density is judged with the dollars hidden, as the parser sees it. */
function hiddenOffsets(text: string): readonly number[] {
  const dollars = [...plainDollars(text), ...singleTildes(text)].sort((a, b) => a - b);
  const dense = denseMarkup(hideCharacters(text, dollars).text);
  return dense.length === 0 ? dollars : [...dollars, ...dense.flatMap(({ offsets }) => offsets)];
}

/** In a remark, lines are indented for looks; and only the parser knows where a paragraph ends, and its dollars. */
function isMisread(node: Nodes, text: string, kind: MarkdownKind): node is Code | MisreadFormula {
  if (node.type === 'inlineMath') return !isFormula(text, startOf(node), endOf(node));
  return (
    kind === 'remark' && node.type === 'code' && !/^[ \t>]*(?:`{3}|~{3})/.test(text.slice(startOf(node)))
  );
}

type MisreadFormula = Extract<Nodes, { type: 'inlineMath' }>;

function readAgain(node: Code | MisreadFormula, text: string): Nodes[] {
  const [start, end] = [startOf(node), endOf(node)];
  if (node.type === 'inlineMath')
    return [{ type: 'text', value: text.slice(start, end), position: at(start, end) }];
  const firstLine = (of: string): number => (/^[^\r\n]*/.exec(of)?.[0] ?? '').length;
  const indent = firstLine(text.slice(start, end)) - firstLine(node.value);
  const margin = /^[ \t]*/.exec(node.value)?.[0] ?? '';
  const mapped = mapText(node.value, text, start + indent, end);
  const dedented = node.value.slice(margin.length);
  const tree = readMarkdown(dedented, 'remark');
  moveOffsets(tree, (offset) => mapped.at(offset + margin.length));
  return tree.children;
}

/** The parser leaves formulas out of the text that stands for a picture. */
function repairAlt(node: Image | ImageReference, text: string): void {
  const written = /^!\[([^[\]]*\$[^[\]]*)\]/.exec(text.slice(startOf(node), endOf(node)))?.[1];
  if (written === undefined) return;
  const words: string[] = [];
  walk(readMarkdown(written, 'text'), (inner) => {
    if ('value' in inner) words.push(inner.value);
  });
  node.alt = words.join('');
}

/**
 * HTML that an item of a list ends with, and the items and lists around it, reach past the line end into
 * the next item.
 */
function repairHtmlEnds(tree: Root): void {
  const nodes: Nodes[] = [];
  const tooLong = new Set<Nodes>();
  walk(tree, (node) => {
    nodes.push(node);
    const last = node.type === 'listItem' ? node.children.at(-1) : undefined;
    if (last?.type === 'html' && endOf(last) < endOf(tree) && /[\r\n]$/.test(last.value)) tooLong.add(last);
  });
  if (tooLong.size === 0) return;
  const shortened = new Set<Nodes>();
  for (const node of nodes.reverse()) {
    const last: Nodes | undefined = 'children' in node ? node.children.at(-1) : undefined;
    if (node.type === 'html' && tooLong.has(node)) shorten(node);
    else if (last && shortened.has(last) && node.type !== 'root')
      node.position = at(startOf(node), endOf(last));
    else continue;
    shortened.add(node);
  }
}

function shorten(node: Html): void {
  const value = node.value.replace(/\r\n$|[\r\n]$/, '');
  node.position = at(startOf(node), endOf(node) - (node.value.length - value.length));
  node.value = value;
}

/** A text as long as what was written, in which some characters are hidden from the parser. */
export interface HiddenText {
  readonly text: string;
  /** Where the stand-ins begin; undefined where nothing is hidden. */
  readonly standIns: number | undefined;
}

/** Parts of Unicode's private use, each with room for ASCII: the first that the text does not use is taken. */
const bases = [0xe600, 0xea80, 0xef00, 0xf380, 0xf800];

/** Hides the ASCII characters at these offsets, each behind a letter of private use. */
export function hideCharacters(text: string, offsets: readonly number[]): HiddenText {
  if (offsets.length === 0) return { text, standIns: undefined };
  const used = new Set(text.match(/[\ue000-\uf8ff]/g)?.map((letter) => letter.charCodeAt(0) & ~0x7f));
  const standIns = bases.find((base) => !used.has(base));
  if (standIns === undefined) return { text, standIns };
  const units = Buffer.from(text, 'utf16le');
  for (const at of offsets) units.writeUInt16LE(standIns + text.charCodeAt(at), 2 * at);
  return { text: units.toString('utf16le'), standIns };
}

/** Puts them back, as text. */
export function showCharacters(tree: Nodes, { standIns }: HiddenText): void {
  if (standIns === undefined) return;
  const hidden = new RegExp(`[\\u${standIns.toString(16)}-\\u${(standIns + 0x7f).toString(16)}]`, 'g');
  const shown = (letter: string): string => String.fromCharCode(letter.charCodeAt(0) - standIns);
  walk(tree, (node) => {
    for (const [name, value] of Object.entries(node))
      if (typeof value === 'string' && name !== 'type')
        Object.assign(node, { [name]: value.replace(hidden, shown) });
  });
}
