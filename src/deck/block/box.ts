/**
 * Markdown inside a `<div>`. The blank lines end the HTML block of the tag, so what stands between is
 * Markdown again.
 */
export function box(classes: string, content: string): string {
  return content === ''
    ? `<div class="${classes}"></div>`
    : `<div class="${classes}">\n\n${content}\n\n</div>`;
}
