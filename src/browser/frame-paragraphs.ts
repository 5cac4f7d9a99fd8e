// Paragraphs as an office program has them, read from inline content that the browser has laid out: their runs,
// their lines, the sign of a list before them.
import { hex, over } from './colours.ts';
import { areaOf, type SlideDom, toColour } from './frame-shapes.ts';
import type {
  FrameArea,
  FrameColour,
  FrameLink,
  FrameMarker,
  FrameParagraph,
  FrameRun,
  FrameTextStyle,
} from './frames.ts';

/** Inline content of one paragraph, with the element that it stands in. */
export interface ParagraphSource {
  readonly element: HTMLElement;
  readonly pieces: readonly InlinePiece[];
  /** Its first paragraph has the sign of this item. */
  readonly item?: HTMLElement;
}

/** A text node, or a part of it; or what is inline and no text. */
export type InlinePiece =
  | { readonly kind: 'text'; readonly node: Text; readonly start: number; readonly end: number }
  | { readonly kind: 'element'; readonly element: HTMLElement }
  /** What a stylesheet puts before or after the element's words: marks of a quotation. */
  | { readonly kind: 'generated'; readonly text: string; readonly element: HTMLElement };

/** A paragraph with what is known of where its lines are, px of the slide. */
export interface ReadParagraph {
  readonly paragraph: FrameParagraph;
  readonly top: number;
  readonly bottom: number;
  /** Edges of its text, the list's sign included; and how wide its box must be at least, and may be at most, to break where it breaks here. */
  readonly left: number;
  readonly right: number;
  readonly narrowest: number;
  readonly widest: number;
  readonly element: HTMLElement;
  /** How many words stand on each of its lines. */
  readonly lines: readonly { readonly words: number }[];
}

/** Returns undefined where nothing of it is drawn. `box` is the content box that it stands in. */
export function readParagraph(
  source: ParagraphSource,
  box: FrameArea,
  dom: SlideDom,
): ReadParagraph | undefined {
  const { element } = source;
  const css = dom.styleOf(element);
  const scale = dom.scaleOf(element);
  const style = textStyleOf(element, dom);
  const isRtl = css.direction === 'rtl';
  const runs = trimmed(source.pieces.flatMap((piece) => runsOf(piece, element, dom)));
  if (!runs.some((run) => run.kind !== 'text' || run.text !== '')) return undefined;
  const { ascent, descent } = fontBox(css);
  const line = lineOf(css, ascent + descent) * scale;
  const words = wordsOf(source, dom);
  const lines = linesOf(words);
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return undefined;
  const above = ascent * scale + (line - (ascent + descent) * scale) / 2;
  const marker = source.item && markerOf(source.item, element, dom);
  const align = alignOf(css, isRtl);
  // From the edge where the text begins.
  const edge = (x: number): number => (isRtl ? box.x + box.width - x : x - box.x);
  const own = paragraphBox(element, box, dom);
  const indent = edge(isRtl ? own.x + own.width : own.x);
  const shift = Number.parseFloat(css.textIndent) * scale || 0;
  const firstAt = align === 'center' ? indent : indent + shift;
  const space = Number.parseFloat(css.fontSize) * scale * 0.15;
  const extents = lines.map(
    (at) =>
      at.wider + (align === 'center' ? at.right - at.left + 2 * indent : edge(isRtl ? at.left : at.right)),
  );
  const widest = lines.slice(1).map((at, index) => (extents[index] ?? 0) + space + at.firstWord);
  return {
    paragraph: {
      level: levelOf(element),
      ...(marker && { marker: marker.marker }),
      align,
      direction: isRtl ? 'rtl' : 'ltr',
      indent,
      first: marker ? marker.at(edge) : firstAt,
      endIndent: Math.max(0, isRtl ? own.x - box.x : box.x + box.width - own.x - own.width),
      line,
      before: 0,
      after: 0,
      ascent: ascent * scale,
      descent: descent * scale,
      ...stepOf(element),
      runs,
      style,
    },
    top: first.baseline - above,
    bottom: last.baseline - above + line,
    left: Math.min(...lines.map((at) => at.left), ...(marker && !isRtl ? [marker.x] : [])),
    right: Math.max(...lines.map((at) => at.right), ...(marker && isRtl ? [marker.x] : [])),
    narrowest: Math.max(...extents),
    widest: Math.min(...widest, Number.MAX_SAFE_INTEGER),
    element,
    lines,
  };
}

