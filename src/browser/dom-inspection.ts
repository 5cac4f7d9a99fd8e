// How a page is inspected: positions in px of the slide or the sheet, ink, and what cuts it off.
import type { Area, Cut } from './snapshots.ts';

/** What is inspected: the surface with its own px, and the element whose content is drawn on it. */
export interface Surface {
  readonly surface: Element;
  readonly root: Element;
  readonly size: { readonly width: number; readonly height: number };
}

/** Where a word's ink is on each of its lines. */
export interface Ink {
  readonly text: string;
  readonly areas: readonly Area[];
}

export interface DomInspection {
  /** From px of the window to px of the surface. */
  place(box: Area): Area;
  styleOf(element: Element): CSSStyleDeclaration;
  isShown(element: Element): boolean;
  over(areas: readonly Area[], box: Area, by: Cut['by']): Cut | undefined;
  cutOf(areas: readonly Area[], element: Element): Cut | undefined;
  scaleOf(element: Element): number;
  /** `lines`: their boxes instead of the ink, where the letters do not lie on a line. */
  wordsOf(node: Text, element: HTMLElement, by: 'ink' | 'lines'): readonly Ink[];
}

/** Everything asked of an element is computed once: the page must not change meanwhile. */
export function inspectDom({ surface, root, size }: Surface): DomInspection {
  const frame = surface.getBoundingClientRect();
  // The drawing keeps its proportions inside its element.
  const unit = Math.min(frame.width / size.width, frame.height / size.height);
  const origin = {
    x: frame.left + (frame.width - size.width * unit) / 2,
    y: frame.top + (frame.height - size.height * unit) / 2,
  };
  const place = (box: Area): Area => ({
    left: (box.left - origin.x) / unit,
    top: (box.top - origin.y) / unit,
    right: (box.right - origin.x) / unit,
    bottom: (box.bottom - origin.y) / unit,
  });
  const whole: Area = { left: 0, top: 0, right: size.width, bottom: size.height };

  const styleOf = eachOnce((element: Element) => getComputedStyle(element));

  /** Items that wait for a key press will be seen. */
  const isShown = eachOnce((element: Element): boolean => {
    const style = styleOf(element);
    const waits = element.closest('[data-bespoke-marp-fragment="inactive"]') !== null;
    const parent = element.parentElement;
    const own =
      style.display !== 'none' &&
      Number.parseFloat(style.opacity) > 0 &&
      (style.visibility === 'visible' || waits) &&
      !isHiddenFromSight(element, style) &&
      !element.matches('script, style, template, .katex-mathml');
    return own && (element === root || parent === null || isShown(parent));
  });

  /** Every box around an element that cuts off what sticks out, the slide's own included. */
  const clipsOf = eachOnce((element: Element) => {
    const found: { box: Area; by: 'surface' | 'box' }[] = [];
    let isOut = false;
    for (let at: Element | null = element; at && at !== surface; at = at.parentElement) {
      const style = styleOf(at);
      const isAnchor = style.position !== 'static' || style.transform !== 'none';
      // What is placed absolutely is cut by the box it is placed in, not by those between.
      if (isOut && !isAnchor) continue;
      if (at !== element || !style.display.startsWith('inline')) {
        const { overflowX, overflowY } = style;
        if (overflowX !== 'visible' || overflowY !== 'visible') {
          const rect = at.getBoundingClientRect();
          const box = place(rect);
          found.push({
            box: {
              left: overflowX === 'visible' ? -1e6 : box.left,
              right: overflowX === 'visible' ? 1e6 : box.right,
              top: overflowY === 'visible' ? -1e6 : box.top,
              bottom: overflowY === 'visible' ? 1e6 : box.bottom,
            },
            by: at === root ? 'surface' : 'box',
          });
        }
      }
      isOut = style.position === 'absolute' || style.position === 'fixed';
    }
    found.push({ box: whole, by: 'surface' });
    return found;
  });

  /** How far areas stick out of a box. Less than a px is rounding: then undefined. */
  const over = (areas: readonly Area[], box: Area, by: Cut['by']): Cut | undefined => {
    let worst: Cut | undefined;
    for (const area of areas) {
      const sides: [Cut['side'], number][] = [
        ['left', box.left - area.left],
        ['top', box.top - area.top],
        ['right', area.right - box.right],
        ['bottom', area.bottom - box.bottom],
      ];
      for (const [side, px] of sides) if (px > 1 && px > (worst?.px ?? 0)) worst = { side, px, by };
    }
    return worst;
  };

  /** How far areas stick out of the boxes that cut them. */
  const cutOf = (areas: readonly Area[], element: Element): Cut | undefined => {
    let worst: Cut | undefined;
    for (const { box, by } of clipsOf(element)) {
      const cut = over(areas, box, by);
      if (cut && cut.px > (worst?.px ?? 0)) worst = cut;
    }
    return worst;
  };

  /** By how much an element is drawn larger or smaller than its styles say; offsets are whole px, so a narrow box says too little. */
  const scaleOf = eachOnce((element: Element): number => {
    if (element instanceof HTMLElement) {
      const isBox = !styleOf(element).display.startsWith('inline') && element.offsetWidth >= 100;
      if (isBox) return element.getBoundingClientRect().width / element.offsetWidth / unit;
      return element.parentElement ? scaleOf(element.parentElement) : 1;
    }
    const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
    return matrix ? Math.hypot(matrix.c, matrix.d) / unit : 1;
  });

  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) throw new Error('the browser gives no canvas to measure with');
  /** How far a word's ink reaches above and below the line it stands on, in px of its own font: of a font and a word, a line each. */
  const inkOf = eachOnce((fontAndWord: string) => {
    const [font = '', word = ''] = fontAndWord.split('\n');
    if (context.font !== font) context.font = font;
    const metrics = context.measureText(word);
    return {
      above: metrics.actualBoundingBoxAscent,
      below: metrics.actualBoundingBoxDescent,
      ascent: Math.round(metrics.fontBoundingBoxAscent),
    };
  });

  const range = document.createRange();
  const wordsOf = (node: Text, element: HTMLElement, by: 'ink' | 'lines'): readonly Ink[] => {
    const style = styleOf(element);
    const scale = scaleOf(element);
    const font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const upper = style.textTransform === 'uppercase';
    const words: Ink[] = [];
    for (const found of node.data.matchAll(/[^\s\u200b\u2060\ufeff]+/g)) {
      range.setStart(node, found.index);
      range.setEnd(node, found.index + found[0].length);
      const ink = inkOf(`${font}\n${upper ? found[0].toUpperCase() : found[0]}`);
      const areas: Area[] = [];
      for (const rect of range.getClientRects()) {
        if (rect.width === 0 || rect.height === 0) continue;
        const line = place(rect);
        const base = line.top + ink.ascent * scale;
        const isLying = by === 'ink' && ink.above + ink.below > 0;
        areas.push(
          isLying ? { ...line, top: base - ink.above * scale, bottom: base + ink.below * scale } : line,
        );
      }
      if (areas.length > 0) words.push({ text: found[0], areas });
    }
    return words;
  };

  return { place, styleOf, isShown, over, cutOf, scaleOf, wordsOf };
}

