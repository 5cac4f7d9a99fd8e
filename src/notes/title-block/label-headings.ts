// A title block whose labels are headings, each above a line or a few: `## Speaker`, and the name below it.
import type { PhrasingContent, RootContent } from 'mdast';
import type { Source } from '../../diagnostics/index.ts';
import type { Block } from '../block.ts';
import { splitLines } from '../markdown/source-text.ts';
import { asParagraph, endOf, startOf } from '../markdown/tree.ts';
import type { Field } from '../notes.ts';
import { isDate, isPlace } from './dates.ts';
import { cutText, fieldOf, oneLine } from './fields.ts';
import { type LabelMeaning, labelMeaning, titleKey } from './labels.ts';
import { behindKey, between, isDated, labelledLine, type Metadata, rangeOf } from './metadata.ts';
import { readPeople } from './people.ts';

/** What a label heads. */
interface LabelHeading {
  readonly key: string;
  readonly meaning: LabelMeaning;
  readonly label: readonly PhrasingContent[];
  readonly hasColon: boolean;
  readonly lines: readonly (readonly PhrasingContent[])[];
  /** How many blocks, the heading included. */
  readonly size: number;
  readonly end: number;
}

/** Lines below a label at most, and letters of each. */
const most = { lines: 4, letters: 100 } as const;

/**
 * Reads such headings at the beginning of notes, or right below their title, as far as they reach. What front matter
 * or another label says already stays a line of its own.
 */
export function readLabelHeadings(
  blocks: readonly RootContent[],
  known: ReadonlyMap<string, readonly Field[]>,
  source: Source,
): Metadata {
  const start = blocks.findIndex(({ type }) => type !== 'thematicBreak');
  const [first, second] = [blocks[start], blocks[start + 1]];
  const isTitled = first?.type === 'heading' && depthOf(second) > first.depth;
  const from = isTitled ? start + 1 : start;
  const found = labelledFrom(blocks, from, source);
  if (first === undefined || !speakOfTalk(found, isTitled ? 'below a title' : 'first'))
    return { fields: new Map(), details: [], rest: blocks, leftOut: [] };
  const labels = new Set([...known.keys(), ...found.map(({ key }) => key)].map((key) => titleKey(key)));
  const said = new Set([...known.keys()].map((key) => titleKey(key)));
  const fields = new Map<string, readonly Field[]>();
  const details: (readonly PhrasingContent[])[] = [];
  for (const part of found) {
    const [line, ...others] = part.lines;
    const name = titleKey(part.key);
    const own =
      name === undefined || said.has(name)
        ? []
        : fieldsOf(part.meaning === 'speaker' ? part.lines : [line ?? []], source);
    if (own.length > 0) fields.set(part.key, own);
    else details.push(...part.lines.map((line) => labelledLine(part.label, line)));
    said.add(name);
    if (own.length === 0 || part.meaning === 'speaker') continue;
    for (const other of others) {
      const below = nameBelow(part.meaning, oneLine(other));
      if (below === undefined || labels.has(below) || said.has(below)) details.push(other);
      else fields.set(below, fieldsOf([other], source));
      said.add(below);
    }
  }
  const shown = [...[...fields.values()].flat().map(({ span }) => span), ...details.map(rangeOf)];
  shown.sort((a, b) => a.start - b.start);
  const size = found.reduce((sum, part) => sum + part.size, 0);
  return {
    fields,
    details: details.map((line): Block => asParagraph(line)),
    rest: [...(isTitled ? [first] : []), ...blocks.slice(from + size)],
    leftOut: between(shown, startOf(blocks[from] ?? {}), found.at(-1)?.end ?? 0),
  };
}

function fieldsOf(lines: readonly (readonly PhrasingContent[])[], source: Source): readonly Field[] {
  return lines.flatMap((line) => fieldOf(line, source) ?? []);
}

function labelledFrom(blocks: readonly RootContent[], from: number, source: Source): readonly LabelHeading[] {
  const found: LabelHeading[] = [];
  let at = from;
  const depth = depthOf(blocks[from]);
  for (
    let part = labelledAt(blocks, at, source);
    part && depthOf(blocks[at]) === depth;
    part = labelledAt(blocks, at, source)
  ) {
    found.push(part);
    at += part.size;
  }
  // A section below the last label belongs to it.
  return depthOf(blocks[at]) > depth ? found.slice(0, -1) : found;
}

