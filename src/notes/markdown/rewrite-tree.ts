import type { ListItem, Nodes, PhrasingContent, RootContent } from 'mdast';
import { limits } from '../../diagnostics/index.ts';
import { at, endOf, startOf } from './tree.ts';

/** What a step does with the children of a node. It may return the same array. */
export interface Rules {
  /** Blocks of the text itself, a quote, a list item, a footnote. */
  readonly blocks: (children: RootContent[], parent: Nodes) => RootContent[];
  /** Words of a paragraph, a heading, a table cell, emphasis, a link. */
  readonly phrasing: (children: PhrasingContent[], parent: Nodes) => PhrasingContent[];
  /** What stands for a list item of which nothing is left; undefined when it goes too. */
  readonly emptied: (item: ListItem) => ListItem | undefined;
}

/** Applies the rules to every node's children, the innermost first. */
export function rewriteTree(node: Nodes, rules: Rules): void {
  if (!('children' in node)) return;
  const filled = node.type === 'list' ? node.children.filter((item) => item.children.length > 0) : [];
  for (const child of node.children) rewriteTree(child, rules);
  if (node.type === 'list') node.children = withoutEmptied(node.children, filled, rules);
  else if (holdsBlocks(node)) node.children = rules.blocks(node.children as RootContent[], node) as never[];
  else if (node.type !== 'table' && node.type !== 'tableRow') {
    node.children = rules.phrasing(node.children as PhrasingContent[], node) as never[];
  }
}

/** An item that held nothing but a comment goes with it. */
function withoutEmptied(items: ListItem[], filled: readonly ListItem[], rules: Rules): ListItem[] {
  const before = new Set(filled);
  return items.flatMap((item) => {
    if (item.children.length > 0 || !before.has(item)) return [item];
    return rules.emptied(item) ?? [];
  });
}

function holdsBlocks(node: Nodes): boolean {
  return (
    node.type === 'root' ||
    node.type === 'blockquote' ||
    node.type === 'listItem' ||
    node.type === 'footnoteDefinition' ||
    node.type === 'callout'
  );
}

/**
 * What is nested deeper than that becomes the text as it was written, so that the steps
 * after this one may call themselves without fear for the stack. No slide could show it anyway.
 */
export function limitDepth(tree: Nodes, source: string): void {
  const waiting: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth } = next;
    if (!('children' in node)) continue;
    if (depth >= limits.treeDepth) flatten(node, source);
    else for (const child of node.children) waiting.push({ node: child, depth: depth + 1 });
  }
}

function flatten(node: Nodes & { children: Nodes[] }, source: string): void {
  const first = node.children[0];
  const last = node.children.at(-1);
  if (first === undefined || last === undefined) return;
  const position = at(startOf(first), endOf(last));
  const text: Nodes = {
    type: 'text',
    value: withoutIndents(source.slice(startOf(first), endOf(last))),
    position,
  };
  const paragraph: Nodes = { type: 'paragraph', children: [text], position };
  if (node.type === 'list') {
    node.children = [{ type: 'listItem', children: [paragraph], position }];
  } else if (holdsBlocks(node)) {
    node.children = [paragraph];
  } else if (node.type !== 'table' && node.type !== 'tableRow') {
    node.children = [text];
  }
}

/** Three hundred levels are indented by a page of blanks. */
function withoutIndents(text: string): string {
  return text.replace(/[ \t]{2,}/g, ' ');
}
