import { readFileSync } from 'node:fs';
import type { List } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { expect, test } from 'vitest';
import { readHints } from '../../src/hints/index.ts';
import { type Notes, parseNotes, type Section } from '../../src/notes/index.ts';
import { notesFrom } from './notes-from.ts';

const folder = new URL('../../slides/', import.meta.url);

test('an outline gives the flat talk the sections of the other one', () => {
  const { talk, flat } = bothTalks();
  expect(flat.sections.map(({ titleText }) => titleText)).toEqual([
    'Pretraining',
    'Pretrained Model Evaluation',
    'Fine-tuning',
    'Safety',
    'Some interesting observations',
    'Q&A',
  ]);
  expect(flat.sections.map(({ path, depth }) => [path, depth])).toEqual(
    talk.sections.map(({ path, depth }) => [path, depth]),
  );
  expect(flat.sections.map(words)).toEqual(talk.sections.map(words));
  expect(flat.agenda?.blocks.map((it) => items(it as List))).toEqual(
    talk.agenda?.blocks.map((it) => items(it as List)),
  );
});

test('answers are put below their questions', () => {
  const { talk, flat } = bothTalks();
  const shape = (section: Section | undefined) =>
    section?.blocks.map((block) =>
      (block as List).children.map((item) =>
        item.children.map((it) => (it.type === 'list' ? items(it) : '')),
      ),
    );
  expect(shape(flat.sections.at(-1))).toEqual(shape(talk.sections.at(-1)));
});

test('every item keeps its place in the notes', () => {
  const text = slides('llama2-talk-flat.md');
  const { sections } = outlined(text, slides('llama2-talk-flat.hints.yaml'));
  for (const { blocks, span } of sections) {
    const [list] = blocks as List[];
    const [first] = list?.children ?? [];
    expect(first?.position?.start.offset).toBe(span.start);
    expect(list?.position?.start.offset).toBe(span.start);
    expect(text.slice(span.start, span.start + 2)).toBe('- ');
  }
  const joined = sections.map(({ span }) => text.slice(span.start, span.end)).join('');
  expect(text.endsWith(joined.trimEnd()) || text.trimEnd().endsWith(joined.trimEnd())).toBe(true);
});

test('what stands before the outline stays when it is no agenda', () => {
  const { agenda, sections } = outlined(
    '- Buy seeds\n- Dig\n- Soil is loam\n',
    'outline: [{ title: Soil, from: Soil }]',
  );
  expect(agenda).toBeUndefined();
  expect(sections.map(({ titleText, depth }) => [titleText, depth])).toEqual([
    ['', 0],
    ['Soil', 2],
  ]);
});

test('ordered lists keep their numbers, other blocks stand where they stood', () => {
  const { sections } = outlined(
    '3. a\n4. b\n5. c\n\nSome words.\n\n- d\n- e\n',
    'outline: [{ title: B, from: b }, { title: D, from: d, to: d }, { title: E, from: e }]',
  );
  expect(sections.map(({ blocks }) => blocks.map((it) => ('start' in it ? it.start : it.type)))).toEqual([
    [3],
    [4, 'paragraph'],
    [null],
    [null],
  ]);
});

test('sections within sections, and what follows `to`', () => {
  const { sections } = outlined(
    '- a\n- b\n- c\n- d\n- e\n- f\n',
    `outline:
  - title: One
    from: a
    to: d
    sections: [{ title: Inner, from: b, to: b }, { title: Second, from: d }]
  - title: Two
    sections: [{ title: Deep, from: f }]
`,
  );
  expect(sections.map(tree)).toEqual([
    { One: 'a', inside: [{ Inner: 'b' }, { '': 'c' }, { Second: 'd' }] },
    { '': 'e' },
    { Two: '', inside: [{ Deep: 'f' }] },
  ]);
  expect(sections[0]?.sections[0]?.path).toEqual(['One', 'Inner']);
});

