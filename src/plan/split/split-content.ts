import type { FootnoteDefinition, Nodes } from 'mdast';
import { withStub } from '../../layouts/index.ts';
import type { Block } from '../../notes/index.ts';
import type { BodySize } from '../../theme/index.ts';
import {
  applyLayout,
  type Candidate,
  countItems,
  fillOf as fillOfBlocks,
  type Task,
} from '../apply-layout.ts';
import type { Segment, Setting } from '../draft.ts';
import { type Atom, referencesIn, toAtoms } from './atom.ts';
import { breakCost, cheapestCuts } from './break-cost.ts';
import { cutAtom } from './cut-atom.ts';
import { joinAtoms } from './rebuild.ts';

/** Content on as many slides as it needs, in one layout; code, and what is too wide for larger type, as small as it can be read, unless another size is asked for. */
export function splitContent(task: Task, candidate: Candidate, asked?: BodySize): readonly Setting[] {
  const isWide = fillOfBlocks(task, candidate, task.content.blocks, 'sm') === Number.POSITIVE_INFINITY;
  const size = asked ?? (candidate.layout.name === 'code' || isWide ? 'xs' : 'sm');
  const fillOf = (blocks: readonly Block[]): number => fillOfBlocks(task, candidate, blocks, size);
  const { blocks, notes } = smallNotes(withShares(task, candidate, size), fillOf);
  const content = cutTooTall(toAtoms(blocks), (atom) => fillOf(joinAtoms([atom])), task.context.lang);
  const { beside, rest } = besideMarks(notes, marksOf(notes, content, task.segment.title), content, fillOf);
  const atoms = [...content, ...toAtoms(rest)];
  const partOf = (from: number, to: number): readonly Block[] => [
    ...joinAtoms(atoms.slice(from, to)),
    ...beside.flatMap(({ mark, note }) => (from <= mark && mark < to ? [note] : [])),
  ];
  const most = task.segment.hint?.perSlide;
  const fill = (from: number, to: number): number => {
    const isOver = most !== undefined && countItems(joinAtoms(atoms.slice(from, to))) > most;
    return isOver ? 2 : fillOf(partOf(from, to));
  };
  const ends = cheapestCuts(atoms.length, fill, (to) => costAt(atoms, to, task.context.lang));
  return ends.map((to, index) => applyLayout(task, candidate, partOf(ends[index - 1] ?? 0, to), size));
}

/** The blocks, with the widths of a table's columns, which are the same on each of its slides. */
function withShares(
  { content: { blocks }, context: { measure, theme } }: Task,
  { layout }: Candidate,
  size: BodySize,
): readonly Block[] {
  if (layout.name !== 'table') return blocks;
  return blocks.map((block) => {
    const shares =
      block.type === 'table'
        ? measure.columnShares(withStub(block), 'body', theme.content.width, size)
        : undefined;
    return shares ? ({ ...block, data: { ...block.data, shares } } as Block) : block;
  });
}

/** A footnote that fills more of a slide than this goes on by itself, like other text. */
const smallNote = 0.35;

/** Footnotes apart from the content: each is set where its mark is, and no slide begins with one. */
function smallNotes(
  all: readonly Block[],
  fillOf: (blocks: readonly Block[]) => number,
): { readonly blocks: readonly Block[]; readonly notes: readonly FootnoteDefinition[] } {
  const isSmall = (block: Block): block is FootnoteDefinition =>
    block.type === 'footnoteDefinition' && fillOf([block]) <= smallNote;
  const notes = all.filter(isSmall);
  if (notes.length === all.length) return { blocks: all, notes: [] };
  return { blocks: all.filter((block) => !isSmall(block)), notes };
}

/** The atom with the first mark of each footnote: the first for one in the title, the last where nothing has it. */
function marksOf(
  notes: readonly FootnoteDefinition[],
  atoms: readonly Atom[],
  title: Segment['title'],
): readonly number[] {
  const first = new Map<string, number>();
  if (notes.length === 0) return [];
  for (const name of referencesIn(title as Nodes[])) first.set(name, 0);
  for (const [at, { block }] of atoms.entries())
    for (const name of referencesIn([block as Nodes])) if (!first.has(name)) first.set(name, at);
  return notes.map(({ identifier }) => first.get(identifier) ?? atoms.length - 1);
}

interface PlacedNote {
  readonly note: FootnoteDefinition;
  readonly mark: number;
}

/** The footnotes that fit on a slide with the atom that refers to them; the others go on behind all, like other text. */
function besideMarks(
  notes: readonly FootnoteDefinition[],
  marks: readonly number[],
  atoms: readonly Atom[],
  fillOf: (blocks: readonly Block[]) => number,
): { readonly beside: readonly PlacedNote[]; readonly rest: readonly FootnoteDefinition[] } {
  const beside: PlacedNote[] = [];
  const rest: FootnoteDefinition[] = [];
  const shown = new Map<number, Block[]>();
  const full = new Set<number>();
  for (const [at, note] of notes.entries()) {
    const mark = marks[at] ?? 0;
    const blocks = shown.get(mark) ?? [...joinAtoms(atoms.slice(mark, mark + 1))];
    if (full.has(mark) || fillOf([...blocks, note]) > 1) {
      full.add(mark);
      rest.push(note);
      continue;
    }
    shown.set(mark, [...blocks, note]);
    beside.push({ note, mark });
  }
  return { beside, rest };
}

function costAt(atoms: readonly Atom[], to: number, lang: string): number {
  const [last, next] = [atoms[to - 1], atoms[to]];
  return last && next ? breakCost(last, next, lang) : 0;
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
