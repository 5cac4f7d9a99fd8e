// Notes set in one column or balanced over several, and cut where a page ends.
import { splitNotes } from './split-notes.ts';

export interface ColumnsInput {
  readonly columns: number;
  /** Of one column, and between two, px. */
  readonly width: number;
  readonly gutter: number;
  readonly unit: number;
  readonly fewLines: number;
}

/** The element whose content is cut; undefined for a row without notes. */
export function textToCut(unit: Element): HTMLElement | null {
  return unit.querySelector('.notes > section > .text');
}

/** Short notes stay in one column; returns in how many they stand. */
export function setColumns(notes: HTMLElement, input: ColumnsInput): number {
  const { columns, width, gutter, unit, fewLines } = input;
  inOneColumn(notes, width);
  const isShort = notes.getBoundingClientRect().height <= fewLines * 2 * unit + 1;
  if (columns === 1 || isShort) return 1;
  notes.style.width = `${columns * width + (columns - 1) * gutter}px`;
  notes.style.columnCount = `${columns}`;
  notes.style.columnGap = `${gutter}px`;
  return columns;
}

function inOneColumn(notes: HTMLElement, width: number): void {
  notes.style.width = `${width}px`;
  notes.style.columnCount = '';
  notes.style.height = '';
}

/**
 * Leaves in the row as much of its notes as `room` px of its columns hold, and at least `rest` px for what goes on.
 * Returns the rest; undefined when nothing can stay, or nothing can be cut.
 */
export function cutNotes(
  unit: Element,
  room: number,
  rest: number,
  input: ColumnsInput,
): Element | undefined {
  const notes = unit.querySelector<HTMLElement>('.notes');
  const text = textToCut(unit);
  if (!notes || !text) return undefined;
  const whole = text.cloneNode(true);
  const line = 2 * input.unit;
  inOneColumn(notes, input.width);
  const height = text.getBoundingClientRect().height;
  const most = Math.min(room * input.columns, Math.max(height - rest, 4 * line));
  for (let limit = most; limit >= line; limit -= line) {
    const own = textToCut(unit) as HTMLElement;
    inOneColumn(notes, input.width);
    const after = splitNotes(own, own.getBoundingClientRect().top + limit);
    if (!after) return undefined;
    setColumns(notes, input);
    if (notes.getBoundingClientRect().height <= room + 1) return after;
    own.replaceWith(whole.cloneNode(true));
  }
  return undefined;
}
