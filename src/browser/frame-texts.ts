// Boxes of text: what stands below one another in one box is one frame, so that it is edited as one.
import {
  contentBox,
  fontBox,
  type InlinePiece,
  type ParagraphSource,
  type ReadParagraph,
  readParagraph,
} from './frame-paragraphs.ts';
import type { SlideDom } from './frame-shapes.ts';
import type { CodeFrame, FrameArea, FrameParagraph, FrameRole, FrameRun, TextFrame } from './frames.ts';

/** A box of text from nodes that stand below or beside one another in `parent`. Undefined where nothing is drawn. */
export function readText(
  nodes: readonly Node[],
  parent: HTMLElement,
  role: FrameRole,
  dom: SlideDom,
): TextFrame | undefined {
  const seen = nodes.filter((node) => node instanceof Element || /\S/.test(node.textContent ?? ''));
  const only = seen.length === 1 && seen[0] instanceof HTMLElement ? seen[0] : undefined;
  const holder = only && isBlockBox(only, dom) ? only : blockAround(parent, dom);
  const box = contentBox(holder, dom);
  const read = paragraphsOf(nodes, parent, dom).flatMap((source) => readParagraph(source, box, dom) ?? []);
  return frameOf(
    read.map((paragraph) => withBreaks(paragraph, dom)),
    box,
    role,
    holder,
    dom,
  );
}

/**
 * Short large text is balanced by a measure that no width of a box gives: where it would break elsewhere, it has the breaks
 * that a person would set by hand. No other text has breaks of its own.
 */
function withBreaks(read: ReadParagraph, dom: SlideDom): ReadParagraph {
  const { lines, element } = read;
  const isBalanced = dom.styleOf(element).textWrapStyle === 'balance';
  if (!isBalanced || lines.length < 2 || lines.length > 6 || read.widest > read.narrowest + leastRoom)
    return read;
  const runs = breakRuns(read.paragraph.runs, lines);
  return runs ? { ...read, widest: Number.MAX_SAFE_INTEGER, paragraph: { ...read.paragraph, runs } } : read;
}

/** Between the widths at which a text breaks as it should, px: less is a matter of chance. */
const leastRoom = 10;

/** The same runs with a break before the first word of each line; undefined where a line begins within a word or a formula. */
function breakRuns(
  runs: readonly FrameRun[],
  lines: ReadParagraph['lines'],
): readonly FrameRun[] | undefined {
  const all = runs.flatMap((run) => (run.kind === 'text' ? (run.text.match(/\S+/g) ?? []) : []));
  if (all.length !== lines.reduce((sum, { words }) => sum + words, 0)) return undefined;
  let left = lines.map(({ words }) => words).slice(0, -1);
  const made: FrameRun[] = [];
  for (const run of runs) {
    if (run.kind !== 'text') return undefined;
    let text = '';
    for (const part of run.text.split(/(\s+)/)) {
      const [count = 0, ...rest] = left;
      if (/^\s+$/.test(part) && left.length > 0 && count === 0) {
        if (text !== '') made.push({ ...run, text });
        made.push({ kind: 'break' });
        text = '';
        left = rest;
      } else {
        if (/\S/.test(part) && left.length > 0) left = [count - 1, ...rest];
        text += part;
      }
    }
    if (text !== '') made.push({ ...run, text });
  }
  return left.length === 0 ? made : undefined;
}

