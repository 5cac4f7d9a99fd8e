import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { expect, test } from 'vitest';
import { type Block, parseNotes, type Section } from '../../src/notes/index.ts';
import { wordsOf } from './words.ts';

const scraps = fc.constantFrom(
  ...[
    '# ',
    '## ',
    '\n',
    '\n\n',
    '- ',
    '  - ',
    '• ',
    '  ◦ ',
    '– ',
    '1. ',
    '> ',
    '> Note: ',
    '> [!tip] ',
    '---\n',
    '***',
    '**',
    '*',
    '_',
    '`',
    '```\n',
    '$',
    '$$',
    '$$\n',
  ],
  ...[
    '<b>',
    '</b>',
    '<div>',
    '</div>',
    '<ul>',
    '<li>',
    '</ul>',
    '<table><tr><td>',
    '</table>',
    '<!--',
    '-->',
    '<script>',
    '<a href="x">',
    '</a>',
    '<',
    '&amp;',
    '&#0;',
  ],
  ...[
    '[',
    ']',
    '](',
    ')',
    '[[',
    ']]',
    '![[a.png]]',
    '[^1]',
    '[^1]: ',
    '[x]: y\n',
    '[//]: # (c)\n',
    '%%',
    '==',
    '|',
    '|-|-|\n',
    '\\',
    '\t',
    '\r\n',
    '\ufeff',
    '\u0000',
  ],
  ...[
    '<details>\n<summary>',
    '</summary>\n',
    '<pre>',
    '</pre>',
    '<p dir="rtl">',
    '<span>',
    '<h2>',
    '</h2>',
    '::: note\n',
    ':::\n',
    '::: {.columns}\n',
    '!!! tip "T"\n    ',
    '```{note} T\n',
    '{#a .b}',
    '{.c}',
    ']{.c}',
    '(a)=\n',
    '{% raw %}',
    '{% endraw %}',
    '{% comment %}',
    '{% endcomment %}',
    '{% highlight c %}\n',
    '{{< highlight c >}}\n',
    '{{< /highlight >}}\n',
    '{{% note %}}\n',
    '{{% /note %}}\n',
    '{{ site.x }}',
    ']({% link a %})',
    '{:toc}\n',
    '{::comment}',
    '{:/}',
    '*[a]: b\n',
    '^\n',
    '{math}`',
    '```{list-table} T\n* - ',
    ':::{contents}\n',
    '\n% a\n',
    '{ref}`a`',
    ':name: a\n',
    '\\(',
    '\\)',
    '\\[',
    '\\]',
    '\\begin{align}',
    '\\documentclass\n',
    '= Tide\nAda Brandt\n:toc:\n',
    '\n[NOTE]\n',
    '\n====\n',
    '\n----\n',
    '\n____\n',
    '\n|===\n|',
    '\n* [*] ',
    '\n** ',
    '\n+\n',
    '\n.Title\n',
    'a:: ',
    'footnote:[',
    '<<a,',
    '>>',
    '{toc}',
    '\n////\n',
    '\n.. note:: ',
    '\n.. [#] ',
    '[#]_',
    '\n.. code-block:: js\n\n   ',
    '\n.. |a| replace:: b\n',
    '|a|',
    '\n.. x\n   ',
    '\nTide\n~~~~\n',
    '::\n\n    ',
    '\n:Date: ',
    '`a <b>`_',
    ':ref:`',
    '- ```py\n',
    '- {{[[table]]}}\n',
    '- #+BEGIN_QUOTE\n',
    '#+END_QUOTE\n',
    ':LOGBOOK:\n',
    ':END:\n',
    'SCHEDULED: <2024-05-20 Mon>',
    '((64a0b1c2-0d4e))',
    'id:: 64a0b1c2-0d4e\n',
    '#tag',
    '#[[a]]',
    '^^a^^',
    '[k:: v]',
    '- [-] ',
    '[@moon2020]',
    '@fig-a',
    '{#fig-a}',
    '(@a) ',
    '#. ',
    'H~2~O^a^',
    '\n| a\n| b\n',
    '[2024-03-03 Sun]',
    'key:: v\n',
    '\n00:00:01.000 --> 00:00:02.000\nAda Brandt: ',
    '\n\nAda Brandt  9:41 AM\n',
    '\n10:01:12 From Ada : ',
    "'''",
    '\n== A ==\n',
    '\n{|\n! ',
    '\n|}\n',
    '{{Box\n| name = ',
    '}}\n',
    '<ref>',
    '\\begin{document}',
    '\\begin{itemize}\n',
    '\\item[a] ',
    '\\end{itemize}',
    '\\begin{tabular}{l}\n',
    '\\textbf{',
    '}',
    '&',
    '\\end{align}',
    '$$ (l)\n',
    '^[',
    '\n: ',
    '+--+--+\n',
    '| a | b |\n',
    '-- ---\n',
    'a) ',
    'b) ',
    '[ ] ',
    '\to\t',
    '~',
    '。**',
    '\u001b[1m',
    '<ruby>',
    '<rt>',
    '<video>',
    '<td rowspan=2 colspan=3>',
    'title: x\n',
    'by Ada Brandt',
    ' - Ada Brandt (Lab)',
    'www.a.org',
    'a@b.org',
    '2024-01-02',
  ],
);
const damaged = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: scraps },
      fc.string({ maxLength: 6 }),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

