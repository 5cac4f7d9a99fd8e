import type { Heading, RootContent } from 'mdast';
import type { Source } from '../../diagnostics/index.ts';
import { plainText } from '../plain-text.ts';
import { holdsNameOfFile, namesFile } from '../same-words.ts';
import { partDate } from './dates.ts';
import { isGeneralEnding, saysNoTopic, saysNoTopicAmongOthers } from './general-headings.ts';
import { isAboveRule, speakerBelow } from './speaker-below.ts';
import type { NotesOpening } from './title-lines.ts';

/**
 * Whether the first heading is the title of the whole: the only one of its level and above
 * everything else, or one with nothing of its own before others of its level that have.
 * A wrong guess would hide a section, so the rest stays one.
 */
export function namesTheTalk(opening: NotesOpening, blocks: readonly RootContent[], source: Source): boolean {
  const { heading } = opening;
  const text = plainText(heading.children).trim();
  const others = blocks.filter((block) => block.type === 'heading' && block !== heading) as Heading[];
  const isAbove = others.length > 0 && others.every((other) => other.depth > heading.depth);
  if (
    opening.isCover &&
    text !== '' &&
    others.every((other) => other.depth >= heading.depth || other === opening.below)
  )
    return true;
  const isBilled = () => speakerBelow(opening, blocks, source) !== undefined;
  if ((isAbove || opening.below?.depth === heading.depth) && isBilled()) return true;
  const says = others.length === 0 ? saysNoTopic : saysNoTopicAmongOthers;
  if (text === '' || (!isAbove && says(text))) return false;
  if (others.every(({ depth }) => depth >= heading.depth)) {
    if (isAboveRule(opening) && isBilled()) return true;
    if (namesFile(text, source.path) || isOneOfFile(heading, others, source)) return true;
  }
  // `# Title` names the notes even when no other heading follows; `### Title` only with sections below it.
  if (isAbove || others.length === 0) return heading.depth === 1 || others.length >= 2;
  if (isDated(heading, source) && !others.some((other) => isDated(other, source))) return true;
  if (isAboveEndings(heading, others)) return true;
  return hasNothingOfItsOwn(opening) && isFollowedByEquals(heading, others, blocks);
}

/** All words of the file's name stand in this heading, and in no other of its level. */
function isOneOfFile(heading: Heading, others: readonly Heading[], { path }: Source): boolean {
  const isOfFile = ({ children }: Heading): boolean => holdsNameOfFile(plainText(children), path);
  return isOfFile(heading) && !others.some((other) => other.depth === heading.depth && isOfFile(other));
}

/** What follows on its level is what many notes end with, "Questions" and "References". */
function isAboveEndings({ depth }: Heading, others: readonly Heading[]): boolean {
  const below = others.findIndex((other) => other.depth <= depth);
  const equals = others.filter((other) => other.depth <= depth);
  const isTop = depth === 1 || below >= 2;
  return (
    isTop && equals.every((other) => other.depth === depth && isGeneralEnding(plainText(other.children)))
  );
}

/** `# Council meeting 2019-08-06`, and no other heading with a date: a day of notes, not one of several. */
function isDated({ children, depth }: Heading, source: Source): boolean {
  return depth === 1 && partDate(children, source) !== undefined;
}

function hasNothingOfItsOwn({ below, blocks, lines }: NotesOpening): boolean {
  return below !== undefined || lines.length === blocks.length;
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
