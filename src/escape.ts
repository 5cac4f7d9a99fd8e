/**
 * Text that somebody else wrote, made safe for the place it goes to: one function for each kind of place. Whatever is
 * put into HTML, XML, CSS or a terminal goes through one of them. (A text in a PDF is a `PDFHexString`, one in YAML a
 * scalar in quotes: `yamlText`.)
 */

/** Safe between tags and inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The same for XML: characters that XML 1.0 has no place for become U+FFFD. */
export function escapeXml(text: string): string {
  return escapeHtml(text.replace(notInXml, '\uFFFD'));
}

/** https://www.w3.org/TR/xml/#charsets */
const notInXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A CSS string with its quotes. Nothing in it ends the string, the rule or the element, however it is read. */
export function cssString(text: string): string {
  return `"${text.replace(notPlainInCss, (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `)}"`;
}

/** All of ASCII but letters, digits and a few characters that mean nothing in CSS, HTML or YAML. */
const notPlainInCss = /[^\w .,\u{80}-\u{10FFFF}-]|[\p{Cc}\p{Cs}]/gu;

/** The text of a CSS string, without its quotes: the opposite of `cssString`. */
export function unescapeCss(text: string): string {
  return text.replace(/\\(?:([\da-f]{1,6})\s?|([\s\S]))/gi, (_, hex?: string, character = '') =>
    hex === undefined ? character : fromHex(hex),
  );
}

/** NUL, halves of characters and what is beyond Unicode are U+FFFD: CSS Syntax, 4.3.7. */
function fromHex(hex: string): string {
  const point = Number.parseInt(hex, 16);
  const isCharacter = point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
  return isCharacter ? String.fromCodePoint(point) : '\uFFFD';
}

/** A whole stylesheet between `<style>` and `</style>`: a string in it cannot end the element, and stays the same string. */
export function styleText(css: string): string {
  return css.replace(/<(?=\/style)/gi, '\\3c ');
}

/**
 * A piece of a line for the terminal: what would steer it, end the line or turn its direction is seen as a character in its
 * place, so that the user can tell which character it is.
 */
export function terminalText(text: string): string {
  return text.replace(steering, (character) => {
    const code = character.charCodeAt(0);
    if (character === '\t') return ' ';
    if (code === 0x7f) return '\u2421';
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\uFFFD';
  });
}

/** Control characters (C0 and C1), line and paragraph separators, and what turns the direction of a run of text. */
const steering = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu;

/** Several lines of our own with texts of others in them: only the line ends stay. */
export function terminalLines(text: string): string {
  return text.split('\n').map(terminalText).join('\n');
}

/** JSON on the terminal, where `JSON.stringify` leaves characters that steer it. */
export function terminalJson(value: unknown): string {
  return JSON.stringify(value, null, 2)
    .split('\n')
    .map((line) =>
      line.replace(steering, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`),
    )
    .join('\n');
}
