// What is done around the parser: it must never be asked for more than its stack holds, and its trees are repaired.
import type { Nodes } from 'mdast';
import { expect, test } from 'vitest';
import { type MarkdownKind, readMarkdown } from '../../src/notes/markdown/read-markdown.ts';

/** `type(children or value)@start-end`, without the root. */
function shape(text: string, kind: MarkdownKind = 'text'): string {
  const show = (node: Nodes): string => {
    const inside = 'children' in node ? node.children.map(show).join(' ') : 'value' in node ? node.value : '';
    return `${node.type}(${inside})@${node.position?.start.offset}-${node.position?.end.offset}`;
  };
  return readMarkdown(text, kind).children.map(show).join(' ');
}

const hostile: Readonly<Record<string, string>> = {
  'emphasis in emphasis': '*a **b '.repeat(140_000) + ' c** d*'.repeat(140_000),
  'emphasis in emphasis, line by line': '*a **b\n'.repeat(140_000) + 'c** d*\n'.repeat(140_000),
  'below lines that look like bullets': '*a **b\n- \n#x\n'.repeat(80_000) + 'c** d*\n'.repeat(80_000),
  'one run of underscores': `${'_'.repeat(900_000)}a${'_'.repeat(900_000)}`,
  'pictures in pictures': `${'![*a '.repeat(150_000)}${'*](b)'.repeat(150_000)}`,
  'strikethrough in strikethrough': '~~a ~b '.repeat(140_000) + ' c~ d~~'.repeat(140_000),
  'quotations in quotations': `${'> '.repeat(900_000)}a`,
  'bullets in bullets': `${'- '.repeat(900_000)}a`,
  'emphasis on one line with other letters': '*é* '.repeat(400_000),
  'brackets on one line with other letters': '<![CDATA[é'.repeat(180_000),
  'sums of money': '$5 and '.repeat(250_000),
};

test.each(Object.entries(hostile))('%s: read, in seconds', { timeout: 60_000 }, (_, text) => {
  const start = performance.now();
  expect(readMarkdown(text, 'text').children.length).toBeGreaterThan(0);
  expect(performance.now() - start).toBeLessThan(20_000);
});

test('what is hidden from the parser is shown again, in code and addresses too', () => {
  const dense = '*a **b '.repeat(6000);
  expect(shape(dense) === `paragraph(text(${dense.trimEnd()})@0-41999)@0-42000`).toBe(true);
  const code = `\`\`\`\n${'[*a*]\n'.repeat(6000)}\`\`\``;
  expect(shape(code) === `code(${'[*a*]\n'.repeat(6000).trimEnd()})@0-${code.length}`).toBe(true);
  const tree = readMarkdown('$5 for [a](b$c) `$d` <http://e.f/$g>', 'text');
  expect(JSON.stringify(tree)).toContain('"url":"b$c"');
  expect(JSON.stringify(tree)).toContain('"url":"http://e.f/$g"');
});

test.each([
  ['It was $5 and $10.', 'paragraph(text(It was $5 and $10.)@0-18)@0-18'],
  ['$a$ and $5', 'paragraph(inlineMath(a)@0-3 text( and $5)@3-10)@0-10'],
  ['`$`$a$', 'paragraph(inlineCode($)@0-3 inlineMath(a)@3-6)@0-6'],
  ['\\$a$b$', 'paragraph(text($a)@0-3 inlineMath(b)@3-6)@0-6'],
  ['$ a$', 'paragraph(text($ a$)@0-4)@0-4'],
  ['$a$1', 'paragraph(text($a$1)@0-4)@0-4'],
  ['$$\na', 'paragraph(text($$\na)@0-4)@0-4'],
  ['$$x$ and', 'paragraph(text($$x$ and)@0-8)@0-8'],
  ['$$\na\n$$', 'math(a)@0-7'],
  [
    '$$a\n\n$$b\n\n$$c',
    'paragraph(text($$a)@0-3)@0-3 paragraph(text($$b)@5-8)@5-8 paragraph(text($$c)@10-13)@10-13',
  ],
])('dollars: %j', (text, expected) => {
  expect(shape(text)).toBe(expected);
});

test('HTML at the end of an item ends on its line, and so does the item', () => {
  expect(shape('- <!-- a -->\r\n- b')).toBe(
    'list(listItem(html(<!-- a -->)@2-12)@0-12 listItem(paragraph(text(b)@16-17)@16-17)@14-17)@0-17',
  );
});

test('a picture is described by the formulas of its text too', () => {
  expect(readMarkdown('![Energy $E$](e.png)', 'text')).toMatchObject({
    children: [{ children: [{ type: 'image', alt: 'Energy E' }] }],
  });
});

test('lines of a remark are indented for looks', () => {
  expect(shape('a\n\n    b\n    - c', 'remark')).toBe(
    'paragraph(text(a)@0-1)@0-1 paragraph(text(b)@7-8)@7-8 list(listItem(paragraph(text(c)@15-16)@15-16)@13-16)@13-16',
  );
  expect(shape('a\n\n    b', 'text')).toContain('code(b)');
});

test('offsets count UTF-16 units; front matter ends with dots too', () => {
  expect(shape('---\na: 😀\n...\n😀 *𝕏*', 'document')).toBe(
    'yaml(a: 😀)@0-13 paragraph(text(😀 )@14-17 emphasis(text(𝕏)@18-20)@17-21)@14-21',
  );
  expect(shape('+++\na = 1\n+++', 'document')).not.toContain('toml');
});