function alignOf({ textAlign }: CSSStyleDeclaration, isRtl: boolean): FrameParagraph['align'] {
  if (textAlign === 'center' || textAlign === 'justify') return textAlign;
  if (textAlign === 'left' || textAlign === 'right') return textAlign;
  return (textAlign === 'end') === isRtl ? 'left' : 'right';
}

function stepOf(element: Element): { readonly step?: number } {
  const fragment = element.closest<HTMLElement>('[data-marpit-fragment]');
  return fragment ? { step: Number(fragment.dataset.marpitFragment) } : {};
}

function levelOf(element: Element): number {
  let level = -1;
  for (let at: Element | null = element.closest('li'); at; at = at.parentElement?.closest('li') ?? null)
    level += 1;
  return Math.min(8, Math.max(0, level));
}

/** The content box of the block that the text stands in. */
function paragraphBox(element: HTMLElement, box: FrameArea, dom: SlideDom): FrameArea {
  const css = dom.styleOf(element);
  if (css.display.startsWith('inline') || css.display === 'contents') return box;
  return contentBox(element, dom);
}

export function contentBox(element: HTMLElement, dom: SlideDom): FrameArea {
  const css = dom.styleOf(element);
  const scale = dom.scaleOf(element);
  const px = (property: string): number => (Number.parseFloat(css.getPropertyValue(property)) || 0) * scale;
  const area = areaOf(dom, element);
  const left = px('padding-left') + px('border-left-width');
  const top = px('padding-top') + px('border-top-width');
  return {
    x: area.x + left,
    y: area.y + top,
    width: area.width - left - px('padding-right') - px('border-right-width'),
    height: area.height - top - px('padding-bottom') - px('border-bottom-width'),
  };
}

function lineOf({ lineHeight, fontSize }: CSSStyleDeclaration, normal: number): number {
  const px = Number.parseFloat(lineHeight);
  if (Number.isNaN(px)) return normal;
  // Code within a line has a line of no height, so that it does not move it.
  return px === 0 ? Number.parseFloat(fontSize) * 1.2 : px;
}

// How far fonts reach above and below the line, in px of the stylesheet.

const measuring = new OffscreenCanvas(1, 1).getContext('2d');
const boxes = new Map<string, { readonly ascent: number; readonly descent: number }>();

export function fontBox(css: CSSStyleDeclaration): { readonly ascent: number; readonly descent: number } {
  const font = `${css.fontStyle} ${css.fontWeight} ${css.fontSize} ${css.fontFamily}`;
  const known = boxes.get(font);
  if (known) return known;
  if (!measuring) throw new Error('the browser gives no canvas to measure with');
  measuring.font = font;
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = measuring.measureText('x');
  boxes.set(font, { ascent, descent });
  return { ascent, descent };
}

// Runs.

const invisible = /[\u200b\u2060\ufeff\u00ad]/g;

function runsOf(piece: InlinePiece, block: HTMLElement, dom: SlideDom): readonly FrameRun[] {
  if (piece.kind === 'element') return elementRuns(piece.element, block, dom);
  if (piece.kind === 'generated')
    return [{ kind: 'text', text: piece.text, style: textStyleOf(piece.element, dom, block) }];
  const parent = piece.node.parentElement;
  if (!parent || !dom.isShown(parent)) return [];
  const data = piece.node.data.slice(piece.start, piece.end).replace(invisible, '');
  const keepsSpaces = dom.styleOf(parent).whiteSpaceCollapse.includes('preserve');
  const text = keepsSpaces ? data.replace(/\n/g, '') : data.replace(/[ \t\n\r]+/g, ' ');
  if (text === '') return [];
  const link = linkOf(parent);
  return [{ kind: 'text', text, style: textStyleOf(parent, dom, block), ...(link && { link }) }];
}

function elementRuns(element: HTMLElement, block: HTMLElement, dom: SlideDom): readonly FrameRun[] {
  if (element.localName === 'br') return [{ kind: 'break' }];
  if (element instanceof HTMLImageElement && element.matches('.emoji')) {
    const parent = element.parentElement ?? block;
    const link = linkOf(parent);
    const style = textStyleOf(parent, dom, block);
    return [{ kind: 'text', text: element.alt, style, ...(link && { link }) }];
  }
  if (element.matches('.katex')) {
    const math = element.querySelector('math')?.cloneNode(true) as Element | undefined;
    const tex = math?.querySelector('annotation')?.textContent?.trim() ?? '';
    math?.querySelector('annotation')?.remove();
    return [
      {
        kind: 'formula',
        mathml: math?.outerHTML ?? '',
        tex,
        style: textStyleOf(element.parentElement ?? block, dom, block),
      },
    ];
  }
  return [];
}

