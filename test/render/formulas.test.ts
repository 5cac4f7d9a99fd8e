import { expect, test } from 'vitest';
import { renderMarp } from '../../src/render/marp/index.ts';
import { baseTheme, deckOf } from './talk.ts';

async function messages(body: string): Promise<readonly string[]> {
  const { diagnostics } = await renderMarp(
    deckOf([{ title: 'One', body }], { math: true }),
    await baseTheme(),
  );
  return diagnostics.map(({ message }) => message);
}

test('a command that KaTeX does not know is warned of once', async () => {
  expect(await messages('$\\vect{b}$ and $\\vect{a}$')).toEqual([
    'the formula has a command that is not known: \\vect',
  ]);
});

test('chemistry is known, and so is what is said of a backslash', async () => {
  expect(
    await messages('$\\ce{H2O}$, $\\pu{12 km}$, $\\text{\\textbackslash}$ and $\\color{red} x$'),
  ).toEqual([]);
});

test('a part of a formula begins with its sign, and does not end with it', async () => {
  const body = '$a = b \\times c$ and $-d$ and $e \\neq f$';
  const { html } = await renderMarp(deckOf([{ title: 'One', body }], { math: true }), await baseTheme());
  const parts = html.split(/<span class="(?:katex-)?base">/).slice(1);
  const [first, ...others] = parts.map((part) => part.replace(/<[^>]*>/g, '').trim());
  expect(first).toBe('a');
  // What is drawn of several characters stays where it is: KaTeX draws "≠" so.
  expect(others.map((part) => part.slice(0, 2).trim())).toEqual([
    '=b',
    '×c',
    '−d',
    expect.stringMatching(/^e/),
    'f',
  ]);
});
