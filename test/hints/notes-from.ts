import type { Heading, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Source } from '../../src/diagnostics/index.ts';
import type { Block, Notes, Section } from '../../src/notes/index.ts';
import { readMarkdown } from '../../src/notes/markdown/read-markdown.ts';

/** Notes with sections by their headings and nothing guessed: enough for hints to be matched. */
export function notesFrom(text: string, path = 'notes.md'): Notes {
  const source: Source = { path, text };
  const front = /^---\n([\s\S]*?)\n?---\n/.exec(text);
  const skipped = front ? front[0].length : 0;
  const blank = front ? front[0].replace(/[^\n]/g, ' ') : '';
  const tree = readMarkdown(blank + text.slice(skipped), 'text');
  return {
    source,
    frontMatter: front
      ? {
          text: front[1] ?? '',
          span: { path, start: 4, end: 4 + (front[1] ?? '').length },
          values: new Map(),
        }
      : undefined,
    title: { title: undefined, details: [] },
    agenda: undefined,
    anchors: new Map(),
    leftOut: [],
    settings: {},
    sections: sectionsOf(tree.children, [], source),
    lang: undefined,
  };
}

function sectionsOf(nodes: Root['children'], path: readonly string[], source: Source): Section[] {
  const depths = nodes.flatMap((node) => (node.type === 'heading' ? [node.depth] : []));
  const depth = Math.min(...depths);
  const cuts = nodes.flatMap((node, at) => (node.type === 'heading' && node.depth === depth ? [at] : []));
  const lead = nodes.slice(0, cuts[0] ?? nodes.length);
  const untitled = lead.length > 0 ? [section(undefined, lead, path, source)] : [];
  const titled = cuts.map((at, n) => {
    const heading = nodes[at] as Heading;
    return section(heading, nodes.slice(at + 1, cuts[n + 1] ?? nodes.length), path, source);
  });
  return [...untitled, ...titled];
}

function section(
  heading: Heading | undefined,
  nodes: Root['children'],
  above: readonly string[],
  source: Source,
): Section {
  const titleText = heading ? plainText(heading) : '';
  const path = heading ? [...above, titleText] : above;
  const first = nodes.findIndex(({ type }) => type === 'heading');
  const own = first === -1 ? nodes : nodes.slice(0, first);
  const at = heading ?? nodes[0];
  const span = (a: number | undefined, b: number | undefined) => ({
    path: source.path,
    start: a ?? 0,
    end: b ?? 0,
  });
  const start = at?.position?.start.offset;
  return {
    path,
    title: heading?.children ?? [],
    titleText,
    depth: heading?.depth ?? 0,
    kind: 'talk',
    blocks: own as Block[],
    presenterNotes: [],
    sections: first === -1 ? [] : sectionsOf(nodes.slice(first), path, source),
    span: span(start, nodes.at(-1)?.position?.end.offset ?? at?.position?.end.offset),
    headingSpan: span(start, at?.position?.end.offset),
  };
}
