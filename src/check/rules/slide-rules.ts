// What is wrong with one slide, from its snapshot.
import type { SlideSnapshot, TextKind, WordSnapshot } from '../../browser/index.ts';
import type { Notes, Section } from '../../notes/index.ts';
import { type Finding, type FindingCode, groupBy, type ReportFinding } from '../finding.ts';
import { lacksFont } from './glyphs.ts';
import { clipped, type InkContext, overlapping, quoted, short, touch } from './ink-rules.ts';

export interface SlideContext {
  readonly number: number;
  readonly report: ReportFinding;
  /** Whether something stands below a heading of this name in the notes. */
  readonly hasContent: (heading: string) => boolean;
  /** Whether the notes have a heading or an anchor of this name. */
  readonly hasTarget: (fragment: string) => boolean;
  /** Whether no font that travels has a character. */
  readonly hasNoFont: (character: string) => boolean;
  /** Height of a slide in px: the floors are for 720. */
  readonly height: number;
}

/** Every finding of one slide as it is drawn. */
export function checkSlide(slide: SlideSnapshot, context: SlideContext): readonly Finding[] {
  return [
    ...clipped(slide, inkContext(context)),
    ...overlapping(slide, inkContext(context)),
    ...painted(slide, context),
    ...(slide.body ? inMargin(slide.words, context) : []),
    ...tooSmall(slide, context),
    ...brokenPictures(slide, context),
    ...deadLinks(slide, context),
    ...structure(slide, context),
  ];
}

function finding(code: FindingCode, message: string, context: SlideContext, text?: string): Finding {
  const { number, report } = context;
  return report(code, message, { slide: number, ...(text !== undefined && { text }) });
}

function inkContext(context: SlideContext): InkContext {
  return {
    place: `slide ${context.number}`,
    report: (code, message, word) => finding(code, message, context, word?.text),
  };
}

/** Words under something that is painted later; those of one run of text are told once. Boxes for letters are thinner than any letter. */
function painted({ words }: SlideSnapshot, context: SlideContext): readonly Finding[] {
  const runs = groupBy(
    words.filter(({ covered, text }) => covered && !lacksFont(text, context.hasNoFont)),
    ({ run }) => run,
  );
  return [...runs.values()].map((group) =>
    finding(
      'check/covered',
      `something is painted over ${quoted(group)} on slide ${context.number}`,
      context,
      group[0]?.text,
    ),
  );
}

/** Body text that reaches into the line of the footer and the page number. */
function inMargin(words: readonly WordSnapshot[], context: SlideContext): readonly Finding[] {
  const margin = words.filter(
    ({ place, areas }) => place === 'margin' && (areas[0]?.top ?? 0) > context.height / 2,
  );
  const top = Math.min(...margin.flatMap(({ areas }) => areas.map((area) => area.top)));
  const low = words.filter(
    ({ place, cut, areas }) => place === 'body' && !cut && areas.some(({ bottom }) => bottom > top + touch),
  );
  if (low.length === 0) return [];
  const depth = Math.max(...low.flatMap(({ areas }) => areas.map(({ bottom }) => bottom))) - top;
  const message = `${quoted(low)} ${Math.round(depth)} px into the footer’s line of slide ${context.number}`;
  return [finding('check/overlap', message, context, low[0]?.text)];
}

/**
 * Smallest type in px at a slide height of 720: what is to be read from the back of a room, and
 * what is looked up. Markers of lists are reported with their text. A raised or lowered character is
 * read with the word it stands at. Formulas are as large
 * as the text around them; what stands in them small by rule is not measured.
 */
const floors: Readonly<Record<TextKind, number>> = {
  body: 24,
  heading: 24,
  table: 16,
  code: 16,
  small: 16,
  raised: 12,
  math: 16,
  diagram: 16,
  marker: 0,
};

/** A tenth of a px is rounding in the scale of the page. */
const slack = 0.1;

function tooSmall({ words }: SlideSnapshot, context: SlideContext): readonly Finding[] {
  const unit = context.height / 720;
  const small = words.filter(
    ({ kind, size }) => kind !== 'math' && kind !== 'marker' && size / unit < floors[kind] - slack,
  );
  const byKind = groupBy(small, ({ kind }) => kind);
  return [...byKind].map(([kind, group]) => {
    const size = Math.min(...group.map((word) => word.size)) / unit;
    const message = `${quoted(group)} ${size.toFixed(1)} px on slide ${context.number}, ${kindNames[kind]} is at least ${floors[kind]} px`;
    return finding('check/small', message, context, group[0]?.text);
  });
}

const kindNames: Readonly<Record<TextKind, string>> = {
  body: 'body text',
  heading: 'a heading',
  table: 'text in tables',
  code: 'code',
  small: 'small print',
  raised: 'a raised character',
  math: 'a formula',
  diagram: 'a label in a diagram',
  marker: 'a list marker',
};

function brokenPictures({ pictures }: SlideSnapshot, context: SlideContext): readonly Finding[] {
  return pictures
    .filter(({ broken }) => broken)
    .map(({ name }) =>
      finding('check/picture', `the picture “${name}” on slide ${context.number} is not shown`, context),
    );
}

function deadLinks({ deadLinks: links }: SlideSnapshot, context: SlideContext): readonly Finding[] {
  const lost = links.filter(({ href }) => context.hasTarget(href.slice(1)));
  return lost.map(({ href, text }) =>
    finding(
      'check/link',
      `“${short(text)}” on slide ${context.number} leads to ${href}, which is not there`,
      context,
      text,
    ),
  );
}

function structure(
  { words, pictures, lastHeading }: SlideSnapshot,
  context: SlideContext,
): readonly Finding[] {
  const shown = words.filter(({ place, kind }) => place !== 'margin' && kind !== 'marker');
  if (shown.length === 0 && pictures.length === 0) {
    return [finding('check/empty', `slide ${context.number} shows nothing`, context)];
  }
  if (lastHeading === undefined || !context.hasContent(lastHeading)) return [];
  const message = `“${short(lastHeading)}” stands alone at the end of slide ${context.number}`;
  return [finding('check/heading', message, context, lastHeading)];
}

/** What the notes themselves have: a link to a heading that they lack is for their author to correct. */
export interface Targets {
  readonly hasContent: (heading: string) => boolean;
  readonly hasTarget: (fragment: string) => boolean;
}

export function targetsOf({ source, sections }: Notes): Targets {
  const all = everySection(sections);
  const full = new Set(all.filter(isFull).map(({ titleText }) => letters(titleText)));
  // What has no letters says nothing of which heading it is, nor does a name that another heading has, too, with nothing below.
  for (const { titleText } of all.filter((section) => !isFull(section))) full.delete(letters(titleText));
  full.delete('');
  const names = new Set(all.map(({ titleText }) => letters(titleText)));
  for (const [, id = ''] of source.text.matchAll(/\b(?:id|name)\s*=\s*["']?([^"'\s>]+)/gi))
    names.add(letters(id));
  return {
    hasContent: (heading) => full.has(letters(heading)),
    hasTarget: (fragment) => names.has(letters(decoded(fragment))),
  };
}

/** A rule below a heading is no content. */
function isFull({ blocks, sections }: Section): boolean {
  return sections.length > 0 || blocks.some(({ type }) => type !== 'thematicBreak');
}

function everySection(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap((section) => [section, ...everySection(section.sections)]);
}

/** Programs make addresses of headings by different rules; the letters are the same in all. */
function letters(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    // A `%` that begins no code is a character like any other.
    return fragment;
  }
}
