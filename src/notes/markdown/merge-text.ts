import type { PhrasingContent, Text } from 'mdast';
import { at, endOf, startOf } from './positions.ts';

/**
 * Text nodes that touch in the notes become one, empty ones go. Where text and notes differ
 * (a decoded entity, a label) they stay apart, so that each keeps its exact place.
 */
export function mergeText(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const merged: PhrasingContent[] = [];
  let run: Text[] = [];
  for (const node of nodes) {
    if (node.type === 'text' && node.value === '') continue;
    const last = run.at(-1);
    if (node.type === 'text' && last && isExact(last) && isExact(node) && endOf(last) === startOf(node)) {
      run.push(node);
      continue;
    }
    pushRun(merged, run);
    run = node.type === 'text' ? [node] : [];
    if (node.type !== 'text') merged.push(node);
  }
  pushRun(merged, run);
  return merged;
}

function isExact(node: Text): boolean {
  return endOf(node) - startOf(node) === node.value.length;
}

function pushRun(merged: PhrasingContent[], run: readonly Text[]): void {
  const first = run[0];
  const last = run.at(-1);
  if (first === undefined || last === undefined) return;
  if (first === last) merged.push(first);
  else {
    const value = run.map((node) => node.value).join('');
    merged.push({ type: 'text', value, position: at(startOf(first), endOf(last)) });
  }
}
