import type { Heading, RootContent } from 'mdast';
import type { Source } from '../../diagnostics/index.ts';
import { plainText } from '../plain-text.ts';
import { kindOfHeading } from '../section-kind.ts';
import { readBilling } from './billing.ts';
import { partDate } from './dates.ts';
import { readMetaBlocks } from './meta-blocks.ts';

/** Headings that open a document without naming it. */
const notTitles =
  /^(?:(?:table of )?contents?|agenda|index|outline|overview|introduction|intro|toc|links|notes|inhalt|inhaltsverzeichnis|einleitung|sommaire|目次|目录|はじめに)$/i;

/**
 * The heading that is the title of the whole: the first block of the notes, and either the
 * only one of its level and above everything else, or one with nothing of its own before
 * others of its level that have. A wrong guess would hide a section, so the rest stays one.
 */
export function findTitle(blocks: readonly RootContent[], source: Source): Heading | undefined {
  const first = blocks.find((block) => block.type !== 'thematicBreak');
  if (first?.type !== 'heading') return undefined;
  const text = plainText(first.children).trim();
  const others = blocks.filter((block) => block.type === 'heading' && block !== first) as Heading[];
  const isAbove = others.length > 0 && others.every((other) => other.depth > first.depth);
  if (isAbove && findSpeaker(blocks, first, source)) return first;
  if (text === '' || (!isAbove && isSectionName(text))) return undefined;
  if (isAbove || others.length === 0) return standsAlone(first, others) ? first : undefined;
  if (isDated(first, source) && !others.some((other) => isDated(other, source))) return first;
  return hasNothingOfItsOwn(first, blocks, source) && isFollowedByEquals(first, others, blocks)
    ? first
    : undefined;
}

/** `# Council meeting 2019-08-06`, and no other heading with a date: a day of notes, not one of several. */
function isDated({ children, depth }: Heading, source: Source): boolean {
  return depth === 1 && partDate(children, source) !== undefined;
}

/**
 * `### First Last` right below the title: a name and nothing under it before the next heading,
 * or the only one of its level below a title that is no H1.
 */
export function findSpeaker(
  blocks: readonly RootContent[],
  title: Heading,
  source: Source,
): Heading | undefined {
  const next = blocks[blocks.indexOf(title) + 1];
  if (next?.type !== 'heading' || next.depth <= title.depth) return undefined;
  if (readBilling(next.children, 'dash', source) === undefined) return undefined;
  const headings = blocks.filter((block) => block.type === 'heading');
  const equals = headings.filter(({ depth }) => depth === next.depth);
  const hasNothing = blocks[blocks.indexOf(next) + 1]?.type === 'heading' && equals.length > 1;
  return hasNothing || (equals.length === 1 && title.depth > 1) ? next : undefined;
}

function isSectionName(text: string): boolean {
  return notTitles.test(text) || kindOfHeading(text) !== 'talk';
}

/** `# Title` names the notes even when no other heading follows; `### Title` only with sections below it. */
function standsAlone(first: Heading, others: readonly Heading[]): boolean {
  return first.depth === 1 || others.length >= 2;
}

function hasNothingOfItsOwn(first: Heading, blocks: readonly RootContent[], source: Source): boolean {
  const behind = blocks.slice(blocks.indexOf(first) + 1);
  const own = behind.slice(
    0,
    behind.findIndex((block) => block.type === 'heading'),
  );
  return readMetaBlocks(own, {}, source).count === own.length;
}

/** The next heading is of the same level, level 1, and all but the last of that level have content. */
function isFollowedByEquals(
  first: Heading,
  others: readonly Heading[],
  blocks: readonly RootContent[],
): boolean {
  const equals = others.filter((other) => other.depth === first.depth);
  if (first.depth !== 1 || others[0]?.depth !== 1) return false;
  return equals.slice(0, Math.max(1, equals.length - 1)).every((heading) => {
    const next = blocks[blocks.indexOf(heading) + 1];
    return next !== undefined && (next.type !== 'heading' || next.depth > heading.depth);
  });
}
