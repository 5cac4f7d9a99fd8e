// What a hints file may hold: the one place for its keys, their types, and the words that
// editors and messages explain them with.
import { layoutNames } from '../layouts/index.ts';
import { languageTag, type SectionKind } from '../notes/index.ts';
import type { DeckHints, HandoutHints, SectionHint, SlideHint } from './hints.ts';
import {
  listShape,
  located,
  type MapEntry,
  mapOf,
  oneOrMore,
  record,
  recursive,
} from './yaml/collections.ts';
import { flag, flagOr, matching, oneOf, textShape, wholeNumber, words } from './yaml/scalars.ts';
import type { JsonSchema, Shape, Spanned } from './yaml/shape.ts';
import { unknownLayout } from './yaml/shape-problems.ts';

/** A hints file as it is written: of the right types, not yet matched to any notes. */
export interface WrittenHints {
  readonly deck?: WrittenDeck;
  readonly handout?: HandoutHints;
  readonly sections?: readonly MapEntry<WrittenSection>[];
  readonly outline?: readonly Spanned<OutlineEntry>[];
}

export type WrittenDeck = Omit<DeckHints, 'tokens'> & { readonly tokens?: readonly MapEntry<string>[] };

export type WrittenSection = Omit<SectionHint, 'slides' | 'columns' | 'span'> & {
  readonly columns?: readonly Spanned<string>[];
  readonly slides?: readonly Spanned<WrittenSlide>[];
};

export type WrittenSlide = Omit<SlideHint, 'take' | 'columns' | 'span'> & {
  readonly take?: readonly Spanned<string>[];
  readonly columns?: readonly Spanned<string>[];
};

export interface OutlineEntry {
  readonly title?: string;
  readonly from?: Spanned<string>;
  readonly to?: Spanned<string>;
  readonly kind?: SectionKind;
  readonly sections?: readonly Spanned<OutlineEntry>[];
}

const layout = oneOf(
  layoutNames,
  'How it is set. Without it the content decides; `lectern explain` says why.',
  unknownLayout,
);
const details = oneOf(
  ['slide', 'notes'],
  'Where details go, bullets below the first level and all but the first sentence of a paragraph: on the slide, or into the presenter notes and the handout.',
);
const reveal = flag('One item after the other, at a key press.');

const columns = oneOrMore(
  located(words('The head of a column.', 'Inhabitants')),
  'The columns that the slide shows of a table besides its first, by their heads; as a chart where they are amounts in one unit. The whole table goes to the presenter notes and the handout.',
  '[Inhabitants]',
);

const deck: Shape<WrittenDeck> = record(
  {
    theme: words('The name of a built-in theme, or the path of a CSS file.', 'recap'),
    tokens: mapOf(
      words('A value as in CSS. Colours that start with # need quotes.', '"#b4540a"'),
      "The theme's custom properties by name, without the two dashes.",
      '{ accent: "#b4540a" }',
    ),
    size: oneOf(['16:9', '4:3'], 'The shape of the slides.'),
    title: textShape(
      'The title of the talk. Read from the notes when it is not given; "" for none.',
      'Llama 2',
    ),
    subtitle: textShape('Stands below the title.', 'Open foundation models'),
    speaker: textShape('Who speaks. Read from the notes when it is not given; "" for none.', 'Ada Lovelace'),
    affiliation: textShape('Where the speaker belongs.', 'Analytical Society'),
    event: textShape('Where the talk is held.', 'Spring Meeting'),
    date: textShape('When the talk is held, as it shall be shown.', '12 May 2026'),
    lang: matching(
      languageTag,
      'a language as a BCP 47 tag, such as `en` or `pt-BR`',
      'The language of the talk as a BCP 47 tag, for quotes and screen readers.',
      'en',
    ),
    footer: textShape('Stands at the foot of every slide.', 'Spring Meeting 2026'),
    header: textShape('Stands at the head of every slide.', 'Draft'),
    logo: textShape(
      'The path of a picture: large on the title slide, small in the corner of the others.',
      'logo.svg',
    ),
    background: textShape('The path of a picture that stands behind every slide.', 'paper.jpg'),
    template: words(
      'The path of a PowerPoint template (`.potx` or `.pptx`) that the PowerPoint file is written into.',
      'brand.potx',
    ),
    details,
    tone: oneOf(['full', 'calm'], '`calm` leaves out the theme’s second tone, for a verdict or a farewell.'),
    leadIns: flag('`false`: the names that bullets begin with are not set off.'),
    agenda: flagOr(
      'repeat',
      '`false` leaves the agenda slide out; `true` makes one even for few sections; `repeat` shows it again before each section, with the place marked.',
    ),
  },
  'What holds for the whole deck.',
  '{ theme: recap }',
);

