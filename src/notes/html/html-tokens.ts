import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Html, Text } from 'mdast';
import { isSafeUrl } from '../markdown/links.ts';
import { type MappedText, mapText } from '../markdown/source-text.ts';
import { at, endOf, startOf } from '../markdown/tree.ts';
import { type Reading, warn } from '../reading.ts';
import { tagRole } from './tags.ts';

/** `start` and `end` are offsets in the HTML text; names are in lower case. */
type HtmlToken =
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

interface TagToken {
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
  if (tag?.kind !== 'open' || tag.selfClosing) return tag;
  if (isFrame(tag)) return frameAt(html, tag);
  return opaque.has(tag.name) ? literalAt(html, tag) : tag;
}

function commentAt(html: string, start: number): HtmlToken {
  const close = html.indexOf('-->', start + 4);
  const end = close === -1 ? html.length : close + 3;
  const value = html.slice(start + 4, close === -1 ? html.length : close);
  return { kind: 'comment', value, closed: close !== -1, start, end };
}

/** From the tag to its end tag; where there is none the tag alone. */
function literalAt(html: string, tag: TagToken): HtmlToken {
  const end = elementEnd(html, tag);
  return { kind: 'literal', value: html.slice(tag.start, end), start: tag.start, end };
}

function elementEnd(html: string, { name, end }: TagToken): number {
  const endTag = new RegExp(`</${name}\\s*>`, 'gi');
  endTag.lastIndex = end;
  const close = endTag.exec(html);
  return close === null ? end : close.index + close[0].length;
}

/** As one tag, where its end stands beside it. */
function frameAt(html: string, tag: TagToken): TagToken {
  const end = elementEnd(html, tag);
  return { ...tag, selfClosing: end > tag.end, end };
}

/** Shows another page or file, which a link can lead to; what stands inside is for programs that do not. */
function isFrame({ name, attributes }: TagToken): boolean {
  return /^(?:iframe|object)$/.test(name) && isAddress(mediaAddress(attributes));
}

/** `src=x` is an example in words about HTML. */
function isAddress(url: string | undefined): boolean {
  return url !== undefined && /[./]/.test(url);
}

/** What a recording, a frame or an object shows; undefined where nobody should be led. */
export function mediaAddress(attributes: TagToken['attributes']): string | undefined {
  const written = (attributes.get('src') ?? attributes.get('data') ?? '').trim();
  const url = written.startsWith('//') ? `https:${written}` : written;
  return url !== '' && isSafeUrl(url) ? url : undefined;
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

/** A tag, with offsets in the notes. */
export type Tag = TagToken;

/** Reads an `html` node: tags, and text as nodes. Comments go to the presenter notes. */
export function htmlItems(node: Html, reading: Reading): (Tag | Text)[] {
  const piece = mapText(node.value, reading.source.text, startOf(node), endOf(node));
  let kept = 0;
  return htmlTokens(node.value).flatMap((token): (Tag | Text)[] => {
    const start = piece.at(token.start);
    const end = token.end === node.value.length ? endOf(node) : piece.at(token.end);
    if (token.kind === 'comment') return takeComment(token, piece, end, reading);
    if (token.kind === 'text') {
      return [textItem(kept > 0 ? token.value : token.value.replace(/\s+/g, ' '), start, end)];
    }
    if (!('name' in token))
      return isWidget(token.value)
        ? leftOut(token.value, start, end, reading)
        : [refused(token.value, start, end, reading)];
    if (token.raw === '</script>' && reading.leftOut.at(-1)?.end === start)
      return leftOut(token.raw, start, end, reading);
    if (isRefused(token)) return [refused(token.raw, start, end, reading)];
    if (token.name === 'pre') kept += token.kind === 'open' ? 1 : -1;
    return [{ ...token, start, end }];
  });
}

function takeComment(
  token: Extract<HtmlToken, { kind: 'comment' }>,
  piece: MappedText,
  end: number,
  reading: Reading,
): [] {
  const start = piece.at(token.start);
  const inside = token.start + 4;
  if (!token.closed) {
    const message = 'This comment is never closed, so all that follows is taken as a comment';
    warn(reading, 'notes/raw-html', start, start + 4, message, 'write `-->` where it ends');
  }
  const at = (index: number) => Math.min(end, piece.at(inside + index));
  // Comments do not nest, though in this one another may seem to begin.
  const text = token.value.replaceAll('<!--', '    ');
  if (text.trim() !== '') reading.comments.push({ text, at, start, end });
  return [];
}

function textItem(value: string, start: number, end: number): Text {
  return { type: 'text', value, position: at(start, end) };
}

/** What would show another page or file is shown as it was written where it names none. */
function isRefused({ kind, name, attributes }: TagToken): boolean {
  const { role } = tagRole(name);
  if (role !== 'media' || kind === 'close') return role === 'refused';
  if (name === 'object') return attributes.size === 0;
  return (name === 'iframe' || name === 'embed') && !isAddress(mediaAddress(attributes));
}

/** A script of another page and nothing else: it would put in what that page has, and has no words of its own. */
function isWidget(value: string): boolean {
  return /^<script\s[^>]*\bsrc\s*=[^>]*>\s*(?:<\/script\s*>)?$/i.test(value);
}

function leftOut(value: string, start: number, end: number, reading: Reading): [] {
  reading.leftOut.push({ start, end });
  if (!value.startsWith('</') && !reading.refused.has('script src')) {
    reading.refused.add('script src');
    const message = '`<script>` does nothing on a slide and is left out';
    warn(reading, 'notes/raw-html', start, end, message, 'write a link to what it would show');
  }
  return [];
}

/** What may not act is shown as it was written. */
function refused(value: string, start: number, end: number, reading: Reading): Text {
  const name = /^<\/?([\w:-]+)/.exec(value)?.[1] ?? value;
  if (!reading.refused.has(name) && !value.startsWith('</')) {
    reading.refused.add(name);
    const help = `write \`<${name}>\` between backquotes if it is meant to be seen`;
    warn(
      reading,
      'notes/raw-html',
      start,
      end,
      `\`<${name}>\` does nothing on a slide and is shown as text`,
      help,
    );
  }
  return textItem(value, start, end);
}
