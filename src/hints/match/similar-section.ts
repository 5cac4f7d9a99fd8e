// A heading that was renamed since the hints were written.

import leven from 'leven';
import type { IndexEntry } from './section-index.ts';

/** Two titles with this share of words in common are taken for the same section. */
const wordShare = 0.6;
/** Longer titles are compared by their words only: the distance of letters takes quadratic time. */
const letterLimit = 120;

/** The sections whose title is close to a key, in order. The numbers in both have to be the same. */
export function similarSections(name: string, entries: readonly IndexEntry[]): readonly IndexEntry[] {
  const last = name.split('>').at(-1)?.trim() ?? name;
  const words = wordsOf(last);
  return entries.filter(
    ({ title }) =>
      title !== '' && sameNumbers(last, title) && (isNearIn(last, title) || shares(words, wordsOf(title))),
  );
}

function isNearIn(name: string, title: string): boolean {
  if (name.length > letterLimit || title.length > letterLimit) return false;
  const most = Math.max(1, Math.floor(name.length / 3));
  return Math.abs(name.length - title.length) <= most && leven(name, title) <= most;
}

function shares(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const common = [...words].filter((word) => others.has(word)).length;
  return common > 0 && (2 * common) / (words.size + others.size) >= wordShare;
}

/** "Part 1" is not a misspelt "Part 2". */
function sameNumbers(name: string, title: string): boolean {
  return numbers(name) === numbers(title);
}

function numbers(text: string): string {
  return (text.match(/\p{Nd}+/gu) ?? []).join(' ');
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
}
