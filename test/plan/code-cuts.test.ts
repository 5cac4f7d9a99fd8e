import type { Code } from 'mdast';
import { expect, test } from 'vitest';
import type { Box } from '../../src/layouts/index.ts';
import type { Plan } from '../../src/plan/index.ts';
import { type Atom, toAtoms } from '../../src/plan/split/atom.ts';
import { breakCost } from '../../src/plan/split/break-cost.ts';
import { cutAtom } from '../../src/plan/split/cut-atom.ts';
import { typeSizeOf } from '../../src/plan/type-size.ts';
import { openStudio, planOf } from './plan-of.ts';

/** The lines at which a listing would be cut soonest, each by the line that begins the next slide. */
function cheapest(lang: string, value: string): readonly string[] {
  const code: Code = { type: 'code', lang, value };
  const atoms = cutAtom(toAtoms([code])[0] as Atom, 'en');
  const cost = atoms.slice(1).map((atom, at) => breakCost(atoms[at] as Atom, atom));
  const least = Math.min(...cost);
  return atoms
    .slice(1)
    .flatMap(({ block }, at) => (cost[at] === least && block.type === 'code' ? [block.value.trim()] : []));
}

test.each([
  ['python', 'def a():\n    x = 1\n    y = 2\n@cached\ndef b():\n    z = 3', ['@cached']],
  [
    'python',
    'class A:\n    def a(self):\n        x = 1\n\n    def b(self):\n        y = 2',
    ['def b(self):'],
  ],
  ['js', 'a();\n// what b is for\nb();', ['// what b is for']],
  ['js', 'if (a) {\n  b();\n}\nc();', ['c();']],
  ['sql', 'select\n  (\n    a\n  )\n  b\nfrom c', ['from c']],
])('%s is cut before what begins anew, not below a head: %j', (lang, value, lines) => {
  expect(cheapest(lang, value)).toEqual(lines);
});

const steps = (count: number): string =>
  Array.from({ length: count }, (_, at) => (at % 10 === 0 ? `task_${at}()` : `  step_${at}()`)).join('\n');

test('a long narrow listing stands in columns on as few slides with a line below it as without', async () => {
  const studio = await openStudio();
  const text = (below: string): string =>
    `# T\n\n## Tasks\n\nThe tasks of a night:\n\n\`\`\`py\n${steps(80)}\n\`\`\`\n${below}`;
  const count = (below: string): number => planOf(studio, text(below)).slides.length;
  expect(count('\nThey end before dawn.\n')).toBe(count(''));
});

/** The blocks of code on each slide after the cover, as their numbers of lines. */
function columns(slides: Plan['slides']): readonly (readonly number[])[] {
  const found = (box: Box | undefined): readonly number[] => {
    if (box === undefined || box.kind === 'line') return [];
    if (box.kind === 'flow')
      return box.blocks.flatMap((block) => (block.type === 'code' ? [block.value.split('\n').length] : []));
    return 'boxes' in box ? box.boxes.flatMap(found) : [];
  };
  return slides.slice(1).map(({ body }) => found(body));
}

test('narrow lines stand in three columns where two would not do, with a link below the last; wide ones in one', async () => {
  const studio = await openStudio();
  const listing = (value: string, below = ''): string =>
    `# T\n\n## Tasks\n\n\`\`\`py\n${value}\n\`\`\`\n${below}\n`;
  const of = (text: string): readonly (readonly number[])[] => columns(planOf(studio, text).slides);
  expect(of(listing(steps(12)))).toEqual([[12]]);
  expect(of(listing(steps(24)))).toEqual([[12, 12]]);
  expect(of(listing(steps(36)))).toEqual([[12, 12, 12]]);
  expect(of(listing(steps(36), '\n[Run it](https://example.org).'))).toEqual([[12, 12, 12]]);
  const wide = steps(20).replaceAll('()', '(with_a_name_that_is_long_enough, and_another_that_is_as_long)');
  expect(of(listing(wide))).toEqual([[20]]);
});

test('a listing that is whole on a slide only where it is hard to read stands on two, in type of one size', async () => {
  const studio = await openStudio();
  const { slides } = planOf(studio, `# T\n\n\`\`\`py\n${steps(60)}\n\`\`\`\n`);
  expect(
    columns(slides)
      .flat()
      .reduce((sum, lines) => sum + lines, 0),
  ).toBe(60);
  expect(slides.length).toBeGreaterThan(2);
  const sizes = slides.slice(1).map(({ body, bodySize }) => {
    const own = studio.theme.numbers[bodySize].get('--code-size');
    return body ? (typeSizeOf(body) ?? own) : own;
  });
  expect(new Set(sizes).size).toBe(1);
  expect(sizes[0]).toBeGreaterThanOrEqual(20);
});

test('parts of a listing of long lines are no fuller than their slides in type of one size', async () => {
  const studio = await openStudio();
  const long = (letters: number): string =>
    `${'x'.repeat(60)} `.repeat(Math.ceil(letters / 61)).slice(0, letters);
  const fills = [300, 400, 500, 600].flatMap((letters) =>
    [20, 24, 28, 32].map((count) => {
      const lines = Array.from({ length: count }, (_, at) =>
        long(at % 3 === 0 ? letters : at % 3 === 1 ? 20 : 90),
      );
      const { slides } = planOf(studio, `# T\n\n\`\`\`\n${lines.join('\n')}\n\`\`\`\n`);
      return Math.max(...slides.map(({ fill }) => fill));
    }),
  );
  expect(Math.max(...fills)).toBeLessThanOrEqual(1);
});

test('a cut leaves no handful of lines', async () => {
  const studio = await openStudio();
  const body = Array.from({ length: 24 }, (_, at) => `  step_${at}(with_a_name_that_is_long_enough)`).join(
    '\n',
  );
  const text = `# T\n\n## Tasks\n\n\`\`\`py\ndef a():\n${body}\nb()\nc()\n\`\`\`\n`;
  const parts = columns(planOf(studio, text).slides).flat();
  expect(parts).toHaveLength(2);
  expect(Math.min(...parts)).toBeGreaterThan(6);
});
