// Words that something else is painted over. Shadows, plates of `::before` and what is clipped are no elements that a
// point would find, so a picture of the page is asked: all letters are set in one colour, and each word has to show it.
import type { Area } from './snapshots.ts';

const id = 'lectern-coloured-words';

/** A colour that themes hardly use, and how far from it a stem is at its edges, of 255. */
const letters = { css: '#f0f', rgb: [255, 0, 255], tolerance: 110 } as const;

/** Sets all letters of all slides in one colour; what waits for a key press is shown. */
export function colourWords(): void {
  const style = document.createElement('style');
  style.id = id;
  const slide = 'svg[data-marpit-svg]';
  style.textContent =
    `${slide} :is(*, *::before, *::after) { -webkit-text-fill-color: ${letters.css} !important; text-decoration-color: transparent !important } ` +
    `${slide} svg text, ${slide} svg tspan { fill: ${letters.css} !important; stroke: none !important } ` +
    `${slide} [data-bespoke-marp-fragment] { visibility: visible !important; opacity: 1 !important }`;
  document.head.append(style);
}

/**
 * The indices of the words, each given by its areas in px of the slide, that do not show all of themselves in a picture of
 * the window (a PNG in Base64), which is taken after `colourWords`. Sets the colours back.
 */
export async function findCovered(
  index: number,
  words: readonly (readonly Area[])[],
  picture: string,
): Promise<number[]> {
  document.getElementById(id)?.remove();
  const slide = document.querySelectorAll<SVGSVGElement>('svg[data-marpit-svg]')[index];
  const matrix = slide?.getScreenCTM();
  if (!slide || !matrix) throw new Error(`the page has no slide ${index + 1}`);
  const isInk = await readInk(picture);
  const point = (x: number, y: number) => ({ x: matrix.a * x + matrix.e, y: matrix.d * y + matrix.f });
  return words.flatMap((areas, at) => {
    const isWhole = areas.every(({ left, top, right, bottom }) => {
      const [from, to] = [point(left, top), point(right, bottom)];
      const pieces = Math.max(1, Math.floor((to.x - from.x) / (1.2 * Math.max(12, to.y - from.y))));
      const width = (to.x - from.x) / pieces;
      return Array.from({ length: pieces }, (_, piece) => from.x + piece * width).every((x) =>
        isInk({ left: x, right: x + width, top: from.y, bottom: to.y }),
      );
    });
    return isWhole ? [] : [at];
  });
}

/** Whether any point of an area of the window has the colour of the letters; true outside of the window. */
async function readInk(picture: string): Promise<(area: Area) => boolean> {
  const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
  if (!context) throw new Error('the browser draws no canvas');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const isLetter = (x: number, y: number): boolean => {
    const at = 4 * (y * image.width + x);
    return letters.rgb.every((value, part) => Math.abs((data[at + part] ?? 0) - value) <= letters.tolerance);
  };
  return ({ left, top, right, bottom }) => {
    if (left < 0 || top < 0 || right > image.width || bottom > image.height) return true;
    for (let y = Math.floor(top); y < Math.ceil(bottom); y++) {
      for (let x = Math.floor(left); x < Math.ceil(right); x++) if (isLetter(x, y)) return true;
    }
    return false;
  };
}