/** Without spaces and breaks at the ends, nor spaces beside breaks, and never two in a row where they collapse. */
function trimmed(runs: readonly FrameRun[]): readonly FrameRun[] {
  const made: FrameRun[] = [];
  const endsInSpace = (): boolean => {
    const last = made.at(-1);
    return last === undefined || last.kind === 'break' || (last.kind === 'text' && last.text.endsWith(' '));
  };
  for (const run of runs) {
    const text =
      run.kind === 'text' && !isCode(run.style) && endsInSpace() ? run.text.replace(/^ +/, '') : undefined;
    const next = run.kind === 'text' && text !== undefined ? { ...run, text } : run;
    if (next.kind === 'text' && next.text === '') continue;
    if (next.kind === 'break' && made.length === 0) continue;
    const last = made.at(-1);
    if (last?.kind === 'text' && next.kind === 'text' && isSame(last, next)) {
      made[made.length - 1] = { ...last, text: last.text + next.text };
    } else {
      if (next.kind === 'break' && last?.kind === 'text')
        made[made.length - 1] = { ...last, text: last.text.trimEnd() };
      made.push(next);
    }
  }
  while (made.at(-1)?.kind === 'break') made.pop();
  const last = made.at(-1);
  if (last?.kind === 'text') made[made.length - 1] = { ...last, text: last.text.trimEnd() };
  return made.filter((run) => run.kind !== 'text' || run.text !== '');
}

/** Spaces of code are kept: they may stand at the beginning of a line. */
function isCode({ family }: FrameTextStyle): boolean {
  return /mono|code/i.test(family);
}

function isSame(a: FrameRun, b: FrameRun): boolean {
  const facts = (run: FrameRun): string => JSON.stringify({ ...run, text: '' });
  return facts(a) === facts(b);
}

function linkOf(element: Element): FrameLink | undefined {
  const href = element.closest('a')?.getAttribute('href');
  if (!href) return undefined;
  if (!href.startsWith('#')) return { kind: 'address', address: href };
  const target = document.getElementById(decodeURIComponent(href.slice(1)));
  const section = target?.closest('svg[data-marpit-svg]');
  const slides = [...document.querySelectorAll('svg[data-marpit-svg]')];
  const index = section ? slides.indexOf(section) : -1;
  return index < 0 ? undefined : { kind: 'slide', slide: index + 1 };
}

/** `block`: where the text's own background begins to be that of its letters alone. */
export function textStyleOf(element: HTMLElement, dom: SlideDom, block?: HTMLElement): FrameTextStyle {
  const css = dom.styleOf(element);
  const scale = dom.scaleOf(element);
  const raisedBy = element.closest('sub, sup');
  const raised = raisedBy && block?.contains(raisedBy) ? raisedBy : undefined;
  const sized = raised?.parentElement ? dom.styleOf(raised.parentElement) : css;
  const highlight = block && highlightOf(element, block, dom);
  const lines = decorationsOf(element, block ?? element, dom);
  return {
    family: familyOf(css),
    size: round(Number.parseFloat(sized.fontSize) * scale),
    weight: weightOf(familyOf(css), Number(css.fontWeight)),
    italic: css.fontStyle !== 'normal',
    colour: solid(css.color, dom),
    ...(highlight && { highlight }),
    ...(lines.includes('underline') && { underline: true as const }),
    ...(lines.includes('line-through') && { strike: true as const }),
    ...(raised && { raised: raised.localName === 'sub' ? ('sub' as const) : ('super' as const) }),
    tracking: round((Number.parseFloat(css.letterSpacing) || 0) * scale),
    language: element.closest('[lang]')?.getAttribute('lang') ?? 'en',
  };
}

export function familyOf({ fontFamily }: Pick<CSSStyleDeclaration, 'fontFamily'>): string {
  return (/^\s*(?:"([^"]*)"|([^,]*))/.exec(fontFamily)?.slice(1).find(Boolean) ?? 'sans-serif').trim();
}

/** The weight that the browser draws with: the nearest of the faces that there are (CSS Fonts 4, 5.2). */
export function weightOf(family: string, wanted: number): number {
  const weights = facesOf(family);
  if (weights.length === 0 || weights.includes(wanted)) return wanted;
  const lighter = weights.filter((weight) => weight < wanted).sort((a, b) => b - a);
  const heavier = weights.filter((weight) => weight > wanted).sort((a, b) => a - b);
  const near = wanted >= 400 && wanted <= 500 ? heavier.filter((weight) => weight <= 500) : [];
  const order = wanted > 500 ? [...heavier, ...lighter] : [...near, ...lighter, ...heavier];
  return order[0] ?? wanted;
}

