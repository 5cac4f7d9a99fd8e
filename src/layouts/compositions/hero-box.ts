// An amount as large as its box allows, and what it counts above, below or beside it.
import type { Phrasing } from '../../notes/index.ts';
import type { Figure } from '../content/index.ts';
import type { Box, LineBox, StyleName } from '../layout.ts';

/** Sizes of heroes, px at 16:9: the `--hero-…-size` of the base stylesheet. Slides of 4:3 have them and their columns at three quarters. */
const steps = [
  ['hero-xxl', 360],
  ['hero-xl', 280],
  ['hero-lg', 216],
  ['hero-md', 160],
  ['hero-sm', 120],
] as const satisfies readonly (readonly [StyleName, number])[];

/** Widths of the boxes that heroes stand in, px at 16:9: the slide's, and those of halves and thirds. */
export const heroWidths = { whole: 1152, twoThirds: 752, half: 552, third: 352 } as const;

/** Widths of characters in bold figures, em, on the safe side. */
const widths = { thin: 0.32, usual: 0.6, wide: 0.92 } as const;

/** Width of an amount, em. */
export function figureWidth(text: string): number {
  return [...text].reduce((sum, character) => {
    if (/[\s.,:'’–-]/u.test(character)) return sum + widths.thin;
    return sum + (/[MW%‰@×\p{Lo}]/u.test(character) ? widths.wide : widths.usual);
  }, 0);
}

/** The largest size at which the amount stands on one line of `width` px at 16:9, at most `most` px. */
export function heroStyle(figure: string, width: number, most = 280): StyleName {
  const em = figureWidth(figure);
  return steps.find(([, size]) => size <= most && em * size <= width)?.[0] ?? 'hero-sm';
}

/** The amount with its words above and below it. */
export function heroBox(figure: Figure, style: StyleName, label: 'label' | 'statement' = 'label'): Box {
  return { kind: 'stack', class: 'hero', gap: 'small', boxes: heroLines(figure, style, label) };
}

/** The amount and what it counts on one baseline, each as wide as its words: `.hero.row` in the base stylesheet. */
export function heroLine(figure: Figure, width: number): Box {
  const style = heroStyle(figure.figure, (figure.before.length > 0 ? 0.45 : 0.62) * width, 216);
  const size = steps.find(([name]) => name === style)?.[1] ?? 0;
  const share = (figureWidth(figure.figure) * size) / width;
  const boxes = heroLines(figure, style, 'lead');
  const measured = share <= 0.3 ? [1, 2] : share <= 0.47 ? [1, 1] : [2, 1];
  return {
    kind: 'row',
    class: 'hero',
    gap: 'column',
    widths: boxes.length === 2 ? measured : figure.before.length > 0 ? boxes.map(() => 1) : [1],
    boxes,
  };
}

function heroLines(
  { before, figure, after }: Figure,
  style: StyleName,
  label: 'label' | 'lead' | 'statement',
): readonly LineBox[] {
  const line = (name: string, content: readonly Phrasing[]): readonly LineBox[] =>
    content.length === 0 ? [] : [{ kind: 'line', class: name, style: label, content }];
  return [
    ...line('before', before),
    { kind: 'line', class: 'figure', style, content: [{ type: 'text', value: figure }] },
    ...line('label', after),
  ];
}
