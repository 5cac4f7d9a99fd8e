// What stands on a sheet of the handout around its slides.
import { eachOnce, inspectDom, isBlock, numberElements } from './dom-inspection.ts';
import type { SheetSnapshot } from './snapshots.ts';

/** The sheet at an index of the handout, from 0. */
export function inspectSheet(index: number): SheetSnapshot {
  type Mutable<T> = { -readonly [K in keyof T]: T[K] };
  type Word = Mutable<SheetSnapshot['words'][number]>;
  type Picture = SheetSnapshot['pictures'][number];
  type Notes = SheetSnapshot['notes'][number];

  const sheet = document.querySelectorAll<HTMLElement>('.handout > .sheet')[index];
  if (!sheet) throw new Error(`the handout has no page ${index + 1}`);
  const size = { width: sheet.clientWidth, height: sheet.clientHeight };
  const { place, styleOf, isShown, over, cutOf, scaleOf, wordsOf } = inspectDom({
    surface: sheet,
    root: sheet,
    size,
  });
  const areaOf = (element: Element): Picture['area'] => place(element.getBoundingClientRect());

  /** The part of the sheet between the margins, or its column, in which an element stands. */
  const frameOf = eachOnce((element: Element): Picture['area'] | undefined => {
    const frame = element.closest('.type-area, .cover > .face');
    return frame ? areaOf(frame) : undefined;
  });

  /** Nothing cuts at a margin: letters taller than their line may reach this far over it, in px (1 mm). */
  const ledge = 4;
  const cut = (areas: Word['areas'], element: Element): Word['cut'] => {
    const frame = frameOf(element);
    const outside = frame && over(areas, frame, 'text-area');
    return cutOf(areas, element) ?? (outside && outside.px > ledge ? outside : undefined);
  };

  const groupOf = numberElements();

  /** Strips and folios are cut short on purpose. */
  const isShortened = (element: Element): boolean => element.closest('.sheet > footer, .strip') !== null;

  const digitsOf = (element: Element | null | undefined): number | undefined => {
    const text = element && isShown(element) ? element.textContent : '';
    // The last of "8–9".
    const digits = text?.match(/\d+/g)?.at(-1);
    return digits === undefined ? undefined : Number(digits);
  };

  const words: Word[] = [];
  let run = 0;
  const addWords = (node: Text, element: HTMLElement): void => {
    run += 1;
    const diagram = element.closest('svg');
    const formula = element.closest('.katex');
    const slide = Number(element.closest<HTMLElement>('.unit')?.dataset.slide);
    const group = groupOf(formula ?? diagram ?? element.closest('sub, sup')?.parentElement);
    const size = Number.parseFloat(styleOf(element).fontSize) * scaleOf(element);
    for (const { text, areas } of wordsOf(node, element, diagram ? 'lines' : 'ink')) {
      const short = cut(areas, element);
      if (short?.by === 'box' && isShortened(element)) continue;
      const word: Word = { text, run, group, kind: 'body', place: 'body', size, areas };
      if (short) word.cut = short;
      if (slide) word.slide = slide;
      words.push(word);
    }
  };

  /** Text that is being gathered: that of the notes one is in. */
  let gathered:
    | {
        text: string;
        formulas: string[];
        pictures: string[];
        marks: string[];
        lastHeading: string | undefined;
      }
    | undefined;
  const notes: Notes[] = [];

  const isAgain = (element: Element): boolean =>
    element.matches('.line-numbers, .footnote-reference, .picture-missing, table.goes-on > thead');

  const enterNotes = (element: Element): void => {
    gathered = { text: '', formulas: [], pictures: [], marks: [], lastHeading: undefined };
    for (const child of element.children) walk(child, false);
    const unit = element.closest('.unit');
    const slide = digitsOf(unit?.querySelector('.strip > .number'));
    const { text, formulas, pictures: alts, marks, lastHeading } = gathered;
    notes.push({
      text,
      formulas,
      pictures: alts,
      marks,
      ...(slide !== undefined && { slide }),
      ...(lastHeading && { lastHeading }),
    });
    gathered = undefined;
  };

  const walk = (element: Element, again: boolean): void => {
    if (!isShown(element) || element.matches('.slide')) return;
    if (element.matches('.notes') && !gathered) {
      enterNotes(element);
      return;
    }
    const isAside = again || isAgain(element);
    const isMath = element.closest('.katex') !== null;
    const isApart = isBlock(styleOf(element)) || element.matches('.footnote-reference, br, img');
    const isFormula = element.matches('.katex, .katex-error');
    const tex = isFormula ? (element.querySelector('annotation') ?? element).textContent : undefined;
    if (gathered && tex) gathered.formulas.push(tex);
    if (gathered && element.matches('.footnote-reference')) gathered.marks.push(element.textContent);
    if (gathered && element instanceof HTMLImageElement) gathered.pictures.push(element.alt);
    if (gathered && isApart) gathered.text += '\n';
    for (const child of element.childNodes) {
      if (child instanceof Element) walk(child, isAside);
      else if (child instanceof Text && /\S/.test(child.data)) {
        if (gathered && !isAside && !isMath) gathered.text += child.data;
        if (gathered)
          gathered.lastHeading =
            element.closest('.notes :is(h1, h2, h3, h4, h5, h6)')?.textContent ?? undefined;
        addWords(child, element as HTMLElement);
      } else if (child instanceof Text && gathered) gathered.text += ' ';
    }
    if (gathered && isApart) gathered.text += '\n';
    if (gathered && isMath) gathered.text += ' ';
  };
  walk(sheet, false);

  const pictures: Picture[] = [];
  const addPicture = (
    element: Element,
    area: Picture['area'],
    about: Pick<Picture, 'name' | 'called'>,
  ): void => {
    const image = element instanceof HTMLImageElement ? element : undefined;
    const broken = image ? image.complete && image.naturalWidth === 0 : false;
    const short = cut([area], element.parentElement ?? sheet);
    const group = image ? 0 : groupOf(element);
    if (short?.by === 'box' && isShortened(element)) return;
    pictures.push({ ...about, area, broken, group, ...(short && { cut: short }) });
  };
  for (const element of sheet.querySelectorAll('img, svg, canvas')) {
    if (
      element.closest('.slide, .katex, .lines, .fringe, .drawing') ||
      element.parentElement?.closest('svg') ||
      !isShown(element)
    )
      continue;
    const name =
      element instanceof HTMLImageElement ? element.alt || element.src.slice(0, 40) : element.localName;
    addPicture(element, areaOf(element), { name });
  }
  for (const lines of sheet.querySelectorAll('.lines')) {
    if (isShown(lines)) addPicture(lines, areaOf(lines), { name: 'lines', called: 'the ruled lines' });
  }

  const all = [...document.querySelectorAll('svg[data-marpit-svg]')];
  const slides = [...sheet.querySelectorAll('svg[data-marpit-svg]')].flatMap((drawing) => {
    const section = drawing.querySelector<HTMLElement>('section');
    const box = drawing.closest('.slide');
    const number = Number(section?.id || section?.dataset.marpitPagination);
    if (!section || !box || !isShown(drawing) || drawing.getBoundingClientRect().height < 1) return [];
    const area = areaOf(drawing);
    const called = `slide ${number}`;
    addPicture(box, areaOf(box), { name: called, called });
    const outside = over([area], areaOf(box), 'box');
    if (outside) pictures.push({ name: called, called, area, broken: false, group: 0, cut: outside });
    const around = box.closest('.unit');
    const label = around?.querySelector<HTMLElement>('.strip > .number');
    const printed = label && isShown(label) ? (label.textContent ?? '').trim() : '';
    const isAgain = around?.matches('.continued') ?? false;
    return [{ number, index: all.indexOf(drawing), area, isAgain, ...(around && { label: printed }) }];
  });

  const heads = [...sheet.querySelectorAll('.unit > .strip > .head')].filter(isShown).map((head) => ({
    text: head.textContent ?? '',
    area: areaOf(head),
  }));
  const entries = [...sheet.querySelectorAll('.contents a')].map((link) => ({
    href: link.getAttribute('href') ?? '',
    page: link.querySelector('.leads-to')?.textContent ?? '',
  }));
  const folded = [...sheet.querySelectorAll<HTMLElement>('[data-stands-for]')]
    .filter(isShown)
    .map((element) => {
      const said = element.matches('.unit') ? element.querySelector<HTMLElement>('.strip') : element;
      return {
        slides: (element.dataset.standsFor ?? '').split(' ').map(Number),
        text: said && isShown(said) ? said.innerText : '',
      };
    });
  return { words, pictures, slides, notes, heads, entries, folded };
}
