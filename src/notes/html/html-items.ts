import type { Html, Text } from 'mdast';
import { type MappedText, mapText } from '../markdown/source-text.ts';
import { at, endOf, startOf } from '../markdown/tree.ts';
import { type Reading, warn } from '../reading.ts';
import { type HtmlToken, htmlTokens, type TagToken } from './html-tokens.ts';
import { tagRole } from './tags.ts';

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
    if (!('name' in token)) return [refused(token.value, start, end, reading)];
    if (tagRole(token.name).role === 'refused') return [refused(token.raw, start, end, reading)];
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

/** What may not act is shown as it was written. */
function refused(value: string, start: number, end: number, reading: Reading): Text {
  const name = /^<\/?([\w:-]+)/.exec(value)?.[1] ?? value;
  if (!reading.refusedTags.has(name) && !value.startsWith('</')) {
    reading.refusedTags.add(name);
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
