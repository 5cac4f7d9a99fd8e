import { expect, test } from 'vitest';
import { parseNotes } from '../../src/notes/index.ts';
import { outline } from './outline.ts';

const read = (text: string) => parseNotes({ path: 'notes.md', text });

test.each([
  ['a picture without a description', '# Talk\n\n![](a.png)\n', 'image a.png'],
  [
    'a picture between lines about the talk',
    '# Talk\n\nby Ada Moon\n![](a.png)\n2024-05-01\n',
    'image a.png',
  ],
  ['a picture in a list', '# Talk\n\n- ![](a.png)\n- by Ada Moon\n', 'image a.png'],
])('%s below the title stays', (_, text, shown) => {
  expect(outline(read(text).value)).toContain(shown);
});

test.each([
  [
    'a word without a value',
    '# Talk\n\n| Speaker | Ada Moon |\n|---|---|\n| Event | Tides |\n| gauges | |\n',
    'gauges',
  ],
  [
    'a value without a word',
    '# Talk\n\n| Speaker | Ada Moon |\n|---|---|\n| Event | Tides |\n| | gauges |\n',
    'gauges',
  ],
])('%s in a table about the talk stays', (_, text, shown) => {
  expect(outline(read(text).value)).toContain(shown);
});

test('a label without a value in a table about the talk says nothing', () => {
  const { sections, title } = read(
    '# Talk\n\n| Speaker | Ada Moon |\n|---|---|\n| Event | Tides |\n| Date | |\n\n## A\n\n- b\n',
  ).value;
  expect(title.speaker?.text).toBe('Ada Moon');
  expect(sections).toHaveLength(1);
});

test('an abbreviation keeps what it stands for', () => {
  const [section] = read('<abbr title="Hyper Text">HT</abbr> and <kbd title="no">K</kbd>\n').value.sections;
  const [paragraph] = section?.blocks ?? [];
  expect(paragraph).toMatchObject({ children: [{ name: 'abbr', title: 'Hyper Text' }, {}, { name: 'kbd' }] });
  expect(JSON.stringify(paragraph)).not.toContain('"no"');
});

test('front matter that is nested without end is shown as text, with a warning', () => {
  for (const deep of ['['.repeat(20_000), '{a: '.repeat(20_000), '- '.repeat(20_000)]) {
    const { value, diagnostics } = read(`---\ntitle: ${deep}\n---\n\n# Talk\n\n- a point\n`);
    expect(diagnostics.map(({ code }) => code)).toEqual(['notes/front-matter']);
    expect(outline(value)).toContain('code "title:');
  }
});
