// Words in large type that stand whole, on few lines.
import type { BodySize, Box, StyleName } from '../layouts/index.ts';
import type { Block, Phrasing } from '../notes/index.ts';
import { rowWidths } from '../theme/index.ts';
import type { PlanContext, Segment } from './draft.ts';

/** Sizes of large type. */
export const largeSizes: ReadonlySet<BodySize> = new Set(['xxxl', 'xxl', 'xl']);

/** Most lines of a title that is set large on a slide of its own, and at the largest sizes; at the two smallest it takes what it takes. */
const mostLines = { usual: 3, large: 1 } as const;

/** Whether a large title has few lines, and no word of it is broken. */
export function isWholeTitle(
  { measure, theme }: Pick<PlanContext, 'measure' | 'theme'>,
  title: Segment['title'],
  style: 'cover' | 'divider',
  bodySize: BodySize,
): boolean {
  const { width } = theme.content;
  if (!measure.holdsWords(title, style, width, bodySize)) return false;
  return (
    measure.lines(title, style, width, bodySize) <=
    (largeSizes.has(bodySize) ? mostLines.large : mostLines.usual)
  );
}

/** Set on one line, or not at all: an amount or a date that is broken says nothing. */
const unbroken: ReadonlySet<StyleName> = new Set([
  'figure',
  'hero-xxl',
  'hero-xl',
  'hero-lg',
  'hero-md',
  'hero-sm',
  'date',
]);

/** So large that a word may not fit its line: it is set smaller, never broken. */
const loud: ReadonlySet<StyleName> = new Set([
  'cover',
  'statement',
  'statement-roomy',
  'lead',
  'answer',
  'agenda',
]);

/**
 * Does every large figure, and every date above its line, stand on one line, and every word that is set large, or that
 * stands beside something else? `width` in px.
 */
export function hasWholeFigures(
  context: Pick<PlanContext, 'measure' | 'theme'>,
  box: Box,
  width: number,
  bodySize: BodySize,
  place: 'alone' | 'beside' = 'alone',
): boolean {
  const { measure, theme } = context;
  const inside = (inner: Box, innerWidth: number, where = place): boolean =>
    hasWholeFigures(
      context,
      inner,
      innerWidth - (inner.paddingEnd ? theme.spaces[inner.paddingEnd] : 0),
      bodySize,
      where,
    );
  // At the smallest size there is no smaller one to set a word in: it is broken.
  const staysWhole = (style: StyleName): boolean =>
    bodySize !== 'xs' && (place === 'beside' || loud.has(style));
  switch (box.kind) {
    case 'bar':
    case 'marks':
    case 'rise':
      return true;
    case 'flow':
      if (
        bodySize !== 'xs' &&
        box.blocks.some((block) => isBroken(context, block, box.style, width, bodySize))
      )
        return false;
      if (
        bodySize !== 'xs' &&
        bodySize !== 'sm' &&
        linesOf(box.blocks).some(
          (words) => isCode(words) && measure.lines(words, box.style, width, bodySize) > 1,
        )
      )
        return false;
      return (
        !staysWhole(box.style) ||
        linesOf(box.blocks).every((words) => measure.holdsWords(words, box.style, width, bodySize))
      );
    case 'line':
      if (unbroken.has(box.style)) return measure.lines(box.content, box.style, width, bodySize) <= 1;
      return !staysWhole(box.style) || measure.holdsWords(box.content, box.style, width, bodySize);
    case 'stack':
      return box.boxes.every((inner) => inside(inner, width));
    case 'row': {
      const widths = rowWidths(theme, box, width);
      return box.boxes.every((inner, index) => inside(inner, widths[index] ?? 0, 'beside'));
    }
  }
}

/** Whether words of a table would be broken that are whole where it is set smaller. */
function isBroken(
  { measure }: Pick<PlanContext, 'measure'>,
  block: Block,
  style: StyleName,
  width: number,
  bodySize: BodySize,
): boolean {
  return block.type === 'table' && !block.data?.tight && measure.isTight(block, style, width, bodySize);
}

/** A command, or a name in code, and nothing else: set larger than usual it is on one line. */
function isCode(words: readonly Phrasing[]): boolean {
  return words.length === 1 && words[0]?.type === 'inlineCode';
}

/** The lines of text of paragraphs and of the first level of lists. */
function linesOf(blocks: readonly Block[]): readonly (readonly Phrasing[])[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [block.children as Phrasing[]];
    return block.type === 'list'
      ? block.children.flatMap((item) => linesOf(item.children.slice(0, 1) as Block[]))
      : [];
  });
}
