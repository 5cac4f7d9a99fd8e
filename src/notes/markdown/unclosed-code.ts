import type { Nodes } from 'mdast';
import { endOf, startOf } from './tree.ts';

export interface UnclosedCode {
  /** Where its fence begins, and what it is. */
  readonly start: number;
  readonly fence: string;
}

/** Code that a fence opens and none closes: it takes all that comes behind it. */
export function unclosedCode(tree: Nodes, text: string): readonly UnclosedCode[] {
  return /`{3}|~{3}/.test(text) ? unclosedIn(tree, text) : [];
}

function unclosedIn(node: Nodes, text: string): readonly UnclosedCode[] {
  if (node.type === 'code') return openFence(node, text);
  return 'children' in node ? node.children.flatMap((child) => unclosedIn(child, text)) : [];
}

function openFence(code: Nodes, text: string): readonly UnclosedCode[] {
  const start = startOf(code);
  const lines = text.slice(start, endOf(code)).trimEnd().split('\n');
  const fence = /^(?:`{3,}|~{3,})/.exec(lines[0] ?? '')?.[0];
  if (fence === undefined) return [];
  const last = lines.length > 1 ? (lines.at(-1) ?? '').replace(/^[\s>]+/, '').trimEnd() : '';
  const isClosed = last.length >= fence.length && last === (fence[0] ?? '').repeat(last.length);
  return isClosed || endsInBullet(text, start, last, fence) ? [] : [{ start, fence }];
}

/** Roam ends code behind a bullet on its last line, and that is read as an end. */
function endsInBullet(text: string, start: number, last: string, fence: string): boolean {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return last.endsWith(fence) && /^[ \t]*[-*+][ \t]/.test(before);
}
