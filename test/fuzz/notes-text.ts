// Notes as people write them, as programs spoil them, and as nobody would write them.
import fc from 'fast-check';
import { nastyText } from '../deck/nasty.ts';
import { objectWords } from '../hostile/object-words.ts';
import { dialectText } from './dialect-text.ts';

/** Notes from `seeds`, damaged here and there, or made up. */
export function notesText(seeds: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 3, arbitrary: mutated(seeds) },
    { weight: 2, arbitrary: madeUp },
    { weight: 2, arbitrary: dialectText },
    { weight: 1, arbitrary: nastyText.chain((start) => madeUp.map((rest) => start + rest)) },
  );
}

/** At most this much of a seed is taken: what goes wrong goes wrong in small notes too. */
const windowLetters = 4000;

function mutated(seeds: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...seeds), fc.nat(), fc.array(change(seeds), { maxLength: 8 }))
    .map(([seed, at, changes]) =>
      changes.reduce((text, apply) => apply(text), windowOf(seed, at)).slice(0, 3 * windowLetters),
    );
}

function windowOf(seed: string, at: number): string {
  if (seed.length <= windowLetters) return seed;
  const start = seed.lastIndexOf('\n', at % (seed.length - windowLetters)) + 1;
  return seed.slice(start, start + windowLetters);
}

type Change = (text: string) => string;

/** A place is a share of the text, so that a shorter text changes at the same place. */
const place = fc.integer({ min: 0, max: 999 });
const few = fc.integer({ min: 1, max: 40 });
const cut = (text: string, at: number): number => Math.floor((text.length * at) / 1000);

function change(seeds: readonly string[]): fc.Arbitrary<Change> {
  return fc.oneof(
    fc.tuple(place, nastyText).map(([at, piece]) => inserted(at, piece)),
    fc.tuple(place, few).map(([at, count]) => removed(at, count)),
    fc.tuple(place, place, few).map(([at, from, count]) => copied(at, from, count)),
    fc.tuple(place, fc.constantFrom(...seeds), place).map(([at, seed, from]) => joined(at, seed, from)),
    fc.tuple(place, fc.integer({ min: 2, max: 30 })).map(([at, times]) => repeated(at, times)),
    fc
      .tuple(place, fc.constantFrom('  ', '\t', '> ', '- ', '## ', '1. '))
      .map(([at, sign]) => moved(at, sign)),
  );
}

function inserted(at: number, piece: string): Change {
  return (text) => text.slice(0, cut(text, at)) + piece + text.slice(cut(text, at));
}

function removed(at: number, count: number): Change {
  return (text) => text.slice(0, cut(text, at)) + text.slice(cut(text, at) + count);
}

function copied(at: number, from: number, count: number): Change {
  return (text) => inserted(at, text.slice(cut(text, from), cut(text, from) + 10 * count))(text);
}

/** The start of these notes with the end of others. */
function joined(at: number, seed: string, from: number): Change {
  return (text) => text.slice(0, cut(text, at)) + windowOf(seed, cut(seed, from));
}

/** One line many times. */
function repeated(at: number, times: number): Change {
  return (text) => onLine(text, at, (line) => `${line}\n`.repeat(times));
}

/** One line further in, in a quotation, a list, a heading. */
function moved(at: number, sign: string): Change {
  return (text) => onLine(text, at, (line) => sign + line);
}

function onLine(text: string, at: number, apply: Change): string {
  const start = text.lastIndexOf('\n', Math.max(0, cut(text, at) - 1)) + 1;
  const next = text.indexOf('\n', start);
  const end = next === -1 ? text.length : next;
  return text.slice(0, start) + apply(text.slice(start, end)) + text.slice(end);
}

const word = fc.constantFrom(
  'tide',
  'of',
  'the',
  'harbour',
  'Gezeitentabelle',
  '潮汐',
  'مد',
  '2,000',
  'x'.repeat(60),
  '**high**',
  '`low()`',
  '$h = 2a$',
  '[link](https://example.org)',
  '![](gone.png)',
  '[^1]',
  '😀',
);
const words = (most: number): fc.Arbitrary<string> =>
  fc.array(word, { minLength: 1, maxLength: most }).map((all) => all.join(' '));
const list = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 4 }), words(25), fc.constantFrom('-', '*', '1.', '- [ ]')), {
    minLength: 1,
    maxLength: 12,
  })
  .map((items) => items.map(([depth, text, sign]) => `${'   '.repeat(depth)}${sign} ${text}`).join('\n'));
const table = fc
  .tuple(
    fc.integer({ min: 1, max: 14 }),
    fc.integer({ min: 0, max: 25 }),
    fc.array(words(4), { minLength: 1, maxLength: 5 }),
  )
  .map(([columns, rows, cells]) => {
    const row = (at: number): string =>
      `|${Array.from({ length: columns }, (_, column) => cells[(at + column) % cells.length]).join('|')}|`;
    return [row(0), `|${'-|'.repeat(columns)}`, ...Array.from({ length: rows }, (_, at) => row(at + 1))].join(
      '\n',
    );
  });
const fenced = fc
  .tuple(
    fc.constantFrom('', 'js', 'mermaid', 'nonsense', ...objectWords),
    fc.array(words(20), { maxLength: 40 }),
  )
  .map(([lang, lines]) => `\`\`\`${lang}\n${lines.join('\n')}\n\`\`\``);
const block = fc.oneof(
  { weight: 4, arbitrary: list },
  { weight: 3, arbitrary: words(60) },
  { weight: 1, arbitrary: table },
  { weight: 1, arbitrary: fenced },
  { weight: 1, arbitrary: words(40).map((text) => `> ${text}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('$$\n\\frac{1}{2}\n$$', '---', '<div>\n\n', '</div>', '[^1]: a note', '***'),
  },
  { weight: 1, arbitrary: nastyText },
);
const section = fc
  .tuple(fc.integer({ min: 1, max: 6 }), words(8), fc.array(block, { maxLength: 5 }))
  .map(([depth, title, blocks]) => [`${'#'.repeat(depth)} ${title}`, ...blocks].join('\n\n'));
const frontMatter = fc.constantFrom(
  '',
  '',
  '',
  '---\ntitle: Tides\nlang: de\n---\n\n',
  '---\nlectern:\n  deck: { details: notes }\n---\n\n',
  '---\n',
);
const madeUp = fc
  .tuple(frontMatter, fc.array(section, { minLength: 1, maxLength: 6 }))
  .map(([front, sections]) => `${front}${sections.join('\n\n')}\n`);
