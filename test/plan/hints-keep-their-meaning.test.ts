// What hints asked for before slides were divided by topics, they still ask for.
import { expect, test } from 'vitest';
import { openStudio, planOf } from './plan-of.ts';
import { slideText } from './shown-words.ts';

const studio = await openStudio();

/** The slides behind the cover: layout, title and words. */
function slides(text: string, hints: string): readonly string[] {
  return planOf(studio, `# T\n\n${text}`, hints)
    .slides.slice(1)
    .map(
      (slide) => `${slide.layout} | ${slide.title?.text} | ${slideText(slide).replace(/\s+/gu, ' ').trim()}`,
    );
}

const points = ['Lamps', 'Buoys', 'Ropes', 'Bells', 'Paint', 'Tar'];
const list = `## Harbour\n\n${points.map((point) => `- ${point} for the quay`).join('\n')}\n`;

test('`take` puts the points that it names on the slide that its first one stands on', () => {
  expect(
    slides(list, 'sections:\n  Harbour:\n    slides:\n      - { title: Loud, take: ["Bells", "Lamps"] }\n'),
  ).toEqual([
    'bullets | Loud | Lamps for the quay Bells for the quay',
    'bullets | Harbour | Buoys for the quay Ropes for the quay Paint for the quay Tar for the quay',
  ]);
});

test('`slides` without words to take are filled in the order of the notes', () => {
  const found = slides(
    list,
    'sections:\n  Harbour:\n    slides:\n      - { take: ["Lamps", "Buoys"] }\n      - { title: The rest }\n',
  );
  expect(found.map((text) => text.split(' | ')[1])).toEqual(['Harbour', 'The rest']);
});

test('`perSlide` sets so many points on a slide', () => {
  expect(slides(list, 'sections:\n  Harbour: { perSlide: 2 }\n')).toHaveLength(3);
  const topics = points.map((point) => `- ${point}\n  - for the quay\n  - and for the pier\n`).join('');
  expect(slides(`## Harbour\n\n${topics}`, 'sections:\n  Harbour: { perSlide: 3 }\n')).toHaveLength(2);
});

test('`title` names the section’s slide, and the marker of those below it', () => {
  expect(slides(list, 'sections:\n  Harbour: { title: What we need }\n')[0]).toMatch(/\| What we need \|/u);
});

test('`layout` takes a section whole', () => {
  expect(slides(list, 'sections:\n  Harbour: { layout: cards }\n')).toHaveLength(1);
});
