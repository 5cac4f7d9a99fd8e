// Notes on the grid of their page: what is wider than its column is made smaller, and what is set in other type is padded
// until the text after it is back on the grid.

/** Smallest sizes of code, tables and formulas, pt. */
const least = { code: 6.25, table: 6.25, unwrapped: 7, formula: 7.5 } as const;
/** Blocks whose lines are not those of the text. */
const offGrid =
  'pre, table, .katex-display, figure, .mermaid, blockquote, .callout, h1, h2, h3, h4, h5, h6, .footnotes, img:only-child';

export interface NotesColumn {
  /** px. */
  readonly unit: number;
}

export function settleNotes(notes: readonly Element[], { unit }: NotesColumn): void {
  for (const root of notes) {
    for (const code of root.querySelectorAll<HTMLElement>('pre')) shrinkCode(code);
    for (const table of root.querySelectorAll<HTMLElement>('table')) settleTable(table);
    for (const formula of root.querySelectorAll<HTMLElement>('.katex-display'))
      shrink(formula, least.formula);
    for (const formula of root.querySelectorAll<HTMLElement>('.katex')) shrinkInline(formula);
  }
  align(notes, unit);
}

function sizeOf(element: Element): number {
  return (Number.parseFloat(getComputedStyle(element).fontSize) * 72) / 96;
}

/** Letters of a cell that need not be wrapped. */
const shortCell = 24;

/** Short cells stay on their line where that takes no very small type; else it is wrapped between words, and within them only where nothing else helps. */
function settleTable(table: HTMLElement): void {
  table.classList.remove('tight', 'unwrapped');
  const cells = [...table.querySelectorAll('th, td')];
  if (cells.every((cell) => (cell.textContent ?? '').length <= shortCell)) {
    table.classList.add('unwrapped');
    shrink(table, least.unwrapped);
    if (table.getBoundingClientRect().width <= (table.parentElement?.clientWidth ?? 0) + 0.5) return;
    table.classList.remove('unwrapped');
  }
  shrink(table, least.table);
  if (table.getBoundingClientRect().width > (table.parentElement?.clientWidth ?? 0) + 0.5)
    table.classList.add('tight');
}

/** Until it is no wider than its column, as far as it can be read. */
function shrink(element: HTMLElement, smallest: number): void {
  element.style.fontSize = '';
  const room = element.parentElement?.clientWidth ?? 0;
  const inner = element.matches('table') ? element : (element.firstElementChild as HTMLElement | null);
  const wide = Math.max(inner?.scrollWidth ?? 0, inner?.getBoundingClientRect().width ?? 0);
  if (room === 0 || wide <= room + 0.5) return;
  const size = sizeOf(element);
  element.style.fontSize = `${Math.max(smallest, Math.floor((4 * size * room) / wide) / 4)}pt`;
}

/** A formula in a line is parted at its relations; a part that is wider than the line is made to fit. */
function shrinkInline(formula: HTMLElement): void {
  if (formula.closest('.katex-display, table')) return;
  formula.style.fontSize = '';
  let block = formula.parentElement;
  while (block && getComputedStyle(block).display.startsWith('inline')) block = block.parentElement;
  if (!block) return;
  const { paddingLeft, paddingRight } = getComputedStyle(block);
  const room = block.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
  const parts = [...formula.querySelectorAll('.katex-base')];
  const wide = Math.max(...parts.map((part) => part.getBoundingClientRect().width));
  if (room > 0 && wide > room)
    formula.style.fontSize = `${Math.floor((20 * sizeOf(formula) * room) / wide) / 20}pt`;
}

/** To its longest line; what is longer still is wrapped. */
function shrinkCode(code: HTMLElement): void {
  code.style.fontSize = '';
  code.style.whiteSpace = 'pre';
  const lines = [...code.querySelectorAll<HTMLElement>('.line')];
  for (const line of lines) line.style.display = 'inline';
  const wide = code.scrollWidth;
  for (const line of lines) line.style.display = '';
  const room = code.clientWidth;
  const size = sizeOf(code);
  code.style.whiteSpace = '';
  if (room > 0 && wide > room)
    code.style.fontSize = `${Math.max(least.code, Math.floor((20 * size * room) / wide) / 20)}pt`;
}

/** Half above, half below. */
function align(notes: readonly Element[], unit: number): void {
  const found = notes.flatMap((root) => [...root.querySelectorAll<HTMLElement>(offGrid)]);
  const blocks = found.filter((block) => !block.parentElement?.closest(offGrid));
  for (const block of blocks) block.style.marginBlock = '';
  const missing = blocks.map((block) => {
    const height = block.getBoundingClientRect().height;
    return Math.ceil(height / unit - 0.02) * unit - height;
  });
  blocks.forEach((block, at) => {
    const { marginTop, marginBottom } = getComputedStyle(block);
    const half = (missing[at] ?? 0) / 2;
    block.style.marginBlock = `${Number.parseFloat(marginTop) + half}px ${Number.parseFloat(marginBottom) + half}px`;
  });
}

/** How far the first line stands above the grid when its letters are to be flush with the slide, px. */
export function liftOf(notes: Element, unit: number): number {
  const line = document.createElement('p');
  const mark = document.createElement('span');
  mark.style.cssText = 'display: inline-block; width: 1px; height: 0';
  line.append('H', mark);
  const root = notes.querySelector('.text') ?? notes;
  root.prepend(line);
  const baseline = mark.getBoundingClientRect().bottom - line.getBoundingClientRect().top;
  line.remove();
  return baseline - unit;
}
