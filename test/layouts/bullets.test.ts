// The only point of a slide heads what stands below it; beside others, or on one slide of several, it stays a point.
import { expect, test } from 'vitest';
import { layouts } from '../../src/layouts/index.ts';
import { parseNotes, plainText } from '../../src/notes/index.ts';

/** The blocks as they are set: their type, their items, their words. */
function setAs(text: string, isPart = false): readonly string[] {
  const { sections } = parseNotes({ path: 'talk.md', text: `# Talk\n\n## Tides\n\n${text}` }).value;
  const section = sections.at(-1);
  if (!section) throw new Error('the notes have no section');
  const content = { title: section.titleText, role: section.kind, blocks: section.blocks, isPart };
  const box = layouts.bullets.arrange(content);
  if (box.kind !== 'flow') throw new Error('bullets are one flow');
  return box.blocks.map((block) =>
    block.type === 'list' ? `list of ${block.children.length}` : `${block.type}: ${plainText([block])}`,
  );
}

test('the only point heads the points below it', () => {
  expect(setAs('- Two kinds\n  - springs\n  - neaps')).toEqual(['paragraph: Two kinds', 'list of 2']);
  expect(setAs('- How to measure\n  1. Wait\n  2. Read')).toEqual(['paragraph: How to measure', 'list of 2']);
  expect(setAs('- How to ask\n  ```\n  tide --now\n  ```')).toEqual([
    'paragraph: How to ask',
    'code: tide --now',
  ]);
});

test.each([
  ['two points', '- Springs\n  - high\n- Neaps\n  - low', 'list of 2'],
  ['a point with nothing below it', '- Springs', 'list of 1'],
  ['one with a number', '1. Springs\n   - high', 'list of 1'],
  ['one with a box to tick', '- [ ] Springs\n  - high', 'list of 1'],
])('%s: a list as it was', (_, text, set) => {
  expect(setAs(text)).toEqual([set]);
});

test('on one slide of several it is a point, as on the others', () => {
  expect(setAs('- Two kinds\n  - springs\n  - neaps', true)).toEqual(['list of 1']);
});
