// A section whose words, hints and theme are as they were has the slides it had, moved to where it
// stands now.

import type { Cache } from '../cache.ts';
import type { Hints } from '../hints/index.ts';
import type { Section } from '../notes/index.ts';
import type { PlanContext } from './draft.ts';
import type { Planned } from './plan.ts';

/**
 * What `plan` makes of the section, remembered under everything it depends on. Offsets count from
 * the section's start in the key, so that an edit above it does not matter.
 */
export function cachedSection(context: PlanContext, section: Section, plan: () => Planned): Planned {
  const { cache, hints, lang, notes, theme } = context;
  if (!cache || leadsElsewhere(section)) return plan();
  const { start } = section.span;
  const { path } = notes.source;
  const key = [
    JSON.stringify(hints.deck),
    lang,
    // Fonts go by the letters of the whole deck.
    theme.style,
    hintsKey(section, hints, start),
    keyOf(section, start, path),
  ];
  const made = cache.getOrCompute('section', key.join('\0'), () => ({ start, planned: plan() }));
  if (made.start === start) return made.planned;
  return movedPlan(made.planned, { by: start - made.start, path, cache, positions: new Map() });
}

/** The lines of a table of contents lead to other sections. */
function leadsElsewhere({ kind, sections }: Section): boolean {
  return kind === 'agenda' || sections.some(leadsElsewhere);
}

function hintsKey(section: Section, hints: Hints, start: number): string {
  const hint = hints.sections.get(section);
  const slides = hint?.slides?.map((slide) => ({ ...slide, take: slide.take.map((at) => at - start) }));
  const own = hint ? JSON.stringify({ ...hint, slides }) : '';
  return [own, ...section.sections.map((child) => hintsKey(child, hints, start))].join('\n');
}

/** Everything that a value holds, as text; places in the notes from `start` on, without lines and columns. */
function keyOf(value: unknown, start: number, path: string): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map((one) => keyOf(one, start, path)).join()}]`;
  if (isSpan(value, path)) return `<${value.start - start},${value.end - start}>`;
  if (isPosition(value)) return `<${value.start.offset - start},${value.end.offset - start}>`;
  let text = '{';
  for (const name in value) text += `${name}:${keyOf(value[name as keyof typeof value], start, path)},`;
  return `${text}}`;
}

interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

interface OffsetPosition {
  readonly start: { readonly offset: number };
  readonly end: { readonly offset: number };
}

function isSpan(value: object, path: string): value is OffsetRange {
  return 'path' in value && value.path === path && 'start' in value && typeof value.start === 'number';
}

function isPosition(value: object): value is OffsetPosition {
  const { start } = value as { start?: unknown };
  return typeof start === 'object' && start !== null && 'offset' in start;
}

interface Move {
  readonly by: number;
  readonly path: string;
  readonly cache: Cache;
  /** What was one position stays one. */
  readonly positions: Map<object, object>;
}

/** Complaints stay: they point at the hints. */
function movedPlan({ value, notes, diagnostics }: Planned, move: Move): Planned {
  const slides = value.map((slide) => {
    const copy = moved(slide, move);
    move.cache.alias(copy, slide);
    return copy;
  });
  return { value: slides, notes: moved(notes, move), diagnostics };
}

function moved<T>(value: T, move: Move): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => moved(one, move)) as T;
  if (isSpan(value, move.path)) return { ...value, start: value.start + move.by, end: value.end + move.by };
  if (isPosition(value)) return movedPosition(value, move) as T;
  const copy: Record<string, unknown> = {};
  for (const name in value) copy[name] = moved(value[name], move);
  return copy as T;
}

function movedPosition(position: OffsetPosition, { by, positions }: Move): OffsetPosition {
  const known = positions.get(position) as OffsetPosition | undefined;
  if (known) return known;
  const { start, end } = position;
  const there: OffsetPosition = {
    ...position,
    start: { ...start, offset: start.offset + by },
    end: { ...end, offset: end.offset + by },
  };
  positions.set(position, there);
  return there;
}
