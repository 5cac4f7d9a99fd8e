// What random notes have found, as small as it could be made.
import { expect, test } from 'vitest';
import { findingsIn } from './check-decks.ts';
import { compileText, faultsOf } from './survive.ts';

const sentence =
  'The wind came round to the north on the second of January and stayed there for nineteen days. ';
const point = 'Smoke the entrance twice and wait a minute';
const label = '早期的查询优化器都提供了强大的代价驱动优化能力，但它们存在一些实际问题和另外的问题：';
const line = 'IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS\n';

test.each([
  ['a heading with nothing but a rule below it', '## Empty\n---'],
  ['a title with nothing but a rule below it', 'words\n# Empty\n---\n# '],
  ['two sections of one name', 'k\n# \n## Names\n###\n.\n>[!n]\n-\n## Names\n.\n### \n>[!n]\no'],
  [
    'two sections of one name, the second of which begins with a sentence that suits its title',
    '#\n\n## Tides\n\nMoon\n\n## Tides\n\nThey come and go\n\n- high water\n\nthen\n\n- low water\n\n##\n\nEnd',
  ],
  [
    'a title with more below it than its slide holds',
    `# Created: Slow Rivers\n\n${'Created: May 6, 2026\n'.repeat(12)}\n## North`,
  ],
  [
    'a footnote that only refers to itself',
    '---\n# tide\n\n[^1]: a note\n\n      - [^1]\n- tide\n\n# tide\n',
  ],
  [
    'two footnotes that refer to each other alone',
    '# tide\n\n[^1]: a note [^2]\n\n[^2]: another [^1]\n\nwords\n',
  ],
  ['a quotation of one long paragraph', `> ${sentence.repeat(25)}`],
  ['a paragraph of many pictures', '![](gone.png)'.repeat(12)],
  ['a paragraph of many lines', `# Talk\n\n## Names\n\n${'Q.# Breaking out\n'.repeat(30)}`],
  [
    'callouts inside each other',
    `Tags: land\n\n${'<aside>\n'.repeat(4)}\nCreated: May 6\nTags: land\nDone\n\n${'<aside>\n'.repeat(4)}\nThey run.\n\n</aside>\n\n## North\n\nWords`,
  ],
  [
    'a long point said twice, the second time with more below it',
    `# Bees\n\n# Bees\n\n## The first inspection\n\n- Wait for a warm day without wind\n- ${point}\n  - Dry grass burns c## The first inspection\n\n- Wait for a warm day without wind\n- ${point}\n  - Dry grass burns cool\n  - Too much smoke makes them run\n- Look for eggs, not for the queen\n- Close the hive before the frames get cold\n`,
  ],
  [
    'a long label said twice, for which the marker has no room',
    `## Names\n\n${label}\n\n- a\n- b\n\nWords of their own\n\n${label}\n\n- ${sentence}\n- ${sentence}\n- ${sentence}`,
  ],
  [
    'a line that is said thirteen times, and four times more',
    `e shall be in all copies.\n\nIT IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR\n${line.repeat(12)}\n${line.repeat(4)}\nFOR A PURPOSE`,
  ],
  [
    'a diagram of nothing below a title of two lines',
    `# ${'x'.repeat(60)} tide\n\n\`\`\`mermaid\n\n\`\`\`\n\n# tide\n`,
  ],
  [
    'a heading for which the marker has no room, over one with nothing below',
    `## ${'x'.repeat(60)}\n\n### tide\n`,
  ],
  [
    'footnotes before all headings that nothing refers to',
    '[^a]: a note\n[^b]: an other\n\n### Principles\n\nTo do.\n',
  ],
  [
    'a word with more footnotes than a slide holds',
    `# Tides\n\n## Marks\n\nWater${'abcdefghijklmnop'.replace(/./g, '[^$&]')}\n\n${'abcdefghijklmnop'.replace(/./g, '[^$&]: a note\n\n')}`,
  ],
  [
    'a title of four lines with a speaker',
    '# &lt;b&gt;}☑https://a.bc/d_e?f=g&h=iQueues: Why Everything Waits - Ada Brandt (Harbour Labs)\n\n- one\n- two\n\n## one\n\n- x\n\n## two\n\n- y',
  ],
  [
    'a title with a separator that is added between two words of the notes',
    `# tide\n\n## the\n\n- tide\n- tide\n- tide tide\n- tide tide\n   - tide\n- Gezeitentabelle tide\n   - tide tide tide\n   - ${'tide '.repeat(7)}${'x'.repeat(60)} 潮汐\n1. tide\n\n©\n\n# tide\n`,
  ],
  [
    'a section of nothing with a title that is cut',
    `# tide\n\n## tide ${'x'.repeat(60)} مد ${'of the tide '.repeat(30)}\n\n## tide\n`,
  ],
  ['a table whose rows are taller than a slide', `| A | B |\n|---|---|\n| ${sentence.repeat(40)} | b |\n`],
])('%s', async (_, text) => {
  expect(await faultsOf(text)).toEqual([]);
});

