// A part of `npm run fuzz`, the same cases every time.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findingsIn, findingsOf } from './check-decks.ts';
import { notesText } from './notes-text.ts';
import { seedsFrom } from './seeds.ts';
import { faultsOf } from './survive.ts';

const seeds = seedsFrom().map((seed) => seed.slice(0, 1000));
const short = notesText(seeds).map((text) => text.slice(0, 1000));

test('any text is compiled: no throw, nothing lost, nothing too full, in time', {
  timeout: 60_000,
}, async () => {
  const property = fc.asyncProperty(short, async (text) => {
    expect(await faultsOf(text)).toEqual([]);
  });
  await fc.assert(property, { numRuns: 300, seed: 7 });
});

test('random decks are whole in the browser', { timeout: 60_000 }, async () => {
  expect(await findingsOf({ decks: 4, seeds, seed: 7 })).toEqual(new Map());
});

const word = 'x'.repeat(60);

test('decks with what random ones have found are whole in the browser', { timeout: 60_000 }, async () => {
  const spaces = `\`\`\`\n| a${' '.repeat(180)}| b\n\`\`\``;
  const tasks = `- [ ] one\n  - [ ] two\n${'  - three, and the words that a full slide has beside its tasks\n'.repeat(9)}`;
  const texts = [
    `# Spaces\n\n## Code\n\n${spaces}`,
    `# Tasks\n\n## Now\n\n${tasks}`,
    '1\ufe0f\u20e3 first\n\n&#65;&#65;class: x',
    '# Tides\n\nmailto:a@b.cd:100:+ class: y',
    '# Tides\n\n:100:a@b.cd high\n\n1. 1. 1 boat',
    `# Tides\n\n##### Harbour \`low()\` ${word} and what lies behind it\n\n##### Nets\n\nThey are mended.`,
    `# Tides\n\nwords\n\n# \`low()\` of **high** ${word} and ${word} 2,000\n\n## Nets\n\nmended\n\n## Rope\n\ncoiled\n\n# Boats\n\n## Large\n\nold\n\n## Small\n\nnew`,
    '# Tides\n\n```mermaid\nsequenceDiagram\n  participant A as Office\n  A->>A: looks at the table of the whole year\n```',
    '# Tides\n\nOne $a • b$ here\n\n```\n│ high\n│ low\n```',
    '# 潮汐\n\n```mermaid\nsequenceDiagram\n  participant A as 港口\n  A->>A: 查看全年的潮汐表和所有船只的吃水深度以及航道\n```',
    '.. note:: The harbour silts up.\n\nNets\n--------\nThey are mended.',
    '# Tides\n\nhigh\n\n???\na boat\n\n```mermaid\ngraph TD\n  a[tide] --> b[harbour]\n```',
  ];
  expect(await findingsIn(texts)).toEqual(new Map());
});
