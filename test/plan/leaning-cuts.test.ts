import { expect, test } from 'vitest';
import { openStudio, planOf } from './plan-of.ts';
import { slideText } from './shown-words.ts';

const studio = await openStudio();

/** Title and text of each slide behind the first. */
function slides(text: string): readonly (readonly [string, string])[] {
  return planOf(studio, `# T\n\n## Harbour\n\n${text}`)
    .slides.slice(1)
    .map((slide) => [slide.title?.text ?? '', slideText(slide).replace(/\s+/gu, ' ').trim()]);
}

/** Six points that take two slides, the fourth with these words first. */
const six = (fourth: string): string =>
  Array.from({ length: 6 }, (_, at) => {
    const words = at === 3 ? fourth : 'The harbour';
    return `- ${words} has lamps on the outer mole that nobody lit in year ${at + 1}\n`;
  }).join('');

test('a point that goes on from the one before stays with it where one slide holds both', () => {
  for (const words of ['Or the yard', 'and the yard', 'the half of these']) {
    const [, text = ''] = slides(six(words)).find(([, one]) => one.includes(words)) ?? [];
    expect(text).toContain('year 3');
  }
});

test('one that says something by itself is cut where that leaves the slides equally full', () => {
  for (const words of ['The yard', 'the yard']) {
    const [, text = ''] = slides(six(words)).find(([, one]) => one.includes(words)) ?? [];
    expect(text).not.toContain('year 3');
  }
});

const points = (count: number, words: string): string =>
  Array.from({ length: count }, (_, at) => `- ${words} ${at + 1}\n`).join('');

test('of two lists, each with the line that leads to it, none is torn', () => {
  const all = slides(
    `Compared with the old lamps, the new ones have:\n\n${points(4, 'brighter light in fog')}\nThe whole project is a milestone for the harbour and its yard, and its contributions are:\n\n${points(5, 'a part that lasts for longer than')}\nSo the yard has decided to build them for the other harbours on the coast as well, beginning with the two on the islands.\n`,
  );
  const [one, two] = all.map(([, text]) => text);
  expect(one).toMatch(/^Compared.*fog 4$/u);
  expect(two).toMatch(/^The whole.*than 5/u);
});

test('a label right below a heading that has more words of its own leads to its list on the slide of the heading', () => {
  const text = `What we want from a lamp:\n\n${points(4, 'a light that ships see from as far away as the outer mole')}\nThe old lamps were put up in the year of the flood by people who had no others to choose from, and so they did what they could.\n\nThe new ones were made for this harbour by the yard itself, which had the time for it in the winter when no ships came.\n`;
  expect(slides(text)[0]).toEqual(['Harbour', expect.stringMatching(/^What we want from a lamp:.*mole 4$/u)]);
  // With nothing else of the heading's own, it is the topic.
  const labels = ['Our wishes', 'Our lamps', 'Our costs'].map(
    (name) => `${name}:\n\n${points(3, 'a light that ships see from as far away as the mole')}\n\n`,
  );
  expect(slides(labels.join('')).map(([title]) => title)).toEqual(['Our wishes', 'Our lamps', 'Our costs']);
});

test('what a line introduces stays below it where one slide holds all of it', () => {
  const point = (name: string, more = ''): string =>
    `- ${name} in the outer harbour\n  - seen by ships that come in at night, whatever the weather is like${more}\n  - heard by all others\n`;
  const text = (more: string): string =>
    `The two things that the yard has to keep are:\n\n${point('Lamps', more)}${point('Bells', more)}\n`;
  expect(slides(text(''))).toEqual([
    ['Harbour', expect.stringMatching(/^The two things .*Lamps in the .*Bells in the .*all others$/u)],
  ]);
  const long = ' and however long the night may be for those who wait at home for them';
  expect(slides(text(long))).toHaveLength(2);
});

test('the other direction of a proof begins a slide; a point without a sign does not', () => {
  const proof = (sign: string): string =>
    Array.from({ length: 9 }, (_, at) => {
      const words = at === 0 ? '<= Let' : at === 6 ? `${sign} Let` : 'Let';
      return `- ${words} one automaton read another letter of words on tape ${at + 1}\n`;
    }).join('');
  const begins = (sign: string, shown = sign): boolean =>
    slides(proof(sign)).some(([, text]) => text.startsWith(`${shown} Let`));
  expect(begins('=>', '⇒')).toBe(true);
  expect(begins('Else')).toBe(false);
});

test('a point that goes on from the topic before it stands on its slide', () => {
  const topic = (name: string): string =>
    `- ${name}\n  - as many as the outer harbour has room for, and nine of them dark since the storm\n  - and one more\n`;
  const rest = (word: string): string =>
    `- ${word}\n  - the old ones among them that nobody counts, says the maker\n`;
  const all = slides(`${topic('Lamps')}${topic('Buoys')}${rest('where')}${topic('Bells')}${topic('Signs')}`);
  expect(all.map(([title]) => title)).toEqual(['Lamps', 'Buoys', 'Bells', 'Signs']);
  expect(all[1]?.[1]).toMatch(/where the old ones/u);
  const own = slides(`${topic('Lamps')}${topic('Buoys')}${rest('Ropes')}${topic('Bells')}${topic('Signs')}`);
  expect(own.map(([title]) => title)).toEqual(['Lamps', 'Buoys', 'Ropes', 'Bells', 'Signs']);
});
