import { expect, test } from 'vitest';
import { parseNotes, plainText } from '../../src/notes/index.ts';

test.each([
  ['the default for `extern` `"``C``"` here', 'the default for extern "C" here'],
  ['add the `fn``needs`', 'add the fnneeds'],
  ['a fence of ``` a``b ``` is meant', 'a fence of a``b is meant'],
  ['``` `` ``` are backticks', '`` are backticks'],
])('code that was cut into pieces is whole, and backticks that are meant stay: %s', (written, shown) => {
  const { value } = parseNotes({ path: 'talk.md', text: `# T\n\n## Part\n\n${written}\n` });
  expect(plainText(value.sections[0]?.blocks ?? [])).toBe(shown);
});
