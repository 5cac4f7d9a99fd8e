import { isMap, isNode, isSeq, type Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { SectionHint, SlideHint } from '../hints.ts';
import type { SectionIndex } from '../match/section-index.ts';
import { unitName } from '../match/unit-name.ts';
import type { Unit } from '../match/units.ts';
import type { LayoutRequest } from './layout-request.ts';

/**
 * The value of a section's key that asks for the layout and keeps all that is asked for already.
 * Nothing when something on the slide cannot be named.
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
function slidesOf(entry: YAMLMap, hint: SectionHint | undefined, units: readonly Unit[]): Slides {
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

function asWritten({ span: _, take, ...plain }: SlideHint, units: readonly Unit[]): YAMLMap {
  return newMap({ ...plain, take: quotedList(namesOf(take, units) ?? []) });
}

/** As few words as name each; what has no words is no content. */
function namesOf(starts: readonly number[], units: readonly Unit[]): readonly string[] | undefined {
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
