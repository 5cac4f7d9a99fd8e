import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Slide } from '../../src/plan/index.ts';
import { openStudio, planOf, type Studio } from './plan-of.ts';
import { bodyWords, letters, shownWords } from './shown-words.ts';

let studio: Studio;
beforeAll(async () => {
  studio = await openStudio();
});

const word = fc.constantFrom(
  'alpha',
  'beta',
  'latency',
  'of',
  'the',
  'Trainingsdaten',
  'データ',
  '2,000',
  'GPUs',
  'x'.repeat(60),
);
const sentence = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(' '));
const bullets = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 5 }), sentence), { minLength: 1, maxLength: 14 })
  .map((lines) => {
    let depth = -1;
    return lines
      .map(([wanted, text]) => {
        depth = Math.min(wanted, depth + 1);
        return `${'  '.repeat(depth)}- ${text}`;
      })
      .join('\n');
  });
const table = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 20 }), word)
  .map(([columns, rows, text]) => {
    const row = (cells: string[]) => `| ${cells.join(' | ')} |`;
    const cells = (name: string) => Array.from({ length: columns }, (_, index) => `${name}${index}`);
    return [
      row(cells('h')),
      row(cells('-').map(() => '---')),
      ...Array.from({ length: rows }, (_, at) => row(cells(`${text}${at}c`))),
    ].join('\n');
  });
const code = fc
  .array(sentence, { minLength: 1, maxLength: 40 })
  .map((lines) => `\`\`\`js\n${lines.join('\n')}\n\`\`\``);
const block = fc.oneof(
  bullets,
  bullets,
  sentence,
  sentence,
  table,
  code,
  sentence.map((text) => `> ${text}`),
);
const section = fc
  .tuple(fc.integer({ min: 2, max: 4 }), word, fc.array(block, { maxLength: 4 }))
  .map(([depth, title, blocks]) => `${'#'.repeat(depth)} ${title}\n\n${blocks.join('\n\n')}`);
const notes = fc
  .array(section, { minLength: 1, maxLength: 6 })
  .map((sections) => `# A talk\n\nFirst words.\n\n${sections.join('\n\n')}\n`);

/** What is left of the notes without the signs of Markdown and the headings. */
function sourceLetters(text: string): string {
  const body = text.replace(/^```js$/gm, '').replace(/^\|(?: --- \|)+$/gm, '');
  return letters(body);
}

test('planning ends, loses nothing, repeats nothing and keeps the order', () => {
  fc.assert(
    fc.property(notes, (text) => {
      const plan = planOf(studio, text);
      const shown = shownWords(plan);
      const [seen, written] = [shown, sourceLetters(text)].map((part) => withoutHeadings(part, text)) as [
        string,
        string,
      ];
      expect([...seen].sort().join('')).toBe([...written].sort().join(''));
      if (!text.includes('|')) expectInOrder(bodyWords(plan), sourceLetters(text));
      for (const slide of plan.slides) expect(slide.fill).toBeLessThanOrEqual(1);
    }),
    {
      numRuns: 60,
      examples: [
        // A bullet too long for a title, above one that has a slide of its own.
        [
          `# A talk\n\nFirst words.\n\n## alpha\n\n- alpha ${'x'.repeat(60)} alpha alpha alpha データ alpha\n  - データ alpha\n    - alpha alpha alpha alpha データ alpha alpha alpha alpha alpha alpha alpha\n    - alpha alpha データ alpha alpha alpha alpha alpha alpha alpha alpha\n  - alpha alpha alpha データ alpha alpha\n  - データ alpha alpha alpha alpha\n\n## alpha\n\n\n`,
        ],
      ],
    },
  );
});

/** Titles stand above their slide whatever comes first in the notes; all below them is in order. */
function expectInOrder(shown: string, written: string): void {
  let at = 0;
  for (const letter of shown) {
    at = written.indexOf(letter, at) + 1;
    expect(at).toBeGreaterThan(0);
  }
}

