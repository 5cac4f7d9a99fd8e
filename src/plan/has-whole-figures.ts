import type { Box } from '../layouts/index.ts';
import type { BodySize } from '../theme/index.ts';
import type { PlanContext } from './plan-context.ts';

/** Does every large figure, and every date above its line, stand on one line? One that is broken says nothing. `width` in px. */
export function hasWholeFigures(
  context: Pick<PlanContext, 'measure' | 'theme'>,
  box: Box,
  width: number,
  bodySize: BodySize,
): boolean {
  const inside = (inner: Box, innerWidth: number): boolean =>
    hasWholeFigures(context, inner, innerWidth, bodySize);
  switch (box.kind) {
    case 'flow':
    case 'bar':
    case 'marks':
      return true;
    case 'line':
      return (
        !['figure', 'date'].includes(box.style) ||
        context.measure.lines(box.content, box.style, width, bodySize) <= 1
      );
    case 'stack':
      return box.boxes.every((inner) => inside(inner, width));
    case 'row': {
      const shares = box.widths.reduce((sum, share) => sum + share, 0);
      const free = width - context.theme.spaces[box.gap] * (box.boxes.length - 1);
      return box.boxes.every((inner, index) => inside(inner, (free * (box.widths[index] ?? 1)) / shares));
    }
  }
}
