import type { Code } from 'mdast';
import { expect, test } from 'vitest';
import { type Atom, toAtoms } from '../../src/plan/split/atom.ts';
import { breakCost } from '../../src/plan/split/break-cost.ts';
import { cutAtom } from '../../src/plan/split/cut-atom.ts';
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

test('a long narrow listing stands in columns on as few slides with a line below it as without', async () => {
  const studio = await openStudio();
  const lines = Array.from({ length: 50 }, (_, at) => (at % 10 === 0 ? `task_${at}()` : `  step_${at}()`));
  const text = (below: string): string =>
    `# T\n\n## Tasks\n\nThe tasks of a night:\n\n\`\`\`py\n${lines.join('\n')}\n\`\`\`\n${below}`;
  const count = (below: string): number => planOf(studio, text(below)).slides.length;
  expect(count('\nThey end before dawn.\n')).toBe(count(''));
});
