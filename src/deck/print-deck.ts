import type { Cache } from '../cache.ts';
import { anchorOf, type Block } from '../notes/index.ts';
import { type Plan, partWords, type Slide } from '../plan/index.ts';
import type { Pictures } from '../theme/index.ts';
import { joinApart } from './block/list.ts';
import { printBlocks } from './block/print-blocks.ts';
import type { Deck, DeckSlide, Features } from './deck.ts';
import { printLine } from './phrasing/print-line.ts';
import { diagramsIn, spokenText } from './presenter-notes.ts';
import { frontMatter, printSlide } from './print-slide.ts';
import { box, type MarkdownPrinter, type PrintDiagram } from './printer.ts';
import { progressLines } from './talk-shape.ts';

export interface DeckOptions {
  readonly pictures: Pictures;
  /** The address to print for a picture that was found; as in the notes when not given. */
  readonly pictureUrl?: (url: string) => string;
  /** The picture to print for a Mermaid diagram; its source, which Lectern's own Marp draws, when not given. */
  readonly diagram?: PrintDiagram;
  /** Of earlier decks with the same pictures and addresses. */
  readonly cache?: Cache | undefined;
}

/** The plan as Marp Markdown. What the notes say is text in it, whatever it looks like. */
export function printDeck(plan: Plan, options: DeckOptions): Deck {
  const printer = createPrinter(plan, options);
  const slides = printSlides(plan, printer, options);
  const front = frontMatter(plan.deck, printer);
  return {
    facts: plan.deck,
    parts: { front, slides },
    markdown: `${front}\n\n${slides.join('\n\n---\n\n')}\n`,
    slides: plan.slides.map((slide) => deckSlide(slide, plan.deck.lang)),
    features: featuresOf(printer, slides),
    pictures: [...printer.used.pictures],
  };
}

/** A slide that was printed in the same deck is not printed again; what it uses is still noted. */
function printSlides(plan: Plan, printer: MarkdownPrinter, options: DeckOptions): readonly string[] {
  const { cache } = options;
  const progress = progressLines(plan);
  if (!cache)
    return plan.slides.map((slide, at) => printSlide(slide, plan.deck, progress[at] ?? '', printer));
  const facts = JSON.stringify(plan.deck);
  return plan.slides.map((slide, at) => {
    const line = progress[at] ?? '';
    const print = (): PrintedSlide => printAlone(slide, line, plan, options);
    const cached = cache.getOrComputeFor(
      slide,
      [facts, slide.ground, line, JSON.stringify(slide.shape ?? '')].join('\0'),
      print,
    );
    const isSame = [...cached.links].every(([url, address]) => printer.linkUrl(url) === address);
    const { text, used } = isSame ? cached : print();
    for (const feature of used.features) printer.used.features.add(feature);
    for (const picture of used.pictures) printer.used.pictures.add(picture);
    return text;
  });
}

interface PrintedSlide extends Pick<MarkdownPrinter, 'used'> {
  readonly text: string;
  /** Where its links lead: another slide may stand there now. */
  readonly links: ReadonlyMap<string, string | undefined>;
}

function printAlone(slide: Slide, progress: string, plan: Plan, options: DeckOptions): PrintedSlide {
  const links = new Map<string, string | undefined>();
  const own = createPrinter(plan, options, links);
  return { text: printSlide(slide, plan.deck, progress, own), used: own.used, links };
}

/** What has been used for these texts. */
function featuresOf({ used: { features } }: MarkdownPrinter, printed: readonly string[]): Features {
  return {
    code: features.has('code'),
    math: features.has('math'),
    mermaid: features.has('mermaid'),
    emoji: printed.some((text) => emoji.test(text)),
  };
}

/** What Marp draws as a picture: characters that are coloured by themselves, or asked to be. */
const emoji = /\p{Emoji_Presentation}|\ufe0f|\u20e3|[\u{1f000}-\u{1faff}]/u;

/** `links` is filled with where each link leads. */
function createPrinter(
  plan: Pick<Plan, 'anchors'>,
  { pictures, pictureUrl = (url) => url, diagram }: DeckOptions,
  links: Map<string, string | undefined> = new Map(),
): MarkdownPrinter {
  const printer: MarkdownPrinter = {
    each: (nodes, context) => printBlocks(nodes, printer, context),
    blocks: (nodes, context) => joinApart(printer.each(nodes, context)),
    line: (nodes, cell) => printLine(nodes, printer, cell),
    pictures,
    pictureUrl,
    diagram,
    linkUrl: (url) => {
      const address = slideAddress(url, plan.anchors);
      links.set(url, address);
      return address;
    },
    used: { features: new Set(), pictures: new Set() },
  };
  return printer;
}

/** A link to a heading leads to its slide, which Marp names by its number. */
function slideAddress(url: string, anchors: Plan['anchors']): string | undefined {
  const name = anchorOf(url);
  if (name === undefined) return url;
  const slide = anchors?.get(name);
  return slide === undefined ? undefined : `#${slide}`;
}

function deckSlide({ layout, title, section, spans, presenterNotes }: Slide, lang: string): DeckSlide {
  const part = title?.part === undefined ? '' : `, ${partWords(title.part, lang)}`;
  const diagrams = diagramsIn(presenterNotes);
  return {
    layout,
    title: `${title?.text ?? ''}${part}`,
    section,
    spans,
    presenterNotes: spokenText(presenterNotes),
    ...(diagrams.length > 0 && { notesDiagrams: diagrams }),
  };
}

/**
 * Texts that are no slides, as Marp Markdown with a rule between them: one Marp renders all, and
 * the caller cuts the result. `slides` stays empty.
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

/** What the speaker says, slide by slide, as plain Markdown: every slide's title, and its notes below. */
export function printPresenterNotes(plan: Plan, options: DeckOptions): string {
  const printer = createPrinter(plan, options);
  const parts = plan.slides.flatMap((slide, index) =>
    printSlideNotes(slide, index + 1, plan.deck.lang, printer),
  );
  const title = printer.line([{ type: 'text', value: plan.deck.title }]);
  return `${[`# ${title}`, ...parts].join('\n\n')}\n`;
}

function printSlideNotes(
  { title, presenterNotes }: Slide,
  number: number,
  lang: string,
  printer: MarkdownPrinter,
): readonly string[] {
  const words = title === undefined ? '' : printer.line(title.content);
  const part = title?.part === undefined ? '' : `, ${partWords(title.part, lang)}`;
  const heading = `## ${number}${words === '' ? '' : ` · ${words}`}${part}`;
  const notes = printer.blocks(presenterNotes, { level: 0, lists: 0 });
  return notes === '' ? [heading] : [heading, notes];
}
