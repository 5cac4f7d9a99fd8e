// Addresses of pictures and links as people paste them.
import type { Image, Link, Nodes } from 'mdast';
import { expect, test } from 'vitest';
import { parseNotes, plainText, shortAddress, walkNotes } from '../../src/notes/index.ts';

function nodesOf(text: string): readonly Nodes[] {
  const found: Nodes[] = [];
  walkNotes(parseNotes({ path: 'notes.md', text: `# A\n\n## B\n\n${text}\n` }).value, (node) => {
    found.push(node);
  });
  return found;
}

test.each([
  ['![x](pics/a b.png)', 'pics/a b.png'],
  ['![x](pics\\a.png)', 'pics/a.png'],
  ['![x](pics\\_a b\\c.png)', 'pics/_a b/c.png'],
  ['![x](C:\\pics\\a.png)', 'C:/pics/a.png'],
  ['![a [b] c](a.png)', 'a.png'],
  ['![x](a b.png "words")', 'a b.png'],
  ['![x](<a b.png>)', 'a b.png'],
  ['![x](https://e.org/a%20b.png)', 'https://e.org/a%20b.png'],
])('%s', (text, url) => {
  const pictures = nodesOf(text).filter((node): node is Image => node.type === 'image');
  expect(pictures.map((image) => image.url)).toEqual([url]);
});

test.each(['`![x](a b.png)`', '```\n![x](a b.png)\n```', '![x](a b)'])('%s is no picture', (text) => {
  expect(nodesOf(text).filter(({ type }) => type === 'image')).toEqual([]);
});

test.each([
  ['ask @ida@mastodon.social now', []],
  ['ask @ida@mastodon.social and ida@example.org', ['mailto:ida@example.org']],
  ['(@ida@mastodon.social)', []],
  ['ida@example.org', ['mailto:ida@example.org']],
])('%s', (text, urls) => {
  const links = nodesOf(text).filter((node): node is Link => node.type === 'link');
  expect(links.map(({ url }) => url)).toEqual(urls);
  expect(plainText(nodesOf(text).filter(({ type }) => type === 'paragraph') as never[])).toBe(text);
});

const long = 'https://docs.google.com/presentation/d/1A2B3C4D5E6F7G8H9I0JKLMNOPQRSTUVWXYZ/edit#slide=id.p';

test.each([
  [long, 'docs.google.com/…/edit#slide=id.p'],
  [`<${long}>`, 'docs.google.com/…/edit#slide=id.p'],
  [`https://www.example.org/${'a'.repeat(60)}`, `example.org/…${'a'.repeat(24)}`],
  [
    'https://github.com/example-foundation/common-council/labels/waiting-on-website-update',
    'github.com/…/waiting-on-website-update',
  ],
  ['https://github.com/example-foundation/common-council/issues/281', 'github.com/…/issues/281'],
  ['https://example.org/a/short/address', undefined],
  [`[the slides of the talk that was given last year in the old mill hall](${long})`, undefined],
])('%s is shown as %s', (text, shown) => {
  const [link] = nodesOf(text).filter((node): node is Link => node.type === 'link');
  expect(link && shortAddress(link)).toBe(shown);
});