const faces = new Map<string, readonly number[]>();

function facesOf(family: string): readonly number[] {
  const known = faces.get(family);
  if (known) return known;
  const isSame = (face: FontFace): boolean => face.family.replace(/["']/g, '') === family;
  const found = [...document.fonts]
    .filter(isSame)
    .map((face) => ({ normal: 400, bold: 700 })[face.weight] ?? Number(face.weight));
  const weights = [...new Set(found)].filter((weight) => !Number.isNaN(weight));
  faces.set(family, weights);
  return weights;
}

function round(px: number): number {
  return Math.round(px * 1000) / 1000;
}

/** Mixed with the slide's own colour where it is transparent. */
function solid(css: string, { rgba, section, styleOf }: SlideDom): FrameColour {
  const colour = rgba(css);
  if (colour[3] >= 0.995) return toColour(colour);
  return { rgb: hex(over(colour, rgba(styleOf(section).backgroundColor))).slice(1) };
}

function highlightOf(element: HTMLElement, block: HTMLElement, dom: SlideDom): FrameColour | undefined {
  for (let at: HTMLElement | null = element; at && at !== block; at = at.parentElement) {
    const { backgroundColor, display } = dom.styleOf(at);
    if (display.startsWith('inline') && dom.rgba(backgroundColor)[3] > 0) return solid(backgroundColor, dom);
  }
  return undefined;
}

function decorationsOf(element: HTMLElement, block: HTMLElement, dom: SlideDom): string {
  const found: string[] = [];
  for (let at: HTMLElement | null = element; at; at = at.parentElement) {
    found.push(dom.styleOf(at).textDecorationLine);
    if (at === block) break;
  }
  return found.join(' ');
}

// Lists.

function markerOf(
  item: HTMLElement,
  text: HTMLElement,
  dom: SlideDom,
): { readonly marker: FrameMarker; readonly x: number; at(edge: (x: number) => number): number } | undefined {
  const task = item.querySelector<HTMLElement>(':scope > .task, :scope > p > .task');
  const css = task ? dom.styleOf(task) : getComputedStyle(item, '::before');
  if (!task && (css.content === 'none' || css.content === 'normal' || css.display === 'none'))
    return undefined;
  const isRtl = dom.styleOf(item).direction === 'rtl';
  const scale = dom.scaleOf(item);
  const size = Number.parseFloat(css.fontSize);
  const textSize = Number.parseFloat(dom.styleOf(text).fontSize);
  const area = areaOf(dom, item);
  const look = { colour: solid(css.color, dom), family: familyOf(css), scale: size / textSize };
  const inset = (property: 'left' | 'right'): number => {
    const px = Number.parseFloat(css[property]);
    return css.position === 'absolute' && !Number.isNaN(px) ? px * scale : 0;
  };
  const x = task
    ? dom.place(task.getBoundingClientRect())[isRtl ? 'right' : 'left']
    : isRtl
      ? area.x + area.width - inset('right')
      : area.x + inset('left');
  const content = task ? (task.textContent ?? '') : css.content;
  const marker = task
    ? ({ kind: 'sign', text: content, ...look } as const)
    : generatedMarker(content, item, look);
  return marker && { marker, x, at: (edge) => edge(x) };
}

function generatedMarker(
  content: string,
  item: HTMLElement,
  look: Pick<FrameMarker, 'colour' | 'family' | 'scale'>,
): FrameMarker | undefined {
  if (content.startsWith('counter(')) {
    const ending = /"([.)])"/.exec(content)?.[1];
    return {
      kind: 'number',
      number: numberOf(item),
      ending: ending === '.' || ending === ')' ? ending : '',
      ...look,
    };
  }
  const text = /^"((?:[^"\\]|\\.)*)"/.exec(content)?.[1];
  return text ? { kind: 'sign', text, ...look } : undefined;
}

/** What an item of a numbered list is called. */
function numberOf(item: HTMLElement): number {
  const list = item.parentElement;
  let number = list instanceof HTMLOListElement ? list.start : 1;
  for (const sibling of list?.children ?? []) {
    const value = sibling.getAttribute('value');
    if (value !== null && /^-?\d+$/.test(value)) number = Number(value);
    if (sibling === item) return number;
    if (sibling.localName === 'li') number += 1;
  }
  return number;
}