function depthOf(block: RootContent | undefined): number {
  return block?.type === 'heading' ? block.depth : 0;
}

/** `## Date` above the day, or `## Date: 3 May` above nothing. */
function labelledAt(blocks: readonly RootContent[], at: number, source: Source): LabelHeading | undefined {
  const heading = blocks[at];
  if (heading?.type !== 'heading') return undefined;
  const [, name = '', value = ''] =
    /^([^:：]{1,30})(?:[:：]\s*(.*))?$/u.exec(oneLine(heading.children)) ?? [];
  const meaning = labelMeaning(name);
  const next = blocks.findIndex((block, index) => index > at && block.type === 'heading');
  const below = blocks.slice(at + 1, next === -1 ? undefined : next);
  if (meaning === undefined || (value !== '' && below.length > 0)) return undefined;
  const lines = value === '' ? shortLines(below, source) : [behindKey(heading.children, source)];
  const label = value === '' ? cutText(heading.children, -1, /\s*[:：]\s*$/, source.text) : [];
  const end = endOf(below.at(-1) ?? heading);
  const part = {
    key: name.trim().toLowerCase(),
    meaning,
    label,
    hasColon: /[:：]/.test(oneLine(heading.children)),
    lines: lines ?? [],
    size: below.length + 1,
    end,
  };
  return fits(part, source) ? part : undefined;
}

/** Lines of paragraphs and plain lists; undefined where one is more than a line of a title block. */
function shortLines(
  blocks: readonly RootContent[],
  source: Source,
): readonly (readonly PhrasingContent[])[] | undefined {
  const lines = blocks.flatMap((block): readonly (readonly PhrasingContent[] | undefined)[] => {
    if (block.type === 'paragraph') return splitLines(block.children, source.text);
    if (block.type !== 'list') return [undefined];
    return block.children.map(({ children: [line, ...others] }) =>
      line?.type === 'paragraph' && others.length === 0 ? line.children : undefined,
    );
  });
  const written = lines.filter((line) => line !== undefined && oneLine(line) !== '');
  return lines.every((line) => line !== undefined && isShort(line))
    ? (written as (readonly PhrasingContent[])[])
    : undefined;
}

function isShort(line: readonly PhrasingContent[]): boolean {
  const text = oneLine(line);
  return text.length <= most.letters && !/[:：;]$|(?<=\p{L}{4})[.!?。]$/u.test(text);
}

/** How many lines a label may have, and of which kind. */
function fits({ meaning, lines }: Omit<LabelHeading, 'key'>, source: Source): boolean {
  const [first, ...others] = lines;
  const field = first && fieldOf(first, source);
  if (!field || lines.length > most.lines) return false;
  switch (meaning) {
    case 'title':
      return others.length <= 1;
    case 'date':
      return isDated('day', meaning, field) && others.length === 0;
    case 'event':
    case 'place':
    case 'speaker':
      return true;
    case 'detail':
    case 'machine':
      return false;
    default:
      return others.length === 0;
  }
}

/** A title with its colon, two things of a talk, or below a title one that leaves no doubt: a day, a name. */
function speakOfTalk(found: readonly LabelHeading[], place: 'first' | 'below a title'): boolean {
  const known = found.filter(({ meaning }) => meaning !== 'link' && meaning !== 'others');
  if (known.length >= 2) return true;
  const [only] = known;
  const text = oneLine(only?.lines[0] ?? []);
  if (!only) return false;
  if (place === 'first') return only.meaning === 'title' && only.hasColon;
  return isDate(text) || (only.meaning === 'speaker' && readPeople(text, 'dash') !== undefined);
}

/** What a line is that stands below the first one of a label. */
function nameBelow(meaning: LabelMeaning, text: string): 'subtitle' | 'date' | 'place' | undefined {
  if (meaning === 'title') return 'subtitle';
  if (meaning !== 'event') return undefined;
  return isDate(text) ? 'date' : isPlace(text) ? 'place' : undefined;
}
