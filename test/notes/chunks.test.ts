import { readdirSync, readFileSync } from 'node:fs';
import type { Nodes } from 'mdast';
import { expect, test } from 'vitest';
import { chunkStarts } from '../../src/notes/markdown/chunk-starts.ts';
import { markdownInChunks } from '../../src/notes/markdown/markdown-in-chunks.ts';

const folder = new URL('../fixtures/notes/', import.meta.url);

test.each(readdirSync(folder))('%s is the same tree whether read whole or in parts', (name) => {
  const text = readFileSync(new URL(`${name}/notes.md`, folder), 'utf8').replace(/^\ufeff/, '');
  expect(shape(markdownInChunks(text, 'document', 1))).toEqual(shape(markdownInChunks(text, 'document')));
});

test('a heading sign in code, in a formula, in a comment is no place to cut', () => {
  const inside = [
    '```sh\n\n# a\n```',
    '~~~\n\n# a\n~~~',
    '$$\n\n# a\n$$',
    '<!--\n\n# a\n-->',
    '<pre>\n\n# a\n</pre>',
    '- ```\n\n# a\n',
  ];
  for (const block of inside) expect(chunkStarts(`${block}\n\ntext`, 1), block).toEqual([0]);
  expect(chunkStarts('a\n\n# b\n\n#c\n\n## d', 1)).toEqual([0, 3, 12]);
});

test.each([
  [
    'what is defined in one part is known in the others',
    '# A\n\nSee [it] and [^1].\n\n# B\n\n[it]: #b\n\n[^1]: there\n',
  ],
  ['a line that goes on a paragraph defines nothing', '# A\n\nSee [it].\n\n# B\n\nwords\n[it]: #b\n'],
  ['labels are written with escapes, and in any case', '# A\n\nSee [I\\]T].\n\n# B\n\n[i\\]t]: #b\n'],
  ['a list item defines too', '# A\n\nSee [it].\n\n# B\n\n- one\n\n  [it]: #b\n'],
])('%s', (_, text) => {
  expect(shape(markdownInChunks(text, 'document', 1))).toEqual(shape(markdownInChunks(text, 'document')));
});

/** Types, texts and offsets, without lines and columns. */
function shape(node: Nodes): unknown {
  const { position, ...rest } = node;
  const span = node.type === 'root' ? '' : `${position?.start.offset}-${position?.end.offset}`;
  return { ...rest, span, children: 'children' in node ? node.children.map(shape) : [] };
}
