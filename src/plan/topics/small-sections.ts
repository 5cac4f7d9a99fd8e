// Sections of a few words each, or of a few links, would be nearly empty slides: neighbours share one.
import type { List, ListItem, Paragraph, PhrasingContent } from 'mdast';
import { type Content, isLinkLine, layouts } from '../../layouts/index.ts';
import {
  type Block,
  type Element,
  type Phrasing,
  plainText,
  positionAt,
  type Section,
} from '../../notes/index.ts';
import type { PlanContext, Segment } from '../draft.ts';
import { cheapestCuts } from '../split/break-cost.ts';
import { holdsDrawing, most, thin, wordsIn } from './amount.ts';
import { isBare } from './bare-sections.ts';
import { widthOf } from './shared-title.ts';

/** Words of a section that a thin one can join, how wide its name may be, and sections on a slide; fewer in a row stand alone. */
const small = { words: 20, name: 28, most: 5, fewest: 3 } as const;

/**
 * Links of sections that join one another, of one that a section of one or two joins, and links and names on a slide; one
 * in a row stands alone. How wide the name of one may be.
 */
const linked = { section: 4, larger: 7, lone: 2, slide: 13, fewest: 2, name: 40 } as const;

/** What a heading with nothing below it joins: its words, and blocks below its name. A name with nothing below it is never alone; many in a row need nobody. */
const besideBare = { words: 20, blocks: 2, name: 40, fewest: 2, names: 3 } as const;

/**
 * The sections, each by itself, but those that share a slide in one group: they stand side by side in the notes, of
 * two neighbours one is thin, and no hint names any of them.
 */
export function groupSections(
  context: PlanContext,
  sections: readonly Section[],
): readonly (readonly Section[])[] {
  const runs: Section[][] = [];
  for (const section of sections) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && canJoin(context, last, section)) run.push(section);
    else runs.push([section]);
  }
  const isOutline = sections.every((section) => isBare(context, section));
  return isOutline ? sections.map((section) => [section]) : runs.flatMap((run) => inGroups(context, run));
}

/** A run of small sections, from the first thin one to the last, on as few slides as it needs. */
function inGroups(context: PlanContext, run: readonly Section[]): readonly (readonly Section[])[] {
  const bare = run.map((section) => isBare(context, section));
  const isListed = run.every((section, at) => bare[at] || hasFewLinks(section));
  const isShared = (section: Section, at: number): boolean =>
    isListed || isThin(section) || [at - 1, at, at + 1].some((near) => bare[near]);
  const [from, to] = [run.findIndex(isShared), run.findLastIndex(isShared) + 1];
  const shared = run.slice(Math.max(0, from), to);
  const alone = (sections: readonly Section[]): readonly (readonly Section[])[] =>
    sections.map((one) => [one]);
  const fewest = bare.every(Boolean)
    ? besideBare.names
    : bare.some(Boolean)
      ? besideBare.fewest
      : isListed
        ? linked.fewest
        : small.fewest;
  if (shared.length < fewest) return alone(run);
  const words = (own: readonly Section[]): number =>
    bare.some(Boolean) ? wordsIn(own.flatMap(({ blocks }) => blocks)) / most : 0;
  const fill = (start: number, end: number): number => {
    const own = shared.slice(start, end);
    const title =
      widthOf(own.map(({ titleText }) => titleText).join(', ')) > lineOf.title ? lineOf.titleLines : 0;
    const links = own.reduce((sum, section) => sum + 1 + linesBeside(section), title);
    const amount = isListed ? links / linked.slide : words(own);
    return Math.max((end - start) / small.most, amount);
  };
  const ends = cheapestCuts(shared.length, fill, () => 0);
  const groups = ends
    .map((end, at) => shared.slice(ends[at - 1] ?? 0, end))
    .flatMap((group) => withoutLastNames(context, group));
  return [...alone(run.slice(0, from)), ...groups, ...alone(run.slice(to))];
}

/** A name with nothing below it is no last row below what another section says: it stands above what follows. */
function withoutLastNames(context: PlanContext, group: readonly Section[]): readonly (readonly Section[])[] {
  const end = group.findLastIndex((section) => !isBare(context, section)) + 1;
  if (end === 0 || end === group.length) return [group];
  return [group.slice(0, end), ...group.slice(end).map((section) => [section])];
}

function canJoin(context: PlanContext, last: Section, next: Section): boolean {
  if (last.depth !== next.depth) return false;
  const [isLast, isNext] = [isBare(context, last), isBare(context, next)];
  if (isLast || isNext) return (isLast || fitsBare(context, last)) && (isNext || fitsBare(context, next));
  if (!isSmall(context, last) || !isSmall(context, next)) return false;
  if (!hasFewLinks(last) || !hasFewLinks(next))
    return hasFewLinks(last) === hasFewLinks(next) && (isThin(last) || isThin(next));
  const links = [last, next].map((section) => linesOf(section).length);
  return Math.max(...links) <= linked.section || Math.min(...links) <= linked.lone;
}

