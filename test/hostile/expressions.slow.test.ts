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
const length = 2_000;
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

function traps(pattern: RegExp): readonly string[] {
  const own = pattern.source.replace(/\\[a-zA-Z]|[\\^$|?*+(){}[\]]/g, '\0').match(/[^\0]+/g) ?? [];
  return [...new Set([...pumps, ...own.slice(0, 8)])].filter(
    (pump) => !ends(pattern, `${pump.repeat(Math.ceil(length / pump.length))}\u0001`),
  );
}

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
