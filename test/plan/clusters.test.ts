import { expect, test } from 'vitest';
import { clusterEnd, markedness } from '../../src/plan/split/clusters.ts';
import { sentencePieces } from '../../src/plan/split/cut-atom.ts';

test.each([
  ['between letters', 'abcdef', 3, 3],
  ['not before a mark', 'abe\u0301\u0301cd', 4, 2],
  ['not inside a character of two halves', 'ab😀cd', 3, 2],
  ['not inside a family', 'ab👩‍👩‍👧cd', 6, 2],
  ['not before a skin tone', 'ab👍🏽cd', 4, 2],
  ['not inside a flag, but between two', '🇩🇪🇫🇷', 6, 4],
  ['between two flags', '🇩🇪🇫🇷', 4, 4],
  ['at the end', 'abc', 9, 3],
])('text is cut %s', (_, text, limit, end) => {
  expect(clusterEnd(text, 0, limit)).toBe(end);
});

test('more marks than any letter has are cut somewhere, and never inside a character of two halves', () => {
  expect(clusterEnd(`a${'\u0301'.repeat(500)}`, 0, 300)).toBe(300);
  expect(clusterEnd(`a${'😀\u200d'.repeat(500)}`, 0, 300)).toBeGreaterThan(200);
});

test('pieces of marked letters hold as many letters as others, and end with a letter and its marks', () => {
  const letter = `e${'\u0301'.repeat(9)}`;
  const text = letter.repeat(9000);
  const pieces = sentencePieces(text, 'en');
  expect(pieces.length).toBeLessThan(50);
  expect(pieces.every(([start]) => text[start] === 'e')).toBe(true);
  expect(markedness('Tiếng Việt, e\u0301te\u0301, हिन्दी')).toBe(1);
});
