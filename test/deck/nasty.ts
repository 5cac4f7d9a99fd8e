import fc from 'fast-check';
import type { Block, Phrasing } from '../../src/notes/index.ts';

/** Pieces of text that mean something to Markdown, to Marp, to HTML or to YAML. */
const pieces = [
  ...'*_`~$<>&!|@/:\\[](){}#+-=.,;"\'^%?0129aZé日本、한ß',
  ...[
    ' ',
    '  ',
    '\n',
    ' \n ',
    '\t',
    '\u00a0',
    '\u3000',
    '\u2060',
    '\u200b',
    '😀',
    '©',
    '☑',
    '1️⃣',
    '🏳️‍🌈',
    '𝒳',
    '“',
    '”',
  ],
  ...[
    '**',
    '__',
    '~~',
    '``',
    '```',
    '~~~',
    '$$',
    '$x$',
    '---',
    '***',
    '===',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '1) ',
    '12. ',
    '# ',
    '## ',
    '> ',
  ],
  ...[
    'word',
    'foo',
    'b',
    'snake_case',
    'a*b',
    ':smile:',
    ':+1:',
    ':100:',
    '::',
    '&amp;',
    '&copy',
    '&#65;',
    '&#x41;',
    '&lt;b&gt;',
  ],
  ...[
    '<b>',
    '</div>',
    '<br>',
    '<script>',
    '<style>',
    '<!-- class: x -->',
    '<!--',
    '-->',
    '--',
    '<?x?>',
    '<![CDATA[',
    '<a href="x">',
  ],
  ...[
    'http://a.bc',
    'https://a.bc/d_e?f=g&h=i',
    'www.x.yz',
    'a@b.cd',
    'mailto:a@b.cd',
    '//x.yz',
    'ftp://a.bc',
    'https://a.bc/%20%C3%A9',
  ],
  ...[
    '![',
    '](',
    '[x]: y',
    '[^1]',
    '[ ]',
    '[x]',
    'theme: x',
    '_class: y',
    'class: y',
    'bg',
    'w:100px',
    '50%',
    'fit',
    '| --- |',
    ':--',
  ],
  ...['prettier-ignore', '{{', '\\(', '\\$', "''", 'C:\\dir\\', 'R&D', 'Q&A'],
] as const;

const joined = (least: number, most: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...pieces), { minLength: least, maxLength: most }).map((all) => all.join(''));

export const nastyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: joined(1, 7) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
);

const text = nastyText.map((value) => ({ type: 'text', value }) as const);
const tex = fc.constantFrom(
  'x',
  'a_b',
  '\\frac{1}{2}',
  'a|b',
  '\\|x\\|',
  '\\{a\\}',
  'a<b',
  'x^2 + 1',
  '\\text{a}',
  "f'",
  '*a*',
);
const url = fc.constantFrom(
  'x.png',
  'http://a.bc/d',
  'a b',
  'a(b',
  '(x)',
  '#id',
  'https://a.bc/d?e=f&copy=1',
  'a<b>',
  'a"b',
  "a'b",
  'a\\b',
  'a&amp;b',
  'a*b*_c_',
  'a|b',
  'a`b`',
  'x$y$',
  '',
  'ü',
  'a%20b',
);
const picture = fc.constantFrom(
  'x.png',
  'gone.png',
  'a b.png',
  'a(b.png',
  'data:image/svg+xml;base64,AA==',
  'https://a.bc/x.png',
  'a|b.png',
  'a:b.png',
);

const { phrasing } = fc.letrec<{ phrasing: Phrasing[]; node: Phrasing }>((tie) => ({
  phrasing: fc.array(tie('node'), { maxLength: 4, depthIdentifier: 'inline' }),
  node: fc.oneof(
    { depthSize: 'small', maxDepth: 3, depthIdentifier: 'inline' },
    { weight: 8, arbitrary: text },
    fc.record({ type: fc.constantFrom('inlineCode'), value: nastyText }),
    fc.record({ type: fc.constantFrom('inlineMath'), value: tex }),
    fc.record({ type: fc.constantFrom('break') }),
    fc.record({ type: fc.constantFrom('html'), value: nastyText }),
    fc.record({ type: fc.constantFrom('image'), url: picture, alt: nastyText, title: fc.option(nastyText) }),
    fc.record({ type: fc.constantFrom('footnoteReference'), identifier: fc.constant('n'), label: nastyText }),
    fc.record({ type: fc.constantFrom('emphasis', 'strong', 'delete'), children: tie('phrasing') }),
    fc.record({ type: fc.constantFrom('emphasis', 'strong', 'delete'), children: tie('phrasing') }),
    fc.record({ type: fc.constantFrom('link'), url, title: fc.option(nastyText), children: tie('phrasing') }),
    fc.record({
      type: fc.constantFrom('element'),
      name: fc.constantFrom('mark', 'kbd', 'sub', 'u', 'small', 'q'),
      children: tie('phrasing'),
    }),
  ) as fc.Arbitrary<Phrasing>,
}));

const row = fc.record({
  type: fc.constant('tableRow'),
  children: fc.array(fc.record({ type: fc.constant('tableCell'), children: phrasing }), {
    minLength: 1,
    maxLength: 3,
  }),
});

const { blocks } = fc.letrec<{ blocks: Block[]; block: Block; item: unknown }>((tie) => ({
  blocks: fc.array(tie('block'), { maxLength: 3, depthIdentifier: 'block' }),
  item: fc.record(
    {
      type: fc.constant('listItem'),
      checked: fc.constantFrom(null, true, false),
      children: tie('blocks'),
      data: fc.constantFrom({}, {}, {}, { continued: true }),
    },
    { requiredKeys: ['type', 'children'] },
  ),
  block: fc.oneof(
    { depthSize: 'small', maxDepth: 3, depthIdentifier: 'block' },
    { weight: 5, arbitrary: fc.record({ type: fc.constantFrom('paragraph'), children: phrasing }) },
    fc.record({ type: fc.constantFrom('heading'), depth: fc.constantFrom(1, 2, 3, 6), children: phrasing }),
    fc.record({ type: fc.constantFrom('code'), lang: fc.option(nastyText), value: nastyText }),
    fc.record({ type: fc.constantFrom('math'), value: tex }),
    fc.record({ type: fc.constantFrom('html'), value: nastyText }),
    fc.record({ type: fc.constantFrom('thematicBreak') }),
    fc.record({
      type: fc.constantFrom('table'),
      align: fc.constant([null, 'right']),
      children: fc.array(row, { minLength: 1, maxLength: 3 }),
    }),
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constantFrom('list'),
        ordered: fc.boolean(),
        start: fc.constantFrom(null, 0, 1, 7, 12),
        children: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
      }),
    },
    fc.record({ type: fc.constantFrom('blockquote'), children: tie('blocks') }),
    fc.record({
      type: fc.constantFrom('callout'),
      calloutKind: fc.constantFrom('note', 'warning', 'a*b'),
      title: phrasing,
      children: tie('blocks'),
    }),
    fc.record({
      type: fc.constantFrom('footnoteDefinition'),
      identifier: fc.constant('n'),
      label: nastyText,
      children: tie('blocks'),
    }),
  ) as fc.Arbitrary<Block>,
}));

/** A run of text as no person writes it. Links inside links come too; they are not links. */
export const nastyPhrasing: fc.Arbitrary<Phrasing[]> = phrasing;
export const nastyBlocks: fc.Arbitrary<Block[]> = blocks;
