import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { compile } from '../../src/compile.ts';
import type { Source } from '../../src/diagnostics/index.ts';
import { type Ledger, makeLedger, type Plan } from '../../src/plan/index.ts';
import { readThemeFiles } from '../../src/theme/index.ts';

const talk = `# Llamas: what they carry

Speaker: Ada Grey

- Wool
- Loads

## Wool

- 2.4 kg of wool
- 30 years of it

<!-- Show the jumper -->

## Loads

Llamas carry a quarter of their weight.

| Load | Kilograms |
|---|---|
| Salt | 25 |
| Tools | 30 |
`;

async function compiled(text: string, hints?: string) {
  const source: Source = { path: 'llamas.md', text };
  const { value } = await compile({
    notes: source,
    ...(hints !== undefined && { hints: { path: 'llamas.hints.yaml', text: hints } }),
    themeFiles: readThemeFiles,
    pictures: () => ({ status: 'missing' }),
    folder: '.',
  });
  return value;
}

async function ledgerOf(text: string, hints?: string): Promise<Ledger> {
  const { notes, plan, hints: read } = await compiled(text, hints);
  return makeLedger(notes, plan, read);
}

/** "the words" → the places they went to. */
function went(ledger: Ledger, text: string, words: string): readonly string[] {
  const at = text.indexOf(words);
  const entry = ledger.entries.findLast(({ span }) => span.start <= at && at < span.end);
  return (entry?.to ?? []).map((place) => ('slide' in place ? `${place.slide} ${place.slot}` : place.slot));
}

describe('where everything went', () => {
  let ledger: Ledger;
  beforeAll(async () => {
    ledger = await ledgerOf(talk);
  });

  test('nothing is lost, and every piece with words went somewhere', () => {
    expect(ledger.lost).toEqual([]);
    expect(ledger.entries.filter(({ words, to }) => words > 0 && to.length === 0)).toEqual([]);
  });

  test.each([
    ['Llamas:', ['1 title', '1 subtitle']],
    ['Ada Grey', ['1 speaker']],
    ['Show the jumper', ['3 presenter-notes']],
    ['2.4 kg', ['3 figure', '3 label']],
  ])('“%s”', (words, places) => {
    expect(went(ledger, talk, words)).toEqual(places);
  });

  test('counts the words of a piece', () => {
    expect(ledger.entries.find(({ to }) => to.some((place) => place.slot === 'speaker'))?.words).toBe(2);
  });
});

describe('the same words again and again', () => {
  test.each([
    ['sentences', 'It falls in the first half of the year, and all know it.', 2],
    ['labels', 'In `talk.hints.yaml`, in place of lines 5–7:', 2],
    ['many labels', 'In `talk.hints.yaml`, in place of lines 5–7:', 12],
  ])('%s are all shown', async (_, line, least) => {
    for (let count = least; count < least + 14; count += 1) {
      const text = Array.from({ length: count }, () => line).join('\n');
      expect((await ledgerOf(`${text}\n`)).lost).toEqual([]);
      expect((await ledgerOf(`# Talk\n\n## Part\n\n${text}\n`)).lost).toEqual([]);
    }
  });
});

describe('what a hint moves', () => {
  test('a hidden section is in the presenter notes', async () => {
    const ledger = await ledgerOf(talk, 'sections:\n  Loads: { show: false }\n');
    expect(ledger.lost).toEqual([]);
    expect(went(ledger, talk, 'Llamas carry')).toEqual(['3 presenter-notes']);
  });

  test('a heading for which it says other words is left out', async () => {
    const ledger = await ledgerOf(talk, 'deck: { speaker: Bo }\nsections:\n  Wool: { title: Fleece }\n');
    expect(ledger.lost).toEqual([]);
    expect(went(ledger, talk, 'Ada Grey')).toEqual(['hint']);
    expect(went(ledger, talk, 'Wool\n\n- 2.4')).toEqual(['hint']);
  });
});

describe('what went nowhere', () => {
  test('a slide that is dropped takes its words with it', async () => {
    const { notes, plan, hints } = await compiled(talk);
    const dropped: Plan = { ...plan, slides: plan.slides.filter(({ layout }) => layout !== 'table') };
    expect(dropped.slides.length).toBeLessThan(plan.slides.length);
    const { lost } = makeLedger(notes, dropped, hints);
    expect(lost.map(({ text }) => text)).toEqual(expect.arrayContaining(['salt', 'tools', '25']));
    expect(lost.every(({ start }) => start >= talk.indexOf('## Loads'))).toBe(true);
  });

  test('is found for any slide of any notes', async () => {
    const item = fc.stringMatching(/^[a-z]{5,9}( [a-z]{5,9}){0,6}$/);
    const notes = fc.array(fc.tuple(item, fc.array(item, { minLength: 1, maxLength: 14 })), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(notes, fc.nat(), async (sections, at) => {
        const text = sections
          .map(([title, items]) => `## ${title}\n\n${items.map((one) => `- ${one}`).join('\n')}\n`)
          .join('\n');
        const value = await compiled(`# A talk\n\n${text}`);
        expect(makeLedger(value.notes, value.plan, value.hints).lost).toEqual([]);
        const gone = 1 + (at % (value.plan.slides.length - 1));
        const slides = value.plan.slides.filter((_, index) => index !== gone);
        expect(makeLedger(value.notes, { ...value.plan, slides }, value.hints).lost.length).toBeGreaterThan(
          0,
        );
      }),
      { numRuns: 30 },
    );
  });
});
