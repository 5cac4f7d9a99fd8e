// Marp is at work for most of a build. A slide whose Markdown it has seen is not given to it again.
import type { Marp } from '@marp-team/marp-core';
import type { Deck } from '../../deck/index.ts';
import type { Memory } from '../../memory/index.ts';
import { splitSlides } from './split-slides.ts';

/** What Marp gives of a deck: the HTML of all slides, and the rules that the deck itself holds. */
export interface RenderedSlides {
  readonly html: string;
  readonly css: string;
}

/** The same as `marp.render(deck.markdown)`; `context` says all that the engine depends on. */
export function renderSlides(
  marp: Marp,
  deck: Deck,
  context: string,
  memory: Memory | undefined,
): RenderedSlides {
  const { parts, features } = deck;
  // Diagrams are numbered as they come.
  if (!memory || !parts || features.mermaid || (features.math && definesMacros.test(deck.markdown))) {
    return marp.render(deck.markdown);
  }
  const slots = new Map<string, Slot>();
  for (const text of parts.slides) {
    const key = `${context}\0${parts.front}\0${text}`;
    slots.set(
      text,
      memory.recall('slide', key, () => ({ html: undefined })),
    );
  }
  const missing = [...slots].filter(([, { html }]) => html === undefined);
  const asked = [...missing.map(([text]) => text), last].join('\n\n---\n\n');
  const markdown = `${parts.front}\n\n${asked}\n`;
  const { html, css } = marp.render(markdown);
  const [start, end] = [html.indexOf('<svg data-marpit-svg'), html.lastIndexOf('</svg>') + '</svg>'.length];
  const pieces = splitSlides(html.slice(start, end));
  // As many as were asked for, or Marp does not see slides where Lectern does.
  if (pieces.length !== missing.length + 1) return marp.render(deck.markdown);
  missing.forEach(([, slot], at) => {
    slot.html = withoutNumber(pieces[at] ?? '');
  });
  const { length } = parts.slides;
  const slides = parts.slides.map((text, at) => withNumber(slots.get(text)?.html ?? '', at + 1, length));
  const whole = slides.join('').slice(0, -slideEnd.length) + scriptOf(pieces.at(-1) ?? '') + slideEnd;
  return { html: `${html.slice(0, start)}${whole}${html.slice(end)}`, css };
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
