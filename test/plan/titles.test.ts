import { expect, test } from 'vitest';
import { rangeWords } from '../../src/plan/localised-words.ts';
import { codeName } from '../../src/plan/topics/code-name.ts';
import { openStudio, planOf } from './plan-of.ts';
import { slideText } from './shown-words.ts';

const studio = await openStudio();

function titles(text: string, hints?: string): readonly string[] {
  return planOf(studio, text, hints)
    .slides.slice(1)
    .map(({ title }) => title?.text ?? '');
}

function bodies(text: string): readonly string[] {
  return planOf(studio, text)
    .slides.slice(1)
    .map((slide) => slideText(slide));
}

const words = (count: number, name: string): string =>
  Array.from({ length: count }, (_, at) => (at === 0 ? name : `word${at}`)).join(' ');

test('in a flat list each question with its answers is a slide', () => {
  const asked = '- How deep is the harbour?\n- Nine metres at low water, twelve when the tide is in\n';
  const text = `# T\n\n## Last words\n\n${asked}- Who pays for the dredging of the channel?\n- The town pays half of it, out of the harbour dues\n- The rest comes from the county, which has promised it for three years\n`;
  expect(titles(text).slice(-2)).toEqual([
    'How deep is the harbour?',
    'Who pays for the dredging of the channel?',
  ]);
});

test('a question that many points follow, or that somebody in a discussion asks, heads nothing', () => {
  const points = Array.from({ length: 6 }, (_, at) => `- ${words(9, `Point${at}`)}`).join('\n');
  expect(titles(`# T\n\n## Harbour\n\n- How deep?\n${points}\n- Who pays?\n${points}\n`)).not.toContain(
    'How deep?',
  );
  const spoken = '- Josh: is that on purpose?\n- Niko: yes, since the spring tide of last year it has been\n';
  expect(titles(`# T\n\n## Harbour\n\n${spoken}${spoken}`)).toEqual(['Harbour']);
});

test('a long flat list is cut before the short names in it, which are titles and not said again', () => {
  const say = (name: string): string => `- ${words(14, name.toLowerCase())}`;
  const group = (name: string): string => `- ${name} work\n${say('one')}\n${say('two')}\n${say('three')}`;
  const text = `# T\n\n## Plans\n\n- ${words(20, 'first')}\n- ${words(20, 'second')}\n${['Hull', 'Deck', 'Mast'].map(group).join('\n')}\n`;
  expect(titles(text)).toEqual(['Plans', 'Hull work', 'Deck work', 'Mast work']);
  expect(bodies(text)[1]).not.toContain('Hull work');
});

test('parts of one title are named by bold words, code, and columns that they hold', () => {
  const about = (name: string): string => `Then we look at the **${name}** of it and ${words(50, 'see')}.`;
  const prose = titles(
    `# T\n\n## Ships\n\n${about('outer hull')}\n\n${about('upper deck')}\n\n${about('main mast')}\n`,
  );
  expect(prose).toContain('Ships: upper deck');
  expect(prose).toContain('Ships: main mast');
});

test('a listing is named by its first comment, definition, command or element', () => {
  expect(codeName({ value: '# Sum of all waves\nx = 1', lang: 'python' })).toEqual(['Sum of all waves']);
  expect(codeName({ value: 'x = 1\n\ndef total(waves):\n  pass', lang: 'python' })).toEqual(['total']);
  expect(codeName({ value: 'select 1;\ncreate table if not exists tides (id)', lang: 'sql' })).toEqual([
    'tides',
  ]);
  expect(codeName({ value: '  )\n) as high_water,\nfrom tides', lang: 'sql' })).toEqual([]);
  expect(codeName({ value: '$ make install', lang: 'console' })).toEqual(['make install']);
  expect(codeName({ value: '<details open>\n</details>', lang: 'html' })).toEqual(['<details>']);
  expect(codeName({ value: 'repo = repos.id\n1', lang: 'sql' })).toEqual([]);
});

