import type { Nodes } from 'mdast';

/** Every node of the tree, parents first, in the order of the text. Depth is no danger here. */
export function walk(tree: Nodes, visit: (node: Nodes) => void): void {
  const waiting: Nodes[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    visit(node);
    if (node.type === 'callout') pushAll(waiting, node.children, node.title);
    else if ('children' in node) pushAll(waiting, node.children, []);
  }
}

function pushAll(waiting: Nodes[], children: readonly Nodes[], before: readonly Nodes[]): void {
  for (let i = children.length - 1; i >= 0; i -= 1) waiting.push(children[i] as Nodes);
  for (let i = before.length - 1; i >= 0; i -= 1) waiting.push(before[i] as Nodes);
}
