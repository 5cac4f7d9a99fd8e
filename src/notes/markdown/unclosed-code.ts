import type { Nodes } from 'mdast';
import { endOf, startOf } from './tree.ts';

export interface UnclosedCode {
  /** Where its fence begins, and what it is. */
  readonly start: number;
  readonly fence: string;
}

/** Code that a fence opens and none closes: it takes all that comes behind it. */
export function unclosedCode(tree: Nodes, text: string): readonly UnclosedCode[] {
  if (!/`{3}|~{3}/.test(text)) return [];
  if (tree.type === 'code') return isUnclosed(tree, text);
  return 'children' in tree ? tree.children.flatMap((child) => unclosedCode(child, text)) : [];
}

function isUnclosed(code: Nodes, text: string): readonly UnclosedCode[] {
  const start = startOf(code);
  const lines = text.slice(start, endOf(code)).trimEnd().split('\n');
  const fence = /^(?:`{3,}|~{3,})/.exec(lines[0] ?? '')?.[0];
  if (fence === undefined) return [];
  const last = lines.length > 1 ? (lines.at(-1) ?? '').replace(/^[\s>]+/, '').trimEnd() : '';
  const isClosed = last.length >= fence.length && last === (fence[0] ?? '').repeat(last.length);
  return isClosed ? [] : [{ start, fence }];
}
