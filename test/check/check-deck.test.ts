// An example of what check-deck.slow.test.ts holds in full: nothing is found where nothing is wrong, and a fault is found.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession, type Session } from '../../src/render/index.ts';
import { checkWith } from './deck.ts';

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.close());

test('a sound deck gives no finding', async () => {
  const { findings, words } = await checkWith(session);
  expect(findings).toEqual([]);
  expect(words.slides + words.presenterNotes).toBe(words.notes);
});

/** Composed of others by one font or another, each theme's in its own way; or in fonts behind the theme's. */
const rare = '- ƝȲȳ and Ŀŀŉ, x̄ and p̂\n- ſ and ǎǐǒǚ, ἐν ἀρχῇ, ʃə\n- ₴ and ₿\n';

test.each(['recap', 'signal'])('letters that the fonts of %s lack are embedded and found', async (theme) => {
  const notes = `# Letters\n\n## Rare ones\n\n${rare}`;
  const css = theme === 'recap' ? '' : 'section { --body-font: "Sofia Sans"; --heading-font: "Sofia Sans"; }';
  const { findings } = await checkWith(session, { notes, css });
  expect(findings.map(({ message }) => message)).toEqual([]);
});

test('words of a section’s name that stay together are found in the marker', async () => {
  const labels =
    '### Writing labels with 14 year-olds\n### Ida Falk – Museum of Salt, Ulm\n\n- 60 words at most, no dates in the first sentence\n- Pupils cut the 180 words to 52\n- Third point of it all\n';
  const other = '### Other talk here\n### Ben Ash – Ulm\n\n- a point\n- another one is here\n';
  const { findings } = await checkWith(session, { notes: `# Talk\n\n## Day 2\n\n${labels}\n${other}` });
  expect(findings).toEqual([]);
});

test('text that leaves its slide, and a word taken from the presentation', async () => {
  const css = 'section.bullets > .body { transform: translateX(900px) }';
  const html = (text: string): string => text.replace('five hours', 'hours');
  const { findings } = await checkWith(session, { css, html });
  const codes = findings.map(({ code }) => code);
  expect(codes).toContain('check/clipped');
  expect(codes).toContain('check/missing');
});
