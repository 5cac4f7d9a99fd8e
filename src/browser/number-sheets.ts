// What a sheet of the handout says of itself and of the others: running lines, page numbers, the table of contents.

/** `page` is how a page's number is written: `#` stands for it, `##` for how many there are. */
export function numberSheets(main: Element, page: string): void {
  const sheets = sheetsOf(main);
  let section = '';
  sheets.forEach((sheet, index) => {
    const first = sheet.querySelector<HTMLElement>('.unit');
    section = first?.dataset.section ?? section;
    // The head below says it.
    const isHeaded = first?.firstElementChild?.classList.contains('head') ?? false;
    sheet.classList.add(index % 2 === 0 ? 'right-hand' : 'left-hand');
    fill('.running-section', isHeaded ? '' : section, sheet);
    fill('.page-number', page.replace('##', String(sheets.length)).replace('#', String(index + 1)), sheet);
  });
  const pages = pagesOfSlides(main);
  for (const entry of main.querySelectorAll<HTMLElement>('.contents [data-leads-to]')) {
    fill('.leads-to', String(pages[Number(entry.dataset.leadsTo) - 1] ?? 0), entry);
  }
}

/** The page of each slide, in order, from 1; 0 for one that stands on none. */
export function pagesOfSlides(main: Element): readonly number[] {
  const pages: number[] = [];
  sheetsOf(main).forEach((sheet, index) => {
    for (const { dataset } of sheet.querySelectorAll<HTMLElement>('.slide')) {
      pages[Number(dataset.slide) - 1] ??= index + 1;
    }
  });
  return Array.from(pages, (page) => page ?? 0);
}

function sheetsOf(main: Element): readonly HTMLElement[] {
  return [...main.querySelectorAll<HTMLElement>(':scope > .sheet')];
}

function fill(selector: string, text: string, inside: Element): void {
  const element = inside.querySelector(selector);
  if (element) element.textContent = text;
}
