import type { Agenda } from '../../notes/index.ts';
import { fold } from '../match/fold.ts';
import type { Unit } from '../match/units.ts';
import { blocksOf } from './blocks-of.ts';

/** Longer items say something of their own. */
const longestItem = 60;

/**
 * The list before the first section, when it reads like an agenda: at least two short items,
 * and at least half of them are titles of sections.
 */
export function outlineAgenda(
  lead: readonly Unit[],
  titles: readonly string[],
  path: string,
): Agenda | undefined {
  const short = lead.length >= 2 && lead.every(({ item, text }) => item && text.length <= longestItem);
  const letters = titles.map(lettersOf).filter((title) => title !== '');
  const named = lead.filter(({ text }) => isTitle(lettersOf(text), letters));
  if (!short || named.length * 2 < lead.length) return undefined;
  return {
    blocks: blocksOf(lead),
    span: { path, start: lead[0]?.start ?? 0, end: lead.at(-1)?.end ?? 0 },
  };
}

/** "Finetuning (SFT and RLHF)" is about the section "Fine-tuning". */
function isTitle(item: string, titles: readonly string[]): boolean {
  return item !== '' && titles.some((title) => title.startsWith(item) || item.startsWith(title));
}

function lettersOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
