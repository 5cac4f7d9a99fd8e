import type { PhrasingContent } from 'mdast';
import { expect, test } from 'vitest';
import { joinTornCode } from '../../src/notes/markdown/torn-code.ts';

const code = (value: string): PhrasingContent => ({ type: 'inlineCode', value });
const link = (url: string): PhrasingContent => ({
  type: 'link',
  url,
  children: [{ type: 'text', value: 'a' }],
});

test('an underscore that an editor took for emphasis is one again where the pieces of code are joined', () => {
  expect(joinTornCode([code('*_*``needs(_: &dyn Trait)')], '`')).toEqual([code('_needs(_: &dyn Trait)')]);
  expect(joinTornCode([code('*_*')], '`')).toEqual([code('*_*')]);
  expect(joinTornCode([code('a``*b*')], '`')).toEqual([code('a*b*')]);
});

test('code that is a whole link stands for one beside another to the same address', () => {
  const torn = code('[not_useful](https://example.org/a)');
  const joined = { type: 'link', url: 'https://example.org/a', children: [code('not_useful')] };
  expect(joinTornCode([link('https://example.org/a'), torn], '')).toEqual([
    link('https://example.org/a'),
    joined,
  ]);
  expect(joinTornCode([link('https://example.org/b'), torn], '')[1]).toEqual(torn);
  expect(joinTornCode([torn], '')).toEqual([torn]);
});
