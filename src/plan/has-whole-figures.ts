import type { Box } from '../layouts/index.ts';
import type { Density } from '../theme/index.ts';
import type { Desk } from './plan-input.ts';

/** Does every large figure stand on one line? A figure that is broken says nothing. `width` in px. */
export function hasWholeFigures(
  desk: Pick<Desk, 'measure' | 'theme'>,
  box: Box,
  width: number,
  density: Density,
): boolean {
  const inside = (inner: Box, innerWidth: number): boolean =>
    hasWholeFigures(desk, inner, innerWidth, density);
  switch (box.kind) {
    case 'flow':
      return true;
    case 'line':
      return box.style !== 'figure' || desk.measure.lines(box.content, 'figure', width, density) <= 1;
    case 'stack':
      return box.boxes.every((inner) => inside(inner, width));
    case 'row': {
      const shares = box.widths.reduce((sum, share) => sum + share, 0);
      const free = width - desk.theme.spaces[box.gap] * (box.boxes.length - 1);
      return box.boxes.every((inner, index) => inside(inner, (free * (box.widths[index] ?? 1)) / shares));
    }
  }
}
