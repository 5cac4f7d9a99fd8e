import type { PhrasingContent } from 'mdast';
import type { Source } from '../../diagnostics/index.ts';
import { sliceText, textOffsets } from '../markdown/source-text.ts';
import { endOf, startOf } from '../markdown/tree.ts';
import type { Field } from '../notes.ts';
import { plainText } from '../plain-text.ts';

/** A field that shows `content` and means `text`; `undefined` where there are no words. */
export function fieldOf(
  content: readonly PhrasingContent[],
  source: Source,
  text: string = oneLine(content),
): Field | undefined {
  const shown = trimmed(content, source.text);
  const first = shown[0];
  const last = shown.at(-1);
  if (first === undefined || last === undefined || text === '') return undefined;
  return { text, content: shown, span: { path: source.path, start: startOf(first), end: endOf(last) } };
}

export function oneLine(content: readonly PhrasingContent[]): string {
  return plainText(content).replace(/\s+/g, ' ').trim();
}

/** Without white space at both ends. */
export function trimmed(content: readonly PhrasingContent[], source: string): PhrasingContent[] {
  return cutText(cutText(content, 0, /^\s+/, source), -1, /(?<!\s)\s+$/, source);
}

/** Takes what the pattern finds out of the first (0) or last (-1) node, if that is text. */
export function cutText(
  content: readonly PhrasingContent[],
  which: 0 | -1,
  pattern: RegExp,
  source: string,
): PhrasingContent[] {
  const node = content.at(which);
  const found = node?.type === 'text' ? pattern.exec(node.value) : null;
  if (node?.type !== 'text' || found === null) return [...content];
  const offset = textOffsets(node, source);
  const before = sliceText(node, 0, found.index, offset);
  const behind = sliceText(node, found.index + found[0].length, node.value.length, offset);
  const kept = [before, behind].filter((part) => part !== undefined);
  return which === 0 ? [...kept, ...content.slice(1)] : [...content.slice(0, -1), ...kept];
}

/** Content on both sides of the text `from`–`to` of its child at `index`. */
export function splitWords(
  content: readonly PhrasingContent[],
  index: number,
  from: number,
  to: number,
  source: string,
): readonly [PhrasingContent[], PhrasingContent[]] {
  const node = content[index];
  if (node?.type !== 'text') return [[...content], []];
  const offset = textOffsets(node, source);
  const before = sliceText(node, 0, from, offset);
  const behind = sliceText(node, to, node.value.length, offset);
  return [
    [...content.slice(0, index), ...(before ? [before] : [])],
    [...(behind ? [behind] : []), ...content.slice(index + 1)],
  ];
}

/** Both sides of every place where the pattern is found in plain text, the last place first. */
export function cuts(
  content: readonly PhrasingContent[],
  pattern: RegExp,
  source: Source,
): (readonly [PhrasingContent[], PhrasingContent[]])[] {
  const found = content.flatMap((node, index) =>
    node.type === 'text'
      ? [...node.value.matchAll(pattern)].map(({ 0: { length }, index: at }) =>
          splitWords(content, index, at, at + length, source.text),
        )
      : [],
  );
  return found.reverse();
}
