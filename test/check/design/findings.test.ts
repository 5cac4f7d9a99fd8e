// What is reported of a deck: the slide, the measure, the goal, and what would help.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { designFindings } from '../../../src/check/design/findings.ts';
import { measuresOf } from '../../../src/check/design/measures.ts';
import { designText, sourceSpans } from '../../../src/check/finding.ts';
import { openSession, type Session } from '../../../src/render/index.ts';
import { box, items, measureDeck, words } from './deck.ts';

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.close());

const notes = { path: 'talk.md', text: '# Talk\n\n## Night\n' };

async function reported(slides: readonly string[]): Promise<readonly string[]> {
  const measured = await measureDeck(session, slides);
  const spans = sourceSpans(
    notes,
    slides.map(() => ({ spans: [{ path: notes.path, start: 8, end: 16 }] })),
  );
  const found = designFindings(measured, measuresOf([measured]), spans);
  return found.map((one) => designText(one, new Map([[notes.path, notes]])));
}

/** Fills the slide in two columns. */
function sound(title: string): string {
  const column = (left: number): string =>
    box(`left:${left}px;top:140px;width:540px;line-height:100px`, items(5, 'graze at night'));
  return `<h2>${title}</h2>${column(64)}${column(680)}`;
}

test('nothing of a sound deck', async () => {
  expect(await reported([sound('Feeding'), sound('Sounds')])).toEqual([]);
});

test('a slide whose content ends high, with a layout for what it holds', async () => {
  const said = (
    await reported([
      sound('Feeding'),
      '<h2>Night</h2><p>Hippos graze for five hours after sunset</p>',
      `<h2>Day</h2>${items(4, 'sleep in the mud')}`,
    ])
  ).filter((line) => line.includes('design/end'));
  expect(said).toEqual([
    expect.stringMatching(
      /^talk\.md:3: design\/end: slide 2: content ends at 2\d % of the height, goal 78 %; `layout: statement` would fill it$/,
    ),
    expect.stringMatching(
      /slide 3: content ends at \d\d % of the height, goal 78 %; `layout: cards` would fill it$/,
    ),
  ]);
});

test('too many words, a counter, no title, a stub, text that is pale', async () => {
  const said = await reported([
    `<h2>Night (cont.)</h2>${items(11, words(8))}`,
    items(12, 'graze at night'),
    '<h2>Grass</h2><p style="color:#bbb">grass</p>',
  ]);
  const messages = said.map((line) => line.replace(/^talk\.md:\d+: /, ''));
  expect(messages).toEqual(
    expect.arrayContaining([
      'design/words: slide 1: 90 words, goal at most 70; `details: notes` keeps on it what is shown, not all that is said',
      'design/counter: slide 1: “(cont.)” in its head; a title of its own says what this part is about',
      'design/title: slide 2: no title can be seen; `title:` in the hints gives it one',
      'design/thin: slide 3: 1 word below the title, and nothing to look at; it can join the slide before or after it',
      expect.stringMatching(
        /^design\/contrast: slide 3: “grass” has 1\.\d:1 against what it stands on, goal 4\.5:1/,
      ),
    ]),
  );
});

test('of the deck: titles used twice, the ground, the weight', async () => {
  const list = (title: string): string => `<h2>${title}</h2>${items(12, 'graze at night')}`;
  const slides = ['Night', 'Night', 'Day', 'Mud', 'Grass', 'Water', 'Sleep', 'Night'].map(list);
  const said = await reported(slides);
  expect(said).toContain(
    'talk.md:3: design/title: slides 1, 2 and 8 have the title “Night”, goal one title a slide; `title:` in the hints says what each is about',
  );
  expect(said.join('\n')).toMatch(/talk\.md:1: design\/grounds: one ground on 8 slides, goal at least 3/);
  expect(said.join('\n')).toMatch(
    /design\/weight: \d+ % of the ink is left of 44 % of the width, goal under 60 %; most on slides/,
  );
  expect(said.filter((line) => line.includes('design/alike'))).toHaveLength(6);
});
