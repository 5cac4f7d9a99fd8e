// The table of what a title block's lines look like: each row reads its own example, and none before it does.
import type { Paragraph } from 'mdast';
import { expect, test } from 'vitest';
import { readMarkdown } from '../../src/notes/markdown/read-markdown.ts';
import { type LineKind, readMeaning, titlePatterns } from '../../src/notes/title-block/title-patterns.ts';

const rows = (Object.keys(titlePatterns) as LineKind[]).flatMap((kind) =>
  titlePatterns[kind].map(({ example, read }) => ({ kind, example, read })),
);

test.each(rows)('$kind: $example', ({ kind, example, read }) => {
  const source = { path: 'notes.md', text: example };
  const { children: content } = readMarkdown(example, 'text').children[0] as Paragraph;
  const own = read({
    content,
    text: content.map((node) => ('value' in node ? node.value : '')).join(''),
    source,
  });
  expect(own).toBeDefined();
  expect(readMeaning(content, kind, source)).toEqual(own);
});
