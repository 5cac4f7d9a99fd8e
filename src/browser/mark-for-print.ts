// What a page says of itself before it is printed: what is decoration, what each part is in the tagged PDF, and
// the spaces at the ends of lines, which browsers leave out. Nothing of it can be seen.
import { keepSpacesAtLineEnds } from './line-ends.ts';
import type { PrintedSlides } from './page-functions.ts';
import { type PrintMark, printMark } from './print-marks.ts';

/** Safe to be called again, when the slides stand in a handout. Returns the page's characters, each once. */
export function markForPrint({ levels }: PrintedSlides): string {
  for (const element of all(decoration)) hide(element);
  all('svg[data-marpit-svg] > foreignObject > section').forEach((section, index) => {
    mark(section, { role: 'Sect' });
    const box = section.closest<HTMLElement>('.handout .slide');
    levelSlide(section, levels[box ? Number(box.dataset.slide) - 1 : index] ?? 2);
  });
  for (const unit of all('.handout .unit')) levelNotes(unit, levels[Number(unit.dataset.slide) - 1] ?? 2);
  for (const unit of all('.handout .unit')) mark(unit, { role: 'Sect' });
  for (const contents of all('section.agenda > .body, .handout .contents ol')) markContents(contents);
  for (const number of all('.handout .contents .leads-to')) mark(number, { role: 'P' });
  for (const number of all('.handout .contents a > b')) mark(number, { role: 'Lbl' });
  for (const code of all('pre:has(> code)')) {
    mark(code, { role: 'Code', text: (code.textContent ?? '').replace(/\n$/, '') });
  }
  for (const drawn of all('.bars, .marks')) hideRepeats(drawn);
  for (const list of all('ol')) if (!list.closest('.contents, section.agenda')) markNumberedList(list);
  markSteps();
  keepSpacesAtLineEnds();
  return [...new Set(document.body.textContent)].join('');
}

/** Where a slide stands in the talk, what every page repeats, and numbers that only help the eye. */
const decoration =
  'section > header > :not(.marker), section > header .added, section > footer, .line-numbers, .handout .sheet > footer, .handout .lines';

function all(selector: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)];
}

function hide(element: Element): void {
  element.setAttribute('aria-hidden', 'true');
}

function mark(element: Element, as: PrintMark): void {
  element.setAttribute('role', 'figure');
  element.setAttribute('aria-label', printMark(as));
}

/** The slide's title is a heading of its place in the talk, on the title slide that of the talk; the others stand below it. */
function levelSlide(section: Element, level: number): void {
  const marker = section.querySelector(':scope > header .marker');
  if (marker) markSection(marker, level - 1);
  const [title, ...others] = headings(section);
  if (!title) return;
  const isTalk = title.tagName === 'H1';
  setLevels([title], isTalk ? 1 : level);
  setLevels(others, (isTalk ? 1 : level) + 1);
}

/** Words above a slide that are there for the first time are the head of a section that has no slide of its own. */
function markSection(marker: Element, level: number): void {
  const isNew =
    [...marker.querySelectorAll('.added')].map((again) => again.textContent).join('') !== marker.textContent;
  if (!isNew || level < 1) {
    hide(marker);
    return;
  }
  marker.setAttribute('role', 'heading');
  marker.setAttribute('aria-level', String(level));
}

/** Notes stand below the slide that they belong to. */
function levelNotes(unit: Element, level: number): void {
  for (const notes of unit.querySelectorAll('.notes')) setLevels(headings(notes), level + 1);
}

function headings(element: Element): readonly Element[] {
  return [...element.querySelectorAll('h1, h2, h3, h4, h5, h6')];
}

/** `level` for the highest of them, the others as far below it as they are. */
function setLevels(elements: readonly Element[], level: number): void {
  const ranks = elements.map(({ tagName }) => Number(tagName.charAt(1)));
  const highest = Math.min(...ranks);
  elements.forEach((heading, at) => {
    heading.setAttribute('aria-level', String(level + (ranks[at] ?? highest) - highest));
  });
}

/** An entry is a row with its page number, or an item of a list. */
function markContents(contents: Element): void {
  const items = [...contents.querySelectorAll(':scope li')].filter(
    (item) => !item.parentElement?.closest('li'),
  );
  if (items.length === 0) return;
  mark(contents, { role: 'TOC' });
  for (const item of items) {
    const row = item.closest('.row');
    const isOwn = row !== null && contents.contains(row) && row.querySelectorAll('li').length === 1;
    mark(isOwn ? row : item, { role: 'TOCI' });
  }
}

/** Bars and marks beside a number say it again. */
function hideRepeats(drawn: Element): void {
  const lines = [...drawn.querySelectorAll('p')];
  if (lines.every((line) => line.querySelector('.added')?.textContent === line.textContent)) hide(drawn);
}

/** A stylesheet's counter is in no tree: the items say their numbers. */
function markNumberedList(list: HTMLElement): void {
  let number = Number(list.getAttribute('start') ?? 1);
  mark(list, { role: 'L', label: 'Decimal' });
  for (const item of list.children) {
    number = Number(item.getAttribute('value') ?? number);
    mark(item, { role: 'LI', label: String(number) });
    number += 1;
  }
}

/** Steps whose numbers are words of their own. */
function markSteps(): void {
  for (const numeral of all('section .numeral')) {
    const step = numeral.parentElement;
    const steps = step?.parentElement;
    if (!step || !steps || steps.matches('.body > .body')) continue;
    mark(steps, { role: 'L', label: 'Decimal' });
    mark(step, { role: 'LI' });
    mark(numeral, { role: 'Lbl' });
  }
}
