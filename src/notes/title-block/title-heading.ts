import type { PhrasingContent } from 'mdast';
import type { Source } from '../../diagnostics/index.ts';
import type { Field } from '../notes.ts';
import { type Billing, cuts, readBilling } from './billing.ts';
import { partDate } from './dates.ts';
import { cutText, fieldOf, oneLine, splitWords, trimmed } from './fields.ts';

export interface TitleHeading extends Billing {
  readonly title: Field | undefined;
}

/** Letters of a heading that are still a title with a speaker; more is a paragraph by accident. */
const longest = 300;

/** A heading that names the talk, and who gives it where and when, if it looks like that. */
export function readTitleHeading(content: readonly PhrasingContent[], source: Source): TitleHeading {
  if (oneLine(content).length > longest) return { title: fieldOf(content, source) };
  const whole = readParts(content, source);
  if (whole.speaker !== undefined) return whole;
  const dated = partDate(content, source);
  return dated ? { date: dated.date, ...readParts(dated.rest, source) } : whole;
}

/** What a heading may look like, and how it is read. The first that understands it decides. */
const patterns: readonly {
  readonly example: string;
  readonly read: (content: readonly PhrasingContent[], source: Source) => TitleHeading | undefined;
}[] = [
  { example: '"Notes on Engines" by Ada Lovelace', read: bySpeaker },
  { example: 'Keynote: Ada Lovelace', read: keynote },
  { example: 'Notes on Engines - Ada Lovelace (Analytical Engines), EngineConf 1843', read: dashSpeaker },
];

function readParts(content: readonly PhrasingContent[], source: Source): TitleHeading {
  for (const { read } of patterns) {
    const found = read(content, source);
    if (found !== undefined) return found;
  }
  return { title: fieldOf(content, source) };
}

const by = /(?:^|[\s"”“'’*])(by|von|par|por)\s+/gi;

/** `"Title" by Name`, `[Title](url) by [Name](url)`, `Title by First Last`. */
function bySpeaker(content: readonly PhrasingContent[], source: Source): TitleHeading | undefined {
  for (const [index, node] of [...content.entries()].reverse()) {
    if (node.type !== 'text') continue;
    for (const found of [...node.value.matchAll(by)].reverse()) {
      const word = found.index + found[0].search(/\p{L}/u);
      const [left, right] = splitWords(content, index, word, word, source.text);
      const people = cutText(right, 0, /^\S+\s+/, source.text);
      const billing = readBilling(people, isQuoted(left) ? 'by' : 'dash', source);
      if (billing === undefined || oneLine(left) === '') continue;
      return { title: fieldOf(unquoted(left, source.text), source), ...billing };
    }
  }
  return undefined;
}

const kindOfTalk =
  /^(\s*(?:(?:opening |closing )?keynote|lightning talk|invited talk|talk|tutorial|lecture|vortrag|conférence|charla))\s*[:：]\s*/i;

/** `Keynote: First Last`. What is no name is the title, the kind of talk included. */
function keynote(content: readonly PhrasingContent[], source: Source): TitleHeading | undefined {
  const found = content[0]?.type === 'text' ? kindOfTalk.exec(content[0].value) : null;
  if (found === null) return undefined;
  const [kind, value] = [found[1]?.length ?? 0, found[0].length];
  const [, people] = splitWords(content, 0, value, value, source.text);
  const billing = readBilling(people, 'dash', source);
  const [title] = splitWords(content, 0, kind, kind, source.text);
  return billing && { title: fieldOf(title, source), ...billing };
}

/** Also `/`, which scripts without spaces prefer; a name must follow in any case. */
const separator = /\s+(?:[-–—|｜/•·]|--|---)\s+|\s*[／]\s*/gu;

/** `Title - First Last (Where), Event 2026`, also with – — and |. */
function dashSpeaker(content: readonly PhrasingContent[], source: Source): TitleHeading | undefined {
  for (const [left, right] of cuts(content, separator, source)) {
    const billing = readBilling(right, 'dash', source);
    if (billing === undefined || oneLine(left) === '') continue;
    const title = fieldOf(isQuoted(left) ? unquoted(left, source.text) : left, source);
    return { title, ...billing };
  }
  return undefined;
}

const openQuote = /^\s*["“„«「『]/;
const closeQuote = /["”“»」』]\s*$/;

function isQuoted(content: readonly PhrasingContent[]): boolean {
  const text = oneLine(content);
  const only = content.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  return (openQuote.test(text) && closeQuote.test(text)) || (only.length === 1 && only[0]?.type !== 'text');
}

function unquoted(content: readonly PhrasingContent[], source: string): PhrasingContent[] {
  const text = oneLine(content);
  if (!openQuote.test(text) || !closeQuote.test(text)) return [...content];
  return cutText(cutText(trimmed(content, source), 0, openQuote, source), -1, closeQuote, source);
}
