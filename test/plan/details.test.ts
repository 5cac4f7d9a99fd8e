import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/notes/index.ts';
import { openStudio, planOf } from './plan-of.ts';
import { slideText } from './shown-words.ts';

const studio = await openStudio();
const rest = 'What follows says the same again, at length, and with a number of words that nobody reads.';

function slideOf(text: string): { readonly shown: string; readonly notes: string } {
  const { slides } = planOf(studio, `# T\n\n## A\n\n${text}\n`, 'deck: { details: notes }\n');
  const [, slide] = slides;
  if (!slide) throw new Error('no slide');
  const notes = plainText(slide.presenterNotes);
  return { shown: slideText({ ...slide, presenterNotes: [] }), notes };
}

describe('`details: notes`', () => {
  test.each([
    [
      'the first sentence of a paragraph stays',
      `The doors stay open until midnight. ${rest}`,
      'The doors stay open until midnight.',
    ],
    [
      'in Japanese too',
      `扉は真夜中まで毎日必ず開いています。${'その後は誰もいない部屋です。'.repeat(3)}`,
      '扉は真夜中まで毎日必ず開いています。',
    ],
    [
      'an abbreviation ends no sentence',
      'The doors of the house vs. The doors of the yard',
      'The doors of the house vs. The doors of the yard',
    ],
    [
      'one sentence stays whole',
      'The doors stay open until midnight.',
      'The doors stay open until midnight.',
    ],
  ])('%s', (_, text, kept) => {
    expect(slideOf(text).shown.trim()).toBe(kept);
  });

  test('bullets of level 1 stay, and what stands below them is said', () => {
    const { shown, notes } = slideOf('- Ropes\n  - dry\n  - coiled\n- Sails');
    expect(shown).toContain('Ropes');
    expect(shown).not.toContain('coiled');
    expect(notes).toContain('coiled');
  });

  test('the words behind a link stay with it', () => {
    const { shown } = slideOf(
      '- [The lamp](https://example.org) of the pier\n  - burns all night\n- The bell\n',
    );
    expect(shown).toContain('of the pier');
  });

  test('no word is lost', () => {
    const text = `The **doors** stay [open](https://library.example) until midnight. ${rest}`;
    const { shown, notes } = slideOf(text);
    expect(`${shown} ${notes}`.match(/\p{L}+/gu)?.sort()).toEqual(
      text
        .replace(/\(.*\)/u, '')
        .match(/\p{L}+/gu)
        ?.sort(),
    );
  });
});
