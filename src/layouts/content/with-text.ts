// One drawing, and the few words that introduce or explain it.
import type { Block } from '../../notes/index.ts';
import type { Box, FlowBox, FrameName } from '../layout.ts';
import { isShortParagraph } from './shape.ts';

/** Most letters that leave the drawing its room. */
const longest = 200;

export interface WithText<T extends Block> {
  readonly before: readonly Block[];
  readonly drawing: T;
  readonly after: readonly Block[];
}

/** The parts of blocks that are one drawing with a heading or a sentence; nothing for anything else. */
export function readWithText<T extends Block>(
  blocks: readonly Block[],
  isDrawing: (block: Block) => block is T,
): WithText<T> | undefined {
  const drawings = blocks.filter(isDrawing);
  const [drawing] = drawings;
  if (!drawing || drawings.length > 1 || blocks.length > 3) return undefined;
  const text = blocks.filter((block) => block !== drawing);
  if (!text.every((block) => block.type === 'heading' || isShortParagraph(block, longest))) return undefined;
  const at = blocks.indexOf(drawing);
  return { before: blocks.slice(0, at), drawing, after: blocks.slice(at + 1) };
}

/** The words above or below the drawing, as they stand in the notes. */
export function withTextBox({ before, after }: Omit<WithText<Block>, 'drawing'>, drawing: Box): Box {
  if (before.length + after.length === 0) return drawing;
  const text = (blocks: readonly Block[]): Box[] =>
    blocks.length > 0 ? [{ kind: 'flow', class: 'text', style: 'body', blocks }] : [];
  return { kind: 'stack', class: 'shared', gap: 'medium', boxes: [...text(before), drawing, ...text(after)] };
}

/** The frame for what is drawn to fill it. */
export function drawingBox(name: string, { before, drawing, after }: WithText<Block>): FlowBox {
  const frame: FrameName = before.length + after.length > 0 ? 'shared' : 'full';
  return { kind: 'flow', class: name, style: 'body', frame, blocks: [drawing] };
}
