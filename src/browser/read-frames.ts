// Where everything stands on the slides, once the browser has laid them out: what an office file is made of.
import { createColourReader } from './colours.ts';
import { inspectDom } from './dom-inspection.ts';
import {
  drawnElements,
  readChartFrame,
  readDrawing,
  readFormulaFrame,
  readPictureFrame,
} from './frame-drawings.ts';
import { familyOf, textStyleOf } from './frame-paragraphs.ts';
import { placePseudo, readShapes, type SlideDom, toColour } from './frame-shapes.ts';
import { readTable } from './frame-tables.ts';
import { isBlockBox, readCodeFrame, readGenerated, readText } from './frame-texts.ts';
import type { DeckFrames, FrameFill, FrameRole, SlideFrame, SlideFrames, TextFrame } from './frames.ts';

/** `tokens`: names of custom properties whose colours are wanted (`--accent`). The slides have been fitted before. */
export async function readFrames(tokens: readonly string[]): Promise<DeckFrames> {
  const rgba = createColourReader();
  const slides: SlideFrames[] = [];
  for (const slide of document.querySelectorAll<SVGSVGElement>('svg[data-marpit-svg]')) {
    const section = slide.querySelector<HTMLElement>('foreignObject:last-of-type > section, section');
    if (section) slides.push(await readSlide(slide, contentSection(slide) ?? section, rgba));
  }
  return { ...readTokens(tokens, rgba), slides };
}

/** Where a slide has a picture behind it, Marp draws it in a section of its own. */
function contentSection(slide: Element): HTMLElement | null {
  return slide.querySelector<HTMLElement>('section[data-marpit-advanced-background="content"]');
}

function readTokens(
  tokens: readonly string[],
  rgba: (css: string) => readonly [number, number, number, number],
): Pick<DeckFrames, 'colours' | 'fonts'> {
  const model = document.querySelector<HTMLElement>('svg[data-marpit-svg] section');
  if (!model) return { colours: {}, fonts: { body: '', heading: '', code: '' } };
  // A slide of the plainest kind: the tokens of grounds and layouts are left out.
  const probe = model.cloneNode(false) as HTMLElement;
  probe.removeAttribute('class');
  const inner = document.createElement('span');
  probe.append(inner);
  model.after(probe);
  const colours = Object.fromEntries(
    tokens.flatMap((token) => {
      inner.style.color = 'rgba(1, 2, 3, 0)';
      inner.style.color = `var(${token}, rgba(1, 2, 3, 0))`;
      const colour = rgba(getComputedStyle(inner).color);
      return colour[3] === 0 ? [] : [[token, toColour(colour)] as const];
    }),
  );
  const family = (token: string): string => {
    inner.style.fontFamily = `var(${token})`;
    return familyOf(getComputedStyle(inner));
  };
  const fonts = {
    body: family('--body-font'),
    heading: family('--heading-font'),
    code: family('--code-font'),
  };
  probe.remove();
  return { colours, fonts };
}

/** Classes of a slide that follow its layout and name no composition. */
const notComposition = /^(?:xs|sm|md|lg|x{1,3}l|ground-.*|fills-.*|reveal|rtl|stem|title-beside|leading-.*)$/;

async function readSlide(
  slide: SVGSVGElement,
  section: HTMLElement,
  rgba: ReturnType<typeof createColourReader>,
): Promise<SlideFrames> {
  const { width, height } = slide.viewBox.baseVal;
  const size = { width, height };
  const dom: SlideDom = { ...inspectDom({ surface: slide, root: section, size }), section, size, rgba };
  const shapes = readShapes(dom);
  const title = section.querySelector<HTMLElement>(':scope > h1, :scope > h2');
  const composition = section.className
    .split(' ')
    .slice(1)
    .find((name) => !notComposition.test(name));
  const read: SlideFrame[] = [];
  const out: FrameReading = { frames: read, dom, drawn: drawnElements(section) };
  if (title) await readElement(title, 'title', out);
  for (const body of section.children) {
    if (body instanceof HTMLElement && body.matches('.body')) await readElement(body, 'body', out);
    else if (body instanceof HTMLElement && body !== title && !body.matches('header, footer'))
      await readElement(body, 'body', out);
  }
  await readMargin(section, out);
  const direction = dom.styleOf(section).direction === 'rtl' ? 'rtl' : 'ltr';
  return {
    background: backgroundOf(slide, section, dom),
    layout: section.classList[0] ?? '',
    ...(composition && { composition }),
    direction,
    language: section.lang || document.documentElement.lang || 'en',
    frames: [...shapes, ...read],
  };
}