test.each([
  ['a word of a comment', 'run();\n// a function is a formal declaration\n', 'js'],
  ['a word of a long comment', 'run();\n/* what a\n   class is for */\nstop();\n', 'js'],
  ['a word of a string', 'say("every class has a name");\n', 'js'],
  ['a docstring', '"""A\nclass act."""\nrun()\n', 'python'],
  [
    'one of several things',
    "var tide = 'high';\n\nfunction ebb() {\n  return 1;\n}\n\nfunction flow() {\n  return 2;\n}\n",
    'js',
  ],
  ['a comment of several lines', '# The tide that comes\n# and the one that goes\nrun()\n', 'python'],
])('a listing is not named by %s', (_, value, lang) => {
  expect(codeName({ value, lang })).toEqual([]);
});

test.each([
  [
    'class Quay:\n    """Where boats land."""\n    def land(self):\n        pass\n    def leave(self):\n        pass\n',
    'Quay',
  ],
  [
    'const step = 1;\n\nfunction ebb(sea) {\n  // function of the moon\n  let level = sea.level;\n  while (level > 0) level -= step;\n  return level;\n}\n',
    'ebb',
  ],
  ['create table "tides" (id);\ninsert into tides values (\'a table of waves\');\n', 'tides'],
])('a listing is named by the one thing that it is about', (value, name) => {
  expect(codeName({ value, lang: '' })).toEqual([name]);
});

test('the same word under several heads is told apart by what it stands under', () => {
  const part = (name: string): string =>
    `- ${name}\n  - ${words(16, 'claim')}\n  - ${words(16, 'remark')}\n  - Proof\n    - ${words(20, 'first')}\n    - ${words(20, 'then')}\n`;
  const all = titles(`# T\n\n## Theorems\n\n${part('Tides')}${part('Currents')}`);
  expect(all).toContain('Tides: Proof');
  expect(all).toContain('Currents: Proof');
});

test('a callout with a name that is more than a slide takes is a topic; a short one stays as it is', () => {
  const text = (count: number): string =>
    `# T\n\n## Ships\n\n${words(30, 'All')}\n\n> [!note] Why they float\n>\n> ${words(count, 'Because')}\n>\n> ${words(count, 'Then')}\n`;
  expect(titles(text(80)).filter((title) => title.startsWith('Why they float'))).not.toHaveLength(0);
  expect(titles(text(10))).toEqual(['Ships']);
});

const links = (count: number, name: string): string =>
  Array.from(
    { length: count },
    (_, at) => `- [${name} ${at}](https://example.org/${name}) - Harbour Press\n`,
  ).join('');

const stubs = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `## ${name}\n\n${links(count, name)}`)
    .join('\n');

const three = ['Ajax', 'Perl', 'Rust'];
const thin = (names: readonly string[]): string =>
  names.map((name) => `## ${name}\n\n- on the shelf\n`).join('\n');

test('three sections of a few words in a row share a slide, each below its name', () => {
  expect(titles(`# T\n\n${thin(three)}`)).toEqual(['Ajax, Perl, Rust']);
});

test('two of them, one that a hint names, sentences and figures stand alone', () => {
  expect(titles(`# T\n\n${thin(['Ajax', 'Perl'])}`)).toEqual(['Ajax', 'Perl']);
  expect(titles(`# T\n\n${thin(three)}`, 'sections:\n  Perl: { layout: bullets }\n')).toEqual(three);
  const points = three.map((name) => `## ${name}\n\n- ${name} comes first\n- Boats follow slowly\n`);
  expect(titles(`# T\n\n${points.join('\n')}`)).toEqual(three);
  const sentences = ['Salt', 'Water', 'Flour'].map((name) => `## ${name}\n\n- It keeps longer than wheat\n`);
  expect(titles(`# T\n\n${sentences.join('\n')}`)).toEqual(['Salt', 'Water', 'Flour']);
});

test('sections of a few links share a slide, names at the left, as many as one holds', () => {
  expect(titles(`# T\n\n${stubs({ Ajax: 1, Perl: 1 })}`)).toEqual(['Ajax, Perl']);
  expect(titles(`# T\n\n${stubs({ Ajax: 1, Perl: 3, Rust: 4, Scala: 2, Zig: 1 })}`)).toEqual([
    'Ajax, Perl',
    'Rust, Scala, Zig',
  ]);
  const { slides } = planOf(studio, `# T\n\n${stubs({ Ajax: 1, Perl: 3 })}`);
  expect(slides.at(-1)?.layout).toBe('definitions');
});

