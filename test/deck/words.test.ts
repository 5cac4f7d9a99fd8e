import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printDeck } from '../../src/deck/index.ts';
import type { Block, Phrasing } from '../../src/notes/index.ts';
import type { Slide } from '../../src/plan/index.ts';
import type { Pictures } from '../../src/theme/index.ts';
import { marps } from './both-marps.ts';
import { expectedCounts } from './expected-counts.ts';
import { expectedText } from './expected-text.ts';
import { nastyBlocks, nastyPhrasing, nastyText } from './nasty.ts';
import { flow, planOf, slideOf } from './plan-of.ts';
import { normal, readHtml } from './read-html.ts';

const numRuns = Number(process.env.DECK_RUNS ?? 50);
const pictures: Pictures = (url) =>
  url === 'gone.png' ? { status: 'missing' } : { status: 'found', width: 1, height: 1 };

const slides: fc.Arbitrary<Slide[]> = fc
  .array(
    fc.record({
      blocks: nastyBlocks,
      title: nastyPhrasing,
      notes: nastyText,
      section: nastyText,
      reveal: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((all) =>
    all.map(({ blocks, title, notes, section, reveal }) =>
      slideOf(flow(blocks), { ...headed(section, title), ...noted(notes), reveal }),
    ),
  );

function headed(section: string, title: readonly Phrasing[]): Pick<Slide, 'title' | 'section' | 'marker'> {
  return {
    title: { content: title, text: '', reason: 'a test' },
    section: [section],
    marker: section.trim() === '' ? [] : [{ text: section, span: { path: 'talk.md', start: 0, end: 0 } }],
  };
}

function noted(notes: string): Pick<Slide, 'presenterNotes'> {
  return { presenterNotes: [{ type: 'paragraph', children: [{ type: 'text', value: notes }] }] };
}

/** A backslash at the end of a line, whose last space goes, stands before the tag that ends the marker. */
const backslash = slideOf(flow([]), { ...headed('C:\\dir\\\t', []), ...noted('words'), reveal: false });

/** Without the word joiners that keep a comment from being an order. */
const visible = (text: string): string => normal(text.replaceAll('\u2060', ''));

describe.each(Object.entries(marps))('%s Marp', (_, render) => {
  it('shows exactly the words and the elements of the plan', () => {
    fc.assert(
      fc.property(slides, (planned) => {
        const { markdown } = printDeck(planOf(planned), { pictures });
        const rendered = render(markdown);
        expect(rendered.slides, markdown).toHaveLength(planned.length);
        planned.forEach((slide, at) => {
          const seen = readHtml(rendered.slides[at] ?? '');
          const blocks: Block[] = [
            { type: 'heading', depth: 2, children: [...(slide.title?.content ?? [])] as never },
            ...(slide.body?.kind === 'flow' ? slide.body.blocks : []),
          ];
          expect(seen.text, markdown).toBe(expectedText(blocks));
          expect(seen.counts, markdown).toMatchObject(expectedCounts(blocks));
          expect(rendered.slides[at]).toContain(' data-theme="recap"');
          expect(seen.classes).toBe(slide.reveal ? 'bullets reveal' : 'bullets');
          expect(seen.marker, markdown).toBe(
            expectedText([{ type: 'html', value: slide.section[0]?.trim() || 'A talk' }]),
          );
          const notes = (rendered.comments[at] ?? []).join(' ');
          expect(visible(notes), markdown).toBe(visible(expectedText(slide.presenterNotes)));
        });
      }),
      { numRuns, examples: [[[backslash]]] },
    );
  });
});