function backgroundOf(slide: Element, section: HTMLElement, dom: SlideDom): FrameFill {
  const figure = slide.querySelector<HTMLElement>('[data-marpit-advanced-background="background"] figure');
  const address = /url\("(data:[^"]+)"\)/.exec(
    figure ? getComputedStyle(figure).backgroundImage : dom.styleOf(section).backgroundImage,
  )?.[1];
  if (address) return { kind: 'picture', address };
  const colour = dom.rgba(dom.styleOf(section).backgroundColor);
  return { kind: 'colour', colour: colour[3] === 0 ? { rgb: 'ffffff' } : toColour(colour) };
}

/** What is read so far of one slide. */
interface FrameReading {
  readonly frames: SlideFrame[];
  readonly dom: SlideDom;
  /** Elements that are drawn by themselves, in order. */
  readonly drawn: readonly Element[];
}

const notText =
  'table, pre, .code-part, svg, img:not(.emoji), .katex-display, canvas, video, iframe, hr, .line-numbers';

async function readElement(element: HTMLElement, role: FrameRole, out: FrameReading): Promise<void> {
  const { dom, frames, drawn } = out;
  if (!dom.isShown(element)) return;
  const own = roleOf(element, role);
  if (element.matches('table')) {
    frames.push(...(await readTable(element as HTMLTableElement, own, dom, drawn)));
  } else if (element.matches('pre')) {
    const code = readCodeFrame(element, dom);
    if (code) frames.push(code);
  } else if (element.matches('.line-numbers')) {
    const numbers = readText([...element.children], element, 'decoration', dom);
    if (numbers) frames.push(numbers);
  } else if (element.matches('.katex-display')) {
    frames.push(readFormulaFrame(element, own, dom, drawn));
  } else if (element instanceof HTMLImageElement) {
    const picture = await readPictureFrame(element, own, dom);
    if (picture) frames.push(picture);
  } else if (isTextBox(element, dom)) {
    const text = readText([element], element.parentElement ?? element, own, dom);
    if (text) frames.push(text);
    readSigns(element, out);
  } else await readInside(element, own, out);
}

function roleOf(element: HTMLElement, role: FrameRole): FrameRole {
  if (element.matches('.subtitle')) return 'subtitle';
  if (element.matches('.bars, .marks, .rise, .agenda .page')) return 'label';
  if (element.matches('.picture-caption, .table-caption, .footnote, .footnotes, .source')) return 'caption';
  return role;
}

/** Nothing but words: paragraphs, lists, headings, in one column. */
function isTextBox(element: HTMLElement, dom: SlideDom): boolean {
  // The sign of a root is a drawing within its formula.
  const drawn = [element, ...element.querySelectorAll(notText)];
  if (drawn.some((part) => part.matches(notText) && !part.closest('.katex'))) return false;
  const all = [element, ...element.querySelectorAll<HTMLElement>('*')];
  return all.every((at) => {
    if (at.closest('.katex') || at.matches('.task')) return true;
    if (!dom.isShown(at)) return true;
    const { display, position, borderInlineStartWidth } = dom.styleOf(at);
    if (position === 'absolute' && at !== element) return false;
    if (at.matches('blockquote') && at !== element && Number.parseFloat(borderInlineStartWidth) > 0)
      return false;
    if (at.matches('.callout') && at !== element) return false;
    const isLaidOut = /^(?:inline-)?(?:flex|grid)/.test(display) || display === 'contents';
    return !isLaidOut || at.matches('li, .mark-of') || at.childElementCount === 0;
  });
}

