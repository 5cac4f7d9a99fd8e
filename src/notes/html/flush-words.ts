import type { Paragraph, PhrasingContent } from 'mdast';
import { at, endOf, startOf } from '../markdown/positions.ts';
import type { Frame } from './frame.ts';
import { pairTags } from './html-phrasing.ts';

/** Makes a paragraph of the words that are waiting, in its own direction where it has one. */
export function flushWords(frame: Frame, dir: 'ltr' | 'rtl' | undefined): void {
  if (frame.words.length === 0) return;
  const paired = pairTags(frame.words);
  const words = frame.name === 'pre' ? paired : trimmed(paired);
  frame.words.length = 0;
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return;
  const position = at(startOf(first), endOf(last));
  const children: Paragraph['children'] =
    dir === undefined ? words : [{ type: 'element', name: 'bdi', dir, children: words, position }];
  frame.blocks.push({ type: 'paragraph', children, position });
}

/** Without the white space and line breaks at both ends. */
function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const isBlank = (node: PhrasingContent) =>
    node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
  const start = nodes.findIndex((node) => !isBlank(node));
  if (start === -1) return [];
  const words = nodes.slice(start, nodes.findLastIndex((node) => !isBlank(node)) + 1);
  const first = words[0];
  if (first?.type === 'text') words[0] = { ...first, value: first.value.trimStart() };
  const last = words.at(-1);
  if (last?.type === 'text') words[words.length - 1] = { ...last, value: last.value.trimEnd() };
  return words;
}
