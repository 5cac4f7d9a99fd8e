// What the product does, case by case: notes and hints in, the deck and the reasons for it out.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compositionsOf, layoutNames, layouts } from '../../src/layouts/index.ts';
import { caseNames, casesFolder, compileCase, explained, problems } from './compile-case.ts';

const used = new Set<string>();
const compositions = new Set<string>();

describe('decks', () => {
  test.each(caseNames)('%s', async (name) => {
    const built = await compileCase(name);
    const golden = (file: string): string => join(casesFolder, name, file);
    for (const { layout, composition } of built.compiled.value.plan.slides) {
      used.add(layout);
      compositions.add(composition);
    }
    await expect(built.compiled.value.deck.markdown).toMatchFileSnapshot(golden('deck.marp.md'));
    await expect(explained(built)).toMatchFileSnapshot(golden('explain.txt'));
    const found = problems(built);
    if (found !== '' || existsSync(golden('diagnostics.txt')))
      await expect(found).toMatchFileSnapshot(golden('diagnostics.txt'));
  });
});

test('the cases show every layout', () => {
  expect([...used].sort()).toEqual([...layoutNames].sort());
});

test('the cases show every composition', () => {
  const names = Object.values(layouts).flatMap((layout) => compositionsOf(layout).map(({ name }) => name));
  expect([...compositions].sort()).toEqual([...new Set(names)].sort());
});