/** A listing as text: its lines are paragraphs. */
export function readCodeFrame(pre: HTMLElement, dom: SlideDom): CodeFrame | undefined {
  const code = pre.querySelector('code') ?? pre;
  const lines = [...pre.querySelectorAll<HTMLElement>('.line')];
  const sources =
    lines.length > 0
      ? lines.map((line) => ({ element: line, pieces: piecesOf([...line.childNodes]) }))
      : linesOfText(code as HTMLElement);
  const box = contentBox(pre.matches('.code-part pre') ? ((lines[0] ?? pre) as HTMLElement) : pre, dom);
  const read = sources.map((source) => readParagraph(source, box, dom));
  const full = withEmptyLines(read);
  const frame = frameOf(full, box, 'body', pre, dom);
  if (!frame) return undefined;
  const language = /language-([\w+#-]+)/.exec(code.className)?.[1] ?? '';
  return { ...frame, kind: 'code', codeLanguage: language };
}

/** Lines without letters are paragraphs, too: they are as high as the others. */
function withEmptyLines(read: readonly (ReadParagraph | undefined)[]): readonly ReadParagraph[] {
  const model = read.find((line) => line !== undefined);
  if (!model) return [];
  const made: ReadParagraph[] = [];
  for (const line of read) {
    const top = made.at(-1)?.bottom ?? model.top;
    if (line) made.push(line);
    else if (made.length > 0)
      made.push({
        ...model,
        top,
        bottom: top + model.paragraph.line,
        paragraph: { ...model.paragraph, runs: [] },
      });
  }
  while (made.at(-1)?.paragraph.runs.length === 0) made.pop();
  return made;
}

function linesOfText(code: HTMLElement): readonly ParagraphSource[] {
  const lines: InlinePiece[][] = [[]];
  const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    let start = 0;
    for (const part of node.data.split('\n')) {
      if (start > 0) lines.push([]);
      lines.at(-1)?.push({ kind: 'text', node, start, end: start + part.length });
      start += part.length + 1;
    }
  }
  return lines.map((pieces) => ({ element: code, pieces }));
}

/** Cells of a table have their own box. */
export function readCellParagraphs(cell: HTMLElement, dom: SlideDom): readonly FrameParagraph[] {
  const box = contentBox(cell, dom);
  const read = paragraphsOf([...cell.childNodes], cell, dom).flatMap(
    (source) => readParagraph(source, box, dom) ?? [],
  );
  return spaced(read);
}

/** `before` of each: from the lines above to its own. */
function spaced(read: readonly ReadParagraph[]): readonly FrameParagraph[] {
  return read.map(({ paragraph, top }, at) => {
    const above = read[at - 1];
    return { ...paragraph, before: above ? Math.max(0, top - above.bottom) : 0 };
  });
}

function frameOf(
  read: readonly ReadParagraph[],
  box: FrameArea,
  role: FrameRole,
  holder: HTMLElement,
  dom: SlideDom,
): TextFrame | undefined {
  const [first] = read;
  if (!first) return undefined;
  const isRtl = first.paragraph.direction === 'rtl';
  const css = dom.styleOf(holder);
  const width = widthOf(read, box.width);
  const align = first.paragraph.align;
  // Signs that hang out of the box, and first lines that do, are in the frame.
  const hanging = align === 'center' ? 0 : Math.max(...read.map(({ paragraph }) => -paragraph.first));
  const beyond = isRtl
    ? Math.max(...read.map(({ right }) => right)) - (box.x + box.width)
    : box.x - Math.min(...read.map(({ left }) => left));
  const out = Math.max(0, hanging, beyond);
  const free = width - box.width;
  const x =
    align === 'center'
      ? box.x - free / 2
      : (align === 'right') === isRtl && !isRtl
        ? box.x
        : isRtl || align === 'right'
          ? box.x - free
          : box.x;
  const columns = Number.parseInt(css.columnCount, 10);
  const top = Math.min(...read.map((paragraph) => paragraph.top));
  const bottom = Math.max(...read.map((paragraph) => paragraph.bottom));
  const paragraphs = spaced(read).map((paragraph) => ({
    ...paragraph,
    indent: paragraph.indent + out,
    first: paragraph.first + out,
  }));
  return {
    kind: 'text',
    role,
    area: { x: isRtl ? x : x - out, y: top, width: width + out, height: bottom - top },
    anchor: 'top',
    ...(css.whiteSpace === 'nowrap' && { isLine: true as const }),
    ...(columns > 1 && {
      columns: { count: columns, gap: (Number.parseFloat(css.columnGap) || 0) * dom.scaleOf(holder) },
    }),
    ...stepsOf(paragraphs),
    paragraphs,
  };
}

/** A frame all of which appears with one click appears as a frame. */
function stepsOf(paragraphs: readonly FrameParagraph[]): { readonly step?: number } {
  const steps = new Set(paragraphs.map(({ step }) => step));
  const [step] = steps;
  return steps.size === 1 && step !== undefined ? { step } : {};
}

/** What another program measures differs by a hair. px */
const tolerance = 4;

/**
 * The width at which lines break one after the other where the browser has broken them: its own and a little more,
 * or, where it has balanced them, between the widest line and the narrowest that would take another word.
 */
function widthOf(read: readonly ReadParagraph[], width: number): number {
  const least = Math.max(...read.map(({ narrowest }) => narrowest));
  const most = Math.min(...read.map(({ widest }) => widest));
  if (most <= least) return width + 1;
  const room = most - least;
  if (width < most)
    return Math.max(Math.min(width + tolerance, (width + most) / 2), least + Math.min(tolerance, room / 2));
  return least + Math.min(room / 2, 24);
}

// From nodes to paragraphs.

export function isBlockBox(element: HTMLElement, dom: SlideDom): boolean {
  const { display } = dom.styleOf(element);
  return !display.startsWith('inline') && display !== 'contents' && !display.startsWith('ruby');
}

function blockAround(element: HTMLElement, dom: SlideDom): HTMLElement {
  let at = element;
  while (!isBlockBox(at, dom) && at.parentElement) at = at.parentElement;
  return at;
}

function paragraphsOf(
  nodes: readonly Node[],
  parent: HTMLElement,
  dom: SlideDom,
): readonly ParagraphSource[] {
  const found: ParagraphSource[] = [];
  let inline: Node[] = [];
  let item = parent.localName === 'li' && nodes[0] === parent.firstChild ? parent : undefined;
  const flush = (): void => {
    const pieces = piecesOf(inline);
    inline = [];
    const hasWords = pieces.some((piece) => piece.kind !== 'text' || /\S/.test(piece.node.data));
    if (!hasWords) return;
    found.push({ element: parent, pieces, ...(item && { item }) });
    item = undefined;
  };
  for (const node of nodes) {
    if (!(node instanceof HTMLElement)) {
      if (node instanceof Text) inline.push(node);
      continue;
    }
    if (!dom.isShown(node) || node.matches('.task')) continue;
    if (!isBlockBox(node, dom) && !holdsBlocks(node, dom)) {
      inline.push(node);
      continue;
    }
    flush();
    const inside = paragraphsOf([...node.childNodes], node, dom);
    const [first, ...rest] = inside;
    if (first && item && !first.item) {
      found.push({ ...first, item }, ...rest);
      item = undefined;
    } else found.push(...inside);
  }
  flush();
  return withGenerated(found, nodes, parent);
}

/** With what `::before` and `::after` set in the line of the element's own words. */
function withGenerated(
  found: readonly ParagraphSource[],
  nodes: readonly Node[],
  parent: HTMLElement,
): readonly ParagraphSource[] {
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last || parent.localName === 'li' || nodes[0] !== parent.firstChild) return found;
  const [before, after] = [generatedPiece(parent, '::before'), generatedPiece(parent, '::after')];
  return found.map((source) => {
    if (source.element !== parent) return source;
    const pieces = [
      ...(before && source === first ? [before] : []),
      ...source.pieces,
      ...(after && source === last ? [after] : []),
    ];
    return { ...source, pieces };
  });
}

