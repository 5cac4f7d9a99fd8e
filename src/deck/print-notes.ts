import type { Block } from '../notes/index.ts';
import type { Plan } from '../plan/index.ts';
import { box } from './block/box.ts';
import type { Deck } from './deck.ts';
import { createPrinter, type DeckOptions, featuresOf } from './print-deck.ts';

/**
 * Texts that are no slides, as Marp Markdown with a rule between them: one Marp renders all, and
 * whoever asked cuts the result. `slides` stays empty.
 */
export function printNotes(
  texts: readonly (readonly Block[])[],
  plan: Pick<Plan, 'deck' | 'anchors'>,
  options: DeckOptions,
): Deck {
  const printer = createPrinter(plan, options);
  const printed = texts.map((blocks) => box('text', printer.blocks(blocks, { level: 0, lists: 0 })));
  return {
    facts: plan.deck,
    markdown: `${printed.join('\n\n---\n\n')}\n`,
    slides: [],
    features: featuresOf(printer, printed),
    pictures: [...printer.used.pictures],
  };
}
