// What of a slide is drawn, where, and how large. Knows nothing of plans and themes; it measures
// ink, so that tight lines are no overlap.

import { createKindReader } from './colours.ts';
import { inspectDom, isBlock, numberElements } from './dom-inspection.ts';
import type { SlideSnapshot, TextKind, WordSnapshot } from './snapshots.ts';

/**
 * The slide at an index of the page, from 0. With `words: 'none'` the snapshot has no words, only the
 * text, which takes a fraction of the time.
 */
export function inspectSlide(index: number, words: 'drawn' | 'none' = 'drawn'): SlideSnapshot {
  type Word = { -readonly [K in keyof WordSnapshot]: WordSnapshot[K] };
  type Picture = SlideSnapshot['pictures'][number];

  const slide = document.querySelectorAll<SVGSVGElement>('svg[data-marpit-svg]')[index];
  const section = slide?.querySelector<HTMLElement>('section');
  if (!slide || !section) throw new Error(`the page has no slide ${index + 1}`);
  const body = section.querySelector<HTMLElement>(':scope > .body');
  const view = slide.viewBox.baseVal;
  const { place, styleOf, isShown, cutOf, scaleOf, wordsOf } = inspectDom({
    surface: slide,
    root: section,
    size: { width: view.width, height: view.height },
  });

  const groupOf = numberElements();

  const kindOf = createKindReader(slide);

  const placeOf = (element: Element): Word['place'] => {
    if (body?.contains(element)) return 'body';
    return element.closest('header, footer') ? 'margin' : 'title';
  };

  const found: Word[] = [];
  const addWords = (node: Text, element: HTMLElement, run: number): void => {
    if (words === 'none') return;
    const kind = kindOf(element);
    const group =
      groupOf(element.closest('.katex')) ||
      groupOf(kind === 'diagram' ? element.closest('svg') : null) ||
      groupOf(element.closest('sub, sup')?.parentElement ?? null);
    const size = Number.parseFloat(styleOf(element).fontSize) * scaleOf(element);
    for (const { text, areas } of wordsOf(node, element, kind === 'diagram' ? 'lines' : 'ink')) {
      const cut = cutOf(areas, element);
      const word: Word = { text, run, group, kind, place: placeOf(element), size, areas };
      if (cut) word.cut = cut;
      found.push(word);
    }
  };

  /** Where CSS puts a word: the markers of lists, the page number. Only those placed absolutely have a box. */
  const addGenerated = (element: HTMLElement, name: '::before' | '::after', kind: TextKind): void => {
    const style = getComputedStyle(element, name);
    if (style.content === 'none' || style.content === 'normal' || style.position !== 'absolute') return;
    const [left, top, width, height] = [style.left, style.top, style.width, style.height].map(
      Number.parseFloat,
    );
    if (!(left !== undefined && top !== undefined && width && height) || Number.isNaN(left + top)) return;
    const scale = scaleOf(element);
    const outer = place(element.getBoundingClientRect());
    const x = outer.left + (left + element.clientLeft) * scale;
    const y = outer.top + (top + element.clientTop) * scale;
    // The middle of its line: that much a figure or a dot has in any font.
    const area = {
      left: x,
      right: x + width * scale,
      top: y + 0.3 * height * scale,
      bottom: y + 0.7 * height * scale,
    };
    const cut = cutOf([area], element);
    found.push({
      text:
        kind === 'marker' ? 'the marker of a list' : (section.dataset.marpitPagination ?? 'the page number'),
      run: -found.length - 1,
      group: 0,
      kind,
      place: kind === 'marker' ? 'body' : 'margin',
      size: Number.parseFloat(style.fontSize) * scale,
      areas: [area],
      ...(cut && { cut }),
    });
  };

  let text = '';
  let run = 0;
  const formulas: string[] = [];
  let lastHeading: string | undefined;
  let bodyRuns = 0;
  /** Said before and shown again for those who look up only now, or not from the notes' own words. */
  const isAgain = (element: Element): boolean =>
    element.matches(
      '.continued, header, footer, .line-numbers, .part, .added, .footnote-reference, .picture-missing',
    ) ||
    (element.matches('h2') && element.querySelector('.part.again') !== null);
  const walk = (element: Element, again: boolean): void => {
    // For those who listen: nobody sees it.
    if (!isShown(element) || element.matches('.part')) return;
    const isAside = again || isAgain(element);
    const block = isBlock(styleOf(element)) || element.matches('.footnote-reference');
    if (block) text += '\n';
    if (element.matches('.katex, .katex-error')) {
      // One that is not valid is shown as it was typed.
      const tex = (element.querySelector('annotation') ?? element).textContent;
      if (tex && !isAside) formulas.push(tex);
    }
    if (element.matches('br')) text += '\n';
    const isMath = element.closest('.katex') !== null;
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) {
        const node = child as Text;
        if (!isAside && !isMath) text += node.data;
        // What stands on both sides of words that were added is no single word.
        else if (!isMath && /\s/.test(node.data)) text += ' ';
        if (!/\S/.test(node.data)) continue;
        run += 1;
        addWords(node, element as HTMLElement, run);
        if (body?.contains(element)) {
          bodyRuns += 1;
          lastHeading = element.closest('h3, h4, h5, h6')?.textContent ?? undefined;
        }
      } else if (child.nodeType === Node.ELEMENT_NODE) walk(child as Element, isAside);
    }
    if (element.matches('li')) addGenerated(element as HTMLElement, '::before', 'marker');
    if (block || isMath || element.matches('img')) text += isMath && !block ? ' ' : '\n';
  };
  walk(section, false);
  addGenerated(section, '::after', 'small');

  const pictures: Picture[] = [];
  for (const element of section.querySelectorAll<HTMLElement>('img, svg, canvas, video')) {
    if (element.closest('.katex') || !isShown(element) || element.parentElement?.closest('svg') !== slide)
      continue;
    const rect = element.getBoundingClientRect();
    const box = place(rect);
    const image = element instanceof HTMLImageElement ? element : undefined;
    const broken = image ? image.complete && image.naturalWidth === 0 : false;
    if (!broken && (rect.width === 0 || rect.height === 0)) continue;
    let area = box;
    if (image && !broken && styleOf(image).objectFit === 'contain') {
      // The picture keeps its proportions inside its element.
      const scale = Math.min(
        (box.right - box.left) / image.naturalWidth,
        (box.bottom - box.top) / image.naturalHeight,
      );
      const x = (box.left + box.right) / 2;
      const y = (box.top + box.bottom) / 2;
      const [w, h] = [(image.naturalWidth * scale) / 2, (image.naturalHeight * scale) / 2];
      area = { left: x - w, right: x + w, top: y - h, bottom: y + h };
    }
    const cut = cutOf([area], element.parentElement ?? section);
    const name = image ? image.alt || image.src.slice(0, 40) : element.localName;
    pictures.push({ name, area, broken, group: groupOf(image ? null : element), ...(cut && { cut }) });
    if (body?.contains(element)) lastHeading = undefined;
  }

  const decoded = (text: string): string => {
    try {
      return decodeURIComponent(text);
    } catch {
      // A `%` that begins no code is a character like others.
      return text;
    }
  };
  const deadLinks = [...section.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].flatMap((link) => {
    const href = link.getAttribute('href') ?? '';
    const names = [href.slice(1), decoded(href.slice(1))];
    const isThere = names.some((name) => name !== '' && document.getElementById(name));
    return isThere ? [] : [{ href, text: link.textContent ?? '' }];
  });

  const inBody = [
    ...found.filter(({ place }) => place === 'body').flatMap(({ areas }) => areas),
    ...pictures.map(({ area }) => area),
  ];
  const bodyBox = body && place(body.getBoundingClientRect());
  const scaled = section.dataset.scaled;
  return {
    words: found,
    pictures,
    text,
    marker: [...(section.querySelector(':scope > header .marker')?.childNodes ?? [])]
      .filter((node) => !(node instanceof Element && node.matches('.added')))
      .map(({ textContent }) => textContent ?? '')
      .join(''),
    formulas,
    deadLinks,
    isPart: section.querySelector(':scope > h2 .part') !== null,
    ...(scaled !== undefined && { scaled: Number(scaled) }),
    ...(bodyBox && {
      body: {
        top: bodyBox.top,
        bottom: bodyBox.bottom,
        ink: Math.max(bodyBox.top, ...inBody.map(({ bottom }) => bottom)),
      },
    }),
    ...(lastHeading !== undefined && bodyRuns > 0 && { lastHeading }),
  };
}
