import type { Quadrants } from '../../../notes/index.ts';
import {
  type Drawn,
  filled,
  label,
  labels,
  lineHeight,
  type Sheet,
  type SheetPoint,
  stroke,
  titled,
  wrapped,
} from './marks.ts';

/** Distances by the size of the labels: of words from the edges of a field, from a point, and a point's radius. */
const [padding, fromPoint, radius] = [0.6, 0.3, 0.3];

/** Most of the width that the ends of the upright axis take. */
const ofAxis = 0.2;

interface PlaneBox extends SheetPoint {
  readonly width: number;
  readonly height: number;
}

/** A plane of four fields with points in it; what the axes say stands at their ends. */
export function drawQuadrants({ title, axes, fields }: Quadrants, sheet: Sheet): Drawn | undefined {
  const { width, height, size, small, textWidth } = sheet;
  const head = titled(title, sheet);
  const ends = axes.y.map(({ text }) => wrapped(text, ofAxis * width, sheet, 'normal', small));
  if (ends.some((lines) => !lines)) return undefined;
  const sides = ends.map((lines) => lines ?? []);
  const widest = Math.max(0, ...sides.flat().map((line) => textWidth(line, 'normal', small)));
  const left = widest === 0 ? 0 : widest + small;
  const below = axes.x.length > 0 ? 1.7 * small : 0;
  const plane = { x: left, y: head.height, width: width - left, height: height - head.height - below };
  const middle = { x: plane.x + plane.width / 2, y: plane.y + plane.height / 2 };
  const names = fields.map(({ name }) =>
    name ? wrapped(name.text, plane.width / 2 - 2 * padding * size, sheet, 'strong') : [],
  );
  if (names.some((lines) => !lines)) return undefined;
  // Points on the edges are drawn whole.
  const r = radius * size;
  const at = ({ x, y }: SheetPoint): SheetPoint => ({
    x: plane.x + r + Math.min(1, x) * (plane.width - 2 * r),
    y: plane.y + r + (1 - Math.min(1, y)) * (plane.height - 2 * r),
  });
  const dots = fields.flatMap(({ points }) => points.map((point) => around(at(point), r)));
  const nameBoxes = fields.map(({ isRight, isUp }, index): PlaneBox => {
    const lines = names[index] ?? [];
    const own = Math.max(0, ...lines.map((line) => textWidth(line, 'strong')));
    const tall = lines.length * lineHeight * size;
    const field = { x: isRight ? middle.x : plane.x, y: isUp ? plane.y : middle.y };
    const [left, top] = [field.x + padding * size, field.y + 0.4 * size];
    const right = field.x + plane.width / 2 - padding * size - own;
    const corners = [top, field.y + plane.height / 2 - 0.4 * size - tall].flatMap((y) =>
      [left, right].map((x) => ({ x, y, width: own, height: tall })),
    );
    return corners.find((corner) => !dots.some((dot) => meet(dot, corner))) ?? (corners[0] as PlaneBox);
  });
  const taken = [...nameBoxes.filter((name) => name.width > 0), ...dots];
  const drawn = fields.map(({ points }, index) => {
    const name = nameBoxes[index] ?? plane;
    const words = labels(names[index] ?? [], { x: name.x, y: name.y + size }, { size, weight: 'strong' });
    const marks = points.map((point) => {
      const place = freePlace(at(point), textWidth(point.words.text, 'normal', small), taken, plane, sheet);
      if (!place) return undefined;
      taken.push(place);
      return (
        dot(at(point), r) +
        label(point.words.text, { x: place.x, y: place.y + 0.95 * small }, { size: small })
      );
    });
    return marks.includes(undefined) ? undefined : words + marks.join('');
  });
  if (drawn.includes(undefined)) return undefined;
  return {
    svg: head.svg + background(plane, middle) + endLabels(axes, sides, plane, sheet) + drawn.join(''),
    height,
  };
}

/** The field of both high ends stands out; the axes cross in the middle. */
function background(plane: PlaneBox, middle: SheetPoint): string {
  const [right, bottom] = [plane.x + plane.width, plane.y + plane.height];
  return [
    filled({ x: middle.x, y: plane.y, width: plane.width / 2, height: plane.height / 2 }, 'field'),
    stroke(
      [
        { x: plane.x, y: middle.y },
        { x: right, y: middle.y },
      ],
      'ink',
    ),
    stroke(
      [
        { x: middle.x, y: plane.y },
        { x: middle.x, y: bottom },
      ],
      'ink',
    ),
    stroke(
      [
        { x: plane.x, y: plane.y },
        { x: plane.x, y: bottom },
        { x: right, y: bottom },
      ],
      'bar',
      1,
    ),
  ].join('');
}

function endLabels(
  { x }: Quadrants['axes'],
  sides: readonly (readonly string[])[],
  plane: PlaneBox,
  { small }: Sheet,
): string {
  const look = { size: small, fill: 'quiet' } as const;
  const bottom = plane.y + plane.height;
  const [low, high] = x;
  const across = [
    low ? label(low.text, { x: plane.x, y: bottom + 1.25 * small }, look) : '',
    high
      ? label(high.text, { x: plane.x + plane.width, y: bottom + 1.25 * small }, { ...look, anchor: 'end' })
      : '',
  ];
  const [down = [], up = []] = sides;
  const upright = [
    labels(up, { x: 0, y: plane.y + small }, look),
    labels(down, { x: 0, y: bottom - (down.length - 1) * lineHeight * small - 0.3 * small }, look),
  ];
  return [...upright, ...across].join('');
}

function dot({ x, y }: SheetPoint, r: number): string {
  return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${r.toFixed(1)}" fill="var(--highlight)" />`;
}

function around({ x, y }: SheetPoint, r: number): PlaneBox {
  return { x: x - r, y: y - r, width: 2 * r, height: 2 * r };
}

/** Beside the point, or above or below it, where nothing else stands; and no axis runs through, if that can be. */
function freePlace(
  point: SheetPoint,
  width: number,
  taken: readonly PlaneBox[],
  plane: PlaneBox,
  { size, small }: Sheet,
): PlaneBox | undefined {
  const [away, height] = [(radius + fromPoint) * size, lineHeight * small];
  const inset = 0.25 * size;
  const beside = point.y - height / 2;
  const [above, below] = [point.y - away - height, point.y + away];
  const rows = [beside, above, below, above - height, below + height];
  const columns = [point.x + away, point.x - away - width, point.x - width / 2];
  const places = rows
    .flatMap((y) => columns.map((x) => [x, y]))
    .map(([x = 0, y = 0]) => ({ x, y, width, height }));
  const middle = { x: plane.x + plane.width / 2, y: plane.y + plane.height / 2 };
  const isFree = (place: PlaneBox): boolean =>
    place.x > plane.x + inset &&
    place.y > plane.y + inset &&
    place.x + width < plane.x + plane.width - inset &&
    place.y + height < plane.y + plane.height - inset &&
    !taken.some((other) => meet(place, other));
  const isCrossed = (place: PlaneBox): boolean =>
    (place.x < middle.x + inset && place.x + width > middle.x - inset) ||
    (place.y < middle.y + 2 && place.y + height > middle.y - 2);
  return places.find((place) => isFree(place) && !isCrossed(place)) ?? places.find(isFree);
}

function meet(one: PlaneBox, other: PlaneBox): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
