// What can be wrong with the words that name a bullet or block, in words.

import { toString as plainText } from 'mdast-util-to-string';
import { type Diagnostic, nearest, type Span } from '../../diagnostics/index.ts';
import type { Block, Section } from '../../notes/index.ts';
import { yamlPasted } from '../yaml/scalars.ts';
import type { Spanned } from '../yaml/shape.ts';
import { excerpt } from '../yaml/shape-problems.ts';
import { displayName, type SectionIndex } from './find-section.ts';
import { cutAtWord, fold, foldWords } from './fold.ts';
import { beginningWith, nestedItems, openingText, type TakeUnit } from './units.ts';

const shown = 5;

export function ambiguousTake(
  { value, span }: Spanned<string>,
  units: readonly TakeUnit[],
  notesPath: string,
): Diagnostic {
  return {
    code: 'hints/ambiguous-block',
    severity: 'error',
    message: `${units.length} bullets or blocks begin with \`${excerpt(value)}\``,
    span,
    related: units.slice(0, shown).map((unit, at) => ({
      span: { path: notesPath, start: unit.start, end: unit.end },
      message: `for this one write more of it, or \`${yamlPasted(`${excerpt(value)} [${at + 1}]`)}\``,
    })),
    help: 'write enough words to tell them apart',
  };
}

export function takenTwice({ value, span }: Spanned<string>, earlier: Span): Diagnostic {
  return {
    code: 'hints/taken-twice',
    severity: 'error',
    message: `\`${excerpt(value)}\` is taken twice`,
    span,
    related: [{ span: earlier, message: 'it was taken here already' }],
    help: 'a bullet goes on one slide: take it once',
  };
}

export function emptySlide(span: Span): Diagnostic {
  return {
    code: 'hints/unknown-block',
    severity: 'error',
    message: 'nothing is left for this slide',
    span,
    help: 'say with `take` what goes on it, or remove it',
  };
}

export function unknownTake(
  { value, span }: Spanned<string>,
  sections: readonly Section[],
  index: SectionIndex,
): Diagnostic {
  const [section] = sections;
  const units = sections.flatMap(index.unitsOf);
  const where = sections.length > 1 ? 'these sections' : `\`${section ? displayName(section) : ''}\``;
  return {
    code: 'hints/unknown-block',
    severity: 'error',
    message: `nothing in ${where} begins with \`${excerpt(value)}\``,
    span,
    help: suggestion(value, units, index),
  };
}

/** The nearest thing the words could mean. */
export function suggestion(words: string, units: readonly TakeUnit[], index: SectionIndex): string {
  return (
    nearOpening(words, units) ??
    nestedIn(words, units) ??
    insideOf(words, units) ??
    elsewhere(words, index) ??
    `what can be taken begins with ${units.slice(0, shown).map(opening).join(', ') || '… nothing: it is empty'}`
  );
}

function nearOpening(words: string, units: readonly TakeUnit[]): string | undefined {
  const name = foldWords(words);
  if (name.length > 200) return undefined;
  const beginnings = new Map(units.map((unit) => [unit.folded.slice(0, name.length), unit]));
  const near = nearest(name, beginnings.keys());
  const unit = near === undefined ? undefined : beginnings.get(near);
  return unit && `did you mean ${opening(unit)}?`;
}

function nestedIn(words: string, units: readonly TakeUnit[]): string | undefined {
  const name = foldWords(words);
  const holder = units.find((unit) => {
    const items = nestedItems(unit.item ?? unit.block);
    return name !== '' && items.some((item) => fold(openingText(item)).startsWith(name));
  });
  return holder && `it stands below ${opening(holder)}: take that, and what is below it comes with it`;
}

/** Words from the middle of a block that is taken as a whole. */
function insideOf(words: string, units: readonly TakeUnit[]): string | undefined {
  const name = foldWords(words).replace(/^\W+|\W+$/gu, '');
  const holder = units.find(
    ({ block }) => name.length > 1 && blockWords.get(block.type) && fold(allText(block)).includes(name),
  );
  return holder && `it stands inside ${opening(holder)}: take that, it goes on a slide as a whole`;
}

/** With white space between cells and lines. */
function allText(block: Block): string {
  if (block.type === 'table')
    return block.children.flatMap((row) => row.children.map((cell) => plainText(cell))).join(' ');
  return plainText(block);
}

function elsewhere(words: string, index: SectionIndex): string | undefined {
  const name = foldWords(words);
  const holder = index.entries.find(
    ({ section }) => name !== '' && beginningWith(name, index.unitsOf(section)).length > 0,
  );
  return holder && `it stands in \`${displayName(holder.section)}\``;
}

/** As it can be pasted, and what it is where that is not plain text. */
function opening({ text, block }: TakeUnit): string {
  const what = blockWords.get(block.type);
  return `\`${yamlPasted(cutAtWord(text, 40))}\`${what ? ` (${what})` : ''}`;
}

const blockWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    table: 'the table',
    code: 'the code',
    math: 'the formula',
    blockquote: 'the quotation',
  }),
);
