// What misses its goal: which slide, what was measured, what is wanted, and what would help.
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { LayoutName } from '../../layouts/index.ts';
import { type DesignCode, groupBy, type SourceSpans } from '../finding.ts';
import type { SlideMeasures } from './measure-slides.ts';
import { type DesignMeasure, groundsIn, isSmall, runsWithoutHero, sizesIn } from './measures.ts';
import { largestHole, lowestEnd } from './space.ts';
import { mostSizes, mostSizesInDeck, mostWithoutHero, smallestBody } from './type-and-colour.ts';
import { bareTitle, longestProse, mostWords } from './words.ts';

/** One thing that a designer would change. It fails no check by itself. */
export interface DesignFinding extends Diagnostic {
  readonly code: DesignCode;
  readonly severity: 'warning';
  /** From 1; not there where it is about the whole deck. */
  readonly slide?: number;
  readonly help: string;
}

interface FindingDraft {
  readonly code: DesignCode;
  /** The first of the slides that it is about; not there for the deck. */
  readonly slide?: number;
  readonly message: string;
  readonly help: string;
}

/**
 * Slides come before the deck. What a share of the slides may miss is reported when more of them do, and a slide
 * that is far off always.
 */
export function designFindings(
  slides: readonly SlideMeasures[],
  measures: readonly DesignMeasure[],
  spans: SourceSpans,
): readonly DesignFinding[] {
  const missed = new Map(measures.filter(({ isMet }) => !isMet).map((one) => [one.name, one]));
  const drafts = [...slides.flatMap((slide) => ofSlide(slide, missed)), ...ofDeck(slides, missed)];
  return drafts.map(({ slide, ...draft }) => ({
    ...draft,
    severity: 'warning',
    span: slide === undefined ? spans.start : spans.ofSlide(slide),
    ...(slide !== undefined && { slide }),
  }));
}

type Missed = ReadonlyMap<string, DesignMeasure>;

/** A slide whose content ends above this share of its height is reported whatever the others do. */
const farOff = 0.5;

function ofSlide(slide: SlideMeasures, missed: Missed): readonly FindingDraft[] {
  const found: FindingDraft[] = [];
  const add = (code: DesignCode, message: string, help: string): void => {
    found.push({ code, slide: slide.slide, message: `slide ${slide.slide}: ${message}`, help });
  };
  const isContent = slide.role === 'content';
  const isInTalk = isContent || slide.role === 'brief';
  const most =
    slide.kind === 'prose'
      ? longestProse
      : slide.kind === 'code' || slide.kind === 'table'
        ? Infinity
        : mostWords;
  if (isContent && slide.words > most) {
    add(
      'design/words',
      `${slide.words} words, goal at most ${most}`,
      '`details: notes` keeps on it what is shown, not all that is said',
    );
  }
  if (isInTalk && slide.title === undefined) {
    add('design/title', 'no title can be seen', '`title:` in the hints gives it one');
  }
  if (slide.counter !== undefined) {
    add(
      'design/counter',
      `“${slide.counter}” in its head`,
      'a title of its own says what this part is about',
    );
  }
  if (slide.isThin) {
    add(
      'design/thin',
      `${slide.bodyWords === 1 ? '1 word' : `${slide.bodyWords} words`} below the title, and nothing to look at`,
      'it can join the slide before or after it',
    );
  }
  const isHigh = slide.end < lowestEnd && (missed.has('ends above 78 %') || slide.end < farOff);
  if (isContent && isHigh && !slide.isEmptyOnPurpose) {
    const message = `content ends at ${Math.floor(100 * slide.end)} % of the height, goal ${percent(lowestEnd)}`;
    add('design/end', message, filling(slide));
  } else if (isContent && slide.empty > largestHole && !slide.isEmptyOnPurpose) {
    const message = `${percent(slide.empty)} of it are one empty rectangle, goal at most ${percent(largestHole)}`;
    add('design/hole', message, filling(slide));
  }
  if (slide.isThirdAlike && missed.has('third alike')) {
    add(
      'design/alike',
      `set like the two before it (${slide.layout})`,
      'another `layout:` for one of the three changes the pace',
    );
  }
  if (isContent && isSmall(slide.bodySize)) {
    add(
      'design/type',
      `body text is ${Math.round(slide.bodySize ?? 0)} px, goal ${smallestBody} to 36`,
      'two slides hold it at a size that can be read',
    );
  }
  if (isInTalk && slide.sizes.length > mostSizes) {
    add(
      'design/type',
      `${slide.sizes.length} sizes of text (${slide.sizes.join(', ')} px), goal at most ${mostSizes}`,
      'fewer levels, or a layout that sets them alike',
    );
  }
  for (const { text, contrast, wanted } of slide.faint) {
    add(
      'design/contrast',
      `“${text}” has ${(Math.floor(contrast * 10) / 10).toFixed(1)}:1 against what it stands on, goal ${wanted}:1`,
      'a colour of the theme for this ground',
    );
  }
  return found;
}

