import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import { walk } from './markdown/tree.ts';
import type { Section } from './notes.ts';

/** Footnotes that something refers to, by identifier, taken out of the text. */
export type Footnotes = Map<string, FootnoteDefinition>;

/** Takes the footnotes that are referred to out of the tree. The others stay where they stand. */
export function collectFootnotes(tree: Root): Footnotes {
  const footnotes: Footnotes = new Map();
  const wanted = new Set(references([tree]));
  walk(tree, (node) => {
    if (node.type !== 'footnoteDefinition' || footnotes.has(node.identifier)) return;
    if (wanted.has(node.identifier)) footnotes.set(node.identifier, node);
  });
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

function references(nodes: readonly Nodes[]): string[] {
  const found: string[] = [];
  for (const tree of nodes) {
    walk(tree, (node) => {
      if (node.type === 'footnoteReference') found.push(node.identifier);
    });
  }
  return found;
}
