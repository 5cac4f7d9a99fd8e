import { expect, test } from 'vitest';
import type { Deck, Features } from '../../src/deck/index.ts';
import { slidesEngine } from '../../src/render/marp/engine.ts';
import { renderSlides } from '../../src/render/marp/render-slides.ts';
import { baseTheme, deckOf } from './talk.ts';

/** More slides than Marp is given at once, some of them the same; each is a part of its own. */
function longDeck(body: (at: number) => string, features: Partial<Features> = {}): Deck {
  const slides = Array.from({ length: 130 }, (_, at) => ({
    title: `Whale ${at % 120}`,
    body: body(at % 120),
  }));
  const deck = deckOf(slides, features);
  const [front = '', text = ''] = deck.markdown.split(/(?<=^---\n\n)/m);
  return { ...deck, parts: { front: front.trimEnd(), slides: text.split('\n---\n\n') } };
}

test.each<[string, Deck]>([
  ['lists', longDeck((at) => `- high water ${at}\n- *low* water`)],
  ['code and emoji', longDeck((at) => `🌊\n\n\`\`\`js\nlet a = ${at};\n\`\`\``, { code: true, emoji: true })],
  ['a macro for all slides', longDeck((at) => (at ? '$\\sea$' : '$\\gdef\\sea{S}$'), { math: true })],
])('a long deck with %s is what Marp makes of it whole', async (_, deck) => {
  const theme = await baseTheme();
  const marp = await slidesEngine(deck.features, theme, 'en');
  const parted = renderSlides(marp, deck, '', undefined);
  const { html, css } = marp.render(deck.markdown);
  expect(parted).toMatchObject({ html, css });
});