/** A few words below a heading, beside which a name alone is a row like others. */
function fitsBare(context: PlanContext, section: Section): boolean {
  const { kind, depth, blocks, sections, titleText, opensSlide } = section;
  if (kind !== 'talk' || depth === 0 || sections.length > 0 || opensSlide) return false;
  if (blocks.length > besideBare.blocks || widthOf(titleText) > besideBare.name) return false;
  if (!blocks.every(({ type }) => type === 'list' || type === 'paragraph')) return false;
  if (holdsDrawing(blocks) || context.hints.sections.has(section)) return false;
  return wordsIn(blocks) > 0 && wordsIn(blocks) <= besideBare.words;
}

/** One list or paragraph below a heading, of which no hint says anything. */
function isSmall({ hints }: PlanContext, section: Section): boolean {
  const { kind, depth, blocks, sections, titleText } = section;
  const [only, ...others] = blocks;
  if (kind !== 'talk' || depth === 0 || sections.length > 0 || titleText === '') return false;
  if (others.length > 0 || (only?.type !== 'list' && only?.type !== 'paragraph')) return false;
  if (holdsDrawing(blocks) || hints.sections.has(section)) return false;
  if (hasFewLinks(section)) return widthOf(titleText) <= linked.name;
  return widthOf(titleText) <= small.name && wordsIn(blocks) > 0 && wordsIn(blocks) <= small.words;
}

/** A list of nothing but a few links. */
function hasFewLinks({ blocks: [list] }: Pick<Section, 'blocks'>): boolean {
  if (list?.type !== 'list' || list.ordered || list.children.length > linked.larger) return false;
  return list.children.every((item) => item.checked == null && isLinkLine(item));
}

/** One line of a few words that is neither a sentence nor a figure to be set large. Two points are a slide of their own. */
function isThin({ blocks, titleText }: Section): boolean {
  if (wordsIn(blocks) > thin || linesOf({ blocks }).length !== 1) return false;
  const content: Content = { title: titleText, role: 'talk', blocks };
  return [layouts.statement, layouts.stats].every((layout) => layout.score(content) === undefined);
}

/** A section's heading and what stands below it, prepared. */
interface Named {
  readonly title: readonly Phrasing[];
  readonly heading: Segment['heading'];
  readonly blocks: readonly Block[];
}

/** Lines that stand beside the name of their section where they are no links: more are a list below it. */
const mostBeside = 3;

/** Characters of a line of a name, of links beside it, and of the names as a title; of links those that its second line takes. */
const lineOf = { name: 18, links: 62, title: 46, titleLines: 2 } as const;

/** Lines of a section whose links stand beside its name. */
function linesBeside(section: Section): number {
  const lines = linesOf(section).map((line) => Math.ceil(plainText([line]).length / lineOf.links));
  return Math.max(
    Math.ceil(widthOf(section.titleText) / lineOf.name),
    lines.reduce((sum, count) => sum + count, 0),
  );
}

/** Sections as the points of a list: the heading is the name that its lines begin with, or stands above them. */
export function sharedList(sections: readonly Named[]): List {
  const lines = sections.map(linesOf);
  const hasLinks = sections.every(hasFewLinks);
  const hasLines = hasLinks || lines.every(({ length }) => length > 0 && length <= mostBeside);
  const children = sections.map(({ title, blocks, heading }, at): ListItem => {
    const position = heading ? { position: positionAt(heading.start, heading.end) } : {};
    const words = title as PhrasingContent[];
    const name: Element = { type: 'element', name: 'span', class: 'lead', children: words, ...position };
    const rest = (lines[at] ?? []).flatMap((line, index) =>
      index === 0 ? line.children : [{ type: 'break' } as const, ...line.children],
    );
    if (hasLines)
      return itemOf([
        { type: 'paragraph', children: [name, { type: 'text', value: ' ' }, ...rest], ...position },
      ]);
    const head: Paragraph = {
      type: 'paragraph',
      children: [{ type: 'strong', children: words }],
      ...position,
    };
    return itemOf([head, ...(blocks as ListItem['children'])]);
  });
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children,
    ...(hasLinks && { data: { isGlossary: true } }),
  };
}

function itemOf(children: ListItem['children']): ListItem {
  return { type: 'listItem', spread: false, children };
}

/** The one line of a section that has no more, or its links. */
function linesOf({ blocks }: Pick<Section, 'blocks'>): readonly Paragraph[] {
  const [only, ...others] = blocks;
  if (others.length > 0) return [];
  if (only?.type === 'paragraph') return [only];
  if (only?.type !== 'list' || only.ordered) return [];
  const isLines = only.children.length === 1 || only.children.every(isLinkLine);
  return isLines ? only.children.flatMap(onlyParagraph) : [];
}

function onlyParagraph({ children: [line, ...below] }: ListItem): readonly Paragraph[] {
  return line?.type === 'paragraph' && below.length === 0 ? [line] : [];
}
