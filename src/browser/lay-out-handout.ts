// Makes pages of slides and notes: only the browser knows how high notes are.

import { numberSheets, pagesOfSlides } from './number-sheets.ts';
import type { HandoutLayout, LayoutInput } from './page-functions.ts';
import { splitNotes } from './split-notes.ts';

interface HandoutRow {
  readonly unit: HTMLElement;
  readonly height: number;
  readonly isContinued: boolean;
}

/** Puts the units of the page's stock on sheets, and numbers the sheets. */
export function layOutHandout(input: LayoutInput): HandoutLayout {
  const slack = 0.5;
  const main = document.querySelector('.handout') as HTMLElement;
  const template = main.querySelector('template') as HTMLTemplateElement;
  const shrunk: { page: number; slide: number; scale: number }[] = [];
  const continuedOn: number[] = [];

  const heightOf = (element: Element): number => element.getBoundingClientRect().height;
  const sheets = (): HTMLElement[] => [...main.querySelectorAll<HTMLElement>(':scope > .sheet')];
  const slideOf = (unit: HTMLElement): number => Number(unit.dataset.slide);

  let frames: HTMLElement[] = [];
  let frame: HTMLElement = document.createElement('div');
  let rows: HandoutRow[] = [];

  const newSheet = (): HTMLElement => {
    const sheet = (template.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
    main.insertBefore(sheet, main.querySelector('.stock'));
    frames = [...sheet.querySelectorAll<HTMLElement>('.frame')];
    return sheet;
  };

  /** Rows stand where they would if all were equally high, as far as tall ones let them. */
  const placeRows = (): void => {
    const room = heightOf(frame);
    const slot = (room + input.gap) / input.rows;
    const started = rows.some(({ isContinued }) => isContinued);
    const tops: number[] = [];
    let end = -input.gap;
    rows.forEach(({ height }, index) => {
      tops.push(Math.max(started ? 0 : index * slot, end + input.gap));
      end = (tops[index] as number) + height;
    });
    let below = room + input.gap;
    for (let index = rows.length - 1; index >= 0; index--) {
      const top = Math.min(tops[index] as number, below - input.gap - (rows[index] as HandoutRow).height);
      tops[index] = Math.max(0, top);
      below = tops[index] as number;
    }
    rows.forEach(({ unit }, index) => {
      const top = tops[index] as number;
      const next = tops[index + 1] ?? (started ? room : Math.min(room, top + slot - input.gap)) + input.gap;
      unit.style.top = `${top}px`;
      rule(unit, next - input.gap - top);
    });
  };

  /** Lines to write on, as many as there is room for. */
  const rule = (unit: HTMLElement, room: number): void => {
    const lines = unit.querySelector('.lines');
    if (!lines) return;
    const above = lines.getBoundingClientRect().top - unit.getBoundingClientRect().top;
    const count = Math.max(0, Math.floor((room - above) / input.lineGap));
    for (let index = 0; index < count; index++) lines.append(document.createElement('div'));
  };

  const nextFrame = (): void => {
    if (rows.length > 0) placeRows();
    rows = [];
    if (frames.length === 0) newSheet();
    frame = frames.shift() as HTMLElement;
  };

  /** What is left of the frame's height for another row. */
  const free = (): number => {
    const used = rows.reduce((sum, { height }) => sum + height + input.gap, 0);
    return heightOf(frame) - used;
  };

  const notesOf = (unit: HTMLElement): HTMLElement | null => unit.querySelector('.notes > section > .text');

  /** The rest of a slide's notes, with the words that say whose they are. */
  const continuedUnit = (unit: HTMLElement, rest: Element): HTMLElement => {
    const next = document.createElement('article');
    next.className = 'unit continued';
    next.dataset.slide = unit.dataset.slide as string;
    next.dataset.section = unit.dataset.section as string;
    const label = document.createElement('p');
    label.className = 'label';
    label.textContent = input.continued.replace('#', unit.dataset.slide as string);
    const notes = (unit.querySelector('.notes') as HTMLElement).cloneNode(false) as HTMLElement;
    const section = (unit.querySelector('.notes > section') as HTMLElement).cloneNode(false) as HTMLElement;
    section.append(rest);
    notes.append(section);
    next.append(label, notes);
    return next;
  };

  /** As much of the unit as the frame holds; the rest as a unit of its own, or undefined when it can't be cut. */
  const cut = (unit: HTMLElement, room: number): HTMLElement | undefined => {
    const notes = notesOf(unit);
    if (!notes) return undefined;
    const limit = unit.getBoundingClientRect().top + room;
    const fixed = unit.querySelector('.slide');
    if (fixed && fixed.getBoundingClientRect().bottom > limit + slack) return undefined;
    const rest = splitNotes(notes, limit);
    return rest && continuedUnit(unit, rest);
  };

  const shrink = (unit: HTMLElement, room: number): void => {
    const notes = unit.querySelector<HTMLElement>('.notes');
    if (!notes) return;
    let [low, high] = [0.1, 1];
    while (high - low > 0.01) {
      const middle = (low + high) / 2;
      notes.style.setProperty('zoom', String(middle));
      if (heightOf(unit) <= room + slack) low = middle;
      else high = middle;
    }
    notes.style.setProperty('zoom', String(low));
    shrunk.push({ page: sheets().length, slide: slideOf(unit), scale: low });
  };

  const accept = (unit: HTMLElement): void => {
    const isContinued = unit.classList.contains('continued');
    if (isContinued && rows.length === 0) continuedOn.push(sheets().length);
    rows.push({ unit, height: heightOf(unit), isContinued });
  };

  const place = (unit: HTMLElement): void => {
    const slides = rows.filter(({ isContinued }) => !isContinued).length;
    const room = free();
    const isFull = slides >= input.rows && !unit.classList.contains('continued');
    if (isFull) {
      nextFrame();
      place(unit);
      return;
    }
    frame.append(unit);
    if (heightOf(unit) <= room + slack) {
      accept(unit);
      return;
    }
    const slot = heightOf(frame) / input.rows;
    const rest = rows.length === 0 || room >= slot * 0.9 ? cut(unit, room) : undefined;
    if (rest) {
      accept(unit);
      nextFrame();
      place(rest);
    } else if (rows.length > 0) {
      nextFrame();
      place(unit);
    } else {
      shrink(unit, room);
      accept(unit);
    }
  };

  const fitsIn = (element: Element, room: Element): boolean =>
    element.getBoundingClientRect().bottom <= room.getBoundingClientRect().bottom + slack;

  /** The table of contents stands on the cover where there is room, else on pages of its own. */
  const placeContents = (): void => {
    let contents = main.querySelector('.stock > .contents');
    const face = main.querySelector('.cover > .face');
    const picture = face?.querySelector('.picture');
    if (face && picture && !fitsIn(picture, face)) face.closest('.cover')?.classList.add('tight');
    if (!contents) return;
    const space = main.querySelector<HTMLElement>('.cover .room');
    if (space) {
      space.append(contents);
      if (fitsIn(contents, space)) return;
      const cover = space.closest('.cover') as HTMLElement;
      cover.classList.add('tight');
      if (fitsIn(contents, space)) return;
      cover.classList.remove('tight');
    }
    while (contents) {
      const sheet = newSheet();
      sheet.classList.add('front');
      const area = sheet.querySelector('.frames') as HTMLElement;
      area.replaceChildren(contents);
      const limit = area.getBoundingClientRect().bottom;
      const tooLong: boolean = contents.getBoundingClientRect().bottom > limit + slack;
      contents = tooLong ? (splitNotes(contents, limit) ?? null) : null;
    }
    frames = [];
  };

  placeContents();
  const units = [...main.querySelectorAll<HTMLElement>('.stock > .unit')];
  if (units.length > 0) nextFrame();
  for (const unit of units) place(unit);
  if (rows.length > 0) placeRows();
  main.querySelector('.stock')?.remove();
  numberSheets(main, input.page);
  return { pages: sheets().length, slidePages: pagesOfSlides(main), continuedOn, shrunk };
}