/** The same function, which computes each answer once. */
export function eachOnce<Key, Answer>(compute: (key: Key) => Answer): (key: Key) => Answer {
  const known = new Map<Key, Answer>();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key) as Answer;
  };
}

/** Text for screen readers alone: cut to a box of a px or two, or to nothing. */
function isHiddenFromSight(
  element: Element,
  { position, clip, clipPath, overflow }: CSSStyleDeclaration,
): boolean {
  if (position !== 'absolute' && position !== 'fixed') return false;
  if (/^rect\(0(?:px)?, 0/.test(clip) || /^inset\((?:50|100)%\)$/.test(clipPath)) return true;
  if (overflow !== 'hidden' && overflow !== 'clip') return false;
  const { offsetWidth, offsetHeight } = element as HTMLElement;
  return offsetWidth <= 2 && offsetHeight <= 2;
}

/** Whether what follows the element's text begins on a line of its own. */
export function isBlock({ display }: CSSStyleDeclaration): boolean {
  return display !== 'inline' && display !== 'contents' && !display.startsWith('ruby');
}

/** Numbers elements from 1 in the order they are asked for; 0 stands for none. */
export function numberElements(): (element: Element | null | undefined) => number {
  let last = 0;
  const numberOf = eachOnce((_: Element) => {
    last += 1;
    return last;
  });
  return (element) => (element ? numberOf(element) : 0);
}
