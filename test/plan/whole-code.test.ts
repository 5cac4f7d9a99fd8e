import { expect, test } from 'vitest';
import type { Phrasing } from '../../src/notes/index.ts';
import { hasBreakableCode, wholeIn } from '../../src/plan/whole-code.ts';
import { openStudio } from './plan-of.ts';

const code = (value: string): Phrasing => ({ type: 'inlineCode', value });

test('code stays whole where its line holds it, its words where they fit, and else it is broken anywhere', async () => {
  const { measure, theme } = await openStudio();
  const marks = (value: string, width: number): unknown =>
    wholeIn({ measure, theme }, [code(value)], { style: 'body', width, bodySize: 'sm' }).map((node) =>
      node.type === 'inlineCode' ? node.data?.whole : undefined,
    );
  expect(marks('[Vec::new(); 22]', 600)).toEqual(['all']);
  expect(marks('select complex-set-of-things from boats', 500)).toEqual(['words']);
  expect(marks('select complex-set-of-things from boats', 200)).toEqual([undefined]);
});

test('only code in fixed-width letters with a place to break is looked at', () => {
  expect(hasBreakableCode([code('a b')])).toBe(true);
  expect(hasBreakableCode([{ type: 'strong', children: [code('f(x)') as never] }])).toBe(true);
  expect(hasBreakableCode([code('releases')])).toBe(false);
  expect(hasBreakableCode([code('行 列')])).toBe(false);
  expect(hasBreakableCode([{ type: 'text', value: 'a b' }])).toBe(false);
});
