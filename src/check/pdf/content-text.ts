// The text that a content stream of a PDF draws. It reads what Chromium writes: codes of two bytes
// in hexadecimal digits, and strings for the fonts that have one byte a code.

/** A font of the page, by the name it has there. */
export interface PdfFont {
  readonly map: ReadonlyMap<number, string>;
  /** Bytes of a code. */
  readonly width: 1 | 2;
}

export interface PdfResources {
  readonly fonts: ReadonlyMap<string, PdfFont>;
  /** Drawings that the stream may call for, each with its own parts. */
  readonly forms: ReadonlyMap<string, { readonly content: string; readonly parts: PdfResources }>;
}

/** Codes drawn without a character that they stand for: a box on the page, found by no search. */
export interface DrawnText {
  readonly text: string;
  readonly unknown: number;
}

/** Marked content: its beginning in the text, and what is written for it. */
interface MarkedText {
  readonly start: number;
  readonly text: string | undefined;
}

/**
 * Text in the order in which it is drawn. A new place on the page begins a new word. Where a file says what a piece of
 * text stands for, that is what a reader gets (ISO 32000-1, 14.9.4): letters that are drawn as two, a mark above another.
 */
export function drawnText(content: string, parts: PdfResources): DrawnText {
  let font: PdfFont | undefined;
  let text = '';
  let unknown = 0;
  let operands: string[] = [];
  let name = '';
  const marks: MarkedText[] = [];
  const show = (token: string): void => {
    for (const code of codesOf(token, font?.width ?? 2)) {
      const character = font?.map.get(code);
      if (character === undefined) unknown += 1;
      else text += character;
    }
  };
  for (const [token] of content.matchAll(lexeme)) {
    const first = token.charAt(0);
    if (first === '/') name = token.slice(1);
    if (/[/<>([\d.+-]/.test(first)) {
      operands.push(token);
      continue;
    }
    if (token === 'BDC' || token === 'BMC') marks.push({ start: text.length, text: writtenText(operands) });
    else if (token === 'EMC') {
      const mark = marks.pop();
      if (mark?.text !== undefined) text = leadingBreak(text, mark.start) + mark.text;
    } else if (token === 'Tf') font = parts.fonts.get(name);
    else if (token === 'Tj' || token === "'") show(operands.at(-1) ?? '');
    else if (token === 'TJ') for (const [part] of (operands.at(-1) ?? '').matchAll(string)) show(part);
    else if (token === 'Tm' || token === 'T*') text += '\n';
    else if (token === 'Td' && Number(operands.at(-1)) !== 0) text += '\n';
    else if (token === 'Do') {
      const form = parts.forms.get(name);
      const inner = form && drawnText(form.content, form.parts);
      if (inner) text += `\n${inner.text}\n`;
      unknown += inner?.unknown ?? 0;
    }
    operands = [];
  }
  return { text, unknown };
}

/** The text up to a mark, with the break that its content begins with. */
function leadingBreak(text: string, start: number): string {
  return text.slice(0, start) + (text.startsWith('\n', start) ? '\n' : '');
}

/** `/ActualText` among the properties of marked content. */
function writtenText(operands: readonly string[]): string | undefined {
  const value = operands[operands.indexOf('/ActualText') + 1];
  if (value === undefined || !operands.includes('/ActualText')) return undefined;
  const bytes = value.startsWith('<') ? hexBytes(value) : literalBytes(value);
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return String.fromCharCode(...bytes);
  const units = bytes
    .slice(2)
    .flatMap((byte, at, all) => (at % 2 === 0 ? [byte * 256 + (all[at + 1] ?? 0)] : []));
  return String.fromCharCode(...units);
}

const string = /<[\da-fA-F\s]*>|\((?:\\[\s\S]|[^\\()])*\)/g;
const lexeme =
  /<<|>>|<[\da-fA-F\s]*>|\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)|\[(?:<[^>]*>|\((?:\\[\s\S]|[^\\()])*\)|[^\]<(])*\]|\/[^\s/<>()[\]]+|[^\s/<>()[\]]+/g;

function codesOf(token: string, width: 1 | 2): readonly number[] {
  const bytes = token.startsWith('<') ? hexBytes(token) : literalBytes(token);
  if (width === 1) return bytes;
  return bytes.flatMap((byte, at) => (at % 2 === 0 ? [byte * 256 + (bytes[at + 1] ?? 0)] : []));
}

function hexBytes(token: string): readonly number[] {
  const digits = token.replace(/[^\da-f]/gi, '').match(/../g) ?? [];
  return digits.map((pair) => Number.parseInt(pair, 16));
}

const escapes: ReadonlyMap<string, number> = new Map(Object.entries({ n: 10, r: 13, t: 9, b: 8, f: 12 }));

function literalBytes(token: string): readonly number[] {
  const bytes: number[] = [];
  for (const [piece] of token.slice(1, -1).matchAll(/\\[0-7]{1,3}|\\\r?\n|\\[\s\S]|[^\\]/g)) {
    if (/^\\[0-7]/.test(piece)) bytes.push(Number.parseInt(piece.slice(1), 8));
    else if (/^\\\r?\n/.test(piece)) continue;
    else if (piece.startsWith('\\')) bytes.push(escapes.get(piece.charAt(1)) ?? piece.charCodeAt(1));
    else bytes.push(piece.charCodeAt(0) & 0xff);
  }
  return bytes;
}
