// Lines to write on: rows of dots, which look light without a tint. The dots are square: a file with round ones, each of them
// eight curves, is ten times as large and takes three times as long to print, and at 0.7 pt nobody sees a difference.

const size = 0.7;

/** `tops`: where the lines are, px from the upper edge of the parent; half a unit from dot to dot. */
export function drawLines(
  parent: Element,
  tops: readonly number[],
  { left, width, unit }: { readonly left: number; readonly width: number; readonly unit: number },
): void {
  const [first] = tops;
  const last = tops.at(-1);
  if (first === undefined || last === undefined || width <= 0) return;
  const dot = (size * 96) / 72;
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const height = last - first + dot;
  svg.setAttribute('class', 'lines');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  svg.style.cssText = `top: ${first - dot / 2}px; inset-inline-start: ${left}px; width: ${width}px; height: ${height}px`;
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  const rows = tops.map((top) => `M0 ${round(top - first + dot / 2)}h${round(width)}`);
  path.setAttribute('d', rows.join(''));
  path.setAttribute('stroke-width', `${dot}`);
  path.setAttribute('stroke-dasharray', `${dot} ${unit / 2 - dot}`);
  svg.append(path);
  parent.append(svg);
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
