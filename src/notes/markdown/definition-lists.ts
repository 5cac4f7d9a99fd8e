import type { List, ListItem, Nodes, Paragraph, PhrasingContent } from 'mdast';
import { at, endOf, startOf } from './tree.ts';

/** What the parser gives for a term above lines that begin with a colon: no node of mdast. */
interface DefinitionNode {
  readonly type: string;
  readonly children?: readonly Nodes[];
  readonly position?: Nodes['position'];
}

/** The list that it is: each term in bold, with its meaning behind a colon; undefined for any other node. */
export function definitionList(node: DefinitionNode): List | undefined {
  if (node.type !== 'descriptionList') return undefined;
  const items: ListItem[] = [];
  for (const child of (node.children ?? []) as readonly DefinitionNode[]) {
    const last = items.at(-1);
    if (child.type === 'descriptionTerm') items.push(termItem(child));
    else if (last) addMeaning(last, (child.children ?? []) as ListItem['children'], child);
  }
  return {
    type: 'list',
    ordered: false,
    spread: false,
    data: { isGlossary: true },
    children: items,
    ...(node.position && { position: node.position }),
  };
}

function termItem(term: DefinitionNode): ListItem {
  const children = (term.children ?? []) as readonly PhrasingContent[];
  const [first, last] = [children[0], children.at(-1)];
  // What the parser says of a term reaches over its line end.
  const position = at(first ? startOf(first) : startOf(term), last ? endOf(last) : startOf(term));
  const strong = { type: 'strong' as const, children: [...children], position };
  return {
    type: 'listItem',
    spread: false,
    children: [{ type: 'paragraph', children: [strong], position: { ...position } }],
    position: { ...position },
  };
}

/** The first paragraph goes on the term's line, what follows stands below it. */
function addMeaning(item: ListItem, blocks: ListItem['children'], { position }: DefinitionNode): void {
  const term = item.children[0] as Paragraph;
  const [first, ...others] = blocks;
  const isFirst = item.children.length === 1 && term.children.length === 1;
  if (isFirst && first?.type === 'paragraph') {
    const colon = { type: 'text' as const, value: ': ', position: at(endOf(term), startOf(first)) };
    term.children.push(colon, ...first.children);
    term.position = at(startOf(term), endOf(first));
    item.children.push(...others);
  } else item.children.push(...blocks);
  item.position = at(startOf(item), Math.max(endOf(item), position?.end.offset ?? 0));
}
