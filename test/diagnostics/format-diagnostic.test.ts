import { expect, test } from 'vitest';
import { formatDiagnostic } from '../../src/diagnostics/index.ts';

/** The frame for the marked part of a line: `a[b]c`. */
function frameOf(marked: string): readonly string[] {
  const text = marked.replace(/[⟦⟧]/g, '');
  const start = marked.indexOf('⟦');
  const span = { path: 'notes.md', start, end: marked.indexOf('⟧') - 1 };
  const printed = formatDiagnostic(
    { code: 'notes/picture-missing', severity: 'warning', message: 'no', span },
    new Map([['notes.md', { path: 'notes.md', text }]]),
  );
  return printed.split('\n').slice(2);
}

test.each([
  ['plain letters', 'see ⟦whale⟧ here', '  1 │ see whale here', '    │     ^^^^^'],
  ['full-width letters', '潮の⟦満ち⟧引き', '  1 │ 潮の満ち引き', '    │     ^^^^'],
  ['half-width katakana', 'ｼｵ⟦x⟧', '  1 │ ｼｵx', '    │   ^'],
  ['an emoji before', '🐳 ⟦a⟧', '  1 │ 🐳 a', '    │    ^'],
  ['emoji of several characters', '👩‍🚀⟦🇯🇵⟧⟦', '  1 │ 👩‍🚀🇯🇵', '    │   ^^'],
  ['a sign that is asked to be an emoji', '☂️⟦a⟧', '  1 │ ☂️a', '    │   ^'],
  ['combining marks', 'Cafe\u0301 ⟦a⟧', '  1 │ Cafe\u0301 a', '    │      ^'],
  ['tabs', '\t- ⟦a\tb⟧', '  1 │  - a b', '    │    ^^^'],
  ['control characters', 'a\u001b[31m⟦b⟧', '  1 │ a␛[31mb', '    │       ^'],
  ['nothing at the end of a line', '潮⟦⟧', '  1 │ 潮', '    │   ^'],
])('carets stand below %s', (_, marked, line, carets) => {
  expect(frameOf(marked)).toEqual([line, carets]);
});

test('a long line is cut by what it takes on a screen, around the place', () => {
  const [line = '', carets = ''] = frameOf(`${'潮'.repeat(200)}⟦満⟧${'潮'.repeat(200)}`);
  expect(line).toBe(`  1 │ …${'潮'.repeat(20)}満${'潮'.repeat(29)}…`);
  expect(carets).toBe(`    │ ${' '.repeat(41)}^^`);
});

test('a line of a million characters takes no time', () => {
  const start = performance.now();
  frameOf(`${'潮 '.repeat(500_000)}⟦満⟧${'潮 '.repeat(500_000)}`);
  expect(performance.now() - start).toBeLessThan(500);
});