test('sub-sections of one name are not parts of each other', async () => {
  const points = `\n\n${`- ${sentence}\n`.repeat(5)}\n`;
  const { value } = await compileText(`# Talk\n\n## Keepers\n\n### Names${points}### Names${points}`);
  const names = value.plan.slides.filter(({ title }) => title?.text.startsWith('Names'));
  expect(names).toHaveLength(4);
  // Two slides each: a slide is at most the second of two, never of four.
  expect(names.filter(({ title }) => (title?.part?.of ?? 1) > 2)).toEqual([]);
});

test('emoji in code of every kind, and signs that no font has', { timeout: 60_000 }, async () => {
  const code =
    '- In `npm 🚀 ok` and `👩‍👩‍👧`\n\n```js\nconst a = "🚀 🇩🇪 1️⃣"; // 👩‍👩‍👧\n```\n\n```\n🚀 plain\n```\n';
  const rare = '- Signs 🝳 𝐀𝐁𝐂 𝄞 🫩\n- Words ᚠᚢᚦ 𐎠 Ꙁ ꜳ\n- `𝄞` code $x$\n';
  expect(await findingsIn([`# Talk\n\n## Code\n\n${code}`, `# Talk\n\n## Rare\n\n${rare}`])).toEqual(
    new Map(),
  );
});

test('formulas shown as typed, a title of two lines in the handout, marks of footnotes in its notes', {
  timeout: 60_000,
}, async () => {
  const marks =
    '---\nlectern:\n  deck: { details: notes }\n---\n\n# T\n\n## A\n\n- x\n  - tide[^1] tide\n\n## B\n\nThe number 1.\n\n[^1]: a note\n';
  const wrong = '- $a_{b$ and $\\def\\x{\\x\\x}\\x$\n\n$$\n\\color{red;b}x\n$$\n';
  const long = `## The keeper of *Root* does not stand in ${'mappings │ '.repeat(12)}of the section\n\n- Words\n`;
  expect(await findingsIn([`# Talk\n\n## Wrong\n\n${wrong}`, `# Talk\n\n${long}`, marks])).toEqual(new Map());
});

test('titles of several lines with more than Latin letters', { timeout: 60_000 }, async () => {
  const titles = [
    'مد الميناء والجزر في البحر المتوسط والمحيط الأطلسي وما يتعلق بها من جداول',
    'Ấn Độ và Ả Rập: Ẩm thực, Ổn định và Ước mơ của người trẻ ở Ấn Độ',
    'Úgy Ápj Ógyj Šgjp Çyg Ňpg Åjq '.repeat(3),
    'The `low()` tide $h = 2a$ of [^1] ![](gone.png) 😀 '.repeat(4),
  ];
  const texts = titles.map((title) => `# ${title}\n\n## ${title}\n\n- a\n\n## End\n\n- b\n\n[^1]: note\n`);
  expect(await findingsIn(texts)).toEqual(new Map());
});

