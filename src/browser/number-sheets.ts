// What a sheet of the handout says of itself and of the others: its strip, its fringe, page numbers, the table of contents.

export function numberSheets(main: Element): void {
  const sheets = sheetsOf(main);
  sheets.forEach((sheet, index) => {
    sheet.classList.add(index % 2 === 0 ? 'right-hand' : 'left-hand');
    fill('.page-number', String(index + 1), sheet);
    fill('.page-count', String(sheets.length), sheet);
    nameSection(sheet, main);
    markFringe(sheet);
  });
  const pages = pagesOfSlides(main);
  for (const entry of main.querySelectorAll<HTMLElement>('.contents [data-leads-to]')) {
    fill('.leads-to', String(pages[Number(entry.dataset.leadsTo) - 1] ?? 0), entry);
  }
}

/** In the first strip of a page, where no section starts: for the eye, who listens has heard it. */
function nameSection(sheet: Element, main: Element): void {
  const first = sheet.querySelector<HTMLElement>('.unit');
  const strip = first?.querySelector('.strip');
  if (!first || !strip || strip.querySelector('.head') || !first.dataset.section) return;
  const name = document.createElement('span');
  name.className = 'running-section';
  name.setAttribute('aria-hidden', 'true');
  // As its head has it, with the pictures of emoji.
  const head = [...main.querySelectorAll<HTMLElement>('.unit')]
    .find(({ dataset }) => dataset.section === first.dataset.section)
    ?.querySelector('.head > span');
  name.append(head?.cloneNode(true) ?? first.dataset.section);
  strip.querySelector('.number')?.after(name);
}

/** The slides of this page hang longer. */
function markFringe(sheet: Element): void {
  const own = new Set(
    [...sheet.querySelectorAll<HTMLElement>('.unit')].map(({ dataset }) => dataset.slide ?? ''),
  );
  for (const bar of sheet.querySelectorAll<SVGElement>('.fringe [data-slide]')) {
    if (own.has(bar.dataset.slide ?? '')) bar.setAttribute('height', bar.dataset.long ?? '');
  }
}

/** The page of each slide, in order, from 1; 0 for one that stands on none. */
export function pagesOfSlides(main: Element): readonly number[] {
  const pages: number[] = [];
  sheetsOf(main).forEach((sheet, index) => {
    for (const element of sheet.querySelectorAll<HTMLElement>('[data-slide], [data-stands-for]')) {
      if (element.closest('.fringe')) continue;
      const { slide, standsFor = '' } = element.dataset;
      for (const number of [slide ?? '', ...standsFor.split(' ')].filter(Boolean))
        pages[Number(number) - 1] ??= index + 1;
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