const handout: Shape<HandoutHints> = record(
  {
    paper: oneOf(['A4', 'Letter', 'A5'], 'The size of the paper.'),
    orientation: oneOf(
      ['portrait', 'landscape', 'auto'],
      'How the paper is held; `auto` takes the one with the wider slides.',
    ),
    perPage: oneOf([1, 2, 3, 4, 6, 9], 'Slides on a page.'),
    notes: oneOf(
      ['presenter', 'full', 'lines', 'none'],
      'What stands beside the slides: the presenter notes, the notes in full, ruled lines, or nothing.',
    ),
    cover: flag('A cover page.'),
    toc: flag('A table of contents.'),
    duplex: flag('Margins for printing on both sides.'),
    fill: oneOf(['lines', 'none'], 'What notes leave free: ruled for writing, or white.'),
  },
  'The PDF handout.',
  '{ paper: A4, perPage: 3 }',
);

const slide: Shape<WrittenSlide> = record(
  {
    layout,
    title: textShape("The slide's title, in place of the section's.", 'Train longer'),
    take: oneOrMore(
      located(words('The first words of a bullet or paragraph.', '"2T tokens"')),
      'The bullets and paragraphs that go on this slide, each by its first words. Without it: everything that follows, up to the next slide of the list.',
      '["2T tokens", "1.5x-7x more compute"]',
    ),
    columns,
    reveal,
    details,
  },
  'One slide cut out of the section.',
  '{ layout: stats, take: ["2T tokens"] }',
);

const section: Shape<WrittenSection> = record(
  {
    layout,
    title: textShape('Stands on the slides in place of the heading.', 'Training'),
    details,
    columns,
    perSlide: wholeNumber('At most this many top-level bullets on a slide.', '4', 1),
    reveal,
    show: flag('`false` makes no slide; the words go to the presenter notes of the slide before.'),
    slides: listShape(
      located(slide),
      'Cuts the section into slides. What no entry takes goes on by itself: nothing is lost.',
      '[{ layout: stats, take: ["2T tokens"] }]',
    ),
  },
  'How one section is set.',
  '{ layout: bullets }',
);

const sections = mapOf(
  section,
  'By heading ("Pretraining"), by path ("Fine-tuning > Reward Modeling"), with a star ("Fine*"), or by the first words. "Summary [2]" is the second of that name.',
  '{ Pretraining: { layout: bullets } }',
);

const outlineEntry: Shape<OutlineEntry> = record(
  {
    title: words("The section's title.", 'Pretraining'),
    from: located(
      words('The first words of the first bullet or paragraph that belongs to it.', '"2T tokens"'),
    ),
    to: located(
      words('The first words of the last one; without it, all up to the next section.', '"Parallelism"'),
    ),
    kind: oneOf(
      ['talk', 'qa', 'takeaways', 'closing'],
      'What it is, when its title does not say so. In `qa` the answers are put below their questions.',
    ),
    sections: listShape(
      located(recursive('outlineEntry', () => outlineEntry)),
      'The sections within it.',
      '[{ title: Data, from: "2T tokens" }]',
    ),
  },
  'One section.',
  '{ title: Pretraining, from: "2T tokens" }',
  'title',
);

const outline = listShape(
  located(recursive('outlineEntry', () => outlineEntry)),
  'For notes without headings: where each section starts, in the order of the notes.',
  '[{ title: Pretraining, from: "2T tokens" }]',
);

export const outlineEntryShape: Shape<OutlineEntry> = outlineEntry;

export const hintsShape: Shape<WrittenHints> = record(
  { deck, handout, sections, outline },
  'Layout hints for a talk: everything is optional.',
  'deck: { theme: recap }',
);

/** The schema's name, an address of its own; nobody has to find anything there. */
const schemaId = 'https://unpkg.com/lectern/schema/hints.json';

/** The JSON Schema of the hints file. `schema/hints.json` is this, printed. */
export function hintsJsonSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: schemaId,
    title: 'Lectern layout hints',
    ...hintsShape.json,
    definitions: { outlineEntry: outlineEntryShape.json },
  };
}
