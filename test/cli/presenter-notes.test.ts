// Presenter notes are for the speaker: where they are is said, and they can be left out.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPdf } from '../render/open-pdf.ts';
import { folderWith, lectern } from './lectern.ts';

const talk = `# Tides - Ada Moon

## Springs

- The sun and the moon pull together
  - at new moon

<!-- Do not mention the **harbourmaster**. -->

## Neaps

- They pull at right angles
`;

const everything = ['--to', 'html,pdf,handout,notes,marp', '--pdf-notes', '--handout-notes', 'full'];

/** All that is written, as text. */
async function outputs(folder: string): Promise<Readonly<Record<string, string>>> {
  const read = (name: string): Buffer => readFileSync(join(folder, name));
  const [pdf, handout] = [await openPdf(read('tides.pdf')), await openPdf(read('tides.handout.pdf'))];
  return {
    html: read('tides.html').toString(),
    pdf: [...pdf.pages, ...pdf.annotations.flat().map(({ contents }) => contents)].join('\n'),
    handout: handout.pages.join('\n'),
    notes: read('tides.notes.md').toString(),
    marp: read('tides.marp.md').toString(),
  };
}

test('every output that holds them is named', async () => {
  const folder = folderWith({ 'tides.md': talk });
  const { stdout } = await lectern(folder, ['tides.md', ...everything]);
  expect(stdout).toContain(
    'presenter notes are in tides.marp.md, tides.notes.md, tides.html, tides.pdf, tides.handout.pdf; --no-notes leaves them out\n',
  );
  for (const [name, text] of Object.entries(await outputs(folder)))
    expect(text, name).toContain('harbourmaster');
});

test('--no-notes leaves them out of every output', async () => {
  const folder = folderWith({ 'tides.md': talk, 'tides.hints.yaml': 'deck: { details: notes }' });
  const { stdout } = await lectern(folder, ['tides.md', '--no-notes', ...everything]);
  expect(stdout).not.toContain('presenter notes');
  for (const [name, text] of Object.entries(await outputs(folder))) {
    expect(text, name).toContain('Neaps');
    expect(text, name).not.toContain('harbourmaster');
    expect(text, name).not.toContain('at new moon');
  }
});

test('a plain PDF has none, and nothing is said of talks without', async () => {
  const folder = folderWith({ 'tides.md': talk, 'quiet.md': talk.replace(/<!--.*-->/, '') });
  expect((await lectern(folder, ['tides.md', '--to', 'pdf'])).stdout).not.toContain('presenter notes');
  expect((await lectern(folder, ['quiet.md', '--to', 'html,handout'])).stdout).not.toContain(
    'presenter notes',
  );
});

test('--pdf-notes are annotations on the slides they belong to', async () => {
  const folder = folderWith({ 'tides.md': talk });
  await lectern(folder, ['tides.md', '--to', 'pdf', '--pdf-notes']);
  const { annotations } = await openPdf(readFileSync(join(folder, 'tides.pdf')));
  expect(annotations).toEqual([[], [{ subtype: 'Text', contents: 'Do not mention the harbourmaster.' }], []]);
});

test('--to notes is Markdown with the titles of the slides, and is not taken for notes', async () => {
  const folder = folderWith({ 'tides.md': talk });
  await lectern(folder, ['tides.md', '--to', 'notes']);
  expect(readFileSync(join(folder, 'tides.notes.md'), 'utf8')).toBe(
    '# Tides\n\n## 1 · Tides\n\n## 2 · Springs\n\nDo not mention the **harbourmaster**.\n\n## 3 · Neaps\n',
  );
  const { stdout } = await lectern(folder, ['.', '--to', 'html', '-o', 'out']);
  expect(stdout).toMatch(/^out\/tides\.html/);
  expect(stdout).not.toContain('tides.notes');
});

test('--to pptx has each slide, and the notes', async () => {
  const folder = folderWith({ 'tides.md': talk });
  const { code, stdout } = await lectern(folder, ['tides.md', '--to', 'pptx']);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^tides\.pptx .*\npresenter notes are in tides\.pptx;/),
  });
  const names = readFileSync(join(folder, 'tides.pptx')).toString('latin1');
  expect(new Set(names.match(/ppt\/slides\/slide\d+\.xml/g)).size).toBe(3);
});

test.each([
  [['--paper', 'A3'], '--paper cannot be "A3"'],
  [['--handout-per-page', '5'], '--handout-per-page cannot be "5"'],
  [['--handout-per-page', '5'], 'there are 1, 2, 3, 4, 6, 9'],
  [['--orientation', 'portait'], 'did you mean portrait?'],
])('%j is answered', async (args, answer) => {
  const folder = folderWith({ 'tides.md': talk });
  const { code, stderr } = await lectern(folder, ['tides.md', ...args]);
  expect(code).not.toBe(0);
  expect(stderr).toContain(answer);
});

test('flags go before the hints of the handout, key by key', async () => {
  const hints = 'handout: { paper: A5, orientation: landscape, cover: false }';
  const folder = folderWith({ 'tides.md': talk, 'tides.hints.yaml': hints });
  await lectern(folder, ['tides.md', '--to', 'handout', '--paper', 'letter']);
  const { sizes } = await openPdf(readFileSync(join(folder, 'tides.handout.pdf')));
  expect(sizes).toEqual([[792, 612]]);
});

const wordy = `# Tides\n\n${['Springs', 'Neaps']
  .map(
    (name) =>
      `## ${name}\n\n${`- ${name} pull the water${' and say so at some length'.repeat(12)}\n  - in detail, in the bay and far out at sea\n`.repeat(2)}`,
  )
  .join('\n')}`;

test('a build of many slides full of words offers the shorter deck, which makes the offer no more', async () => {
  const folder = folderWith({ 'tides.md': wordy, 'short.md': '# Tides\n\n## Springs\n\n- Sun and moon\n' });
  const offer = /^\d of \d slides hold more than 70 words; --details notes moves .*\n/m;
  expect((await lectern(folder, ['tides.md', '--to', 'html'])).stdout).toMatch(offer);
  expect((await lectern(folder, ['short.md', '--to', 'html'])).stdout).not.toMatch(offer);
  const { code, stdout } = await lectern(folder, ['tides.md', '--to', 'html', '--details', 'notes']);
  expect(code).toBe(0);
  expect(stdout).not.toMatch(offer);
  expect(stdout).toContain('presenter notes are in tides.html');
});

test('--details goes before the hints, and takes slide or notes', async () => {
  const folder = folderWith({ 'tides.md': wordy, 'tides.hints.yaml': 'deck: { details: notes }\n' });
  const words = async (...flags: string[]): Promise<number> => {
    const { stdout } = await lectern(folder, ['explain', 'tides.md', '--json', ...flags]);
    const { slides } = JSON.parse(stdout).notes[0] as { slides: { words: number }[] };
    return slides.reduce((sum, slide) => sum + slide.words, 0);
  };
  expect(await words('--details', 'slide')).toBe((await words()) + 4 * 10);
  const { code, stderr } = await lectern(folder, ['explain', 'tides.md', '--details', 'note']);
  expect(code).toBe(1);
  expect(stderr).toContain('--details cannot be "note"\n  did you mean notes?');
});
