// A slide whose Markdown Marp has seen is not given to it again, and many slides are given in parts.
import type { Marp } from '@marp-team/marp-core';
import type { Cache } from '../../cache/index.ts';
import type { Deck, DeckParts } from '../../deck/index.ts';
import { splitSlides } from './split-slides.ts';

/** What Marp gives of a deck: the HTML of all slides, and the rules that the deck itself holds. */
export interface RenderedSlides {
  readonly html: string;
  readonly css: string;
}

/** Slides that Marp is given at once: the time it takes for a deck grows with their square. */
const atOnce = 50;

/** The same as `marp.render(deck.markdown)`; `context` says all that the engine depends on. */
export function renderSlides(
  marp: Marp,
  deck: Deck,
  context: string,
  cache: Cache | undefined,
): RenderedSlides {
  const { parts, features } = deck;
  const whole = (): RenderedSlides => marp.render(deck.markdown);
  if (!parts || (!cache && parts.slides.length <= atOnce)) return whole();
  // Diagrams are numbered as they come.
  if (features.mermaid || (features.math && definesMacros.test(deck.markdown))) return whole();
  const slots = slotsFor(parts, context, cache);
  const missing = [...slots].filter(([, { html }]) => html === undefined);
  const runs = inRuns(missing).map((run) => renderRun(marp, parts.front, run));
  const [first] = runs;
  if (!first || runs.includes(undefined)) return whole();
  const { length } = parts.slides;
  const slides = parts.slides.map((text, at) => withNumber(slots.get(text)?.html ?? '', at + 1, length));
  const html = slides.join('').slice(0, -slideEnd.length) + first.script + slideEnd;
  return { html: `${first.before}${html}${first.after}`, css: first.css };
}

/** One for each slide that is different from the others. */
function slotsFor(parts: DeckParts, context: string, cache: Cache | undefined): Map<string, Slot> {
  const slots = new Map<string, Slot>();
  for (const text of parts.slides) {
    const make = (): Slot => ({ html: undefined });
    const slot = cache
      ? cache.getOrCompute('slide', `${context}\0${parts.front}\0${text}`, make)
      : (slots.get(text) ?? make());
    slots.set(text, slot);
  }
  return slots;
}

/** At least one, though it be empty: what stands around the slides is asked for too. */
function inRuns<T>(all: readonly T[]): readonly (readonly T[])[] {
  const count = Math.max(Math.ceil(all.length / atOnce), 1);
  return Array.from({ length: count }, (_, at) => all.slice(at * atOnce, (at + 1) * atOnce));
}

/** What Marp puts around slides. */
interface Surroundings {
  readonly before: string;
  readonly script: string;
  readonly after: string;
  readonly css: string;
}

/** Fills the slots of these slides; nothing when Marp does not see slides where Lectern does. */
function renderRun(marp: Marp, front: string, run: readonly [string, Slot][]): Surroundings | undefined {
  const asked = [...run.map(([text]) => text), last].join('\n\n---\n\n');
  const { html, css } = marp.render(`${front}\n\n${asked}\n`);
  const [start, end] = [html.indexOf('<svg data-marpit-svg'), html.lastIndexOf('</svg>') + '</svg>'.length];
  const pieces = splitSlides(html.slice(start, end));
  if (pieces.length !== run.length + 1) return undefined;
  for (const [at, [, slot]] of run.entries()) slot.html = withoutNumber(pieces[at] ?? '');
  const script = scriptOf(pieces.at(-1) ?? '');
  return { before: html.slice(0, start), script, after: html.slice(end), css };
}

/** Marp puts its script behind the last slide, whichever that is: here behind one that is taken away. */
const last = 'end';
const slideEnd = '</foreignObject></svg>';

function scriptOf(slide: string): string {
  const start = slide.indexOf('<script');
  return start < 0 ? '' : slide.slice(start, -slideEnd.length);
}

/** Filled when Marp has been asked. */
interface Slot {
  html: string | undefined;
}

/** A formula may define what that of another slide uses. */
const definesMacros =
  /\\(?:[gex]?def|global|long|let|futurelet|(?:re|provide)?newcommand|renewcommand|providecommand)\b/;

/** Marp's own tag around a slide, and where in it the slide's number and the number of slides stand. */
const tag = /<section id="[^"]*"[^>]*>/g;
const numbers = /( id="| data-marpit-pagination="| data-marpit-pagination-total=")\d+"/g;
const gaps = /( id="| data-marpit-pagination="| data-marpit-pagination-total=")\0"/g;

function withoutNumber(html: string): string {
  return html.replace(tag, (whole) => whole.replace(numbers, '$1\0"'));
}

function withNumber(html: string, number: number, total: number): string {
  const fill = (_: string, name: string): string => `${name}${name.includes('total') ? total : number}"`;
  return html.replace(tag, (whole) => whole.replace(gaps, fill));
}
