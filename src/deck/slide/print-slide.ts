import type { DeckFacts, Slide, SlideTitle } from '../../plan/index.ts';
import { headingLine } from '../block/heading.ts';
import { plainText } from '../plain-text.ts';
import type { Printer } from '../printer.ts';
import { marginLine } from './margin-line.ts';
import { presenterComment } from './presenter-comment.ts';
import { printBody } from './print-box.ts';
import { revealOf } from './reveal.ts';
import { yamlText } from './yaml-text.ts';

/** One slide's Markdown, without the rule between slides. */
export function printSlide(slide: Slide, facts: DeckFacts, printer: Printer): string {
  const notes = plainText(slide.presenterNotes);
  return [
    directives(slide, facts, printer).join('\n'),
    slide.title === undefined ? '' : printTitle(slide.title, slide.layout === 'title' ? 1 : 2, printer),
    slide.body === undefined ? '' : printBody(slide.body, printer, revealOf(slide)),
    notes === '' ? '' : presenterComment(notes),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function directives(slide: Slide, facts: DeckFacts, printer: Printer): string[] {
  const classes = [
    slide.layout,
    slide.bodySize === 'sm' ? '' : slide.bodySize,
    slide.reveal ? 'reveal' : '',
    facts.dir === 'rtl' ? 'rtl' : '',
  ];
  const footer = slide.layout === 'title' ? '' : marginLine(footerText(slide, facts), printer);
  return [
    `<!-- _class: ${classes.filter(Boolean).join(' ')} -->`,
    ...(slide.layout === 'title' ? ['<!-- _paginate: false -->'] : []),
    ...(footer === '' ? [] : [`<!-- _footer: ${yamlText(footer)} -->`]),
  ];
}

/** The section's name, and the deck's where the slide's own title says it already. */
function footerText({ section, title }: Slide, facts: DeckFacts): string {
  const outermost = section[0]?.trim() ?? '';
  const name = outermost === '' || outermost === title?.text ? facts.title : outermost;
  return [facts.footer ?? '', name].filter(Boolean).join(' · ');
}

function printTitle({ content, part, ordinal }: SlideTitle, depth: 1 | 2, printer: Printer): string {
  return headingLine(depth, content, printer, {
    before: ordinal === undefined ? '' : `<span class="ordinal">${ordinal}</span> `,
    after: part === undefined ? '' : ` <span class="part">${part.number}/${part.of}</span>`,
  });
}
