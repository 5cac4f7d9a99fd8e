import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import { walk } from './markdown/tree.ts';
import type { Section } from './notes.ts';

/** Footnotes that something refers to, by identifier, taken out of the text. */
export type Footnotes = Map<string, FootnoteDefinition>;

/**
 * Takes the footnotes that are referred to out of the tree. The others stay where they stand, those included that
 * only footnotes refer to which nothing else does.
 */
export function collectFootnotes(tree: Root): Footnotes {
  const definitions: Footnotes = new Map();
  walk(tree, (node) => {
    if (node.type === 'footnoteDefinition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
  });
  if (definitions.size === 0) return definitions;
  const wanted = outerReferences(tree);
  for (const identifier of wanted) {
    const definition = definitions.get(identifier);
    for (const inner of definition ? references([definition]) : []) wanted.add(inner);
  }
  const footnotes: Footnotes = new Map([...definitions].filter(([identifier]) => wanted.has(identifier)));
  if (footnotes.size === 0) return footnotes;
  const taken = new Set<Nodes>(footnotes.values());
  walk(tree, (node) => {
    if ('children' in node)
      node.children = (node.children as Nodes[]).filter((child) => !taken.has(child)) as never[];
  });
  return footnotes;
}

/** The footnotes that a section is the first to refer to, those that they refer to included. */
export function takeFootnotes(
  section: Pick<Section, 'title' | 'blocks' | 'presenterNotes'>,
  footnotes: Footnotes,
): FootnoteDefinition[] {
  if (footnotes.size === 0) return [];
  const taken: FootnoteDefinition[] = [];
  const remarks = section.presenterNotes.flatMap((note) => note.blocks);
  const waiting = references([...section.title, ...section.blocks, ...remarks] as Nodes[]);
  for (const identifier of waiting) {
    const definition = footnotes.get(identifier);
    if (definition === undefined) continue;
    footnotes.delete(identifier);
    taken.push(definition);
    waiting.push(...references([definition]));
  }
  return taken;
}

/** What the text refers to, footnotes left out. */
function outerReferences(tree: Root): Set<string> {
  const inside = new Set<Nodes>();
  const found = new Set<string>();
  walk(tree, (node) => {
    const isInside = inside.has(node);
    if (node.type === 'footnoteReference' && !isInside) found.add(node.identifier);
    if (!isInside && node.type !== 'footnoteDefinition') return;
    const title = node.type === 'callout' ? node.title : [];
    for (const child of 'children' in node ? [...title, ...node.children] : []) inside.add(child as Nodes);
  });
  return found;
}

function references(nodes: readonly Nodes[]): string[] {
  const found: string[] = [];
  for (const tree of nodes) {
    walk(tree, (node) => {
      if (node.type === 'footnoteReference') found.push(node.identifier);
    });
  }
  return found;
}
