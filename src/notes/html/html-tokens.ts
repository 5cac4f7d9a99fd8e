import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/** `start` and `end` are offsets in the HTML text; names are in lower case. */
export type HtmlToken =
  | {
      readonly kind: 'text' | 'literal';
      readonly value: string;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'comment';
      readonly value: string;
      readonly closed: boolean;
      readonly start: number;
      readonly end: number;
    }
  | TagToken;

export interface TagToken {
  readonly kind: 'open' | 'close';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly selfClosing: boolean;
  /** As written, `<` to `>`. */
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

/** Elements whose inside is no HTML: shown as written, tags and all. */
const opaque: ReadonlySet<string> = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'iframe',
  'xmp',
  'noscript',
]);

/** Splits HTML into tags, comments and text. Any text is taken; each character is read a few times at most. */
export function htmlTokens(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let textStart = 0;
  let next = html.indexOf('<');
  while (next !== -1) {
    const token = tokenAt(html, next);
    if (token === undefined) {
      next = html.indexOf('<', next + 1);
      continue;
    }
    pushText(tokens, html, textStart, next);
    tokens.push(token);
    textStart = token.end;
    next = html.indexOf('<', token.end);
  }
  pushText(tokens, html, textStart, html.length);
  return tokens;
}

function pushText(tokens: HtmlToken[], html: string, start: number, end: number): void {
  if (start < end) tokens.push({ kind: 'text', value: decodeEntities(html.slice(start, end)), start, end });
}

function tokenAt(html: string, start: number): HtmlToken | undefined {
  if (html.startsWith('<!--', start)) return commentAt(html, start);
  const tag = tagAt(html, start);
  if (tag?.kind !== 'open' || tag.selfClosing || !opaque.has(tag.name)) return tag;
  return literalAt(html, tag);
}

function commentAt(html: string, start: number): HtmlToken {
  const close = html.indexOf('-->', start + 4);
  const end = close === -1 ? html.length : close + 3;
  const value = html.slice(start + 4, close === -1 ? html.length : close);
  return { kind: 'comment', value, closed: close !== -1, start, end };
}

/** From the tag to its end tag; where there is none the tag alone. */
function literalAt(html: string, tag: TagToken): HtmlToken {
  const endTag = new RegExp(`</${tag.name}\\s*>`, 'gi');
  endTag.lastIndex = tag.end;
  const close = endTag.exec(html);
  const end = close === null ? tag.end : close.index + close[0].length;
  return { kind: 'literal', value: html.slice(tag.start, end), start: tag.start, end };
}

const tagName = /<(\/?)([a-z][a-z\d:-]*)/iy;
const attribute = /[\s/]*([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y;
const tagEnd = /\s*(\/?)>/y;

function tagAt(html: string, start: number): TagToken | undefined {
  const head = matchAt(tagName, html, start);
  if (head === null) return undefined;
  const attributes = new Map<string, string>();
  let i = start + head[0].length;
  for (let end = matchAt(tagEnd, html, i); ; end = matchAt(tagEnd, html, i)) {
    if (end !== null) {
      const kind = head[1] === '/' ? 'close' : 'open';
      const name = (head[2] as string).toLowerCase();
      const stop = i + end[0].length;
      return {
        kind,
        name,
        attributes,
        selfClosing: end[1] === '/',
        raw: html.slice(start, stop),
        start,
        end: stop,
      };
    }
    const found = matchAt(attribute, html, i);
    if (found === null) return undefined;
    attributes.set(
      (found[1] as string).toLowerCase(),
      decodeEntities(found[2] ?? found[3] ?? found[4] ?? ''),
    );
    i += found[0].length;
  }
}

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

/** `&amp;`, `&#8211;`, `&#x2013;` as characters; what is none of HTML's stays as written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,31}));/gi,
    (written, decimal, hex, name) => {
      if (name !== undefined) return decodeNamedCharacterReference(name) || written;
      return character(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal));
    },
  );
}

function character(code: number): string {
  const allowed = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return allowed ? String.fromCodePoint(code) : '\ufffd';
}
