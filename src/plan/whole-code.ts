// Code in a line stays whole where a line holds it, and else is broken between its words.

import type { InlineCode } from 'mdast';
import type { Box, StyleName } from '../layouts/index.ts';
import type { Block, Phrasing } from '../notes/index.ts';
import { type BodySize, type Measure, rowWidths, type Theme } from '../theme/index.ts';

interface Measuring {
  readonly measure: Measure;
  readonly theme: Theme;
}

/** How words are set: their style, and the width of their lines, px. */
interface LineSetting {
  readonly style: StyleName;
  readonly width: number;
  readonly bodySize: BodySize;
}

/** Whether there is code in the lines of blocks that could be broken. */
export function hasBreakableCode(nodes: readonly (Block | Phrasing)[]): boolean {
  return nodes.some((node) => {
    if (node.type === 'inlineCode') return breakable.test(node.value);
    return node.type !== 'table' && 'children' in node && hasBreakableCode(node.children as Block[]);
  });
}

/** A blank, a hyphen, a bracket: where a line of code in fixed-width letters may end. */
const breakable = /^(?=[\x21-\x7e])(?=.*[ ?({<[-])[\x20-\x7e]+$/;

/** The same box with code marked that stays whole in it. */
export function withWholeCode(context: Measuring, box: Box, width: number, bodySize: BodySize): Box {
  const { spaces } = context.theme;
  const around = [box.padding, box.padding, box.paddingStart, box.paddingEnd];
  const inside = width - around.reduce((sum, space) => sum + (space ? spaces[space] : 0), 0);
  switch (box.kind) {
    case 'line':
      return {
        ...box,
        content: wholeIn(context, box.content, { style: box.style, width: inside, bodySize }),
      };
    case 'flow':
      return {
        ...box,
        blocks: wholeInBlocks(context, box.blocks, { style: box.style, width: inside, bodySize }),
      };
    case 'stack':
      return { ...box, boxes: box.boxes.map((inner) => withWholeCode(context, inner, inside, bodySize)) };
    case 'row': {
      const widths = rowWidths(context.theme, box, inside);
      return {
        ...box,
        boxes: box.boxes.map((inner, at) => withWholeCode(context, inner, widths[at] ?? 0, bodySize)),
      };
    }
    default:
      return box;
  }
}

/** Share of a line that code may take to stay whole: a list is indented, and marks stand beside the code. */
const widest = { line: 0.95, item: 0.85 } as const;

function wholeInBlocks(context: Measuring, blocks: readonly Block[], set: LineSetting): readonly Block[] {
  return blocks.map((block): Block => {
    if (!hasBreakableCode([block])) return block;
    if (block.type === 'paragraph' || block.type === 'heading')
      return { ...block, children: wholeIn(context, block.children as Phrasing[], set) } as Block;
    if (block.type !== 'list') return block;
    const inside = { ...set, width: widest.item * set.width };
    const children = block.children.map((item) => ({
      ...item,
      children: wholeInBlocks(context, item.children as Block[], inside),
    }));
    return { ...block, children } as Block;
  });
}

/** Words with the code marked that stays whole in a line of theirs. */
export function wholeIn(
  context: Measuring,
  words: readonly Phrasing[],
  set: LineSetting,
): readonly Phrasing[] {
  if (!hasBreakableCode(words)) return words;
  return words.map((node): Phrasing => {
    if (!hasBreakableCode([node])) return node;
    if (node.type === 'inlineCode') return wholeCode(context, node, set);
    return 'children' in node
      ? ({ ...node, children: wholeIn(context, node.children as Phrasing[], set) } as Phrasing)
      : node;
  });
}

function wholeCode(
  { measure }: Measuring,
  node: InlineCode,
  { style, width, bodySize }: LineSetting,
): InlineCode {
  const marked = (whole: 'all' | 'words'): InlineCode => ({ ...node, data: { ...node.data, whole } });
  const fits = (code: InlineCode): boolean =>
    measure.holdsWords([code], style, widest.line * width, bodySize);
  return [marked('all'), marked('words')].find(fits) ?? node;
}
