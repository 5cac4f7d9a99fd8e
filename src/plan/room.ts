import type { Density, Theme } from '../theme/index.ts';
import type { Segment } from './draft.ts';
import type { Desk } from './plan-input.ts';

/** Room for the part number that may follow a title, printed at half its size: " 12/12". */
const partNumber = { type: 'text', value: ' 00' } as const;

/** The room of a segment's slides by density; reckoned once for titles of the same size. */
export function roomOf(desk: Desk, segment: Pick<Segment, 'title' | 'role'>): (density: Density) => number {
  const known = new Map<string, number>();
  return (density) => {
    const { title, 'deck-title': deckTitle } = desk.theme.densities[density];
    const key = `${title.size} ${deckTitle.size}`;
    const room = known.get(key) ?? slideRoom(desk, segment, density);
    known.set(key, room);
    return room;
  };
}

/** Height for a slide's body, px: less when the title takes more than one line. */
function slideRoom(desk: Desk, segment: Pick<Segment, 'title' | 'role'>, density: Density): number {
  const { theme, measure } = desk;
  const { width, height } = theme.content;
  if (segment.role === 'opening') return openingRoom(desk, segment, density);
  if (segment.title.length === 0) return height + untitledGain(theme);
  if (segment.role === 'divider') return height;
  const extra = measure.lines([...segment.title, partNumber], 'title', width, density) - 1;
  return height - Math.max(0, extra) * theme.densities[density].title.line;
}

/** A slide without a title begins where the title would stand, px. */
function untitledGain(theme: Theme): number {
  return Math.max(0, theme.content.top - titleTop(theme));
}

/** The title slide stands in the middle, with the room of `--title-top` above and below. */
function openingRoom({ theme, measure }: Desk, { title }: Pick<Segment, 'title'>, density: Density): number {
  const lines = measure.lines(title, 'deck-title', theme.content.width, density);
  const titleHeight = lines * theme.densities[density]['deck-title'].line + theme.spaces.medium;
  // A title taller than the slide leaves no room, and not less than none.
  return Math.max(1, theme.size.height - 2 * titleTop(theme) - titleHeight);
}

function titleTop(theme: Theme): number {
  return theme.numbers.normal.get('--title-top') ?? theme.content.top;
}
