import { expect, test } from 'vitest';
import { goesOn, leansOnBefore } from '../../src/layouts/content/leaning.ts';

test.each([
  ['This produces the logits', 'en'],
  ['For parcels', 'en'],
  ['dabei', 'de'],
  ['There they stay', 'en'],
])('speaks of what was said before it, and is no title: %s', (text, lang) => {
  expect(leansOnBefore(text, lang)).toBe(true);
});

test.each([
  ['Then sort by size', 'en'],
  ['but not at night', 'en'],
  ['aber nicht nachts', 'de'],
  ['Specifically: two', ''],
])('goes on from what was said before it, and is not said loudly: %s', (text, lang) => {
  expect(goesOn(text, lang)).toBe(true);
});

test.each([
  ['This trick is powerful', 'en'],
  ['For parcels, not for lives', 'en'],
  ['Butter and bread', 'en'],
  ['Then', 'fi'],
])('can be said loudly below its title: %s', (text, lang) => {
  expect(goesOn(text, lang)).toBe(lang === 'fi');
});

test('what stands for nothing leans on nothing', () => {
  expect(leansOnBefore('Es gibt drei Wege', 'de')).toBe(false);
});
