// What a slide shows of the whole talk, as HTML: nothing in it is words, so nobody is told of it who does not see it.
import type { Plan, Slide, TalkShape } from '../plan/index.ts';

/** The shape of the talk on cover and dividers. */
export function shapeLines(shape: TalkShape): string {
  const columns = shape.map(({ lines, isCurrent }) => {
    const drawn = lines.map((share) => `<span class="share-${share}"></span>`).join('');
    return `<span class="${isCurrent ? 'current' : 'other'}">${drawn}</span>`;
  });
  return `<span class="shape${shape.length > 6 ? ' many' : ''}">${columns.join('')}</span>`;
}

/** More sections than these are one line without gaps. */
const mostSections = 24;

/** The largest share that the stylesheet has a class for, `g60`. */
const mostShares = 60;

/** The line of the talk on each slide, as HTML: a piece a section, as wide as it has slides, thick for what was played. */
export function progressLines({ slides }: Pick<Plan, 'slides'>): readonly string[] {
  const shown = slides.filter(hasProgress);
  const runs: { readonly name: string; length: number }[] = [];
  for (const { section } of shown) {
    const name = section[0] ?? '';
    const last = runs.at(-1);
    if (last?.name === name) last.length += 1;
    else runs.push({ name, length: 1 });
  }
  const lengths = runs.length > mostSections ? [shown.length] : runs.map(({ length }) => length);
  let played = 0;
  return slides.map((slide) => {
    if (!hasProgress(slide)) return '';
    played += 1;
    return lineAfter(played, lengths);
  });
}

/** The first and the last slide stand for the whole talk. */
function hasProgress({ layout }: Slide): boolean {
  return layout !== 'title' && layout !== 'closing';
}

/** With so many slides played of sections of these lengths. */
function lineAfter(slides: number, lengths: readonly number[]): string {
  let before = 0;
  const pieces = lengths.flatMap((length) => {
    const played = Math.min(length, Math.max(0, slides - before));
    before += length;
    return [piece(played, 'played start'), piece(length - played, played === 0 ? 'start' : '')];
  });
  return `<span class="progress">${pieces.join('')}</span>`;
}

function piece(share: number, classes: string): string {
  if (share === 0) return '';
  return `<span class="${[`g${Math.min(share, mostShares)}`, classes].filter(Boolean).join(' ')}"></span>`;
}