function generatedPiece(element: HTMLElement, name: '::before' | '::after'): InlinePiece | undefined {
  const css = getComputedStyle(element, name);
  if (css.position !== 'static' || css.display !== 'inline') return undefined;
  const text = /^"((?:[^"\\]|\\.)+)"$/.exec(css.content)?.[1] ?? quoteOf(css, element);
  return text === undefined ? undefined : { kind: 'generated', text, element };
}

function quoteOf({ content, quotes }: CSSStyleDeclaration, element: HTMLElement): string | undefined {
  if (content !== 'open-quote' && content !== 'close-quote') return undefined;
  const own = [...quotes.matchAll(/"([^"]*)"/g)].map(([, mark = '']) => mark);
  const language = (element.closest('[lang]')?.getAttribute('lang') ?? 'en').split('-')[0] ?? 'en';
  const [open, close] = own.length >= 2 ? own : (quoteMarks.get(language) ?? ['“', '”']);
  return content === 'open-quote' ? open : close;
}

/** Where `quotes` is `auto` the browser goes by the language (CLDR, `delimiters`). */
const quoteMarks: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>(
  [
    { marks: ['„', '“'], languages: ['de', 'cs', 'sk', 'sl', 'is', 'bg', 'et', 'lt'] },
    { marks: ['„', '”'], languages: ['pl', 'ro', 'hu', 'hr'] },
    { marks: ['«', '»'], languages: ['fr', 'es', 'it', 'ru', 'uk', 'el', 'no', 'nb', 'nn', 'fa'] },
    { marks: ['”', '”'], languages: ['sv', 'fi', 'he'] },
    { marks: ['‘', '’'], languages: ['nl'] },
    { marks: ['「', '」'], languages: ['ja'] },
    { marks: ['”', '“'], languages: ['ar'] },
  ].flatMap(({ marks, languages }) => languages.map((language) => [language, marks] as const)),
);

