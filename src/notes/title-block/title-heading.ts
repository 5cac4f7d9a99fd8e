import type { PhrasingContent } from 'mdast';
import type { Source } from '../../diagnostics/index.ts';
import type { Field } from '../notes.ts';
import { cutText, fieldOf, oneLine, splitContent, trimmed } from './fields.ts';
import { readPeople } from './person-names.ts';

export interface TitleHeading {
  readonly title: Field | undefined;
  readonly speaker?: Field;
  readonly affiliation?: Field;
}

/** Letters of a heading that are still a title with a speaker; more is a paragraph by accident. */
const longest = 300;

/** A heading that names the talk, and its speaker behind a dash, a bar or "by" if it looks like one. */
export function readTitleHeading(content: readonly PhrasingContent[], source: Source): TitleHeading {
  if (oneLine(content).length > longest) return { title: fieldOf(content, source) };
  return bySpeaker(content, source) ?? dashSpeaker(content, source) ?? { title: fieldOf(content, source) };
}

const by = /(?:^|[\s"”“'’*])(by|von|par|por)\s+/gi;

/** `"Title" by Name`, `[Title](url) by [Name](url)`, `Title by First Last`. */
function bySpeaker(content: readonly PhrasingContent[], source: Source): TitleHeading | undefined {
  for (const [index, node] of [...content.entries()].reverse()) {
    if (node.type !== 'text') continue;
    for (const found of [...node.value.matchAll(by)].reverse()) {
      const word = found.index + found[0].search(/\p{L}/u);
      const [left, right] = splitContent(content, index, word, word, source.text);
      const people = readPeople(oneLine(right).replace(/^\S+\s+/, ''), isQuoted(left) ? 'by' : 'dash');
      if (people === undefined || oneLine(left) === '') continue;
      const title = fieldOf(unquoted(left, source.text), source);
      return { title, ...speakerFields(right, people.names, people.affiliation, source) };
    }
  }
  return undefined;
}

const separator = /\s+(?:[-–—|｜]|--|---)\s+/g;

/** `Title - First Last (Where)`, also with – — and |. */
function dashSpeaker(content: readonly PhrasingContent[], source: Source): TitleHeading | undefined {
  const index = content.findLastIndex((node) => node.type === 'text' && node.value.search(separator) !== -1);
  const node = content[index];
  const found = node?.type === 'text' ? [...node.value.matchAll(separator)].at(-1) : undefined;
  if (found === undefined) return undefined;
  const [left, right] = splitContent(content, index, found.index, found.index + found[0].length, source.text);
  const people = readPeople(oneLine(right), 'dash');
  if (people === undefined || oneLine(left) === '') return undefined;
  const title = fieldOf(isQuoted(left) ? unquoted(left, source.text) : left, source);
  return { title, ...speakerFields(right, people.names, people.affiliation, source) };
}

/** Splits "Name (Where)" when the bracket stands in plain text; else both stay together. */
export function speakerFields(
  content: readonly PhrasingContent[],
  names: string,
  where: string | undefined,
  source: Source,
): { speaker?: Field; affiliation?: Field } {
  const last = content.at(-1);
  const bracket = last?.type === 'text' ? /\s*[(（]([^()（）]*)[)）]\s*$/.exec(last.value) : null;
  if (where === undefined || bracket === null) {
    const speaker = fieldOf(content, source, names);
    return speaker ? { speaker } : {};
  }
  const [left, right] = splitContent(content, content.length - 1, bracket.index, bracket.index, source.text);
  const inside = cutText(cutText(right, 0, /^\s*[(（]\s*/, source.text), -1, /\s*[)）]\s*$/, source.text);
  const speaker = fieldOf(left, source, names);
  const affiliation = fieldOf(inside, source, where);
  return { ...(speaker ? { speaker } : {}), ...(affiliation ? { affiliation } : {}) };
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
