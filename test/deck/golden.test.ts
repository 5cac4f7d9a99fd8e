import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { printDeck } from '../../src/deck/index.ts';
import type { Block } from '../../src/notes/index.ts';
import type { Slide } from '../../src/plan/index.ts';
import { blocksOf, flow, planOf, slideOf } from './plan-of.ts';

const folder = new URL('../fixtures/deck/', import.meta.url);

describe('the Markdown of a deck', () => {
  it.each(readdirSync(folder))('%s', async (name) => {
    const notes = readFileSync(new URL(`${name}/notes.md`, folder), 'utf8');
    const { markdown } = printDeck(planOf(slidesOf(blocksOf(notes))), {
      pictures: (url) =>
        url.includes('gone') ? { status: 'missing' } : { status: 'found', width: 4, height: 3 },
    });
    await expect(markdown).toMatchFileSnapshot(new URL(`${name}/deck.md`, folder).pathname);
  });
});

/** A slide a rule; its first heading is the title. */
function slidesOf(blocks: readonly Block[]): Slide[] {
  const at = blocks.findIndex(({ type }) => type === 'thematicBreak');
  const [own, rest] = at < 0 ? [blocks, []] : [blocks.slice(0, at), blocks.slice(at + 1)];
  const [first, ...others] = own;
  const heading = first?.type === 'heading' ? first : undefined;
  const slide = slideOf(flow(heading ? others : own), {
    title: heading && { content: heading.children, text: 'A title', reason: 'its heading' },
  });
  return [slide, ...(rest.length > 0 ? slidesOf(rest) : [])];
}