// Lines.

interface PlacedWord {
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly height: number;
  /** Of its own letters: for what is raised and stands alone. */
  readonly own?: number;
  /** How much wider it is as a letter, px. */
  readonly wider?: number;
}

interface PlacedLine {
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly firstWord: number;
  readonly words: number;
  readonly wider: number;
}

/** Each word on each of its lines, with the line it stands on. */
function wordsOf({ pieces, element }: ParagraphSource, dom: SlideDom): readonly PlacedWord[] {
  const range = document.createRange();
  const words: PlacedWord[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'generated') {
      const last = words.pop();
      const size = Number.parseFloat(dom.styleOf(element).fontSize) * dom.scaleOf(element);
      if (last)
        words.push({ ...last, wider: (last.wider ?? 0) + generatedLetter * size * piece.text.length });
      continue;
    }
    if (piece.kind === 'element') {
      words.push(...elementWords(piece.element, element, dom));
      continue;
    }
    const parent = piece.node.parentElement;
    if (!parent || !dom.isShown(parent)) continue;
    const scale = dom.scaleOf(parent);
    const css = dom.styleOf(parent);
    const ascent = fontBox(css).ascent * scale;
    const isRaised = parent.closest('sub, sup') !== null;
    const text = piece.node.data.slice(piece.start, piece.end);
    for (const found of text.matchAll(/[^\s\u200b\u2060\ufeff]+/g)) {
      range.setStart(piece.node, piece.start + found.index);
      range.setEnd(piece.node, piece.start + found.index + found[0].length);
      for (const rect of range.getClientRects()) {
        if (rect.width === 0 || rect.height === 0) continue;
        const { left, right, top, bottom } = dom.place(rect);
        const last = words.at(-1);
        // What is raised stands on the line of the word before it, or of the one after it.
        const isBeside = last !== undefined && left >= last.right - 1;
        const own = top + ascent;
        const baseline = isRaised ? (isBeside ? last.baseline : Number.NaN) : own;
        words.push({ left, right, baseline, height: bottom - top, own });
      }
    }
  }
  return words.map((word, at) =>
    Number.isNaN(word.baseline) ? { ...word, baseline: baselineNear(words, at) } : word,
  );
}

/** Of the next word that stands on the line, else of the last one that does, else its own. */
function baselineNear(words: readonly PlacedWord[], at: number): number {
  const isKnown = ({ baseline }: PlacedWord): boolean => !Number.isNaN(baseline);
  return (words.slice(at).find(isKnown) ?? words.findLast(isKnown))?.baseline ?? words[at]?.own ?? 0;
}

/** A mark that a stylesheet puts behind the last word is at most so wide, em. */
const generatedLetter = 0.6;

/** What a letter of Segoe UI Emoji is wider than the picture of an emoji, as a share of it: 1.37 em. */
const emojiLetter = 0.37;

function elementWords(element: HTMLElement, block: HTMLElement, dom: SlideDom): readonly PlacedWord[] {
  const rect = element.getBoundingClientRect();
  if (rect.width === 0) return [];
  const { left, right, top, bottom } = dom.place(rect);
  const height = bottom - top;
  if (!element.matches('.katex'))
    return [
      {
        left,
        right,
        height,
        baseline: bottom - 0.12 * height,
        ...(element.matches('img.emoji') && { wider: emojiLetter * (right - left) }),
      },
    ];
  const strut = element.querySelector<HTMLElement>('.katex-strut');
  const base = strut ? dom.place(strut.getBoundingClientRect()).bottom : bottom;
  const depth = strut ? Number.parseFloat(getComputedStyle(strut).verticalAlign) * dom.scaleOf(block) : 0;
  return [{ left, right, height, baseline: base + (Number.isNaN(depth) ? 0 : depth) }];
}

/** Words on one line stand on one baseline, more or less; the line begins anew where one stands lower. */
function linesOf(words: readonly PlacedWord[]): readonly PlacedLine[] {
  const lines: PlacedLine[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last && Math.abs(word.baseline - last.baseline) < Math.max(6, 0.15 * word.height)) {
      lines[lines.length - 1] = {
        ...last,
        left: Math.min(last.left, word.left),
        right: Math.max(last.right, word.right),
        words: last.words + 1,
        wider: last.wider + (word.wider ?? 0),
      };
    } else lines.push({ ...word, firstWord: word.right - word.left, words: 1, wider: word.wider ?? 0 });
  }
  return lines;
}
