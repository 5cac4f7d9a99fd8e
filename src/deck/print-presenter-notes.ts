import type { Plan, Slide } from '../plan/index.ts';
import { createPrinter, type DeckOptions } from './print-deck.ts';
import type { Printer } from './printer.ts';

/** What the speaker says, slide by slide, as plain Markdown: every slide's title, and its notes below. */
export function printPresenterNotes(plan: Plan, options: DeckOptions): string {
  const printer = createPrinter(plan, options);
  const parts = plan.slides.flatMap((slide, index) => printSlideNotes(slide, index + 1, printer));
  const title = printer.line([{ type: 'text', value: plan.deck.title }]);
  return `${[`# ${title}`, ...parts].join('\n\n')}\n`;
}

function printSlideNotes(
  { title, presenterNotes }: Slide,
  number: number,
  printer: Printer,
): readonly string[] {
  const words = title === undefined ? '' : printer.line(title.content);
  const part = title?.part === undefined ? '' : ` (${title.part.number}/${title.part.of})`;
  const heading = `## ${number}${words === '' ? '' : ` · ${words}`}${part}`;
  const notes = printer.blocks(presenterNotes, { level: 0, lists: 0 });
  return notes === '' ? [heading] : [heading, notes];
}
