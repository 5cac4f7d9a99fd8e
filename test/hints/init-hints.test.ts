import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { initHints, readHints, type SectionChoice } from '../../src/hints/index.ts';
import { type Notes, parseNotes, type Section } from '../../src/notes/index.ts';
import { compileFile } from '../../src/pipeline/compile-file.ts';
import { draftHints } from '../../src/pipeline/index.ts';
import { notesFrom } from './notes-from.ts';

test('a new hints file for the talk', async () => {
  const url = new URL('../../slides/llama2-talk.md', import.meta.url);
  const notes = parseNotes({ path: 'llama2-talk.md', text: readFileSync(url, 'utf8') }).value;
  const text = initHints(notes, choices(notes), '../schema/hints.json');
  expectRoundTrip(notes, text);
  await expect(text).toMatchFileSnapshot('../fixtures/hints-init/llama2-talk.hints.yaml');
});

test('hard headings and bullets read back to the same sections and items', async () => {
  const notes = notesFrom(hardNotes, 'hard.md');
  const text = initHints(notes, choices(notes), './schema/hints.json');
  await expect(text).toMatchFileSnapshot('../fixtures/hints-init/hard.hints.yaml');
  expectRoundTrip(notes, text);
});

test('whatever the headings and bullets are, the file reads back without a complaint', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom(
      'Data',
      'data',
      'Data: raw',
      '"Data"',
      'Data #2',
      '- x',
      '# y',
      'true',
      '2024',
      "it's",
      '*',
      '日本語',
    ),
  );
  const block = fc.tuple(fc.constantFrom('# ', '## ', '### ', '- ', '- ', '  - ', ''), piece);
  fc.assert(
    fc.property(fc.array(block, { maxLength: 14 }), (blocks) => {
      const notes = notesFrom(
        blocks.map(([mark, text]) => `${mark}${text.replace(/[\r\n]/g, ' ')}\n`).join('\n'),
      );
      expectRoundTrip(notes, initHints(notes, choices(notes), './schema/hints.json'));
    }),
    { numRuns: 100 },
  );
});

const hardNotes = `Before the first heading.

# Q&A: the rest

- "quoted" and: a colon
- \`code\` #1
- same
- same

## Data

- x

## Data

- y

# Überblick – “Größe”

## Data

- z
- A very long bullet whose first words are not enough, first of two
- A very long bullet whose first words are not enough, second of two

# true

- 2024
- 日本語のとても長い文章がここにあります、そして空白はどこにもありません

# ${'Very long heading '.repeat(80)}

- end
`;

function expectRoundTrip(notes: Notes, text: string): void {
  const { value, diagnostics } = readHints({ path: 'hints.yaml', text }, notes);
  expect(diagnostics).toEqual([]);
  const expected = choices(notes);
  for (const [section, hint] of value.hints.sections) {
    const starts = section.blocks.flatMap((it) =>
      it.type === 'list' ? it.children.map((item) => item.position?.start.offset) : it.position?.start.offset,
    );
    const choice = expected.find((it) => it.section === section);
    expect(choice).toBeDefined();
    if (choice?.slides.length === 1) expect(hint.title ?? '').toBe(choice.slides[0]?.title);
    for (const { take } of hint.slides ?? []) for (const at of take) expect(starts).toContain(at);
  }
}

/** Every other section in one slide, the others with a slide for each item. */
function choices(notes: Notes): SectionChoice[] {
  return notes.sections.flatMap(all).map((section, at) => ({
    section,
    slides:
      at % 2 === 0
        ? [
            {
              title: section.titleText,
              layout: 'cards',
              take: [],
              reason: 'points that\n# stand side by side',
            },
          ]
        : perItem(section),
  }));
}

function all(section: Section): Section[] {
  return [section, ...section.sections.flatMap(all)];
}

function perItem({ blocks }: Section): SectionChoice['slides'] {
  const nodes = blocks.flatMap((it): unknown[] => (it.type === 'list' ? it.children : [it]));
  return nodes.map((node) => ({
    title: textOf(node),
    layout: 'statement',
    take: [textOf(node)],
    reason: `a sentence: "${textOf(node).slice(0, 10)}"`,
  }));
}

function textOf(node: unknown): string {
  const { value, children = [] } = node as { value?: string; children?: unknown[] };
  return value ?? children.map(textOf).find((it) => it !== '') ?? '';
}

test('it changes nothing as it stands, and all of it taken as it is gives the titles that the talk has anyway', async () => {
  const notes = new URL('../../slides/llama2-talk.md', import.meta.url).pathname;
  const folder = mkdtempSync(join(tmpdir(), 'lectern-init-'));
  try {
    const { value: text = '' } = await draftHints(notes, { folder });
    const [head = '', sections = ''] = text.split('\nsections:\n');
    const taken = sections.replace(/^ {2}# (?! |[A-Z][^:]*$)/gmu, '  ').replace(/^ {2}# {3}/gmu, '    ');
    const entries = taken
      .split('\n')
      .filter((line) => !/^ {2}(?:#|\S[^:]*$|What|A slide|More|level)/u.test(line));
    const titles = async (hints: string | null): Promise<unknown> => {
      const { value, diagnostics } = await compileFile(notes, { hints });
      expect(diagnostics).toEqual([]);
      return value?.plan.slides.map(({ title, layout }) => [title?.text, layout]);
    };
    const own = await titles(null);
    const as = async (name: string, hints: string): Promise<unknown> => {
      writeFileSync(join(folder, name), hints);
      return await titles(join(folder, name));
    };
    expect(await as('as-it-stands.yaml', text)).toEqual(own);
    expect(entries.join('\n')).toContain('take: ["More compute');
    expect(await as('all.yaml', `${head}\nsections:\n${entries.join('\n')}\n`)).toEqual(own);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