test('large words, emoji and headings that spoil what is around them', { timeout: 120_000 }, async () => {
  const texts = [
    `## list listItem paragraph Q. Where to? listItem ${'paragraph A. The sea. '.repeat(18)}\n\n## Short\n`,
    '## One\n\n😀 **high** `low()` of **high** 😀 😀 `low()` 😀 2,000\n',
    '## Two\n\n> ![](gone.png) [link](https://a.bc) the $h = 2a$ $h = 2a$ ![](gone.png) ![](gone.png) **high** $h = 2a$ `low()` 😀 $h = 2a$\n',
    '## Three\n\n> a group of keys, not a list │ 1 │ - deck │ ^^^^^^ help: for example: deck: { theme: recap } and more │ │\n',
    `## 😀 Four\n\n\`\`\`mermaid\n${'the 😀 tide of 😀 harbour\n'.repeat(8)}\`\`\`\n\n😀 words of it\n`,
    '# A\n\nwords here\n\n## The second site\n\nmore\n\n# B\n\nwords there\n\n## The second site\n',
    '~~~=```www.x.yz?:+1: Terms with their meanings\n- a\n\n## Thanks\n',
    'title: Talk | Talk | "Talk"\n# 0 talk ""\n\nwords shown\n',
    '# Talk\n\n## Point\n\n- Visible\n\n### third\n\n----\n\n---\n\n## Last\n\nwords\n',
    'words\n\n## Part\n\n- a\n- b\n\n###### #+\n\n---\n\n## B\n\n- x\n',
    `## Marks\n\nbefore\n\n- a${'\u0301'.repeat(60)} tide\n- another line\n- b${'\u0323'.repeat(60)} tide\n- last \u202etfel\n`,
  ];
  expect(await findingsIn(texts)).toEqual(new Map());
});

test('emoji in titles, marks alone, breaks before words, letters of a formula before others', {
  timeout: 120_000,
}, async () => {
  const texts = [
    '# Talk 🎉\n\n## 🎉 Party\n\n- a long day\n- a night\n\n## End 🏳️‍🌈\n\n- b words\n- c words\n',
    `# Talk\n\n## ${'A long name of a section with 😀 '.repeat(5)}\n\n- a\n\n### One\n\n- b\n\n### Two\n\n- c\n`,
    '# Talk\n\n## [^1]\n\n😀 `low()` 2,000 words\n\n[^1]: a note\n',
    '# Talk\n\n## Code\n\n- a\n\n <br>```<b>:\n',
    'It was $5 and $10, then $x_i$ and $n$th, $20 per day.\n',
    '# Talk\n\n## Said\n\n> of ![](gone.png) Gezeitentabelle the `low()` [^1] tide\n',
    '# Talk\n\n## Read\n\n- a link to \ufffdgnp.exe and `\ufffdcode`\n- words\n',
    `# 潮汐\n\n## 潮汐 of the harbour\n\n- **潮汐** a\n- b 潮汐\n`,
    '# T\n\n&lt;b&gt;#(<script>a@b.cd$x$---\nlectern:\n  deck: { details: notes }\n---\n\n## B\n\n- words of it\n',
    '# T\n\n## A\n\nSee [the book][b].\n\n[b]: https://a.bc/book "Title"\n[b]: h<script>**&#65;ttps://a.bc/book "Title"\n',
    '\u3000©##### [link](https://example.org) [^1] مد\n\n### harbour 😀 潮汐\n\n###### [^1]\n\n##### مد\n\n> xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx 2,000 [^1]\n\n> [^1] the the Gezeitentabelle harbour\n\n- the [^1]\n         * $h = 2a$ 😀 of\n   - **high** 2,000 `low()` 2,000 of tide\n\n## the 2,000 **high** **high** 😀 tide [link](https://example.org) ![](gone.png)\n',
  ];
  expect(await findingsIn(texts)).toEqual(new Map());
});
