import type { Journey } from '../../../notes/index.ts';
import { drawRows, type RowPlace } from './grouped-rows.ts';
import {
  type Drawn,
  filled,
  frame,
  label,
  labels,
  lineHeight,
  type Sheet,
  titled,
  toBaseline,
  wrapped,
} from './marks.ts';

/** Parts of a whole score, and by the size of the labels: their height, their length at most, the space between them and around the figure. */
const [most, tall, longest, between, around] = [5, 0.8, 4, 0.2, 0.7];

/** Most of the width that the people take. */
const ofPeople = 0.27;

/** What is done in order, each with as many of five parts filled as it has points, and with whom. */
export function drawJourney({ title, groups }: Journey, sheet: Sheet): Drawn | undefined {
  const { width, size, small, textWidth } = sheet;
  const head = titled(title, sheet);
  const visits = groups.flatMap(({ entries }) => entries);
  const people = visits.map(({ people }) => wrapped(people, ofPeople * width, sheet, 'normal', small));
  if (people.includes(undefined)) return undefined;
  const widest = Math.max(
    ...people.flatMap((lines) => lines ?? []).map((line) => textWidth(line, 'normal', small)),
  );
  const figure = (1 + 2 * around) * size;
  const partsOf = (left: number): number => Math.min(longest * size, (width - left - figure - widest) / most);
  const draw = (visit: (typeof visits)[number], { left, y }: RowPlace): string => {
    const { score } = visit;
    const names = people[visits.indexOf(visit)] ?? [];
    const part = partsOf(left);
    const marks = Array.from({ length: most }, (_, at) => {
      const mark = { x: left + at * part, y: y - (tall * size) / 2 };
      const square = { ...mark, width: part - between * size, height: tall * size };
      return at < score ? filled(square, 'highlight') : frame(square);
    });
    const after = left + most * part + around * size;
    const passing = {
      x: left + most * part + figure,
      y: y - ((names.length - 1) / 2) * lineHeight * small + toBaseline * small,
    };
    return [
      ...marks,
      label(String(score), { x: after, y: y + toBaseline * size }, { size, weight: 'strong' }),
      labels(names, passing, { size: small, fill: 'quiet' }),
    ].join('');
  };
  const needed = figure + widest + most * size;
  const drawn = drawRows({ groups, top: head.height + 0.5 * size, needed, draw }, sheet);
  return drawn && { svg: head.svg + drawn.svg, height: drawn.height };
}
