import { expect, test } from 'vitest';
import { plainText } from '../../src/notes/index.ts';
import { openStudio, planOf } from './plan-of.ts';

const studio = await openStudio();
const large = (name: string): string =>
  `## ${name}\n\n${Array.from({ length: 4 }, (_, at) => `- point ${at + 1} of those that fill a slide of their own with words`).join('\n')}\n\n`;
const little = (name: string): string => `## ${name}\n\n- folks will meet after the board does\n\n`;

/** Layout, marker and title of each slide behind the first. */
function slides(text: string): string[] {
  return planOf(studio, `# T\n\n${text}`)
    .slides.slice(1)
    .map(({ layout, marker, title }) =>
      [layout === 'section' ? 'divider' : '', ...marker.map((one) => one.text), title?.text ?? '']
        .filter((word) => word !== '')
        .join(' > '),
    );
}

test('a heading with nothing below it is a row above its small neighbours, and none below them', () => {
  expect(slides(`${large('A')}## News\n\n${little('Board')}${large('B')}`)).toEqual([
    'A',
    'News, Board',
    'B',
  ]);
  expect(slides(`${large('A')}${little('Board')}## News\n\n${large('B')}`)).toEqual([
    'A',
    'Board',
    'News > B',
  ]);
});

test('beside a large one it is read above its title, on the first of its slides alone', () => {
  expect(slides(`${large('A')}## News\n\n${large('B')}${large('C')}`)).toEqual(['A', 'News > B', 'C']);
  const [, ...behind] = slides(
    `${large('A')}## News\n\n## B\n\n### B 1\n\n${large('')}### B 2\n\n${large('')}`,
  );
  expect(behind.filter((line) => line.includes('News'))).toHaveLength(1);
});

test('at the end of a talk it has a slide of its own: below the points of another it would be one of them', () => {
  expect(slides(`${large('A')}${large('B')}## Proposals\n`)).toEqual(['A', 'B', 'divider > Proposals']);
  const inside = `## A\n\n${large('A 1').replace('##', '###')}${large('A 2').replace('##', '###')}### Steps\n`;
  expect(slides(inside)).toEqual(['A > A 1', 'A > A 2', 'divider > A > Steps']);
});

test('links to it lead to the slide that names it', () => {
  const text = `# T\n\n- [News](#news)\n\n${large('A')}## News\n\n${large('B')}${large('C')}`;
  const { anchors, slides: all } = planOf(studio, text);
  const at = (anchors?.get('news') ?? 0) - 1;
  expect(all[at]?.title && plainText(all[at].title.content)).toBe('B');
});

test('many of them in a row share a slide', () => {
  const names = '## Lamps\n\n## Buoys\n\n## Bells\n\n';
  expect(slides(`${large('A')}${names}${large('B')}`)).toEqual(['A', 'Lamps, Buoys, Bells', 'B']);
});

test('near misses: thanks and questions, sections with sub-sections, slides of a deck, an outline of names, what a hint asks for', () => {
  expect(slides(`${large('A')}${large('B')}## Questions\n`).at(-1)).toBe('divider > Questions');
  expect(slides(`${large('A')}${large('B')}## Thank you\n`).at(-1)).toBe('divider > Thank you');
  expect(slides('## A\n\n## B\n\n## C\n')).toEqual(['divider > A', 'divider > B', 'divider > C']);
  const deck = `# T\n\n---\n\n${large('A')}---\n\n## News\n\n---\n\n${large('B')}`;
  expect(planOf(studio, deck).slides.map(({ layout }) => layout)).toContain('section');
  const hint = 'sections:\n  News: { layout: section }\n';
  const hinted = planOf(studio, `# T\n\n${large('A')}## News\n\n${large('B')}`, hint).slides;
  expect(hinted.map(({ title }) => title?.text)).toEqual(['T', 'A', 'News', 'B']);
});
