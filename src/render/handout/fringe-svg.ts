import type { Handout } from '../../handout/index.ts';

/** From one bar to the next, in widths of a bar, and what is free besides before a slide and before a section. */
const [pitch, gaps] = [1.6, { line: 0, slide: 0.5, section: 2.2 }];

/** Widest bar, and stub and longest bar of the strip, pt. */
const [widest, stub, longest] = [5, 1.5, 11];

/**
 * The talk as bars that hang from the upper edge. `strip`: stubs, of which those of a page are made long when it is laid
 * out; `cover`: all of them, as long as there is room.
 */
export function fringeSvg({ fringe, sheet }: Handout, place: 'strip' | 'cover'): string {
  if (fringe.length === 0) return '';
  const { width } = sheet.area;
  const steps = fringe.map(({ begins }, at) => (at === 0 ? 0 : pitch + gaps[begins]));
  const sum = steps.reduce((all, step) => all + step, 0);
  const bar = Math.min(widest, width / (sum + 1));
  // The last bar ends at the margin.
  const scale = (width - bar) / sum;
  let left = 0;
  const bars = fringe.map(({ slide, length }, at) => {
    left += (steps[at] ?? 0) * scale;
    const where = `x="${round(left)}" y="0" width="${round(bar)}"`;
    if (place === 'cover') return `<rect ${where} height="${length}"/>`;
    const long = 2 * stub + (length / 100) * (longest - 2 * stub);
    return `<rect ${where} height="${stub}" data-slide="${slide}" data-long="${round(long)}"/>`;
  });
  const height = place === 'cover' ? 100 : longest;
  const name = place === 'cover' ? 'drawing' : 'fringe';
  return `<svg class="${name}" viewBox="0 0 ${round(width)} ${height}" preserveAspectRatio="none" aria-hidden="true">${bars.join('')}</svg>`;
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
