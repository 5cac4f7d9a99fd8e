import {
  Document,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  Pair,
  parseDocument,
  Scalar,
  visit,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import type { LayoutName } from '../../layouts/index.ts';
import type { Section } from '../../notes/index.ts';
import type { SectionHint, SlideHint } from '../hints.ts';
import type { SectionIndex } from '../match/find-section.ts';
import { type TakeUnit, unitName } from '../match/units.ts';

/**
 * The value of a section's key that asks for the layout and keeps all that is asked for already.
 * Returns undefined when something on the slide cannot be named.
 */
export function newEntry(
  { section, layout, take }: LayoutRequest,
  hint: SectionHint | undefined,
  old: Pair | undefined,
  index: SectionIndex,
): YAMLMap | undefined {
  const entry = isMap(old?.value) ? (old.value.clone() as YAMLMap) : newMap({});
  if (take === undefined) {
    setFirst(entry, 'layout', layout);
    return entry;
  }
  entry.flow = false;
  const units = index.unitsOf(section);
  const slides = slidesOf(entry, hint, units);
  const holder = hint?.slides?.find((slide) => slide.take.some((start) => take.includes(start)));
  const held = holder && slides.nodes.get(holder);
  if (held) setFirst(held, 'layout', layout);
  else {
    const names = namesOf(take, units);
    if (names === undefined || names.length === 0) return undefined;
    const before = (hint?.slides ?? []).filter((slide) => (slide.take[0] ?? 0) < (take[0] ?? 0)).length;
    slides.seq.items.splice(before, 0, newMap({ layout, take: quotedList(names) }));
  }
  entry.set('slides', slides.seq);
  return entry;
}

interface Slides {
  readonly seq: YAMLSeq;
  readonly nodes: ReadonlyMap<SlideHint, YAMLMap>;
}

/** The list as it is written in this entry, or what a star or the front matter say in its place. */
function slidesOf(entry: YAMLMap, hint: SectionHint | undefined, units: readonly TakeUnit[]): Slides {
  const written = entry.get('slides');
  const hinted = hint?.slides ?? [];
  if (isSeq(written)) {
    const starts = new Map(
      written.items.flatMap((item) => (isMap(item) ? [[item.range?.[0], item] as const] : [])),
    );
    const nodes = hinted.flatMap((slide) => {
      const node = starts.get(slide.span.start);
      return node ? [[slide, node] as const] : [];
    });
    written.flow = false;
    return { seq: written, nodes: new Map(nodes) };
  }
  const seq = new YAMLSeq();
  const nodes = hinted.map((slide) => [slide, asWritten(slide, units)] as const);
  seq.items.push(...nodes.map(([, node]) => node));
  return { seq, nodes: new Map(nodes) };
}

function asWritten({ span: _, take, ...plain }: SlideHint, units: readonly TakeUnit[]): YAMLMap {
  return newMap({ ...plain, take: quotedList(namesOf(take, units) ?? []) });
}

/** As few words as name each; what has no words is no content. */
function namesOf(starts: readonly number[], units: readonly TakeUnit[]): readonly string[] | undefined {
  const own = units.filter(({ start, block }) => starts.includes(start) && block.type !== 'thematicBreak');
  const names = own.map((unit) => unitName(unit, units));
  return names.every((name) => name !== undefined && name !== '') ? (names as string[]) : undefined;
}

function newMap(values: Readonly<Record<string, unknown>>): YAMLMap {
  const map = new YAMLMap();
  map.flow = true;
  for (const [key, value] of Object.entries(values)) map.set(key, value);
  return map;
}

function quotedList(names: readonly string[]): YAMLSeq {
  const seq = new YAMLSeq();
  seq.flow = true;
  for (const name of names) {
    const scalar = new Scalar(name);
    scalar.type = Scalar.QUOTE_DOUBLE;
    seq.items.push(scalar);
  }
  return seq;
}

/** In its place when the key is there; else before all others, where it is looked for. */
function setFirst(map: YAMLMap, key: string, value: string): void {
  if (map.has(key)) {
    const old = map.get(key, true);
    if (isNode(old) && old instanceof Scalar) old.value = value;
    else map.set(key, value);
    return;
  }
  map.set(key, value);
  const added = map.items.pop();
  if (added) map.items.unshift(added);
}

/** A layout for a section, or for what stands on one slide of it. */
export interface LayoutRequest {
  readonly section: Section;
  readonly layout: LayoutName;
  /** Start offsets of the items and blocks of the section that are meant; all of them when it is left out. */
  readonly take?: readonly number[] | undefined;
}

/** A longer line is written as a block. */
const lineWidth = 100;

/** One key with its value as YAML, at the margin. Comments around the pair are not part of it. */
export function printPair(key: unknown, value: YAMLMap): string {
  const map = new YAMLMap();
  map.items.push(new Pair(withoutComments(key), value));
  const whole = new Document();
  whole.contents = map;
  dropTrailing(value);
  const text = closeUp(whole.toString(options));
  if (text.split('\n').every((line) => line.length <= lineWidth)) return text;
  unfold(value);
  return closeUp(whole.toString(options));
}

/** `{ take: ["one", "two"] }`: braces with space inside, brackets without. */
function closeUp(text: string): string {
  const spaces = new Set<number>();
  visit(parseDocument(text), {
    Seq(_, { flow, range }) {
      const [start, end] = flow && range ? range : [0, 0];
      if (/^\[ \S.*\S \]$/.test(text.slice(start, end))) spaces.add(start + 1).add(end - 2);
    },
  });
  return [...spaces].sort((a, b) => b - a).reduce((all, at) => all.slice(0, at) + all.slice(at + 1), text);
}

const options = { lineWidth: 0, flowCollectionPadding: true } as const;

function withoutComments(key: unknown): unknown {
  if (!isScalar(key)) return key;
  const copy = key.clone();
  if (isScalar(copy)) {
    delete copy.commentBefore;
    delete copy.spaceBefore;
  }
  return copy;
}

/** Comments below the last line of a block belong to what follows it. */
function dropTrailing(node: unknown): void {
  if (!isCollection(node) || node.flow) return;
  delete node.comment;
  const last = node.items.at(-1);
  dropTrailing(isPair(last) ? last.value : last);
}

/** What does not fit on a line stands on several, from the outside in. */
function unfold(node: unknown): void {
  if (!isCollection(node)) return;
  if (node.flow && JSON.stringify(node).length > lineWidth - 20) node.flow = false;
  for (const item of node.items) {
    if (isPair(item)) unfold(item.value);
    else if (isNode(item)) unfold(item);
  }
}
