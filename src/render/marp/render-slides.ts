// A slide whose Markdown Marp has seen is not given to it again, and many slides are given in parts.
import type { Marp } from '@marp-team/marp-core';
import type { Cache } from '../../cache.ts';
import type { Deck, DeckParts } from '../../deck/index.ts';
import { type MarpHtml, putTogether, takeApart, withNumber, withoutNumber } from './insides.ts';

/** What Marp gives of a deck: the HTML of all slides, and the rules that the deck itself holds. */
export interface RenderedSlides {
  readonly html: string;
  readonly css: string;
}

/** Slides that Marp is given at once: the time it takes for a deck grows with their square. */
const atOnce = 50;

/** The same as `marp.render(deck.markdown)`; `context` names all that the engine depends on. */
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
  const keyOf = (text: string): string => `${context}\0${parts.front}\0${text}`;
  const known = knownSlides(parts, keyOf, cache);
  const missing = [...new Set(parts.slides)].filter((text) => !known.has(text));
  const runs = inRuns(missing).map((run) => renderRun(marp, parts.front, run));
  const [first] = runs;
  if (!first || runs.includes(undefined)) return whole();
  for (const [text, html] of runs.flatMap((run) => run?.slides ?? [])) {
    known.set(text, html);
    cache?.getOrCompute('slide', keyOf(text), () => html);
  }
  const { length } = parts.slides;
  const slides = parts.slides.map((text, at) => withNumber(known.get(text) ?? '', at + 1, length));
  return { html: putTogether({ ...first.around, slides }), css: first.css };
}

/** HTML without numbers by Markdown, of the slides that are in the cache. */
function knownSlides(
  { slides }: DeckParts,
  keyOf: (text: string) => string,
  cache: Cache | undefined,
): Map<string, string> {
  const known = new Map<string, string>();
  for (const text of cache ? slides : []) {
    const html = cache?.get<string>('slide', keyOf(text));
    if (html !== undefined) known.set(text, html);
  }
  return known;
}

/** At least one, though it be empty: what stands around the slides is asked for too. */
function inRuns<T>(all: readonly T[]): readonly (readonly T[])[] {
  const count = Math.max(Math.ceil(all.length / atOnce), 1);
  return Array.from({ length: count }, (_, at) => all.slice(at * atOnce, (at + 1) * atOnce));
}

interface RenderedRun {
  /** Markdown and HTML without numbers. */
  readonly slides: readonly (readonly [text: string, html: string])[];
  /** What Marp puts around slides. */
  readonly around: MarpHtml;
  readonly css: string;
}

/** Returns undefined when Marp does not see slides where Lectern does. */
function renderRun(marp: Marp, front: string, run: readonly string[]): RenderedRun | undefined {
  const { html, css } = marp.render(`${front}\n\n${[...run, endSlide].join('\n\n---\n\n')}\n`);
  const around = takeApart(html);
  if (around.slides.length !== run.length + 1) return undefined;
  return { slides: run.map((text, at) => [text, withoutNumber(around.slides[at] ?? '')]), around, css };
}

/** Marp puts its script behind the last slide, whichever that is: here behind one that is taken away. */
const endSlide = 'end';

/** A formula may define what that of another slide uses. */
const definesMacros =
  /\\(?:[gex]?def|global|long|let|futurelet|(?:re|provide)?newcommand|renewcommand|providecommand)\b/;
