import type { PhrasingContent } from 'mdast';
import { sliceText, textOffsets } from './text-offsets.ts';

/** Phrasing cut at its line ends; the line ends themselves go. */
export function splitLines(children: readonly PhrasingContent[], source: string): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'break') lines.push([]);
    else if (child.type !== 'text' || !/[\r\n]/.test(child.value)) lines.at(-1)?.push(child);
    else {
      const offset = textOffsets(child, source);
      let from = 0;
      for (const end of child.value.matchAll(/\r\n|\r|\n/g)) {
        const part = sliceText(child, from, end.index, offset);
        if (part) lines.at(-1)?.push(part);
        lines.push([]);
        from = end.index + end[0].length;
      }
      const rest = sliceText(child, from, child.value.length, offset);
      if (rest) lines.at(-1)?.push(rest);
    }
  }
  return lines;
}

/** The first line, and everything behind its line end. */
export function splitFirstLine(
  children: readonly PhrasingContent[],
  source: string,
): { readonly line: PhrasingContent[]; readonly rest: PhrasingContent[] } {
  for (const [index, child] of children.entries()) {
    if (child.type === 'break') return { line: children.slice(0, index), rest: children.slice(index + 1) };
    const end = child.type === 'text' ? /\r\n|\r|\n/.exec(child.value) : null;
    if (child.type !== 'text' || end === null) continue;
    const offset = textOffsets(child, source);
    const before = sliceText(child, 0, end.index, offset);
    const behind = sliceText(child, end.index + end[0].length, child.value.length, offset);
    return {
      line: [...children.slice(0, index), ...(before ? [before] : [])],
      rest: [...(behind ? [behind] : []), ...children.slice(index + 1)],
    };
  }
  return { line: [...children], rest: [] };
}
