import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, lectern } from './lectern.ts';

const talk = `# Tides

## Springs in numbers

- 40 lamps at the quay
- 12 kW of light
- 3 people on call

## Springs by night

- one
- two

## Neaps

- three
- four
`;
const long = `# Tides\n\n## Springs\n\n${[1, 2, 3, 4, 5]
  .map((number) => `- Point ${number} says ${'what has to be said of the tide at great length '.repeat(7)}\n`)
  .join('')}`;

test('--alternatives writes a page beside the notes and says what is on it', async () => {
  const folder = folderWith({ 'talks/tides.md': talk });
  const { code, stdout, stderr } = await lectern(folder, [
    'explain',
    'talks/tides.md',
    '--alternatives',
    '2',
  ]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(
    /^2 {2}Springs in numbers\n {5}stats {8}now: .*\n {5}bullets {6}0\.50, 3 points of equal weight\n/,
  );
  expect(stdout).toMatch(/\nwrote talks\/tides\.slide-2\.alternatives\.html: open it in a browser\n$/);
  const page = readFileSync(join(folder, 'talks/tides.slide-2.alternatives.html'), 'utf8');
  expect(page).toContain('Springs in numbers: { layout: bullets }');
  expect(page).toContain('In <code>tides.hints.yaml</code>, a new file beside the notes:');
});

test('-o takes a folder or a file, and a part of the title is enough', async () => {
  const folder = folderWith({ 'tides.md': talk });
  mkdirSync(join(folder, 'there'));
  for (const [out, path] of [
    ['there', 'there/tides.slide-3.alternatives.html'],
    ['new/', 'new/tides.slide-3.alternatives.html'],
    ['deep/page.html', 'deep/page.html'],
  ] as const) {
    const args = ['explain', 'tides.md', '--alternatives', 'BY night', '-o', out];
    expect(await lectern(folder, args)).toMatchObject({ code: 0, stderr: '' });
    expect(existsSync(join(folder, path))).toBe(true);
  }
});

test('--alternatives --json holds every layout with its hint', async () => {
  const folder = folderWith({ 'tides.md': talk });
  const { stdout } = await lectern(folder, ['explain', 'tides.md', '--alternatives', 'neaps', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({
    path: 'tides.md',
    slide: 4,
    now: { layout: 'bullets', slides: [4] },
    alternatives: [
      {
        layout: 'two-columns',
        slides: [4],
        changes: [],
        hint: { file: 'tides.hints.yaml', yaml: 'sections:\n  Neaps: { layout: two-columns }\n' },
      },
      { layout: 'cards', slides: [4], hint: { yaml: 'sections:\n  Neaps: { layout: cards }\n' } },
    ],
    page: 'FOLDER/tides.slide-4.alternatives.html',
  });
});

test('a slide with one possible layout says so and writes nothing', async () => {
  const folder = folderWith({ 'tides.md': talk });
  const { code, stdout } = await lectern(folder, ['explain', 'tides.md', '--alternatives', '1']);
  expect(code).toBe(0);
  expect(stdout).toContain('no other layout: the first slide is always the title\n');
  expect(readdirSync(folder)).toEqual(['tides.md']);
});

test.each([
  ['9', 'there is no slide 9: the talk has 4 slides\n  the slides are\n    1  Tides\n'],
  ['0', 'there is no slide 0'],
  ['Neeps', 'no slide has "Neeps" in its title\n  did you mean 4, "Neaps"? the slides are\n'],
  [
    'springs',
    '2 slides could be meant by "springs"\n  write the number of one:\n    2  Springs in numbers\n',
  ],
  ['', '--alternatives needs a value'],
])('--alternatives %j: %s', async (asked, message) => {
  const folder = folderWith({ 'tides.md': talk });
  const { code, stderr } = await lectern(folder, ['explain', 'tides.md', '--alternatives', asked]);
  expect(code).toBe(1);
  expect(stderr).toContain(message);
});

test('--alternatives takes one notes file, and notes that can be read', async () => {
  const folder = folderWith({ 'a.md': talk, 'b.md': talk, 'c.md': talk, 'c.hints.yaml': 'dek: {}' });
  const two = await lectern(folder, ['explain', 'a.md', 'b.md', '--alternatives', '2']);
  expect(two).toMatchObject({ code: 1 });
  expect(two.stderr).toContain('--alternatives takes one notes file');
  const broken = await lectern(folder, ['explain', 'c.md', '--alternatives', '2']);
  expect(broken).toMatchObject({ code: 1, stdout: '' });
  expect(broken.stderr).toContain('[hints/unknown-key]');
});

test('explain says why a slide ends and what the next goes on with', async () => {
  const folder = folderWith({ 'tides.md': long });
  const { stdout } = await lectern(folder, ['explain', 'tides.md']);
  expect(stdout).toMatch(
    /\n {5}cut {10}too much for one slide: goes on with “Point \d says what has to be said of the…”\n/,
  );
  expect(stdout.match(/ cut /g)?.length).toBe((stdout.match(/^ +\d+ {2}Springs/gm)?.length ?? 0) - 1);
  const { stdout: json } = await lectern(folder, ['explain', 'tides.md', '--json']);
  const [, first] = JSON.parse(json).notes[0].slides;
  expect(first.cut).toEqual({
    reason: 'too much for one slide',
    next: expect.stringMatching(/^Point \d says/),
  });
});

test('explain says that a hint has cut', async () => {
  const folder = folderWith({
    'tides.md': talk,
    'tides.hints.yaml': 'sections:\n  Neaps: { perSlide: 1 }\n',
  });
  const { stdout } = await lectern(folder, ['explain', 'tides.md']);
  expect(stdout).toContain('cut          as many items as the hints allow: goes on with “four”\n');
});

test('explain says why a title is what it is, in words and in JSON', async () => {
  const folder = folderWith({
    'tides.md': `# Tides\n\n## Springs\n\n${['Sun and moon', 'Low water']
      .map((name) => `- ${name}\n${'  - pull the water the same way, and say so at some length\n'.repeat(5)}`)
      .join('')}\n## Neaps\n\n- three\n- four\n`,
    'tides.hints.yaml': 'sections:\n  Neaps: { title: Half the range }\n',
  });
  const { stdout } = await lectern(folder, ['explain', 'tides.md']);
  expect(stdout).toMatch(/\n {2}2 {2}Sun and moon\n {5}title {8}the bullet that heads it\n/);
  expect(stdout).toMatch(/\n {2}4 {2}Half the range\n {5}title {8}the hints give it\n/);
  const { stdout: json } = await lectern(folder, ['explain', 'tides.md', '--json']);
  const { slides } = JSON.parse(json).notes[0];
  expect(slides.map((slide: { titleReason: string }) => slide.titleReason)).toEqual([
    'the title of the notes',
    'the bullet that heads it',
    'the bullet that heads it',
    'the hints give it',
  ]);
  expect(slides[1]).toMatchObject({ words: 60 });
});
