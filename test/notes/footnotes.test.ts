import type { Nodes } from 'mdast';
import { expect, test } from 'vitest';
import { parseNotes, type Section } from '../../src/notes/index.ts';

/** The marks in the text of each section and below it, in order; each definition's behind a colon. */
function marks(text: string): readonly string[] {
  const { sections } = parseNotes({ path: 'talk.md', text }).value;
  const of = (section: Section): readonly string[] => [
    ...(section.blocks as readonly Nodes[]).flatMap(marksIn),
    ...section.sections.flatMap(of),
  ];
  return sections.map((section) => of(section).join(' '));
}

function marksIn(node: Nodes): readonly string[] {
  const own =
    node.type === 'footnoteReference'
      ? [node.label ?? '']
      : node.type === 'footnoteDefinition'
        ? [`:${node.label ?? ''}`]
        : [];
  return [...own, ...('children' in node ? node.children.flatMap(marksIn) : [])];
}

test('footnotes with names are numbered in each section, from the first number that is free', () => {
  const text =
    '# T\n\n## Tides\n\nHigh[^moon] and low[^1], twice[^moon] a day[^wind].\n\n## Wharf\n\nTwo cranes[^crane].\n\n[^moon]: The moon.\n[^1]: At night.\n[^wind]: And the wind.\n[^crane]: From 1912.\n';
  expect(marks(text)).toEqual(['2 1 2 3 :2 :1 :3', '1 :1']);
});

test('footnotes with numbers keep them', () => {
  expect(marks('# T\n\n## Tides\n\nLow[^7], high[^2].\n\n[^2]: Noon.\n[^7]: Night.\n')).toEqual([
    '7 2 :7 :2',
  ]);
});
