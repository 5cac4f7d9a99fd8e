import type { Block } from '../../notes/index.ts';
import { applyLayout, type Candidate, countItems, type Task } from '../apply-layout.ts';
import type { Setting } from '../draft.ts';
import { type Atom, toAtoms } from './atom.ts';
import { breakCost } from './break-cost.ts';
import { cheapestCuts } from './cheapest-cuts.ts';
import { cutAtom } from './cut-atom.ts';
import { rebuild } from './rebuild.ts';

/** Content on as many slides as it needs, in one layout. */
export function splitContent(task: Task, candidate: Candidate): readonly Setting[] {
  const fillOf = (blocks: readonly Block[]): number => applyLayout(task, candidate, blocks, 'sm').fill;
  const atoms = cutTooTall(
    toAtoms(task.content.blocks),
    (atom) => fillOf(rebuild([atom])),
    task.context.lang,
  );
  const most = task.segment.hint?.perSlide ?? Number.POSITIVE_INFINITY;
  const fill = (from: number, to: number): number => {
    const part = rebuild(atoms.slice(from, to));
    return countItems(part) > most ? 2 : fillOf(part);
  };
  const ends = cheapestCuts(atoms.length, fill, (to) => costAt(atoms, to));
  const parts = ends.map((to, index) => rebuild(atoms.slice(ends[index - 1] ?? 0, to)));
  return parts.map((part) => applyLayout(task, candidate, part, 'sm'));
}

function costAt(atoms: readonly Atom[], to: number): number {
  const [last, next] = [atoms[to - 1], atoms[to]];
  return last && next ? breakCost(last, next) : 0;
}

/** An atom that fills more of a slide than this is cut, so that slides can be balanced. */
const tooTall = 0.7;

/** Quotations may hold what is too tall again, and tables rows that are; what is cut no further ends it. */
function cutTooTall(atoms: readonly Atom[], fillOf: (atom: Atom) => number, lang: string): readonly Atom[] {
  return atoms.flatMap((atom) => {
    if (fillOf(atom) <= tooTall) return [atom];
    const pieces = cutAtom(atom, lang);
    return pieces[0] === atom ? pieces : cutTooTall(pieces, fillOf, lang);
  });
}
