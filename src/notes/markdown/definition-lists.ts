import type { List, ListItem, Nodes, Paragraph, PhrasingContent } from 'mdast';
import { plainText } from '../plain-text.ts';
import { at, endOf, startOf } from './tree.ts';

/** What the parser gives for a term above lines that begin with a colon: no node of mdast. */
interface DefinitionNode {
  readonly type: string;
  readonly children?: readonly Nodes[];
  readonly position?: Nodes['position'];
}

/**
 * The list that it is: each term in bold, with its meaning behind a colon, and each question with its answers below;
 * undefined for any other node.
 */
export function definitionList(node: DefinitionNode): List | undefined {
  if (node.type !== 'descriptionList') return undefined;
  const items: ListItem[] = [];
  const asksNothing = !(node.children ?? []).some((child) => isAsked(child as DefinitionNode));
  const nodes = (node.children ?? []) as readonly DefinitionNode[];
  for (const [index, child] of nodes.entries()) {
    const last = items.at(-1);
    const before = nodes[index - 1];
    if (child.type === 'descriptionTerm') items.push(termItem(child));
    else if (last) {
      const isJoined = before?.type === 'descriptionTerm' && !isAsked(before);
      addMeaning(last, (child.children ?? []) as ListItem['children'], isJoined ? 'on its line' : 'below');
      last.position = at(startOf(last), Math.max(endOf(last), child.position?.end.offset ?? 0));
    }
  }
  return {
    type: 'list',
    ordered: false,
    spread: false,
    ...(asksNothing && { data: { isGlossary: true as const } }),
    children: items,
    ...(node.position && { position: node.position }),
  };
}

function termItem(term: DefinitionNode): ListItem {
  const children = (term.children ?? []) as readonly PhrasingContent[];
  const [first, last] = [children[0], children.at(-1)];
  // What the parser says of a term reaches over its line end.
  const position = at(first ? startOf(first) : startOf(term), last ? endOf(last) : startOf(term));
  const isPlain = isAsked(term) || (children.length === 1 && first?.type === 'strong');
  const strong = { type: 'strong' as const, children: [...children], position };
  const words = isPlain ? [...children] : [strong];
  return {
    type: 'listItem',
    spread: false,
    children: [{ type: 'paragraph', children: words, position: { ...position } }],
    position: { ...position },
  };
}

/** A term that is a question. */
function isAsked(node: DefinitionNode): boolean {
  return node.type === 'descriptionTerm' && /[?？؟]["'”’»)\]]*$/u.test(textOf(node).trim());
}

/** A term that ends with a colon has its own. */
function colonBehind(term: Paragraph): string {
  return /[:：]$/.test(textOf(term).trim()) ? ' ' : ': ';
}

function textOf(node: DefinitionNode): string {
  return plainText((node.children ?? []) as PhrasingContent[]);
}

/** The first paragraph goes on the term's line, what follows stands below it, and so does an answer. */
function addMeaning(item: ListItem, blocks: ListItem['children'], where: 'on its line' | 'below'): void {
  const term = item.children[0] as Paragraph;
  const [first, ...others] = blocks;
  if (where === 'on its line' && first?.type === 'paragraph') {
    const value = colonBehind(term);
    const colon = { type: 'text' as const, value, position: at(endOf(term), startOf(first)) };
    term.children.push(colon, ...first.children);
    term.position = at(startOf(term), endOf(first));
    item.children.push(...others);
  } else item.children.push(...blocks);
}
