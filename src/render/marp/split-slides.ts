/** The HTML of each slide, in order, cut where Marp's `svg` of the next one begins. */
export function splitSlides(html: string): readonly string[] {
  return html
    .split(/(?=<svg data-marpit-svg="")/)
    .filter((piece) => piece.startsWith('<svg data-marpit-svg'));
}
