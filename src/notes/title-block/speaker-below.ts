// Whether the heading right below a title is who speaks, or a section about somebody.
import type { Heading, RootContent } from 'mdast';
import type { Source } from '../../diagnostics/index.ts';
import { oneLine } from './fields.ts';
import { isSurelySomebody } from './people.ts';
import type { NotesOpening } from './title-lines.ts';
import { readMeaning, saysWhoSpeaks, type TitleFields } from './title-patterns.ts';

/**
 * `### First Last` right below the title: a name and nothing under it before the next heading, the only one of its level
 * below a title that is no H1, or beside it. With words of its own it is a section, but for one that says who speaks, one
 * above a rule, and a person's name that skips a level or is the only heading there is.
 */
export function speakerBelow(
  opening: NotesOpening,
  blocks: readonly RootContent[],
  source: Source,
): TitleFields | undefined {
  const { heading, below, blocks: own, lines } = opening;
  const meaning = meaningBelow(opening);
  if (!below || !meaning) return undefined;
  const others = blocks.filter((block) => block.type === 'heading' && block !== heading && block !== below);
  const equals = others.filter((other) => (other as Heading).depth === below.depth).length;
  const isBeside = below.depth === heading.depth;
  const next = blocks[blocks.indexOf(below) + 1];
  const isBare = next?.type === 'heading' && (equals > 0 || next.depth < below.depth);
  const hasNothing = isBare || (own.length > 0 && lines.length === own.length && equals > 0);
  const isAlone = equals === 0 && (heading.depth > 1 || isBeside);
  // An empty heading above its equals is their title, and a name with a place is nobody's section.
  const isBilling = isBeside && heading.depth > 1 && (meaning.affiliation ?? meaning.event) !== undefined;
  if (hasNothing || isAlone || isBilling) return meaning;
  const line = oneLine(below.children);
  const isOnly = skipsLevel(opening) || others.length === 0;
  const isSetOff = isAboveRule(opening) && !others.some((other) => isRuleBehind(other, blocks));
  const isName = !isOrdinaryWords(line, source) && (isSetOff || (isOnly && isSurelySomebody(line)));
  const isSaid = isName || saysWhoSpeaks(line);
  return isSaid && !others.some((other) => namesSomebody(other as Heading, source)) ? meaning : undefined;
}

/** Notes that set every heading off with a rule set off nobody. */
function isRuleBehind(heading: RootContent, blocks: readonly RootContent[]): boolean {
  return blocks[blocks.indexOf(heading) + 1]?.type === 'thematicBreak';
}

/** Words of names that the notes write without capitals are words: "Merge Conflicts", and how to merge. */
function isOrdinaryWords(line: string, { text }: Source): boolean {
  const words = line.match(/\p{Lu}\p{Ll}{2,}/gu) ?? [];
  return words.some((word) =>
    new RegExp(`(?<![\\p{L}\\p{N}@/._-])${word.toLowerCase()}(?![\\p{L}\\p{N}@/_-]|\\.\\p{L})`, 'u').test(
      text,
    ),
  );
}

export function meaningBelow({ belowLine }: Pick<NotesOpening, 'belowLine'>): TitleFields | undefined {
  return typeof belowLine?.meaning === 'object' ? belowLine.meaning : undefined;
}

/** The two headings are all that stands above a rule. */
export function isAboveRule({ below, blocks: [first] }: NotesOpening): boolean {
  return below !== undefined && first?.type === 'thematicBreak';
}

/** No section stands two levels below the title and above others that stand higher. */
function skipsLevel({ heading, below, behind: [next] }: NotesOpening): boolean {
  const isHigher = next === undefined || (next.type === 'heading' && next.depth < (below?.depth ?? 0));
  return below !== undefined && below.depth > heading.depth + 1 && isHigher;
}

/** With a second one, they are what the notes are about. */
function namesSomebody({ children }: Heading, source: Source): boolean {
  const meaning = readMeaning(children, 'heading-below', source);
  return typeof meaning === 'object' && meaning.speaker !== undefined;
}