test('any text is read, and every node knows its place', () => {
  fc.assert(
    fc.property(damaged, (text) => {
      const { value, diagnostics } = parseNotes({ path: 'n.md', text });
      expect(diagnostics.every(({ span }) => span.start >= 0 && span.end <= text.length)).toBe(true);
      for (const section of value.sections) checkSection(section, text);
    }),
    { numRuns: 500 },
  );
});

function checkSection(section: Section, text: string): void {
  expect(section.span.start).toBeLessThanOrEqual(section.span.end);
  expect(section.span.end).toBeLessThanOrEqual(text.length);
  checkNodes([...section.title, ...section.blocks], text);
  for (const note of section.presenterNotes) checkNodes(note.blocks, text);
  for (const inner of section.sections) checkSection(inner, text);
}

function checkNodes(nodes: readonly (Nodes | Block)[], text: string): void {
  for (const node of nodes) {
    expect(['html', 'definition', 'yaml', 'linkReference', 'imageReference']).not.toContain(node.type);
    const [start, end] = [node.position?.start.offset ?? -1, node.position?.end.offset ?? -1];
    expect(start >= 0 && start <= end && end <= text.length, `${node.type} ${start}-${end}`).toBe(true);
    if ('children' in node) checkNodes(node.children, text);
  }
}

const word = fc.nat(1e9).map((number) => `w${number}`);
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
const wrapped = fc
  .tuple(
    fc.constantFrom(
      '*#*',
      '**#**',
      '`#`',
      '[#](https://e.org)',
      '~~#~~',
      '<b>#</b>',
      '<kbd>#</kbd>',
      '[[#]]',
      '==#==',
      '$#$',
      '<!-- # -->',
      '%%#%%',
      '![#](p.png)',
      '<x>#',
      '"#"',
      '(#)',
      'x^[#]',
      '[#]{.small}',
      '`#`{.r}',
      '{ref}`#`',
      '<ruby>#<rt>r</rt></ruby>',
      '**「#」**が',
      '\\(#^2\\)',
      '#',
    ),
    words,
  )
  .map(([frame, text]) => frame.replace('#', () => text));
const line = fc
  .array(fc.oneof(words, wrapped), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(' '));
const block = fc.oneof(
  fc
    .tuple(fc.constantFrom('# ', '## ', '### ', '- ', '1. ', '> ', '> [!note] ', '- [ ] ', '- ## ', ''), line)
    .map((parts) => parts.join('')),
  fc
    .array(line, { minLength: 2, maxLength: 4 })
    .map((lines) => lines.map((text, i) => `${'  '.repeat(i)}- ${text}`).join('\n')),
  line.map((text) => `<div>\n\n${text}\n\n</div>`),
  words.map((text) => `<details>\n<summary>${text}</summary>\n</details>`),
  words.map((text) => `<ul><li>${text}<li>${text}x</ul>`),
  words.map((text) => `<table><tr><td>${text}</td></tr></table>`),
  words.map((text) => `\`\`\`\n${text}\n\`\`\``),
  words.map((text) => `$$\n${text}\n$$`),
  words.map((text) => `<!--\n- ${text}\n-->`),
  words.map((text) => `%%\n\n${text}\n\n%%`),
  fc.tuple(line, line).map(([a, b]) => `| ${a} | ${b} |\n|---|---|\n| q | r |`),
  fc.tuple(words, line).map(([title, text]) => `::: note ${title}\n${text}\n:::`),
  fc.tuple(words, line).map(([title, text]) => `!!! tip "${title}"\n    ${text}`),
  fc.tuple(words, line).map(([title, text]) => `\`\`\`{note} ${title}\n:class: q\n\n${text}\n\`\`\``),
  line.map((text) => `:::: {.columns}\n::: {.column width="40%"}\n${text}\n:::\n::::`),
  fc.tuple(words, line).map(([term, text]) => `${term}\n: ${text}`),
  fc.tuple(words, words).map(([a, b]) => `a) ${a}\nb) ${b}`),
  fc.tuple(words, words).map(([a, b]) => `[ ] ${a}\n[x] ${b}`),
  fc
    .tuple(words, words)
    .map(([a, b]) => `+----+----+\n| ${a} | ${b} |\n+====+====+\n| ${b}x | q |\n+----+----+`),
  fc.tuple(words, words, words).map(([a, b, c]) => `${a}\t${b}\t${c}\n${a}x\t${b}x\t${c}x`),
  words.map((text) => `\\[\n${text}\n\\]`),
  words.map((text) => `\\begin{align}\n${text}\n\\end{align}`),
  words.map((text) => `$$\n${text}\n$$ (eq:one)`),
  words.map((text) => `## ${text} {#sec-one .unnumbered}`),
  fc.constant('---'),
);
// What stands between rules at the top may be front matter.
const document = fc
  .array(block, { maxLength: 12 })
  .map((blocks) => blocks.join('\n\n'))
  .filter((text) => !text.startsWith('---'));

test('every word of the notes is there once', () => {
  fc.assert(
    fc.property(document, (text) => {
      const count = (list: readonly string[]) => list.filter((item) => /^w\d/.test(item)).sort();
      const { value } = parseNotes({ path: 'n.md', text });
      expect(count(wordsOf(value))).toEqual(count(text.match(/[\p{L}\p{N}]+/gu) ?? []));
    }),
    { numRuns: 300 },
  );
});