test('seven links of one of them stand beside its name, too; four lines that are none below it', () => {
  const { slides } = planOf(studio, `# T\n\n${stubs({ Ajax: 1, Perl: 7 })}`);
  expect(slides.at(-1)?.layout).toBe('definitions');
  const plain = `# T\n\n${thin(three)}\n- in the loft\n- at sea\n- lent\n`;
  expect(JSON.stringify(planOf(studio, plain).slides.at(-1)?.body)).not.toContain('"break"');
});

test('a range of names is in words of the language, one of dates and numbers has a dash', () => {
  expect(rangeWords('Ada', 'Zoe', 'en-GB')).toBe('Ada to Zoe');
  expect(rangeWords('Ada', 'Zoe', 'de')).toBe('Ada bis Zoe');
  expect(rangeWords('StyleGAN', 'DALL·E 2', 'zh')).toBe('StyleGAN 至 DALL·E 2');
  expect(rangeWords('3/30/23', '1/11/23', 'en')).toBe('3/30/23 – 1/11/23');
  expect(rangeWords('Q1 2024', 'Q3 2024', 'de')).toBe('Q1 2024 – Q3 2024');
  expect(rangeWords('Ada', 'Zoe', 'sv')).toBe('Ada – Zoe');
});

test('so do sub-sections, beside those that hold more', () => {
  const below = (counts: Readonly<Record<string, number>>): string => stubs(counts).replaceAll('## ', '### ');
  const text = `# T\n\n## Web\n\n${below({ Ajax: 1, Perl: 2, Rust: 9 })}\n### Zig\n\n${words(40, 'Where')}\n`;
  expect(titles(text)).toContain('Ajax, Perl');
  expect(titles(text)).toContain('Zig');
});

test('a lone link joins a longer list of them; two long ones, and links among other sections, stand alone', () => {
  expect(titles(`# T\n\n${stubs({ Ajax: 1, Perl: 7 })}`)).toEqual(['Ajax, Perl']);
  expect(titles(`# T\n\n${stubs({ Ajax: 5, Perl: 5 })}`)).toEqual(['Ajax', 'Perl']);
  expect(titles(`# T\n\n${stubs({ Ajax: 1, Perl: 9 })}`)).toEqual(['Ajax', 'Perl']);
  expect(titles(`# T\n\n${stubs({ Ajax: 1 })}\n${thin(['Perl'])}\n${stubs({ Rust: 1 })}`)).toEqual(three);
});

const linked = (names: readonly string[]): string =>
  names.map((name) => `## ${name}\n\n- [How it is done](https://example.org)\n\n`).join('');

test('too many names for a title are a range where they are short and in the order of the alphabet, else the title around them', () => {
  const names = ['Ada', 'Basic', 'Clojure', 'Dart', 'Erlang'].map((name) => `${name} at sea`);
  expect(titles(`# Boats\n\n${linked(names)}`)).toEqual(['Ada at sea to Erlang at sea']);
  expect(titles(`# Boats\n\n${linked(names.toReversed())}`)).toEqual(['Boats']);
  const long = ['Small sailing boats of the south', 'Tall ships of the north', 'Very old steamers'];
  expect(titles(`# Boats\n\n${linked(long)}`)).toEqual(['Boats']);
});

test('a longer name, and a link with who made it in a whole line, join the others', () => {
  expect(titles(`# T\n\n${linked(['Ajax', 'Introduction to Sailing in the Dark'])}`)).toHaveLength(1);
  const makers =
    'Brian Jorgensen Hall, Dragos Moroianu, Abdallah Elmasry, Donovan Hutchinson and Mohamed Beghat';
  const text = `# T\n\n${linked(['Ajax'])}## C\n\n- [Ropes and sails](https://example.org) - ${makers} (PDF)\n`;
  expect(titles(text)).toEqual(['Ajax, C']);
});

test('a name with a comma in it is told from the next one', () => {
  expect(titles(`# T\n\n${linked(['Lamps, buoys', 'Bells'])}`)).toEqual(['Lamps, buoys · Bells']);
});

