/** CSS with characters in the place of escapes such as `\2014`. */
export function unescapeCss(css: string): string {
  return css.replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex: string) => fromHex(hex));
}

function fromHex(hex: string): string {
  const codePoint = Number.parseInt(hex, 16);
  return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : '';
}
