import type { List, ListItem } from 'mdast';
import {
  type Block,
  kindOfHeading,
  type Phrasing,
  type PresenterNote,
  type Section,
} from '../../notes/index.ts';
import { fold } from '../match/fold.ts';
import { openingText, type TakeUnit } from '../match/units.ts';
import type { OutlinePart } from './locate-outline.ts';

/** Depth of the outline's outermost sections: the title of the talk is 1. */
const outermost = 2;

/**
 * The flat part's units as sections. What no part covers stays without a title, `from` the first
 * unit that is not the agenda's. Every unit is in exactly one section, in order, as its heading or below it.
 */
export function outlineSections(
  parts: readonly OutlinePart[],
  units: readonly TakeUnit[],
  flat: Section,
  from: number,
): readonly Section[] {
  const source: OutlineSource = { units, flat };
  const sections = level(parts, from, units.length, [], source);
  return withPresenterNotes(sections, flat.presenterNotes);
}

interface OutlineSource {
  readonly units: readonly TakeUnit[];
  readonly flat: Section;
}

function level(
  parts: readonly OutlinePart[],
  from: number,
  to: number,
  path: readonly string[],
  source: OutlineSource,
): readonly Section[] {
  const sections: Section[] = [];
  let at = from;
  for (const part of parts) {
    if (part.start > at) sections.push(untitled(at, part.start, path, source));
    sections.push(titled(part, path, source));
    at = part.end;
  }
  if (to > at) sections.push(untitled(at, to, path, source));
  return sections;
}

function titled(part: OutlinePart, above: readonly string[], source: OutlineSource): Section {
  const { title, start, end, entry } = part;
  const path = [...above, title];
  const kind = entry.kind ?? kindOfHeading(title);
  const own = part.parts[0]?.start ?? end;
  const heading = own === start ? undefined : headingIn(source.units[start], title);
  const blocks = blocksOf(source.units.slice(heading ? start + 1 : start, own));
  return {
    path,
    title: heading ?? [{ type: 'text', value: title }],
    titleText: title,
    depth: Math.min(6, outermost + above.length),
    kind,
    blocks: kind === 'qa' ? nestAnswers(blocks) : blocks,
    presenterNotes: [],
    sections: level(part.parts, own, end, path, source),
    ...spans(start, end, source),
  };
}

function untitled(start: number, end: number, path: readonly string[], source: OutlineSource): Section {
  return {
    path,
    title: [],
    titleText: '',
    depth: 0,
    kind: 'talk',
    blocks: blocksOf(source.units.slice(start, end)),
    presenterNotes: [],
    sections: [],
    ...spans(start, end, source),
  };
}

function spans(
  start: number,
  end: number,
  { units, flat }: OutlineSource,
): Pick<Section, 'span' | 'headingSpan'> {
  const { path } = flat.span;
  const first = units[start];
  const offset = start === 0 ? flat.span.start : (first?.start ?? flat.span.end);
  return {
    span: { path, start: offset, end: units[end]?.start ?? flat.span.end },
    headingSpan: { path, start: first?.start ?? offset, end: first?.end ?? offset },
  };
}

/** Each to the innermost section that starts before it. */
function withPresenterNotes(
  sections: readonly Section[],
  notes: readonly PresenterNote[],
): readonly Section[] {
  return sections.map((section, at) => {
    const next = sections[at + 1]?.headingSpan.start ?? Number.POSITIVE_INFINITY;
    const own = notes.filter(
      ({ span }) => span.start < next && (at === 0 || span.start >= section.headingSpan.start),
    );
    const inner = section.sections[0]?.headingSpan.start ?? Number.POSITIVE_INFINITY;
    return {
      ...section,
      presenterNotes: own.filter(({ span }) => span.start < inner),
      sections: withPresenterNotes(
        section.sections,
        own.filter(({ span }) => span.start >= inner),
      ),
    };
  });
}

/**
 * The title of a section that begins with a paragraph of the very words of its title: that is its heading.
 * Links and the like stay, emphasis goes, as a title has its own. Returns undefined where the section begins otherwise.
 */
function headingIn(unit: TakeUnit | undefined, title: string): readonly Phrasing[] | undefined {
  if (unit?.block.type !== 'paragraph' || title === '' || unit.folded !== fold(title)) return undefined;
  const { children } = unit.block;
  return children.every(isWords) ? [{ type: 'text', value: title }] : children;
}

/** Nothing that comparing passes over but emphasis: a name with `_` stays as it is written. */
function isWords(node: Phrasing): boolean {
  if (node.type === 'strong' || node.type === 'emphasis') return node.children.every(isWords);
  return node.type === 'text' && !/[*_`~=]/.test(node.value);
}

/** The blocks of a run of units; a list that was cut keeps its kind and its numbers. */
export function blocksOf(units: readonly TakeUnit[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < units.length; ) {
    const { block } = units[at] as TakeUnit;
    const run = runLength(units, at, block);
    const items = units.slice(at, at + run).flatMap(({ item }) => item ?? []);
    blocks.push(block.type === 'list' ? listOf(block, items) : block);
    at += run;
  }
  return blocks;
}

function runLength(units: readonly TakeUnit[], from: number, block: Block): number {
  let to = from;
  while (units[to]?.block === block) to += 1;
  return to - from;
}

function listOf(list: List, items: readonly ListItem[]): List {
  if (items.length === list.children.length) return list;
  const [first] = items;
  const number = (list.start ?? 1) + list.children.indexOf(first as ListItem);
  const start = first?.position?.start;
  const end = items.at(-1)?.position?.end;
  return {
    ...list,
    ...(list.ordered && { start: number }),
    children: [...items],
    ...(start && end && { position: { start, end } }),
  };
}

/**
 * In a flat list of questions and answers, the items after a question become its nested answers.
 * A question that has answers of its own keeps them first.
 */
export function nestAnswers(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) => (block.type === 'list' ? nestList(block) : block));
}

function nestList(list: List): List {
  const groups: ListItem[][] = [];
  for (const item of list.children) {
    const group = groups.at(-1);
    if (!group || isQuestion(item) || !isQuestion(group[0] as ListItem)) groups.push([item]);
    else group.push(item);
  }
  return {
    ...list,
    children: groups.map(([first, ...answers]) => withAnswers(first as ListItem, answers, list)),
  };
}

/** Latin, CJK, Arabic, Greek and Armenian question marks, a closing quote or bracket after them. */
function isQuestion(item: ListItem): boolean {
  return (
    /[?？؟\u037e՞]["'”’»)\]]*$/u.test(openingText(item)) || /^Q(?:uestion)?[.:]\s/i.test(openingText(item))
  );
}

function withAnswers(question: ListItem, answers: readonly ListItem[], list: List): ListItem {
  const start = answers[0]?.position?.start;
  const end = answers.at(-1)?.position?.end;
  if (answers.length === 0) return question;
  const nested: List = {
    type: 'list',
    ordered: false,
    spread: list.spread ?? false,
    children: [...answers],
    ...(start && end && { position: { start, end } }),
  };
  const position = question.position && end && { start: question.position.start, end };
  return { ...question, children: [...question.children, nested], ...(position && { position }) };
}
