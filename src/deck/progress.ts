import type { Plan, Slide } from '../plan/index.ts';

/** More sections than these are one line without gaps. */
const mostSections = 24;

/** The largest share that the stylesheet has a class for, `g60`. */
const mostShares = 60;

/** The line of the talk on each slide, as HTML: a piece a section, as wide as it has slides, thick for what was played. */
export function progressLines({ slides }: Pick<Plan, 'slides'>): readonly string[] {
  const shown = slides.map((slide, at) => ({ slide, at })).filter(({ slide }) => hasProgress(slide));
  const runs: { readonly name: string; readonly slides: number[] }[] = [];
  for (const { slide, at } of shown) {
    const name = slide.section[0] ?? '';
    if (runs.at(-1)?.name === name) runs.at(-1)?.slides.push(at);
    else runs.push({ name, slides: [at] });
  }
  const sections =
    runs.length > mostSections ? [runs.flatMap((run) => run.slides)] : runs.map((run) => run.slides);
  return slides.map((slide, at) => (hasProgress(slide) ? lineAt(at, sections) : ''));
}

/** The first and the last slide stand for the whole talk. */
function hasProgress({ layout }: Slide): boolean {
  return layout !== 'title' && layout !== 'closing';
}

function lineAt(at: number, sections: readonly (readonly number[])[]): string {
  const pieces = sections.flatMap((slides) => {
    const played = slides.filter((slide) => slide <= at).length;
    const [first, second] = [
      piece(played, 'played start'),
      piece(slides.length - played, played === 0 ? 'start' : ''),
    ];
    return [first, second].filter(Boolean);
  });
  return `<span class="progress">${pieces.join('')}</span>`;
}

function piece(share: number, classes: string): string {
  if (share === 0) return '';
  return `<span class="${[`g${Math.min(share, mostShares)}`, classes].filter(Boolean).join(' ')}"></span>`;
}