/** Sub-headings stand in the body or as titles: compared without the words they are made of. */
function withoutHeadings(shown: string, text: string): string {
  const titles = [...text.matchAll(/^#+ (.*)$/gm)]
    .map(([, title]) => letters(title ?? ''))
    .filter((title) => title !== '');
  return titles.reduce((rest, title) => rest.split(title).join(''), shown);
}

/** Agenda and dividers are of no section: a deck that grows long enough gets them. */
test('editing one section changes no slide of another', () => {
  const parts = fc.array(fc.tuple(word, fc.array(block, { minLength: 1, maxLength: 3 })), {
    minLength: 2,
    maxLength: 5,
  });
  fc.assert(
    fc.property(parts, fc.nat(), block, (sections, at, added) => {
      const edited = at % sections.length;
      const print = (change: string): string =>
        `# A talk\n\n${sections.map(([, blocks], index) => `## Part ${index}\n\n${blocks.join('\n\n')}\n\n${index === edited ? change : ''}`).join('\n\n')}\n`;
      const [before, after] = ['', `\n\nnew\n\n${added}`].map(
        (change) => planOf(studio, print(change)).slides,
      );
      const apart = new Set([edited, ...sharing(before ?? []), ...sharing(after ?? [])]);
      const others = (slides: readonly Slide[] = []) =>
        slides
          .filter(
            ({ layout, section }) =>
              layout !== 'agenda' && layout !== 'section' && !apart.has(numberOf(section[0])),
          )
          .map(look);
      expect(others(after)).toEqual(others(before));
    }),
    { numRuns: 40 },
  );
});

/** Numbers of the parts of a few words that share a slide with their neighbours: to it they are one section. */
function sharing(slides: readonly Slide[]): readonly number[] {
  return slides.flatMap(({ title }) => {
    if (title?.reason !== 'the names of the small sections that share the slide') return [];
    const numbers = [...title.text.matchAll(/Part (\d+)/gu)].map(([, number]) => Number(number));
    const [first = 0, last = 0] = [Math.min(...numbers), Math.max(...numbers)];
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  });
}

function numberOf(name: string | undefined): number {
  return Number(name?.replace('Part ', ''));
}

test('an edit in a section that shares a slide changes no slide but that one', () => {
  const stub = (at: number): string => `## Part ${at}\n\n- [Link ${at}](https://example.org)\n\n`;
  const long =
    '## Part 9\n\n- one thing that takes a slide of its own\n- and another one that goes with it\n\n';
  const print = (words: string): string =>
    `# A talk\n\n${long}${stub(1)}${stub(2)}${words}${stub(4)}${long.replace('9', '8')}`;
  const slides = (words: string) =>
    planOf(studio, print(words))
      .slides.filter(({ section, layout }) => layout !== 'agenda' && /Part [89]/u.test(section[0] ?? ''))
      .map(look);
  expect(slides(stub(3))).toEqual(
    slides(`${stub(3)}${'- more words than a slide with a few of them has\n'.repeat(6)}`),
  );
});

test('no title of a content slide takes more than three lines, as measured', () => {
  const long = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(' '));
  const titled = fc.tuple(fc.integer({ min: 2, max: 4 }), long, fc.array(block, { maxLength: 3 }));
  const deep = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 4 }), long), { minLength: 1, maxLength: 10 })
    .map((lines) => lines.map(([depth, text]) => `${'  '.repeat(depth)}- ${text}`).join('\n'));
  const text = fc
    .array(fc.tuple(titled, deep), { minLength: 1, maxLength: 4 })
    .map((sections) =>
      sections
        .map(
          ([[depth, title, blocks], list]) =>
            `${'#'.repeat(depth)} ${title}\n\n${blocks.join('\n\n')}\n\n${list}`,
        )
        .join('\n\n'),
    );
  const { measure, theme } = studio;
  fc.assert(
    fc.property(text, (sections) => {
      for (const { title, layout, bodySize } of planOf(studio, `# A talk\n\n${sections}\n`).slides) {
        if (!title || layout === 'title' || layout === 'section') continue;
        expect(measure.lines(title.content, 'title', theme.content.width, bodySize)).toBeLessThanOrEqual(3);
      }
    }),
    { numRuns: 30 },
  );
});

/** A slide without its places in the file, which move, and what goes by the whole deck: its ground, and the shape of the talk. */
function look({ spans: _, ground: __, shape: ___, body, ...slide }: Slide): unknown {
  return JSON.parse(
    JSON.stringify({ ...slide, body }, (key, value) =>
      key === 'position' || key === 'span' ? undefined : value,
    ),
  );
}

test('full colour is never on two slides in a row, but before the last words, and a long deck has three grounds', () => {
  const isFull = ({ ground }: Slide): boolean => ground === 'strong' || ground === 'second';
  fc.assert(
    fc.property(notes, (text) => {
      const { slides } = planOf(studio, text);
      slides.forEach((slide, at) => {
        const before = slides[at - 1];
        if (before && isFull(before) && isFull(slide)) expect(slide.layout).toBe('closing');
      });
      const lights = slides.filter(
        ({ layout, ground }) => ground === 'light' && layout !== 'code' && layout !== 'table',
      );
      if (slides.length >= 8 && lights.length > 1)
        expect(new Set(slides.map(({ ground }) => ground)).size).toBeGreaterThanOrEqual(3);
    }),
    { numRuns: 20 },
  );
});

test('the same notes give the same plan', () => {
  fc.assert(
    fc.property(notes, (text) => {
      expect(planOf(studio, text)).toEqual(planOf(studio, text));
    }),
    { numRuns: 20 },
  );
});

test('any text is planned: cut, shuffled and damaged Markdown', () => {
  const damaged = fc.tuple(notes, fc.nat(), fc.nat(), fc.string()).map(([text, from, to, junk]) => {
    const [a, b] = [from % text.length, to % text.length].sort((x, y) => x - y) as [number, number];
    return text.slice(b) + junk + text.slice(0, a);
  });
  fc.assert(
    fc.property(damaged, (text) => {
      expect(planOf(studio, text).slides.length).toBeGreaterThan(0);
    }),
    { numRuns: 60 },
  );
});
