import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Phrasing } from '../../src/notes/index.ts';
import { typesetPhrasing, typesetText } from '../../src/plan/prepare/typography.ts';
import { blocksOf } from '../theme/markdown.ts';

test.each([
  ['"so it goes"', 'en', '“so it goes”'],
  ['""So it goes." (that is so)"', 'en', '““So it goes.” (that is so)”'],
  ['an empty "" here', 'en', 'an empty “” here'],
  ['one ( two) and :( three', 'en', 'one (\u202ftwo) and :( three'],
  ['"so geht es"', 'de', '„so geht es“'],
  ["Denny's talk", 'en', 'Denny’s talk'],
  ["the '90s and '68, rock 'n' roll, 'tis so", 'en', 'the ’90s and ’68, rock ’n’ roll, ’tis so'],
  ["he said 'no' and 'the '90s'", 'en', 'he said ‘no’ and ‘the ’90s’'],
  ["'90s music' and 'til dawn'", 'en', '‘90s music’ and ‘til dawn’'],
  ["er sagt 'nein', 's ist 'ne Menge", 'de', 'er sagt ‚nein‘, ’s ist ’ne Menge'],
  ["'s avonds in 't huis, 'nee'", 'nl', '’s avonds in ’t huis, ‘nee’'],
  ['она "дома"', 'ru', 'она «дома»'],
  ['die "Schweiz"', 'de-CH', 'die «Schweiz»'],
  ['az "alma"', 'hu', 'az „alma”'],
  [
    'l\'eau est « bonne » : oui ; non ! "ça"',
    'fr',
    'l’eau est «\u00a0bonne\u00a0»\u00a0: oui\u00a0; non\u00a0! «\u00a0ça\u00a0»',
  ],
  ['à 12:30 a:b', 'fr', 'à 12:30 a:b'],
  ['🗣 and 🛠', 'en', '🗣\ufe0f and 🛠\ufe0f'],
  ['🕵\u200d♂', 'en', '🕵\ufe0f\u200d♂\ufe0f'],
  ['🛠\ufe0f 🛠\ufe0e 🎉 ✔ ♥ 7', 'en', '🛠\ufe0f 🛠\ufe0e 🎉 ✔ ♥ 7'],
  ['צה"ל', 'he', 'צה"ל'],
  ["room '15' and '15'", 'en', 'room ‘15’ and ‘15’'],
  ['run npm test -- --watch', 'en', 'run npm test -- --watch'],
  ['[{"id":86,"at":"2022-12-15"}]', 'en', '[{"id":86,"at":"2022-12-15"}]'],
  ['all of {"a", "b"}', 'en', 'all of {"a", "b"}'],
  ['["No," he said] and "yes": we', 'en', '[“No,” he said] and “yes”: we'],
  ['$ make -- all', 'en', '$ make -- all'],
  ['git checkout -- notes.md', 'en', 'git checkout -- notes.md'],
  ['tar -xf - out', 'en', 'tar -xf - out'],
  ['we go -- all of us -- home', 'en', 'we go\u00a0– all of us\u00a0– home'],
  ['we go --- all of us --- home', 'en', 'we go\u00a0— all of us\u00a0— home'],
  ['pages 3--5', 'en', 'pages 3–5'],
  ['make it - or go - home', 'en', 'make it\u00a0– or go\u00a0– home'],
  ['a - b', 'en', 'a\u00a0– b'],
  ['2k-4k and well-known', 'en', '2k–4k and well-known'],
  ['1.5x-7x more', 'en', '1.5x–7x more'],
  ['5-10% of it', 'en', '5–10% of it'],
  ['3-2 in 2019-2021', 'en', '3-2 in 2019-2021'],
  ['GPT-4x, v1.2-3x, 555-1234, 1-2-3x', 'en', 'GPT-4x, v1.2-3x, 555-1234, 1-2-3x'],
  ['40 % of 8 GB', 'en', '40\u00a0% of 8\u00a0GB'],
  ['rund 40 000 Anschlüsse, 1 000 000', 'de', 'rund 40\u00a0000 Anschlüsse, 1\u00a0000\u00a0000'],
  ['in 2021 300 people', 'en', 'in 2021 300 people'],
  ['nach Art. 7 und § 176', 'de', 'nach Art.\u00a07 und §\u00a0176'],
  ['a state of the art. But', 'en', 'a state of the art. But'],
  ['a 15" screen', 'en', 'a 15" screen'],
  ['per second -> Hz, now -> then -> (maybe) later', 'en', 'per second → Hz, now → then → (maybe) later'],
  ['=> so M halts', 'en', '⇒ so M halts'],
  ['<= if it is regular', 'en', '⇐ if it is regular'],
  ['a <= b and b >= 3 <=> b is large', 'en', 'a ≤ b and b ≥ 3 ⇔ b is large'],
  ['up <-> down <- back --> forth ==>', 'en', 'up ↔ down ← back → forth ⇒'],
  [
    'write a->b, x=>y, (a, b) => sum and () -> Result',
    'en',
    'write a->b, x=>y, (a, b) => sum and () -> Result',
  ],
  ['module => { ends', 'en', 'module => { ends'],
  ['use -->| and <=3 or 1=>2', 'en', 'use -->| and <=3 or 1=>2'],
])('%s in %s is set as %s', (text, lang, expected) => {
  expect(typesetText(text, lang)).toBe(expected);
});