function ofDeck(slides: readonly SlideMeasures[], missed: Missed): readonly FindingDraft[] {
  const found: FindingDraft[] = [];
  const value = (name: string): number | undefined => missed.get(name)?.value;
  if (missed.has('titles used once')) found.push(...repeatedTitles(slides));
  const weight = value('weight at left');
  if (weight !== undefined) {
    const heaviest = slides.filter((one) => one.role === 'content').toSorted((a, b) => b.weight - a.weight);
    const message = `${percent(weight)} of the ink is left of 44 % of the width, goal under 60 %; most on ${list(heaviest.slice(0, 3))}`;
    found.push({
      code: 'design/weight',
      message,
      help: 'columns, cards or a picture at the right carry some of it',
    });
  }
  if (missed.has('grounds')) {
    const grounds = new Set(groundsIn(slides)).size;
    const message = `${grounds === 1 ? 'one ground' : `${grounds} grounds`} on ${slides.length} slides, goal at least 3`;
    found.push({
      code: 'design/grounds',
      message,
      help: 'a theme with grounds for openers, statements and the closing',
    });
  }
  const body = value('body size');
  if (body !== undefined) {
    const message = `body text is ${Math.round(body)} px on half of the slides, goal 30 to 36`;
    found.push({
      code: 'design/type',
      message,
      help: body < 30 ? 'fewer words on a slide leave room for larger ones' : 'the theme’s `body-size`',
    });
  }
  const ratio = value('title to body');
  if (ratio !== undefined) {
    const message = `titles are ${ratio.toFixed(2)} times as large as the body, goal 1.4 to 1.8`;
    found.push({ code: 'design/type', message, help: 'the theme’s `title-size`' });
  }
  const sizes = sizesIn(slides);
  if (missed.has('sizes')) {
    const message = `${sizes.length} sizes of text in the deck (${sizes.join(', ')} px), goal at most ${mostSizesInDeck}`;
    found.push({ code: 'design/type', message, help: 'a ladder of fewer sizes in the theme' });
  }
  for (const run of runsWithoutHero(slides).filter(({ length }) => length > mostWithoutHero)) {
    const [first, last] = [run[0]?.slide ?? 0, run.at(-1)?.slide ?? 0];
    const amount = run.find(({ hasAmount }) => hasAmount)?.slide ?? first;
    const message = `nothing is set large from slide ${first} to ${last}, goal once in ${mostWithoutHero}`;
    found.push({
      code: 'design/hero',
      slide: amount,
      message,
      help: `slide ${amount} names an amount: \`layout: stats\` would show it`,
    });
  }
  return found;
}

function repeatedTitles(slides: readonly SlideMeasures[]): readonly FindingDraft[] {
  const repeated = slides.filter(({ isTitleRepeated }) => isTitleRepeated);
  return [...groupBy(repeated, ({ title = '' }) => bareTitle(title)).values()].map((group) => ({
    code: 'design/title',
    slide: group[0]?.slide ?? 1,
    message: `${list(group)} have the title “${group[0]?.title ?? ''}”, goal one title a slide`,
    help: '`title:` in the hints says what each is about',
  }));
}

/** A layout that spreads what the slide holds, by its amount alone: whether it suits is for the hints to say. */
function filling({ layout, bodyWords, blocks, hasAmount }: SlideMeasures): string {
  const candidates: readonly (readonly [LayoutName, boolean])[] = [
    ['stats', hasAmount && blocks <= 4 && bodyWords <= 40],
    ['statement', blocks <= 2 && bodyWords <= 25],
    ['cards', blocks >= 2 && blocks <= 6 && bodyWords <= 60],
    ['two-columns', blocks >= 4],
  ];
  const [name] = candidates.find(([one, is]) => is && one !== layout) ?? [];
  return name ? `\`layout: ${name}\` would fill it` : 'it can take what the slide before or after it holds';
}

function list(slides: readonly SlideMeasures[]): string {
  const numbers = slides.map(({ slide }) => String(slide)).sort((a, b) => Number(a) - Number(b));
  if (numbers.length === 1) return `slide ${numbers[0]}`;
  return `slides ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
