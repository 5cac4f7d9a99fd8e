import { nameToEmoji } from 'gemoji';
import type { PhrasingContent, Text } from 'mdast';
import { sliceText, textOffsets } from './source-text.ts';
import { at, endOf, startOf } from './tree.ts';

/** GitHub's names; a map, as the name is the notes' own. */
const emojis: ReadonlyMap<string, string> = new Map(Object.entries(nameToEmoji));

/** `:tada:`, not part of a word or of a time. */
const shortcode = /(?<![\p{L}\p{N}:]):([a-z0-9_+-]{2,40}):(?![\p{L}\p{N}:])/gu;

/** `:tada:` as the emoji that GitHub shows; a name that it does not know stays as it was written. */
export function shortcodes(children: PhrasingContent[], source: string): PhrasingContent[] {
  return children.flatMap((node) =>
    node.type === 'text' && node.value.includes(':') ? inText(node, source) : [node],
  );
}

/** The text with other characters in place of the names that are emoji. */
export function replaceShortcodes(text: string, by: (emoji: string, name: string) => string): string {
  return text.replace(shortcode, (written, name: string) => {
    const emoji = emojis.get(name);
    return emoji === undefined ? written : by(emoji, written);
  });
}

/** Beside an address, which is a node of its own, a name is part of a word too. */
function isInWord(node: Text, source: string, from: number, to: number): boolean {
  const before = from === 0 ? source[startOf(node) - 1] : '';
  const behind = to === node.value.length ? source[endOf(node)] : '';
  return /[\p{L}\p{N}:]/u.test(`${before ?? ''} ${behind ?? ''}`);
}

function inText(node: Text, source: string): PhrasingContent[] {
  const found = [...node.value.matchAll(shortcode)].flatMap(({ 0: written, 1: name = '', index }) => {
    const to = index + written.length;
    const emoji = isInWord(node, source, index, to) ? undefined : emojis.get(name);
    return emoji === undefined ? [] : [{ from: index, to, emoji }];
  });
  if (found.length === 0) return [node];
  const offset = textOffsets(node, source);
  const parts: (Text | undefined)[] = [];
  let last = 0;
  for (const { from, to, emoji } of found) {
    parts.push(sliceText(node, last, from, offset));
    parts.push({ type: 'text', value: emoji, position: at(offset(from), offset(to)) });
    last = to;
  }
  parts.push(sliceText(node, last, node.value.length, offset));
  return parts.filter((part) => part !== undefined);
}