test('quotes know what stands before them in another node', () => {
  const nodes = typesetPhrasing(
    [
      { type: 'strong', children: [{ type: 'text', value: 'it' }] },
      { type: 'text', value: "'s here" },
    ],
    'en',
  );
  expect(nodes[1]).toMatchObject({ value: '’s here' });
});

test.each([
  [
    'He is "**bold**" and "*soft*" and "`code`" and "[link](https://example.org)"',
    'He is “bold” and “soft” and “code” and “link”',
  ],
  ['("`opt`") is right, **"bold"** too', '(“opt”) is right, “bold” too'],
  ["*Denny*'s **\"talk\"s** and '*soft*'", 'Denny’s “talk”s and ‘soft’'],
  ['$x$"y" and "$x$"', 'x”y” and “x”'],
  ['$x$ <= $y$ => `z`->**w**', 'x ≤ y ⇒ z->w'],
])('quotes know what stands beside them: %s', (markdown, expected) => {
  expect(typesetLine(markdown, 'en')).toBe(expected);
});

test.each([
  ['任务在一个 **任务结构（通常是栈）** 中管理', '任务在一个任务结构（通常是栈）中管理'],
  ['これは **強調** と *斜体* です。', 'これは強調と斜体です。'],
  ['Latin keeps it: 使用 **API** 调用', 'Latin keeps it: 使用 API 调用'],
  ['two terms stay apart: **宏任务** **微任务**', 'two terms stay apart: 宏任务 微任务'],
  ['a link keeps it: 参见 [文档](https://example.org) 中', 'a link keeps it: 参见 文档 中'],
  ['so does Korean: 이것은 **강조** 입니다', 'so does Korean: 이것은 강조 입니다'],
])('a blank that Markdown asks for is not shown: %s', (markdown, expected) => {
  expect(typesetLine(markdown, 'zh')).toBe(expected);
});

function typesetLine(markdown: string, lang: string): string {
  const [paragraph] = blocksOf(markdown);
  if (paragraph?.type !== 'paragraph') throw new Error('no paragraph');
  const text = (nodes: readonly Phrasing[]): string =>
    nodes
      .map((node) =>
        'children' in node ? text(node.children as Phrasing[]) : 'value' in node ? node.value : '',
      )
      .join('');
  return text(typesetPhrasing(paragraph.children as Phrasing[], lang));
}

test('code is never touched', () => {
  const code = { type: 'inlineCode', value: 'x - "y"' } as const;
  expect(typesetPhrasing([code], 'en')).toEqual([code]);
});

test('letters and digits never change', () => {
  const letters = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.join('') ?? '';
  fc.assert(
    fc.property(
      fc.string(),
      fc.constantFrom('en', 'de', 'fr', 'ja'),
      (text, lang) => letters(typesetText(text, lang)) === letters(text),
    ),
  );
});

test('a sign that only text draws is asked to be a picture, where no font has it as text; letters and others are left', () => {
  expect(typesetText('🗣 We begin with 🛠', 'en')).toBe('🗣\ufe0f We begin with 🛠\ufe0f');
  for (const text of ['🗣\ufe0f so', '🗣\ufe0e so', '😀 so', '🕵🏽 so', '→ ✓ ☎ so'])
    expect(typesetText(text, 'en')).toBe(text);
});
