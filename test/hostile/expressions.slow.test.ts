// A regular expression with one repetition inside another can take longer than anybody waits on a few dozen characters.
// Every expression of `src` is run on long runs of what it is made of, each with an end that does not fit.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext, runInThisContext } from 'node:vm';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../src');

/** Where an expression may begin, and what it is made of: enough for code that Biome has formatted. */
const literal =
  /(?<=(?:[(=,:?!&|[{;]|return|=>|^)\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[dgimsuvy]*(?=\s*[.,;)\]\n:?&|]|$)/gm;

const pumps = [
  ...[
    ' ',
    '\t',
    '\n',
    'a',
    '1',
    '-',
    'a ',
    'a,',
    '1 ',
    '* ',
    '> ',
    '- ',
    'a\n',
    '\n ',
    '\n- ',
    '\u00e9',
    '\u4e2d',
  ],
  ...[
    '<!---->',
    '<!-- ',
    '<a ',
    '<img ',
    '<script',
    '![',
    '[[a',
    '](',
    '`',
    '%%',
    '**',
    '{#a',
    '&a',
    '"',
    "'",
    '(',
    '()',
    '[',
    '[]',
    '{',
    '|',
    ':',
    '#',
    '_',
    '$',
    '\\',
    '\\a',
    '/',
    '.',
  ],
];

/** Long enough to tell: the square of it takes milliseconds, its third power seconds. */
const shortRun = 2_000;
const milliseconds = 1_500;

function expressionsOf(path: string): readonly RegExp[] {
  const text = readFileSync(join(root, path), 'utf8').replace(/^\s*(?:\*|\/\/|\/\*\*).*$/gm, '');
  return [...text.matchAll(literal)].flatMap(([written]) => {
    try {
      return [runInThisContext(written) as RegExp];
    } catch {
      // A division, or a piece of a template: no expression.
      return [];
    }
  });
}

const box: { text: string; pattern: RegExp } = { text: '', pattern: /x/ };
const context = createContext(box);

/** Whether it comes to an end in time. */
function ends(pattern: RegExp, text: string): boolean {
  Object.assign(box, { text, pattern: new RegExp(pattern.source, pattern.flags) });
  try {
    runInContext('pattern.global ? [...text.matchAll(pattern)].length : pattern.test(text)', context, {
      timeout: milliseconds,
    });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false;
    throw error;
  }
}

function traps(pattern: RegExp, length = shortRun): readonly string[] {
  const own = pattern.source.replace(/\\[a-zA-Z]|[\\^$|?*+(){}[\]]/g, '\0').match(/[^\0]+/g) ?? [];
  return [...new Set([...pumps, ...own.slice(0, 8)])].filter((pump) => {
    // A line has no more of them in a row.
    const run = /^[ \t]+$/.test(pump) ? shortRun : length;
    return !ends(pattern, `${pump.repeat(Math.ceil(run / pump.length))}\u0001`);
  });
}

/**
 * Texts that a pattern may take the square of: they are bounded far below a notes file, and a run of them, or what
 * the program has written itself, in which the signs of notes are escaped.
 */
const bounded: readonly (readonly [paths: RegExp, why: string])[] = [
  [/^(?:render|gallery|site)\/|^check\/pdf\//, 'pages and PDF files that the program has made'],
  [
    /^notes\/title-block\/|^notes\/section-kind|^plan\/topics\/|^hints\/match\/fold/,
    'titles, and lines as short',
  ],
  [
    /^layouts\/|^notes\/markdown\/tidy-blocks/,
    'words of a block: at most 2,000 spaces, no two line ends in a row',
  ],
  [
    /^notes\/front-matter|^hints\/yaml\/(?:shape|deeper-line)/,
    'a line of YAML that is cut before it is read',
  ],
  [/^input\/validate-sizes|^deck\/code-and-math/, 'a number; code of a line'],
];

test('no expression over whole texts takes the square of their length', { timeout: 900_000 }, () => {
  const unbounded = paths.filter((path) => !bounded.some(([pattern]) => pattern.test(path)));
  expect(unbounded.length).toBeGreaterThan(paths.length / 2);
  const found = unbounded.flatMap((path) =>
    expressionsOf(path).flatMap((pattern) =>
      traps(pattern, 100_000).map((pump) => `${path}: ${pattern} on ${JSON.stringify(pump)}`),
    ),
  );
  expect(found).toEqual([]);
});

test('the measure finds a trap, and takes none for one', () => {
  expect(traps(/^(<!--[\s\S]*?-->\s*)*<svg/)).toEqual(['<!---->']);
  expect(traps(/\s+$/)).toEqual([]);
});

const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));

test('no expression of the sources is a trap', { timeout: 600_000 }, () => {
  const found = paths.flatMap((path) =>
    expressionsOf(path).flatMap((pattern) =>
      traps(pattern).map((pump) => `${path}: ${pattern} on ${JSON.stringify(pump)}`),
    ),
  );
  expect(found).toEqual([]);
});

test('the expressions are found', () => {
  expect(paths.flatMap(expressionsOf).length).toBeGreaterThan(500);
});
