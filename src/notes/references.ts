import GithubSlugger from 'github-slugger';
import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import type { Source } from '../diagnostics/index.ts';
import { namesIn } from './dialects/attributes.ts';
import { walk } from './markdown/tree.ts';
import type { Field, Section } from './notes.ts';

/** A tag with an `id` or a `name`, as people write them to link to: `<a id="csharp"></a>`. */
const marked = /<[a-z][a-z0-9]*\s(?:[^<>]{0,200}\s)?(?:id|name)\s*=\s*["']?([^"'\s<>]{1,200})/giu;

/**
 * What a link can lead to, and the offset where it stands: every heading by the name GitHub
 * gives it (`#reward-modeling`, `#links-1` for the second), and every `id` that the notes set.
 */
export function readAnchors(
  title: Field | undefined,
  sections: readonly Section[],
  source: Source,
): ReadonlyMap<string, number> {
  const anchors = new Map<string, number>();
  const slugger = new GithubSlugger();
  if (title) anchors.set(slugger.slug(title.text), title.span.start);
  const visit = (section: Section): void => {
    const { start } = section.headingSpan;
    const isHeading = section.depth > 0 && !isBold(source.text, start);
    if (isHeading) anchors.set(slugger.slug(section.titleText), start);
    section.sections.forEach(visit);
  };
  sections.forEach(visit);
  const tags = [...source.text.matchAll(marked)].map(({ 1: name = '', index }) => ({ name, offset: index }));
  for (const { name, offset } of [...tags, ...namesIn(source.text)]) {
    const key = name.toLowerCase();
    if (!anchors.has(key)) anchors.set(key, offset);
  }
  return anchors;
}

/** A bold line that was read as a heading has no name that a link could know, and takes none from a heading. */
function isBold(text: string, start: number): boolean {
  return text.startsWith('**', start) || text.startsWith('__', start);
}

/** The name a link asks for; undefined when it leads elsewhere. `%C3%BC` and capitals are as good as the letter. */
export function anchorOf(url: string): string | undefined {
  if (!url.startsWith('#')) return undefined;
  try {
    return decodeURIComponent(url.slice(1)).toLowerCase();
  } catch {
    // A lone `%` is a letter like any other.
    return url.slice(1).toLowerCase();
  }
}

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
export function takeFootnotes(section: Noted, footnotes: Footnotes): FootnoteDefinition[] {
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

type Noted = Pick<Section, 'title' | 'blocks' | 'presenterNotes'>;

/**
 * Footnotes with names get numbers, as readers know them: those of each section, given with all below it, from the first
 * that none of its own has, so that a new one changes none of another section.
 */
export function numberFootnotes(sections: readonly (readonly Noted[])[]): void {
  const labels = new Map(sections.flatMap(sectionLabels));
  if (labels.size === 0) return;
  for (const { title, blocks, presenterNotes } of sections.flat()) {
    const remarks = presenterNotes.flatMap((note) => note.blocks);
    for (const tree of [...title, ...blocks, ...remarks] as Nodes[]) {
      walk(tree, (node) => {
        if (node.type !== 'footnoteReference' && node.type !== 'footnoteDefinition') return;
        node.label = labels.get(node.identifier) ?? node.label ?? node.identifier;
      });
    }
  }
}

function sectionLabels(sections: readonly Noted[]): readonly (readonly [string, string])[] {
  const blocks = sections.flatMap((section) => section.blocks as readonly Nodes[]);
  const names = blocks.flatMap((block) => (block.type === 'footnoteDefinition' ? [block.identifier] : []));
  const named = names.filter((name) => !isNumber(name));
  const numbers = new Set(names.filter(isNumber));
  const free = Array.from({ length: names.length }, (_, at) => `${at + 1}`).filter(
    (one) => !numbers.has(one),
  );
  return named.map((name, at) => [name, free[at] ?? name] as const);
}

function isNumber(name: string): boolean {
  return /^\d+$/.test(name);
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
