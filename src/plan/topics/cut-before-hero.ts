import { isHeroSlide } from '../../layouts/index.ts';
import type { Block } from '../../notes/index.ts';
import { wordsIn, wordsInItem } from './amount.ts';

/** Words from which an amount has a slide of its own with what follows it, and the fewest on either. */
const enough = { whole: 50, before: 14, after: 8 } as const;

/** Points that stand with an amount on its slide. */
const mostBelow = 3;

/** Bullets with an amount among the later ones, parted before it: it opens a slide well. The blocks as they are where there is none. */
export function cutBeforeHero(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const list = blocks.at(-1);
  if (list?.type !== 'list' || list.ordered || wordsIn(blocks) < enough.whole) return [blocks];
  const lead = blocks.slice(0, -1);
  if (!lead.every(({ type }) => type === 'paragraph')) return [blocks];
  const { length } = list.children;
  for (let at = Math.max(2, length - mostBelow - 1); at <= length - 2; at += 1) {
    const [before, after] = [list.children.slice(0, at), list.children.slice(at)];
    const words = before.reduce((sum, item) => sum + wordsInItem(item), wordsIn(lead));
    const rest = after.reduce((sum, item) => sum + wordsInItem(item), 0);
    if (words < enough.before || rest < enough.after) continue;
    if (isHeroSlide([{ ...list, children: after }]))
      return [[...lead, { ...list, children: before }], [{ ...list, children: after }]];
  }
  return [blocks];
}
