import { dirname } from 'node:path';
import type { Stylesheet } from '../../theme/index.ts';
import { possiblePaths } from './locate-picture.ts';
import { pictureUri } from './read-picture.ts';

const comment = String.raw`\/\*[\s\S]*?(?:\*\/|$)`;
const string = String.raw`"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?`;
/** Its group is the address, with the quotes that it stands in. */
const url = String.raw`url\(\s*(${string}|[^)'"\s]*)\s*\)`;

/** The words that CSS is made of, as far as they are told apart here: what looks like an address in a string is none. */
const words = new RegExp(`${comment}|${url}|${string}|@[a-z-]+|[{};]|[^/"'{};@u]+|[\\s\\S]`, 'gi');

/**
 * A theme's stylesheet with its pictures inside, read from its own folder. Its `@font-face` rules
 * go: the faces that are used come from `Theme.fonts`. So do imports from the network.
 */
export function inlineStylesheet({ css, path }: Stylesheet): string {
  // The base stylesheet names nothing, and taking it apart takes longer than most decks.
  if (!/url\(|@font-face|@import\b/i.test(css)) return css;
  const folder = dirname(path);
  const kept: string[] = [];
  const all = [...css.matchAll(words)];
  for (let at = 0; at < all.length; at += 1) {
    const [word = '', address] = all[at] ?? [];
    const name = word.toLowerCase();
    if (name === '@font-face') at = endOfBlock(all, at);
    else if (name === '@import' && isRemote(all, at)) at = endOfStatement(all, at);
    else kept.push(address === undefined ? word : withPicture(word, unquoted(address), folder));
  }
  return kept.join('');
}

type Words = readonly RegExpMatchArray[];

/** Of the `}` that ends the block after this word; of the last word where none does. */
function endOfBlock(all: Words, start: number): number {
  let depth = 0;
  for (let at = start; at < all.length; at += 1) {
    const word = all[at]?.[0];
    if (word === '{') depth += 1;
    if (word === '}') depth -= 1;
    if ((word === '}' || (word === ';' && depth === 0)) && depth <= 0) return at;
  }
  return all.length;
}

function endOfStatement(all: Words, start: number): number {
  const length = all.slice(start).findIndex(([word]) => word === ';');
  return length < 0 ? all.length : start + length;
}

function isRemote(all: Words, start: number): boolean {
  const statement = all.slice(start + 1, endOfStatement(all, start)).map(([word]) => word);
  return /^\s*(?:url\(\s*)?["']?(?:https?:)?\/\//i.test(statement.join(''));
}

function withPicture(word: string, address: string, folder: string): string {
  if (address.startsWith('data:') || address.startsWith('#')) return word;
  return `url("${pictureUri(address, { folder }) ?? 'data:,'}")`;
}

function unquoted(address: string): string {
  return /^["']/.test(address) ? address.slice(1, -1) : address;
}

// Which files a deck's pictures are read from, those included that are not there yet: what they
// hold decides whether a deck is still the one that was built.

/** Absolute paths that the addresses may mean; none outside the folder. */
export function pictureInputs(urls: readonly string[], folder: string): readonly string[] {
  return urls.flatMap((each) => possiblePaths(each, folder));
}

/** The same for what a stylesheet names with `url()`. */
export function stylesheetInputs({ css, path }: Stylesheet): readonly string[] {
  const urls = [...css.matchAll(words)].flatMap(([, address]) =>
    address === undefined ? [] : [unquoted(address)],
  );
  return pictureInputs(urls, dirname(path));
}
