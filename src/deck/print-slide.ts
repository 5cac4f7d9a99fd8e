// One slide with its directives, and the front matter that holds for all slides.
import { type DeckFacts, partWords, type Slide, type SlideTitle } from '../plan/index.ts';
import { headingLine, startSafe } from './block/print-blocks.ts';
import { destination, isFound } from './phrasing/link.ts';
import { presenterComment, spokenText } from './presenter-notes.ts';
import { printBody, revealOf } from './print-body.ts';
import { box as div, type MarkdownPrinter } from './printer.ts';
import { shapeLines } from './talk-shape.ts';

/** One slide's Markdown, without the rule between slides. */
export function printSlide(
  slide: Slide,
  facts: DeckFacts,
  progress: string,
  printer: MarkdownPrinter,
): string {
  const notes = spokenText(slide.presenterNotes);
  return [
    directives(slide, facts, progress, printer).join('\n'),
    slide.title === undefined
      ? ''
      : printTitle(slide.title, slide.layout === 'title' ? 1 : 2, facts, printer),
    ...(slide.within ?? []).map(({ content }) => div('within', startSafe(printer.line(content)))),
    slide.body === undefined ? '' : printBody(slide.body, printer, revealOf(slide)),
    notes === '' ? '' : presenterComment(notes),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Letters with a stem at their left, before which large type has room that one sees. */
const stem = /^[BDEFHIKLMNPRUbhklmnr]/u;

function directives(slide: Slide, facts: DeckFacts, progress: string, printer: MarkdownPrinter): string[] {
  const classes = [
    slide.layout,
    slide.composition === 'plain' ? '' : slide.composition,
    slide.titleBeside ? 'title-beside' : '',
    slide.named ? `named-by-${slide.named}` : '',
    slide.bodySize === 'sm' ? '' : slide.bodySize,
    slide.ground === 'light' ? '' : `ground-${slide.ground}`,
    slide.fills === 'top' ? '' : `fills-${slide.fills}`,
    slide.layout === 'title' && stem.test(slide.title?.text ?? '') ? 'stem' : '',
    slide.title?.leading ? `leading-${Math.round(100 * slide.title.leading)}` : '',
    slide.reveal ? 'reveal' : '',
    facts.dir === 'rtl' ? 'rtl' : '',
  ];
  const header = [
    headerLine(facts, printer),
    markerLine(slide, facts, printer),
    progress,
    slide.shape ? shapeLines(slide.shape) : '',
  ]
    .filter(Boolean)
    .join(' ');
  const footer = facts.footer && slide.layout !== 'title' ? marginLine(facts.footer, printer) : '';
  return [
    `<!-- _class: ${classes.filter(Boolean).join(' ')} -->`,
    ...(slide.layout === 'title' || slide.layout === 'closing' ? ['<!-- _paginate: false -->'] : []),
    ...(header === '' ? [] : [`<!-- _header: ${quotedYaml(header)} -->`]),
    ...(footer === '' ? [] : [`<!-- _footer: ${quotedYaml(footer)} -->`]),
  ];
}

/** Where the slide stands; the deck's name where nothing stands above its title. */
function markerLine({ marker, layout }: Slide, facts: DeckFacts, printer: MarkdownPrinter): string {
  if (layout === 'title' || layout === 'closing') return '';
  const names = marker.length > 0 ? marker : [{ text: facts.markerTitle, isAgain: true }];
  const printed = names.map(({ text, isAgain }) => {
    const line = marginLine(text, printer);
    return isAgain ? `<span class="added">${line}</span>` : line;
  });
  return `<span class="marker">${printed.join(' · ')}</span>`;
}

function printTitle(
  { content, set = content, part }: SlideTitle,
  depth: 1 | 2,
  facts: DeckFacts,
  printer: MarkdownPrinter,
): string {
  const hidden =
    part === undefined
      ? ''
      : `<span class="part${part.number > 1 ? ' again' : ''}">, ${partWords(part, facts.lang)}</span>`;
  return headingLine(depth, set, printer, { before: '', after: hidden });
}

/** The directives for the whole deck. */
export function frontMatter(facts: DeckFacts, printer: MarkdownPrinter): string {
  const lines = [
    'marp: true',
    `theme: ${quotedYaml(facts.theme)}`,
    `size: ${facts.size}`,
    'paginate: true',
    'math: katex',
    `lang: ${quotedYaml(facts.lang)}`,
    ...entry('title', facts.title),
    ...entry('author', facts.speaker),
    ...entry('description', describe(facts)),
    ...entry('backgroundImage', background(facts, printer)),
    ...entry('style', facts.style),
  ];
  return `---\n${lines.join('\n')}\n---`;
}

function entry(name: string, value: string | undefined): string[] {
  return value ? [`${name}: ${quotedYaml(value)}`] : [];
}

function describe({ subtitle, event, date }: DeckFacts): string {
  return [subtitle, event, date].filter(Boolean).join(', ');
}

function background({ background }: DeckFacts, printer: MarkdownPrinter): string | undefined {
  if (background === undefined || !isFound(printer.pictures(background))) return undefined;
  printer.used.pictures.add(background);
  const address = destination(printer.pictureUrl(background));
  return address && `url("${address}")`;
}

function headerLine({ header, logo }: DeckFacts, printer: MarkdownPrinter): string {
  const picture =
    logo && isFound(printer.pictures(logo)) ? printer.line([{ type: 'image', url: logo, alt: '' }]) : '';
  const text = header ? `<span class="running">${marginLine(header, printer)}</span>` : '';
  return [picture, text].filter(Boolean).join(' ');
}

/** Text for Marp's header and footer, which it reads as a line of Markdown, and which stands in a comment. */
export function marginLine(text: string, printer: MarkdownPrinter): string {
  return printer.line([{ type: 'text', value: text }]).replace(/(?<=-)>/g, '&gt;');
}

/** Text as a YAML scalar between single quotes, where nothing but the quote itself means anything. */
export function quotedYaml(text: string): string {
  const line = text.replace(/\s+/g, ' ').replace(notPrintable, '').trim();
  return `'${line.replaceAll("'", "''")}'`;
}

/** YAML refuses a document with one of these: control characters, halves of characters. */
const notPrintable = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