test('an empty bullet is an empty line, not a point', () => {
  const { slides } = planOf(studio, '# T\n\n## Ships\n\n- Hull and keel\n-\n- Mast and sail\n-\n');
  expect(JSON.stringify(slides[1]?.body).match(/"listItem"/gu)).toHaveLength(2);
});

test('neither markers nor titles that are cut show the source of a formula', () => {
  const bullet = `- For each ship with $\\Sigma^{\\ast}_{k}$ masts ${words(30, 'there')}\n  - ${words(40, 'first')}\n  - Proof\n    - ${words(30, 'then')}\n    - ${words(30, 'so')}\n`;
  const { slides } = planOf(studio, `# T\n\n## Ships\n\n${bullet}${bullet}`);
  const shown = slides.flatMap(({ title, marker }) => [
    ...(title?.content.flatMap((node) => (node.type === 'text' ? [node.value] : [])) ?? []),
    ...marker.map(({ text }) => text),
  ]);
  expect(slides.length).toBeGreaterThan(3);
  expect(shown.join(' ')).not.toMatch(/\\|\^|\{/u);
});

test('a formula stays with the words that it ends', () => {
  const part = `${words(45, 'The')} one.\n\n${words(30, 'Formally')}, for all $n$,\n\n$$x_n = 1$$\n\n${words(60, 'Then')}.`;
  const withFormula = bodies(`# T\n\n## Chains\n\n${part}\n`).filter((body) => body.includes('x_n'));
  expect(withFormula.join('')).toContain('Formally');
});

test('a name that a part begins with is its title, and not said again', () => {
  const text = `# T\n\n## Chains\n\n${words(80, 'First')}.\n\nLimit theorem: ${words(60, 'if')}.\n`;
  expect(titles(text)).toContain('Limit theorem');
  expect(bodies(text).join(' ')).not.toContain('Limit theorem');
});

test('small tasks of some people stay together', () => {
  const text =
    '# T\n\n## Tasks\n\n- [x] Ana: publish the report of the February outage today\n- [x] Ben: renew the certificate\n- [ ] Emi: write to the board about the new office\n';
  expect(titles(text)).toEqual(['Tasks']);
});

test('a bullet that is too long for a title is the lead below the title of its section', () => {
  const long =
    'which took the better part of a year and more hands than we had on board at that time of the year';
  const text = (line: string): string => `# T\n\n## Ships\n\n- ${line}\n  - ${words(12, 'Because')}\n`;
  const said = `We like the new harbour a lot already, as it is deeper than the old one, ${long}`;
  expect(titles(text(said))).toEqual(['Ships']);
  expect(bodies(text(said))[0]).toMatch(/^\s*We like the new harbour/u);
});

test('no title is the beginning of the words below it', () => {
  const part = (at: number): string => `${words(45, `Part${at}`)} and all that came of it.`;
  const all = titles(`# T\n\n## Storms\n\n${[1, 2, 3, 4].map(part).join('\n\n')}\n`);
  expect(all.length).toBeGreaterThan(1);
  expect(all.filter((title) => title.includes('…'))).toEqual([]);
});

test('a part is told apart by a name that its author has set in bold, or keeps the title', () => {
  const part = (line: string): string => `${line}, ${words(40, 'which')}.`;
  const text = (lines: readonly string[]): string => `# T\n\n## Storms\n\n${lines.map(part).join('\n\n')}\n`;
  const told = titles(
    text([
      'It came from the north and stayed',
      'We lost the rope of the **signal mast** and looked for it elsewhere',
      'We lost the rope of the bell and looked for another bell elsewhere',
    ]),
  );
  expect(told).toEqual(['Storms', 'Storms: signal mast', 'Storms']);
});

test('a name in bold that ends like a sentence is the title, and is not said again; one that is part of its sentence is', () => {
  const part = (name: string): string => `- **${name}** ${words(60, 'It')}.\n`;
  const text = (names: readonly string[]): string =>
    `# T\n\n## Storms\n\n${names.map(part).join('')}[^1]: Asked twice.\n`;
  const [, second, third] = bodies(text(['Rope first.', 'Then the bell.', 'Mole last.[^1]']));
  expect(second).not.toContain('the bell');
  expect(third).not.toContain('Mole last');
  expect(titles(text(['Rope first.', 'Then the bell.', 'Mole last.']))).toContain('Then the bell');
  expect(bodies(text(['Ropes', 'The bell', 'The mole']))[1]).toContain('The bell');
});

test('a slide below no heading is not titled by a sentence that it begins with, too', () => {
  const text = `# Tide table\n\n${words(60, 'We')}.\n\nThen came the rain. ${words(60, 'It')}.\n`;
  const said = titles(text).flatMap((title, at) => (bodies(text)[at]?.includes(title) ? [title] : []));
  expect(said).toEqual([]);
});

test('in a conversation the name of one who speaks once is no title either; a lone name is', () => {
  const said = (name: string): string => `- ${name}: ${words(30, 'when')}, ${words(30, 'and')}\n`;
  const text = (names: readonly string[]): string => `# T\n\n## Questions\n\n${names.map(said).join('')}`;
  expect(titles(text(['Ada', 'Bo', 'Ada']))).not.toContain('Bo');
  expect(titles(text(['Moorings', 'Lamps']))).toContain('Lamps');
});

test('one word in lower case stands behind what it belongs to', () => {
  const queue = (name: string): string =>
    `  - ${name}\n    - ${words(20, 'first')}\n    - ${words(20, 'then')}\n`;
  const all = titles(`# T\n\n## Minutes\n\n- Speaker queue\n${queue('ada')}${queue('Bo')}`);
  expect(all).toContain('Speaker queue: ada');
  expect(all).toContain('Bo');
});

test('the name of one who speaks again begins what is said, below the title of what it belongs to', () => {
  const said = (name: string): string => `- ${name}: ${words(30, 'When')}, ${words(30, 'and')}.\n`;
  const text = `# T\n\n## Questions\n\n${['Ada', 'Bo', 'Ada', 'Bo'].map(said).join('')}`;
  expect(new Set(titles(text))).toEqual(new Set(['Questions']));
  expect(bodies(text).map((body) => /^\s*(\p{L}+):/u.exec(body)?.[1])).toEqual(['Ada', 'Bo', 'Ada', 'Bo']);
});

test('a sign that heads bullets is no title', () => {
  const below = `  - ${words(26, 'Let')}\n  - ${words(26, 'Then')}\n`;
  const all = titles(`# T\n\n## Equivalence\n\n- <=\n${below}- **=>**\n${below}`);
  expect(all.length).toBeGreaterThan(1);
  expect(new Set(all)).toEqual(new Set(['Equivalence']));
});

test('what leads to a list by a sentence that it ends is no title', () => {
  const list = Array.from({ length: 5 }, (_, at) => `- ${words(9, `Point${at}`)}\n`).join('');
  const text = (label: string): string => `# T\n\n## Boats\n\n${words(30, 'First')}.\n\n${label}:\n\n${list}`;
  expect(titles(text('The advantages are'))).not.toContain('The advantages are');
  expect(titles(text('The advantages'))).toContain('The advantages');
});

test('what nothing names behind the first slide of an answer keeps its question, which no marker below its parent’s title could be', () => {
  const answer = [1, 2, 3].map((at) => `${words(70, `Even lamp${at}`)}.`).join('\n\n');
  const under = (heading: string): readonly string[] =>
    titles(`# T\n\n## Harbour\n\n### Lamps\n\n${words(30, 'They')}\n\n### ${heading}\n\n${answer}\n`);
  expect(under('Why are lamps lit?')).toEqual([
    'Lamps',
    'Why are lamps lit?',
    'Why are lamps lit?',
    'Why are lamps lit?',
  ]);
  expect(under('Lit lamps')).toEqual(['Lamps', 'Lit lamps', 'Lit lamps', 'Lit lamps']);
});

test('a title that a point gives is taken out of it, and the first of several gives none', () => {
  const below = `  - ${words(14, 'All')}\n  - ${words(14, 'Writing')}\n`;
  const own = `- The tide is not the sea. The sea is ${words(12, 'water')}.\n${below}`;
  const flat = Array.from(
    { length: 4 },
    (_, at) => `- Nobody who lives at the quay ${words(14, `counts${at}`)}.\n`,
  );
  const text = `# T\n\n${flat.join('')}${own}${flat.join('')}`;
  const found = planOf(studio, text).slides.slice(1);
  const told = found.find(({ title }) => title?.text === 'The tide is not the sea.');
  expect(told && slideText(told)).not.toContain('The tide is not the sea');
  expect(told && slideText(told)).toContain('The sea is water');
  for (const slide of found) if (slide !== told) expect(slide.title?.text).toBe('T');
});

test('the name of a point titles a slide of that point alone', () => {
  const named = (name: string, count: number): string => `- **${name}**: ${words(count, 'the')}\n`;
  const behind = `${words(30, 'Everybody')}.`;
  const list = `${named('Time', 40)}${named('Wind', 40)}${named('Swell', 30)}`;
  const all = planOf(studio, `# T\n\n## Risks\n\nThere are three:\n\n${list}\n${behind}\n`).slides;
  for (const slide of all.filter(({ title }) => title?.text === 'Swell'))
    expect(slideText(slide)).not.toContain('Everybody');
});

test('a remark in brackets is not all that a sentence heads', () => {
  const text = (below: string): string =>
    `# T\n\n## Papers\n\n${words(60, 'All')}.\n\nThere are nine papers of ours here\n\n${below}\n`;
  expect(
    titles(text('(They are counted by hand, (twice) each week, and the figures go into the book.)')),
  ).not.toContain('Papers: There are nine papers of ours here');
});

test.each(['**Q** (me)', '**Q:**', '**Q:** (Ida, finance)', '**Question** 2'])(
  'who asks is no title, what is asked may be: %s',
  (label) => {
    const answer =
      '**A:** They do, since the rebate requires it and somebody looks at photos of the engine block.';
    const asked = ['Do we lose the old buses?', 'What happens in a fire at night?'].map(
      (question) => `${label} ${question} ${answer} ${words(40, 'Then')}.`,
    );
    const found = titles(`# T\n\n## Money\n\n${words(50, 'First')}.\n\n${asked.join('\n\n')}\n`);
    expect(found.filter((title) => /\b(?:Q|Question)\b/.test(title) && !title.includes('?'))).toEqual([]);
  },
);

test('rows in order name a table by the first and the last of them, others do not', () => {
  const table = (names: readonly string[]): string =>
    `| Who | What |\n|---|---|\n${names.map((name) => `| ${name} | ${words(4, 'x')} |`).join('\n')}\n`;
  const section = (names: readonly string[]): string =>
    `# T\n\n## Herds\n\n${words(60, 'First')}.\n\n${table(names)}`;
  expect(titles(section(['Ash', 'Birch', 'Elm', 'Oak', 'Yew'])).at(-1)).toBe('Herds: Ash to Yew');
  expect(titles(section(['signs that', 'asked', 'turned back', 'gave up'])).join()).not.toContain(' to ');
});

test('names of those who speak stand behind a long title, never in its place', () => {
  const said = (name: string): string => `- **${name}**: ${words(22, 'when')}\n`;
  const heading = 'Whether the town should elect a harbour board';
  const text = `# T\n\n## ${heading}\n\n${['Ida', 'Bo', 'Ada', 'Ida', 'Bo', 'Ida', 'Ada'].map(said).join('')}`;
  const [, ...later] = titles(text);
  expect(later.length).toBeGreaterThan(0);
  for (const title of later) expect(title).toMatch(new RegExp(`^${heading}`));
});

test('a short point heads none of its siblings below a heading, and may where none is', () => {
  const points = [
    ...Array.from({ length: 3 }, (_, at) => `- ${words(20, `Point${at}`)}`),
    '- Signal mast',
    ...Array.from({ length: 3 }, (_, at) => `- ${words(18, `rope${at}`)}`),
  ].join('\n');
  expect(titles(`# T\n\n## Storms\n\n${points}\n`)).not.toContain('Signal mast');
  expect(titles(`# T\n\n${points}\n`)).toContain('Signal mast');
});