async function readInside(element: HTMLElement, role: FrameRole, out: FrameReading): Promise<void> {
  const { dom, frames, drawn } = out;
  readSigns(element, out);
  const { display } = dom.styleOf(element);
  const isFlow = !/flex|grid|contents/.test(display);
  let group: Node[] = [];
  const flush = (): void => {
    const hasWords = group.some(
      (node) => /\S/.test(node.textContent ?? '') || (node as Element).querySelector?.('img, .katex'),
    );
    const text = hasWords ? readText(group, element, role, dom) : undefined;
    if (text) frames.push(text);
    group = [];
  };
  for (const node of element.childNodes) {
    if (node instanceof Text) {
      group.push(node);
      continue;
    }
    if (node instanceof SVGSVGElement) {
      flush();
      const frame = node.matches('.chart')
        ? readChartFrame(node, role, dom, drawn)
        : readDrawing(node, role, dom, drawn);
      if (frame && dom.isShown(node)) frames.push(frame);
      continue;
    }
    if (!(node instanceof HTMLElement) || !dom.isShown(node)) continue;
    const joins =
      dom.styleOf(node).position !== 'absolute' &&
      isTextBox(node, dom) &&
      roleOf(node, role) === role &&
      !hasLook(node, dom);
    if (joins && (isFlow || !isBlockBox(node, dom))) {
      group.push(node);
      continue;
    }
    flush();
    await readElement(node, role, out);
  }
  flush();
}

/** A box with a look of its own is a frame of its own. */
function hasLook(element: HTMLElement, dom: SlideDom): boolean {
  if (!isBlockBox(element, dom)) return false;
  const css = dom.styleOf(element);
  return (
    dom.rgba(css.backgroundColor)[3] > 0 ||
    ['top', 'right', 'bottom', 'left'].some(
      (side) => Number.parseFloat(css.getPropertyValue(`border-${side}-width`)) > 0,
    )
  );
}

/** What `::before` and `::after` say in a box of their own: the sign of a callout. A list's signs belong to their paragraphs. */
function readSigns(element: HTMLElement, { frames, dom }: FrameReading): void {
  if (element.localName === 'li') return;
  for (const name of ['::before', '::after'] as const) {
    const frame = generatedText(element, name, 'decoration', dom);
    if (frame) frames.push(frame);
  }
}

function generatedText(
  element: HTMLElement,
  name: '::before' | '::after',
  role: FrameRole,
  dom: SlideDom,
): TextFrame | undefined {
  const pseudo = placePseudo(element, name, dom);
  if (!pseudo) return undefined;
  const { style: css, area } = pseudo;
  const text = /^"((?:[^"\\]|\\.)+)"/.exec(css.content)?.[1];
  if (text === undefined || text.trim() === '') return undefined;
  const scale = dom.scaleOf(element);
  const style = {
    ...textStyleOf(element, dom),
    family: familyOf(css),
    size: Number.parseFloat(css.fontSize) * scale,
    weight: Number(css.fontWeight),
    italic: css.fontStyle !== 'normal',
    colour: toColour(dom.rgba(css.color)),
    tracking: 0,
  };
  return readGenerated(text, css, area, role, scale, { style, direction: 'ltr' });
}

/** What stands on every slide: the names above the topic, the footer, the slide's number. */
async function readMargin(section: HTMLElement, out: FrameReading): Promise<void> {
  const { dom, frames } = out;
  for (const element of section.querySelectorAll<HTMLElement>(':scope > header > *')) {
    if (element.matches('.progress, .shape')) continue;
    if (element.matches('img')) await readElement(element, 'decoration', out);
    else if (element.querySelector('img:not(.emoji)')) await readInside(element, 'marker', out);
    else if (dom.isShown(element)) {
      const text = readText([element], element.parentElement ?? section, 'marker', dom);
      if (text) frames.push(text);
    }
  }
  const footer = section.querySelector<HTMLElement>(':scope > footer');
  if (footer && dom.isShown(footer)) {
    const text = readText([footer], section, 'footer', dom);
    if (text) frames.push(text);
  }
  const number = section.dataset.marpitPagination
    ? generatedText(section, '::after', 'number', dom)
    : undefined;
  if (number) frames.push(number);
}
