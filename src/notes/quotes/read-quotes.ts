import type { Blockquote, RootContent } from 'mdast';
import { endOf, startOf } from '../markdown/positions.ts';
import type { Reading } from '../reading.ts';
import { calloutOf } from './callout.ts';
import { noteOf } from './note-quote.ts';

/** Quotes that are something else: `> [!tip]` a callout, `> Note:` a presenter note. Empty ones go. */
export function readQuotes(children: RootContent[], reading: Reading): RootContent[] {
  if (!children.some((child) => child.type === 'blockquote')) return children;
  return children.flatMap((child) => (child.type === 'blockquote' ? readQuote(child, reading) : [child]));
}

function readQuote(quote: Blockquote, reading: Reading): RootContent[] {
  if (quote.children.length === 0) return [];
  const callout = calloutOf(quote, reading.source.text);
  if (callout !== undefined) return [callout];
  const note = noteOf(quote, reading.source.text);
  if (note === undefined) return [quote];
  const span = { path: reading.source.path, start: startOf(quote), end: endOf(quote) };
  if (note.length > 0) reading.presenterNotes.push({ blocks: note, span });
  return [];
}
