import { expect, test } from 'vitest';
import { hintsJsonSchema } from '../../src/hints/index.ts';
import { layoutNames } from '../../src/layouts/index.ts';

test('the schema that ships is the schema that is read with', async () => {
  const printed = `${JSON.stringify(hintsJsonSchema(), null, 2)}\n`;
  await expect(printed).toMatchFileSnapshot('../../schema/hints.json');
});

test('every key is explained', () => {
  const bare = properties(hintsJsonSchema()).filter(
    ([, schema]) => !('description' in schema) && !('$ref' in schema),
  );
  expect(bare).toEqual([]);
});

test('the layouts are those there are', () => {
  const layouts = properties(hintsJsonSchema()).filter(([key]) => key === 'layout');
  expect(layouts).toHaveLength(2);
  for (const [, schema] of layouts) expect(schema.enum).toEqual(layoutNames);
});

type Schema = Record<string, unknown>;

function properties(schema: unknown): [string, Schema][] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = Object.entries((schema as Schema).properties ?? {}) as [string, Schema][];
  return [...own, ...Object.values(schema).flatMap(properties)];
}
