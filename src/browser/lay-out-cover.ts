// The cover from the bottom up: contents, who speaks, the title, and all height that is left for the drawing.
import type { LayoutInput } from './page-functions.ts';

/** px of a pt. */
const pt = 96 / 72;

/** Contents that have no room on the cover; undefined when they stand there, or there are none. */
export function layOutCover(main: Element, input: LayoutInput): Element | undefined {
  const contents = main.querySelector('.stock > .contents') ?? undefined;
  const face = main.querySelector<HTMLElement>('.cover > .face');
  if (!face) return contents;
  fitTitle(face, input);
  if (!contents || input.ownContents) return contents;
  face.append(contents);
  if (hasRoom(face, input)) return undefined;
  contents.classList.add('plain');
  if (hasRoom(face, input)) return undefined;
  contents.classList.remove('plain');
  contents.remove();
  return contents;
}

/** In at most three lines, as large as it can be; a very long one is smaller and has more. */
function fitTitle(face: Element, { cover }: LayoutInput): void {
  const title = face.querySelector<HTMLElement>(':scope > h1');
  if (!title) return;
  const fits = (size: number, lines: number): boolean => {
    title.style.fontSize = `${size}pt`;
    const height = title.getBoundingClientRect().height;
    const line = Number.parseFloat(getComputedStyle(title).lineHeight);
    return title.scrollWidth <= title.clientWidth + 1 && height <= lines * line + 1 && !breaksWords(title);
  };
  for (let size = cover.largest; size >= cover.smallest; size -= 2) if (fits(size, 3)) return;
  for (let size = cover.smallest; size > 18; size -= 2) if (fits(size, 5)) return;
}

/** Whether a word without spaces stands on two lines, where words have spaces between them. */
function breaksWords(title: Element): boolean {
  const node = title.firstChild;
  if (!(node instanceof Text) || /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(node.data)) return false;
  const range = document.createRange();
  return [...node.data.matchAll(/[^\s\u00ad-]+/g)].some(({ 0: word, index }) => {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
    return tops.size > 1;
  });
}

/** The drawing keeps its least height; a slide in its place keeps half of it. */
function hasRoom(face: HTMLElement, { cover }: LayoutInput): boolean {
  const drawing = face.querySelector('.drawing');
  const picture = face.querySelector('.picture');
  const bottom = face.getBoundingClientRect().bottom + 1;
  const last = face.lastElementChild?.getBoundingClientRect().bottom ?? 0;
  if (last > bottom) return false;
  if (picture) return true;
  return drawing === null || drawing.getBoundingClientRect().height >= cover.drawing - pt;
}