test('a paragraph with the words of the title is the heading, and is not said again', () => {
  const text =
    'Main idea\n\n- a\n\n**Second  thought:**\n\nb\n\n- Third\n- c\n\n[Last](https://example.org)\n\n- d\n';
  const titles = 'Main idea, Second thought, Third, Last'.split(', ');
  const entries = titles.map((title) => `{ title: ${title}, from: ${title} }`);
  const { sections, source } = outlined(text, `outline: [${entries.join(', ')}]`);
  expect(sections.map(tree)).toEqual([
    { 'Main idea': 'a' },
    { 'Second thought': 'b' },
    { Third: 'Thirdc' },
    { Last: 'd' },
  ]);
  expect(sections.map(({ headingSpan: { start, end } }) => source.text.slice(start, end))).toEqual([
    'Main idea',
    '**Second  thought:**',
    '- Third',
    '[Last](https://example.org)',
  ]);
  expect(sections.map(({ title: [first] }) => first?.type)).toEqual(['text', 'text', 'text', 'link']);
  const [inner] = outlined(
    text,
    'outline: [{ title: Main, sections: [{ title: Main idea, from: Main }] }]',
  ).sections;
  expect(inner && tree(inner)).toMatchObject({
    Main: '',
    inside: [{ 'Main idea': expect.stringMatching(/^a/) }],
  });
  const [longer] = outlined(text, 'outline: [{ title: Main, from: Main }]').sections;
  expect(longer && tree(longer)).toMatchObject({ Main: expect.stringMatching(/^Main idea/) });
});

test('hints find the sections of the outline', () => {
  const text = 'outline: [{ title: One, from: a }]\nsections: { One: { layout: prose } }';
  const { value, diagnostics } = readHints({ path: 'hints.yaml', text }, notesFrom('- a\n- b\n'));
  expect(diagnostics).toEqual([]);
  expect(value.hints.sections.get(value.notes.sections[0] as Section)?.layout).toBe('prose');
});

test('presenter notes go to the section they stand in', () => {
  const notes = notesFrom('- a\n- b\n- c\n');
  const at = (start: number) => ({ blocks: [], span: { path: 'notes.md', start, end: start } });
  const [flat] = notes.sections;
  const sections = [{ ...(flat as Section), presenterNotes: [at(3), at(7), at(11)] }];
  const { value } = readHints(
    { path: 'hints.yaml', text: 'outline: [{ title: A, from: a }, { title: C, from: c }]' },
    { ...notes, sections },
  );
  expect(value.notes.sections.map(({ presenterNotes }) => presenterNotes.length)).toEqual([2, 1]);
});

function bothTalks(): { readonly talk: Notes; readonly flat: Notes } {
  const [talk, flat] = ['llama2-talk.md', 'llama2-talk-flat.md'].map((path) =>
    parseNotes({ path, text: slides(path) }),
  );
  if (!talk || !flat) throw new Error('no talks');
  const hints = { path: 'hints.yaml', text: slides('llama2-talk-flat.hints.yaml') };
  const { value, diagnostics } = readHints(hints, flat.value);
  expect(diagnostics).toEqual([]);
  return { talk: talk.value, flat: value.notes };
}

function outlined(text: string, hints: string): Notes {
  const { value, diagnostics } = readHints({ path: 'hints.yaml', text: hints }, notesFrom(text));
  expect(diagnostics).toEqual([]);
  return value.notes;
}

function slides(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

/** All words of a section, whatever is nested in what. */
function words({ blocks }: Section): string {
  return blocks
    .map((block) => plainText(block))
    .join('')
    .replace(/\s+/g, '');
}

function items(list: List): string[] {
  return list.children.map((item) => plainText(item));
}

function tree(section: Section): object {
  const inside = section.sections.map(tree);
  const own = section.blocks.map((block) => plainText(block)).join();
  return { [section.titleText]: own, ...(inside.length > 0 && { inside }) };
}
