// The eye of the check: what of a slide is drawn, where, and how large. It runs in the browser and
// knows nothing of plans and themes; it measures ink, so that tight lines are no overlap.
import type { SeenSlide } from './seen.ts';

/**
 * Sent to the browser as text: it may use nothing from outside itself, which is why it is one long
 * function. `index` counts the slides from 0.
 */
export function lookAtSlide(index: number): SeenSlide {
  type Box = { left: number; top: number; right: number; bottom: number };
  type Side = 'left' | 'top' | 'right' | 'bottom';
  type Kind = SeenSlide['words'][number]['kind'];
  type Word = { -readonly [K in keyof SeenSlide['words'][number]]: SeenSlide['words'][number][K] };
  type Picture = SeenSlide['pictures'][number];

  const slide = document.querySelectorAll<SVGSVGElement>('svg[data-marpit-svg]')[index];
  const section = slide?.querySelector<HTMLElement>('section');
  if (!slide || !section) throw new Error(`the page has no slide ${index + 1}`);
  const body = section.querySelector<HTMLElement>(':scope > .body');
  const frame = slide.getBoundingClientRect();
  const view = slide.viewBox.baseVal;
  // The drawing keeps its proportions inside its element.
  const unit = Math.min(frame.width / view.width, frame.height / view.height);
  const origin = {
    x: frame.left + (frame.width - view.width * unit) / 2,
    y: frame.top + (frame.height - view.height * unit) / 2,
  };
  const onSlide = (box: Box): Box => ({
    left: (box.left - origin.x) / unit,
    top: (box.top - origin.y) / unit,
    right: (box.right - origin.x) / unit,
    bottom: (box.bottom - origin.y) / unit,
  });
  const slideBox: Box = { left: 0, top: 0, right: view.width, bottom: view.height };

  const styles = new Map<Element, CSSStyleDeclaration>();
  const styleOf = (element: Element): CSSStyleDeclaration => {
    const known = styles.get(element);
    if (known) return known;
    const style = getComputedStyle(element);
    styles.set(element, style);
    return style;
  };

  const shown = new Map<Element, boolean>();
  /** Items that wait for a key press will be seen. */
  const isShown = (element: Element): boolean => {
    const known = shown.get(element);
    if (known !== undefined) return known;
    const style = styleOf(element);
    const waits = element.closest('[data-bespoke-marp-fragment="inactive"]') !== null;
    const parent = element.parentElement;
    const own =
      style.display !== 'none' &&
      Number.parseFloat(style.opacity) > 0 &&
      (style.visibility === 'visible' || waits) &&
      !element.matches('script, style, template, .katex-mathml');
    const is = own && (element === section || parent === null || isShown(parent));
    shown.set(element, is);
    return is;
  };

  const clips = new Map<Element, { box: Box; by: 'slide' | 'box' }[]>();
  /** Every box around an element that cuts off what sticks out, the slide's own included. */
  const clipsOf = (element: Element): { box: Box; by: 'slide' | 'box' }[] => {
    const known = clips.get(element);
    if (known) return known;
    const found: { box: Box; by: 'slide' | 'box' }[] = [];
    let isOut = false;
    for (let at: Element | null = element; at && at !== slide; at = at.parentElement) {
      const style = styleOf(at);
      const isAnchor = style.position !== 'static' || style.transform !== 'none';
      // What is placed absolutely is cut by the box it is placed in, not by those between.
      if (isOut && !isAnchor) continue;
      if (at !== element || !style.display.startsWith('inline')) {
        const { overflowX, overflowY } = style;
        if (overflowX !== 'visible' || overflowY !== 'visible') {
          const rect = at.getBoundingClientRect();
          const box = onSlide(rect);
          found.push({
            box: {
              left: overflowX === 'visible' ? -1e6 : box.left,
              right: overflowX === 'visible' ? 1e6 : box.right,
              top: overflowY === 'visible' ? -1e6 : box.top,
              bottom: overflowY === 'visible' ? 1e6 : box.bottom,
            },
            by: at === section ? 'slide' : 'box',
          });
        }
      }
      isOut = style.position === 'absolute' || style.position === 'fixed';
    }
    found.push({ box: slideBox, by: 'slide' });
    clips.set(element, found);
    return found;
  };

  /** How far areas stick out of the boxes that cut them; nothing when by less than a px: rounding. */
  const cutOf = (areas: readonly Box[], element: Element): Word['cut'] => {
    let worst: { side: Side; px: number; by: 'slide' | 'box' } | undefined;
    for (const { box, by } of clipsOf(element)) {
      for (const area of areas) {
        const over: [Side, number][] = [
          ['left', box.left - area.left],
          ['top', box.top - area.top],
          ['right', area.right - box.right],
          ['bottom', area.bottom - box.bottom],
        ];
        for (const [side, px] of over) if (px > 1 && px > (worst?.px ?? 0)) worst = { side, px, by };
      }
    }
    return worst;
  };

  const scales = new Map<Element, number>();
  /** By how much an element is drawn larger or smaller than its styles say. */
  const scaleOf = (element: Element): number => {
    const known = scales.get(element);
    if (known !== undefined) return known;
    let scale = 1;
    if (element instanceof HTMLElement) {
      const isBox = !styleOf(element).display.startsWith('inline') && element.offsetWidth >= 8;
      const parent = element.parentElement;
      if (isBox) scale = element.getBoundingClientRect().width / element.offsetWidth / unit;
      else if (parent) scale = scaleOf(parent);
    } else if (element instanceof SVGGraphicsElement) {
      const matrix = element.getScreenCTM();
      scale = matrix ? Math.hypot(matrix.c, matrix.d) / unit : 1;
    }
    scales.set(element, scale);
    return scale;
  };

  const pen = new OffscreenCanvas(1, 1).getContext('2d');
  if (!pen) throw new Error('the browser gives no canvas to measure with');
  interface Ink {
    above: number;
    below: number;
    ascent: number;
  }
  const inks = new Map<string, Ink>();
  /** How far the word's ink reaches above and below the line it stands on, in px of its own font. */
  const inkOf = (word: string, style: CSSStyleDeclaration): Ink => {
    const font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const key = `${font}\n${word}`;
    const known = inks.get(key);
    if (known) return known;
    if (pen.font !== font) pen.font = font;
    const metrics = pen.measureText(word);
    const ink = {
      above: metrics.actualBoundingBoxAscent,
      below: metrics.actualBoundingBoxDescent,
      ascent: Math.round(metrics.fontBoundingBoxAscent),
    };
    inks.set(key, ink);
    return ink;
  };

  const groups = new Map<Element, number>();
  const groupOf = (element: Element | null): number => {
    if (!element) return 0;
    const known = groups.get(element);
    if (known !== undefined) return known;
    groups.set(element, groups.size + 1);
    return groups.size;
  };

  const kinds = new Map<Element, Kind>();
  const kindOf = (element: Element): Kind => {
    const known = kinds.get(element);
    if (known) return known;
    const kind: Kind = element.closest('.katex')
      ? 'math'
      : element.closest('svg') !== slide
        ? 'diagram'
        : element.closest('sub, sup')
          ? 'raised'
          : element.closest('pre, code, kbd, samp')
            ? 'code'
            : element.closest('table')
              ? 'table'
              : element.closest('header, footer, small, .part, .footnote, .line-numbers, .file, figcaption')
                ? 'small'
                : element.closest('h1, h2, h3, h4, h5, h6')
                  ? 'heading'
                  : 'body';
    kinds.set(element, kind);
    return kind;
  };

  const placeOf = (element: Element): Word['place'] => {
    if (body?.contains(element)) return 'body';
    return element.closest('header, footer') ? 'margin' : 'title';
  };

  const words: Word[] = [];
  const range = document.createRange();
  const addWords = (node: Text, element: HTMLElement, run: number): void => {
    const style = styleOf(element);
    const kind = kindOf(element);
    const scale = scaleOf(element);
    const group =
      groupOf(element.closest('.katex')) ||
      groupOf(kind === 'diagram' ? element.closest('svg') : null) ||
      groupOf(element.closest('sub, sup')?.parentElement ?? null);
    const size = Number.parseFloat(style.fontSize) * scale;
    const upper = style.textTransform === 'uppercase';
    for (const found of node.data.matchAll(/[^\s\u200b\u2060\ufeff]+/g)) {
      range.setStart(node, found.index);
      range.setEnd(node, found.index + found[0].length);
      const ink = inkOf(upper ? found[0].toUpperCase() : found[0], style);
      const areas: Box[] = [];
      for (const rect of range.getClientRects()) {
        if (rect.width === 0 || rect.height === 0) continue;
        const line = onSlide(rect);
        const base = line.top + ink.ascent * scale;
        const isLying = kind !== 'diagram' && ink.above + ink.below > 0;
        areas.push(
          isLying ? { ...line, top: base - ink.above * scale, bottom: base + ink.below * scale } : line,
        );
      }
      if (areas.length === 0) continue;
      const cut = cutOf(areas, element);
      const word: Word = { text: found[0], run, group, kind, place: placeOf(element), size, areas };
      if (cut) word.cut = cut;
      words.push(word);
    }
  };

  /** Where CSS puts a word: the signs of lists, the page number. Only those placed absolutely have a box. */
  const addGenerated = (element: HTMLElement, name: '::before' | '::after', kind: Kind): void => {
    const style = getComputedStyle(element, name);
    if (style.content === 'none' || style.content === 'normal' || style.position !== 'absolute') return;
    const [left, top, width, height] = [style.left, style.top, style.width, style.height].map(
      Number.parseFloat,
    );
    if (!(left !== undefined && top !== undefined && width && height) || Number.isNaN(left + top)) return;
    const scale = scaleOf(element);
    const outer = onSlide(element.getBoundingClientRect());
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
    words.push({
      text:
        kind === 'marker' ? 'the sign of a list' : (section.dataset.marpitPagination ?? 'the page number'),
      run: -words.length - 1,
      group: 0,
      kind,
      place: kind === 'marker' ? 'body' : 'margin',
      size: Number.parseFloat(style.fontSize) * scale,
      areas: [area],
      ...(cut && { cut }),
    });
  };

  const isBlock = (element: Element): boolean => {
    const { display } = styleOf(element);
    return display !== 'inline' && display !== 'contents' && !display.startsWith('ruby');
  };

  let text = '';
  let run = 0;
  const formulas: string[] = [];
  let lastHeading: string | undefined;
  let bodyRuns = 0;
  /** Said before and shown again for those who look up only now, or not from the notes' own words. */
  const isAgain = (element: Element): boolean =>
    element.matches(
      '.continued, header, footer, .line-numbers, .part, .footnote-reference, .picture-missing',
    ) ||
    (element.matches('h2') && Number.parseInt(element.querySelector('.part')?.textContent ?? '1', 10) > 1);
  const walk = (element: Element, again: boolean): void => {
    if (!isShown(element)) return;
    const isAside = again || isAgain(element);
    const block = isBlock(element) || element.matches('.footnote-reference');
    if (block) text += '\n';
    if (element.matches('.katex')) {
      const tex = element.querySelector('annotation')?.textContent;
      if (tex && !isAside) formulas.push(tex);
    }
    if (element.matches('br')) text += '\n';
    const isMath = element.closest('.katex') !== null;
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) {
        const node = child as Text;
        if (!isAside && !isMath) text += node.data;
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
    const box = onSlide(rect);
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
      // A `%` that begins no code is a sign like others.
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
    ...words.filter(({ place }) => place === 'body').flatMap(({ areas }) => areas),
    ...pictures.map(({ area }) => area),
  ];
  const bodyBox = body && onSlide(body.getBoundingClientRect());
  const scaled = section.dataset.scaled;
  return {
    words,
    pictures,
    text,
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