function holdsBlocks(element: HTMLElement, dom: SlideDom): boolean {
  return [...element.children].some(
    (child) =>
      child instanceof HTMLElement &&
      (isBlockBox(child, dom) || holdsBlocks(child, dom)) &&
      !child.matches('.katex, .katex *'),
  );
}

function piecesOf(nodes: readonly Node[]): readonly InlinePiece[] {
  return nodes.flatMap((node): readonly InlinePiece[] => {
    if (node instanceof Text) return [{ kind: 'text', node, start: 0, end: node.length }];
    if (!(node instanceof HTMLElement)) return [];
    if (node.matches('.task, .katex-mathml')) return [];
    if (node.matches('br, img, .katex')) return [{ kind: 'element', element: node }];
    return piecesOf([...node.childNodes]);
  });
}

/** For one more letter than there are, px: the number of a slide changes. */
const room = 40;

/** The text that a pseudo-element draws, in its box: a slide's number, the sign of a callout. */
export function readGenerated(
  text: string,
  css: CSSStyleDeclaration,
  area: FrameArea,
  role: FrameRole,
  scale: number,
  facts: Pick<FrameParagraph, 'style' | 'direction'>,
): TextFrame {
  const { ascent, descent } = fontBox(css);
  const line = Number.parseFloat(css.lineHeight) * scale || (ascent + descent) * scale;
  // It is as wide as its letters: which edge they keep, where it stands on the slide says.
  const align = css.textAlign === 'center' ? 'center' : area.x > 640 ? 'right' : 'left';
  const left = { left: 0, center: room / 2, right: room }[align];
  return {
    kind: 'text',
    role,
    area: { ...area, x: area.x - left, width: area.width + room },
    anchor: 'top',
    isLine: true,
    paragraphs: [
      {
        level: 0,
        align,
        direction: facts.direction,
        indent: 0,
        first: 0,
        endIndent: 0,
        line,
        before: 0,
        after: 0,
        ascent: ascent * scale,
        descent: descent * scale,
        runs: [{ kind: 'text', text, style: facts.style }],
        style: facts.style,
      },
    ],
  };
}
