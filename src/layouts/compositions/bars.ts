// An amount that is compared in words, as bars true to scale.
import { plainText } from '../../notes/index.ts';
import { type Figure, readComparison } from '../content/index.ts';
import type { BarBox, Box } from '../layout.ts';

/** Width of a character of a label, and what stands around the label inside its bar, px. */
const label = { character: 15, around: 28 } as const;

/** Slides of 4:3 have columns of three quarters, and labels of the same size. */
const narrowest = 0.75;

/** Below a hero that is compared: its bar, and that of what it is compared with. `width` of the column in px at 16:9. */
export function withBars(hero: Box, figure: Figure, width: number): Box {
  const compared = readComparison(`${figure.figure} ${plainText(figure.after)}`);
  if (!compared || hero.kind !== 'stack') return hero;
  const [least, most] = compared.ratio;
  const longest = Math.max(1, most);
  const bar = (name: string, amount: number, text: string): BarBox => {
    const share = Math.max(1, Math.round((100 * amount) / longest));
    const room = (narrowest * width * share) / 100;
    const labelled = text.length * label.character + label.around <= room ? 'inside' : 'beside';
    return { kind: 'bar', class: name, share, label: text, labelled };
  };
  const ends = figure.figure.split(/\s?[–—-]\s?/u);
  const own =
    least === most
      ? bar('own', most, figure.figure)
      : { ...bar('range', most, ends.at(-1) ?? ''), inner: bar('own', least, ends[0] ?? '') };
  return {
    ...hero,
    boxes: [
      ...hero.boxes,
      {
        kind: 'stack',
        class: 'bars',
        gap: 'tight',
        paddingTop: 'small',
        boxes: [own, bar('other', 1, compared.than)],
      },
    ],
  };
}
