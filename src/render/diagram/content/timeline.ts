import type { Timeline } from '../../../notes/index.ts';
import { type Drawn, labels, lineHeight, type Sheet, stroke, titled, wrapped } from './marks.ts';

/** Distances by the size of the labels: between columns, between events, around the line. */
const [gap, betweenEvents, aroundLine] = [1, 0.5, 0.7];

/** Names of periods stay on one line down to this size, px. */
const smallNames = 20;

/** Periods side by side above a line, under the names of their sections, what happened below each. */
export function drawTimeline({ title, groups }: Timeline, sheet: Sheet): Drawn | undefined {
  const { width, height, size, textWidth } = sheet;
  const head = titled(title, sheet);
  const column = (width + gap * size) / groups.reduce((sum, { entries }) => sum + entries.length, 0);
  const wide = column - gap * size;
  let x = 0;
  const columns = groups.map(({ label, entries }) => {
    const left = x;
    x += column * entries.length;
    return {
      left,
      width: column * entries.length - gap * size,
      name: wrapped(label?.text ?? '', column * entries.length - gap * size, sheet, 'strong'),
      periods: entries.map(({ words, events }) => ({
        // Broken only where they would be small otherwise.
        name:
          size > smallNames && textWidth(words.text, 'strong') > wide
            ? undefined
            : wrapped(words.text, wide, sheet, 'strong'),
        events: events.map(({ text }) => wrapped(text, wide, sheet)),
      })),
    };
  });
  const lines = (all: readonly (readonly string[] | undefined)[]): number =>
    Math.max(...all.map((one) => one?.length ?? Number.POSITIVE_INFINITY)) * lineHeight * size;
  const periods = columns.flatMap((one) => one.periods);
  const nameTop = head.height + 0.6 * size;
  const names = nameTop + lines(columns.map(({ name }) => name)) + 0.8 * size;
  const line = names + lines(periods.map(({ name }) => name)) + aroundLine * size;
  const below = line + 1.5 * aroundLine * size;
  const tall = Math.max(
    ...periods.map(({ events }) => events.reduce((sum, one) => sum + lines([one]) + betweenEvents * size, 0)),
  );
  const bottom = below + tall;
  if (!(bottom <= height)) return undefined;
  const svg = columns.map(({ left, width, name, periods }) => {
    const end = left + width;
    const above = stroke(
      [
        { x: left, y: nameTop - 0.5 * size },
        { x: end, y: nameTop - 0.5 * size },
      ],
      'ink',
    );
    const section = labels(name ?? [], { x: left, y: nameTop + size }, { size, weight: 'strong' });
    const drawn = periods.map(({ name = [], events }, at) => {
      const start = left + at * column;
      const first = line - aroundLine * size - (name.length - 1) * lineHeight * size;
      const dot = `<circle cx="${(start + 8).toFixed(1)}" cy="${line.toFixed(1)}" r="8" fill="var(--ground)" stroke="var(--highlight)" stroke-width="4" />`;
      let y = below + size;
      const words = events.map((one = []) => {
        const event = labels(one, { x: start, y }, { size });
        y += one.length * lineHeight * size + betweenEvents * size;
        return event;
      });
      return (
        labels(name, { x: start, y: first }, { size, weight: 'strong', fill: 'highlight' }) +
        dot +
        words.join('')
      );
    });
    return (
      above +
      section +
      stroke(
        [
          { x: left, y: line },
          { x: end, y: line },
        ],
        'highlight',
        4,
      ) +
      drawn.join('')
    );
  });
  return { svg: head.svg + svg.join(''), height: bottom };
}
