import type { ListItem, Nodes, PhrasingContent, RootContent } from 'mdast';

/** What a step does with the children of a node. It may return the same array. */
export interface Rules {
  /** Blocks of the text itself, a quote, a list item, a footnote. */
  readonly blocks: (children: RootContent[], parent: Nodes) => RootContent[];
  /** Words of a paragraph, a heading, a table cell, emphasis, a link. */
  readonly phrasing: (children: PhrasingContent[], parent: Nodes) => PhrasingContent[];
  /** What stands for a list item of which nothing is left; nothing when it goes too. */
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

/** An item that held nothing but a comment goes with it; a lone `-` of the author stays. */
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
