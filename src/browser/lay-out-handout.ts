// Makes pages of slides and notes: only the browser knows how high notes are.

import { layOutCover } from './lay-out-cover.ts';
import { type ColumnsInput, cutNotes, setColumns } from './notes-columns.ts';
import { numberSheets, pagesOfSlides } from './number-sheets.ts';
import type { HandoutLayout, LayoutInput } from './page-functions.ts';
import { drawLines } from './ruled-lines.ts';
import { liftOf, settleNotes } from './settle-notes.ts';
import { raiseRows, ruledLines, spreadGap, startsHere, upTo } from './sheet-rows.ts';
import { splitNotes } from './split-notes.ts';

interface HandoutRow {
  readonly unit: HTMLElement;
  readonly need: number;
  readonly isContinued: boolean;
  /** Its notes go on on the next page: the row ends where this one does. */
  readonly goesOn: boolean;
}

/** Lines of notes that stay with their slide, and that go on with each other, when notes are cut. */
const [staying, following] = [4, 8];
/** Units between two lines to write on. */
const pitch = 3;

/** Puts the units of the page's stock on sheets, and numbers the sheets. */
export function layOutHandout(input: LayoutInput): HandoutLayout {
  const { unit: grid, area, strip, slide, mode } = input;
  const line = 2 * grid;
  const main = document.querySelector('.handout') as HTMLElement;
  const template = main.querySelector('template') as HTMLTemplateElement;
  const stock = main.querySelector('.stock') as HTMLElement;
  const shrunk: { page: number; slide: number; scale: number }[] = [];
  const continuedOn: number[] = [];
  const beside: ColumnsInput = { ...input.notes, gutter: input.gutter, unit: grid, fewLines: input.fewLines };

  const heightOf = (element: Element): number => element.getBoundingClientRect().height;
  const sheetCount = (): number => main.querySelectorAll(':scope > .sheet').length;
  const slideOf = (unit: HTMLElement): number => Number(unit.dataset.slide);

  let frame: HTMLElement = document.createElement('div');
  let rows: HandoutRow[] = [];

  const newSheet = (): void => {
    const sheet = (template.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
    main.insertBefore(sheet, stock);
    frame = sheet.querySelector('.type-area') as HTMLElement;
    rows = [];
  };

  const used = (): number => rows.reduce((sum, { need }) => sum + upTo(need, grid) + input.gap, 0);

  // ---- A row and its notes ----

  const columnsOf = (unit: Element): ColumnsInput =>
    unit.classList.contains('continued') ? continuedColumns(input) : beside;

  /** What the row needs above its notes, and beside them. */
  const partsOf = (unit: HTMLElement): { readonly above: number; readonly side: number } => {
    if (unit.classList.contains('continued')) return { above: strip, side: thumbnailHeight(input) };
    return mode === 'below'
      ? { above: strip + slide.height + line, side: 0 }
      : { above: strip, side: slide.height };
  };

  const needOf = (unit: HTMLElement): number => {
    const notes = unit.querySelector<HTMLElement>('.notes');
    const { above, side } = partsOf(unit);
    if (!notes) return mode === 'below' ? strip + slide.height : above + side;
    unit.dataset.columns = `${setColumns(notes, columnsOf(unit))}`;
    return above + Math.max(side, heightOf(notes));
  };

  const settle = (unit: HTMLElement): void => {
    const notes = unit.querySelector<HTMLElement>('.notes');
    if (!notes) return;
    setColumns(notes, { ...columnsOf(unit), columns: 1 });
    settleNotes([notes], input);
  };

  /** The rest of a slide's notes, with the slide again, small. */
  const continuedUnit = (unit: HTMLElement, rest: Element): HTMLElement => {
    const next = document.createElement('article');
    next.className = 'unit continued';
    Object.assign(next.dataset, { slide: unit.dataset.slide, section: unit.dataset.section });
    next.id = `rest-${unit.dataset.slide}-${sheetCount() + 1}`;
    const head = unit.querySelector('.strip') as HTMLElement;
    const own = head.cloneNode(true) as HTMLElement;
    own.classList.remove('starts');
    own.querySelector('.head')?.remove();
    own.querySelector('.label')?.remove();
    const label = document.createElement('p');
    label.className = 'label';
    label.textContent = input.continuedFrom.replace('#', String(sheetCount()));
    own.append(label);
    const picture = (unit.querySelector('.slide') as HTMLElement).cloneNode(true) as HTMLElement;
    for (const named of picture.querySelectorAll('section[id]')) named.removeAttribute('id');
    picture.setAttribute('aria-hidden', 'true');
    const notes = (unit.querySelector('.notes') as HTMLElement).cloneNode(false) as HTMLElement;
    const section = (unit.querySelector('.notes > section') as HTMLElement).cloneNode(false) as HTMLElement;
    section.append(rest);
    notes.append(section);
    next.append(own, picture, notes);
    return next;
  };

  /** As much of the row as the room holds; the rest as a row of its own, or undefined when it can't be cut. */
  const cut = (unit: HTMLElement, room: number): HTMLElement | undefined => {
    const { above } = partsOf(unit);
    const columns = columnsOf(unit);
    const rest = cutNotes(unit, room - above - line, following * line, columns);
    if (!rest) return undefined;
    unit.dataset.columns = `${setColumns(unit.querySelector('.notes') as HTMLElement, columns)}`;
    return continuedUnit(unit, rest);
  };

  const shrink = (unit: HTMLElement, room: number): void => {
    const notes = unit.querySelector<HTMLElement>('.notes > section');
    if (!notes) return;
    let [low, high] = [0.1, 1];
    while (high - low > 0.01) {
      const middle = (low + high) / 2;
      notes.style.setProperty('zoom', String(middle));
      if (needOf(unit) <= room + 1) low = middle;
      else high = middle;
    }
    notes.style.setProperty('zoom', String(low));
    needOf(unit);
    shrunk.push({ page: sheetCount(), slide: slideOf(unit), scale: low });
  };

  const accept = (unit: HTMLElement, goesOn: HTMLElement | undefined): void => {
    const isContinued = unit.classList.contains('continued');
    if (isContinued && rows.length === 0) continuedOn.push(sheetCount());
    const need = goesOn ? area.height - used() : needOf(unit);
    rows.push({ unit, need, isContinued, goesOn: goesOn !== undefined });
    if (!goesOn) return;
    const link = document.createElement('p');
    link.className = 'goes-on-to';
    link.innerHTML = `<a href="#${goesOn.id}"></a>`;
    (link.firstChild as Element).textContent = input.continuedOn.replace('#', String(sheetCount() + 1));
    unit.append(link);
  };

  const place = (unit: HTMLElement): void => {
    const isContinued = unit.classList.contains('continued');
    const slides = rows.filter((row) => !row.isContinued).length;
    if (!isContinued && slides >= input.perPage) placeOnNext(unit);
    else placeHere(unit, isContinued);
  };

  const placeHere = (unit: HTMLElement, isContinued: boolean): void => {
    frame.append(unit);
    // Its column has another width.
    if (isContinued) settle(unit);
    const room = area.height - used();
    const need = needOf(unit);
    const isFitting = need <= room + 1;
    const { above, side } = partsOf(unit);
    const least = above + Math.max(side, (staying + 1) * line);
    const share = input.kind === 'full' ? 1 / 4 : 1 / 2;
    const mayStart = rows.length === 0 || startsHere({ need, least, room, page: area.height, share });
    const rest = mayStart && !isFitting ? cut(unit, room) : undefined;
    if (isFitting) accept(unit, undefined);
    else if (rest) {
      accept(unit, rest);
      placeOnNext(rest);
    } else if (rows.length > 0) placeOnNext(unit);
    else {
      shrink(unit, room);
      accept(unit, undefined);
    }
  };

  const placeOnNext = (unit: HTMLElement): void => {
    finish('full');
    newSheet();
    place(unit);
  };

  // ---- A page ----

  /** Gives the rows of the page their places. A last page is not filled: what is left of it is for the reader. */
  const finish = (page: 'full' | 'last'): void => {
    const gaps = input.gap * Math.max(0, rows.length - 1);
    const room = area.height - gaps;
    const needs = rows.map(({ need }) => need);
    const most = page === 'last' ? input.fair : undefined;
    const isRaised = input.kind !== 'full';
    const heights = isRaised
      ? raiseRows(needs, { room, unit: grid, ...(most !== undefined && { most }) })
      : needs.map((need) => upTo(need, grid));
    const free = room - heights.reduce((sum, height) => sum + height, 0);
    const gap = input.gap + (isRaised || page === 'last' ? 0 : spreadGap(free, rows.length, grid));
    let top = 0;
    rows.forEach(({ unit, goesOn }, at) => {
      const height = goesOn ? area.height - top : (heights[at] as number);
      unit.style.top = `${top}px`;
      unit.style.height = `${height}px`;
      if (input.kind !== 'full' && input.fill === 'lines') ruleRow(unit, height);
      top += height + gap;
    });
    if (page === 'last') finishHandout(top);
  };

  /** Lines below the notes and below the slide, each where at least three have room. */
  const ruleRow = (unit: HTMLElement, height: number): void => {
    if (unit.dataset.pause !== undefined) return;
    const options = { pitch: pitch * grid, least: 3 };
    const { above, side } = partsOf(unit);
    const notes = unit.querySelector<HTMLElement>('.notes');
    const text = notes ? above + heightOf(notes) : mode === 'below' ? strip + slide.height : above;
    const { columns, width, gutter } = columnsOf(unit);
    const start = unit.classList.contains('continued')
      ? thumbnailWidth(input) + gutter
      : mode === 'below'
        ? 0
        : slide.width + gutter;
    const isGoingOn = unit.querySelector(':scope > .goes-on-to') !== null;
    const whole = columns * width + (columns - 1) * gutter;
    const set = Number(unit.dataset.columns ?? columns);
    const rule = (from: number, left: number, wide: number): void =>
      drawLines(unit, ruledLines(from, height, options), { left, width: wide, unit: grid });
    if (!isGoingOn && (!notes || set === columns)) rule(text, start, whole);
    if (!isGoingOn && notes && set < columns) {
      rule(text, start, width);
      rule(above, start + width + gutter, whole - width - gutter);
    }
    if (side === 0) return;
    const isContinued = unit.classList.contains('continued');
    const lines = ruledLines(strip + side, height, { ...options, least: isContinued ? 6 : 3 });
    drawLines(unit, lines, { left: 0, width: isContinued ? thumbnailWidth(input) : slide.width, unit: grid });
  };

  /** After the last row the addresses of all links, and lines to the floor, where there is room. */
  const finishHandout = (from: number): void => {
    const links = stock.querySelector<HTMLElement>(':scope > .links');
    let top = upTo(from, grid);
    if (links && area.height - top >= 8 * grid) {
      frame.append(links);
      links.style.top = `${top}px`;
      const height = upTo(heightOf(links), grid);
      if (top + height > area.height + 1) links.remove();
      else top += height;
    }
    if (input.fill === 'none' || area.height - top < 8 * grid) return;
    const tops = ruledLines(top, area.height, { pitch: pitch * grid, least: 3 });
    drawLines(frame, tops, { left: 0, width: area.width, unit: grid });
  };

  // ---- Slides alone ----

  const placeCells = (units: readonly HTMLElement[]): void => {
    const { columns, perPage } = input;
    const step = columns === 1 ? 0 : (area.width - slide.width) / (columns - 1);
    for (let first = 0; first < units.length; first += perPage) {
      newSheet();
      const own = units.slice(first, first + perPage);
      const count = Math.ceil(own.length / columns);
      const room = area.height - input.gap * (count - 1);
      const needs = Array.from({ length: count }, () => strip + slide.height);
      const heights = raiseRows(needs, { room, unit: grid, most: input.fair });
      const least = perPage <= 2 ? 4 : 3;
      let top = 0;
      heights.forEach((height, row) => {
        for (let column = 0; column < columns; column++) {
          const unit = own[row * columns + column] ?? emptyCell();
          frame.append(unit);
          unit.style.cssText = `top: ${top}px; height: ${height}px; width: ${slide.width}px; inset-inline-start: ${column * step}px`;
          const isEmpty = unit.classList.contains('empty');
          if (input.fill === 'none' || unit.dataset.pause !== undefined) continue;
          const tops = ruledLines(isEmpty ? strip : strip + slide.height, height, {
            pitch: pitch * grid,
            least,
          });
          drawLines(unit, tops, { left: 0, width: slide.width, unit: grid });
        }
        top += height + input.gap;
      });
      if (first + perPage >= units.length) finishHandout(top);
    }
  };

  const emptyCell = (): HTMLElement => {
    const cell = document.createElement('div');
    cell.className = 'unit bare empty';
    cell.innerHTML = '<div class="strip"></div>';
    return cell;
  };

  // ---- Contents on pages of their own ----

  const placeContents = (all: Element): void => {
    let contents: Element | null = all;
    while (contents) {
      newSheet();
      frame.append(contents);
      const limit = frame.getBoundingClientRect().bottom;
      const tooLong: boolean = contents.getBoundingClientRect().bottom > limit + 1;
      const rest: Element | null = tooLong ? (splitNotes(contents, limit) ?? null) : null;
      if (!rest && input.fill === 'lines') {
        const end = upTo(contents.getBoundingClientRect().bottom - frame.getBoundingClientRect().top, grid);
        const tops = ruledLines(end, area.height, { pitch: pitch * grid, least: 3 });
        drawLines(frame, tops, { left: 0, width: area.width, unit: grid });
      }
      contents = rest;
    }
  };

  const style = document.createElement('style');
  style.textContent = input.css;
  document.head.append(style);
  main.style.setProperty('--small-width', `${thumbnailWidth(input)}px`);
  main.style.setProperty('--small-height', `${thumbnailHeight(input)}px`);
  stock.style.setProperty('--notes-width', `${input.notes.width}px`);
  const notes = [...stock.querySelectorAll<HTMLElement>('.unit > .notes')];
  const [firstNotes] = notes;
  if (firstNotes) main.style.setProperty('--lift', `${liftOf(firstNotes, grid)}px`);
  settleNotes(notes, input);
  const contents = layOutCover(main, input);
  if (contents) placeContents(contents);
  const units = [...stock.querySelectorAll<HTMLElement>(':scope > .unit')];
  if (mode === 'bare') placeCells(units);
  else if (units.length > 0) {
    newSheet();
    for (const unit of units) place(unit);
    finish('last');
  }
  stock.remove();
  numberSheets(main);
  return { pages: sheetCount(), slidePages: pagesOfSlides(main), continuedOn, shrunk };
}

/** Notes that go on stand in two of three columns, the slide in the first; on narrow pages in one of two. */
function continuedColumns({ area, gutter, unit, fewLines }: LayoutInput): ColumnsInput {
  const columns = (area.width - 2 * gutter) / 3 < narrowest ? 2 : 3;
  return {
    columns: columns - 1,
    width: (area.width - (columns - 1) * gutter) / columns,
    gutter,
    unit,
    fewLines,
  };
}

/** 45 mm: a column with fewer words on a line is hard to read. */
const narrowest = (45 * 96) / 25.4;

function thumbnailWidth(input: LayoutInput): number {
  return continuedColumns(input).width;
}

function thumbnailHeight(input: LayoutInput): number {
  return (thumbnailWidth(input) * input.slide.height) / input.slide.width;
}
