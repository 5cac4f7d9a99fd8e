import type { Root, RootContent } from 'mdast';
import type { Cache } from '../../cache/index.ts';
import { chunkStarts } from './chunk-starts.ts';
import { copyTree } from './copy-tree.ts';
import { hideDenseSigns, showSigns } from './dense-signs.ts';
import { type MarkdownKind, markdownTree } from './markdown-tree.ts';
import { at, endOf, fillPositions, moveOffsets, startOf } from './positions.ts';
import { hideUnclosedMath, showDollars } from './unclosed-math.ts';

/**
 * Letters that are read in one go. The parser rewrites its list of events for every list it
 * closes, so its time grows with the square of the length: a megabyte in one piece takes 10 s.
 */
const usual = 10_000;

/** A good length where what was read before is remembered: what has changed is then read in less than this. */
export const smallChunk = 1500;

/** The same tree as `markdownTree` gives, in time that grows with the length of the text. */
export function markdownInChunks(
  written: string,
  kind: MarkdownKind,
  chunk: number = usual,
  cache?: Cache,
): Root {
  const text = hideDenseSigns(hideUnclosedMath(written));
  const tree = inChunks(text, kind, chunk, cache);
  showDollars(tree, text);
  if (text !== written) showSigns(tree, text);
  return tree;
}

function inChunks(text: string, kind: MarkdownKind, chunk: number, cache: Cache | undefined): Root {
  const starts = text.length > 2 * chunk ? chunkStarts(text, chunk) : [0];
  if (starts.length === 1) return markdownTree(text, kind);
  const parts = starts.map((start, index) => ({ start, text: text.slice(start, starts[index + 1]) }));
  const read = (part: string, index: number): Root => readPart(part, index === 0 ? kind : 'text', cache);
  const trees = parts.map((part, index) => read(part.text, index));
  const labels = definedLabels(trees);
  const children: RootContent[] = [];
  for (const [index, part] of parts.entries()) {
    const added = stubs(part.text, labels);
    const tree = added === '' ? (trees[index] as Root) : read(part.text + added, index);
    const own = tree.children.filter((child) => startOf(child) < part.text.length);
    if (own.some((child) => endOf(child) > part.text.length)) return markdownTree(text, kind);
    moveOffsets(tree, (offset) => offset + part.start);
    for (const child of own) children.push(child);
  }
  return { type: 'root', children, position: at(0, text.length) };
}

/** Later steps change the tree, so that each reading has one of its own. */
function readPart(part: string, kind: MarkdownKind, cache: Cache | undefined): Root {
  const read = (): Root => {
    const tree = markdownTree(part, kind);
    fillPositions(tree);
    return tree;
  };
  return cache ? copyTree(cache.getOrCompute('markdown', `${kind}\0${part}`, read)) : read();
}

/** Labels of links and footnotes that are defined anywhere, folded. */
function definedLabels(trees: readonly Root[]): ReadonlySet<string> {
  const labels = new Set<string>();
  const visit = (node: Root | RootContent): void => {
    if (node.type === 'definition') labels.add(fold(node.identifier));
    if (node.type === 'footnoteDefinition') labels.add(fold(`^${node.identifier}`));
    if (node.type === 'root' || holdsBlocks.has(node.type))
      for (const child of (node as Root).children) visit(child);
  };
  for (const tree of trees) visit(tree);
  return labels;
}

const holdsBlocks: ReadonlySet<string> = new Set(['blockquote', 'list', 'listItem', 'footnoteDefinition']);

/**
 * A part sees only its own definitions, but a reference is one only if its label is defined.
 * So those that it uses are defined again behind its end, where they are dropped afterwards.
 */
function stubs(part: string, labels: ReadonlySet<string>): string {
  const used = new Set<string>();
  for (const [, label = ''] of part.matchAll(/\[((?:[^[\]\\]|\\.){1,999})\](?!:)/g)) {
    if (labels.has(fold(label))) used.add(label);
  }
  return used.size === 0 ? '' : `\n\n${[...used].map((label) => `[${label}]: stub\n\n`).join('')}`;
}

function fold(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase();
}
