import { type Block, type Notes, plainText, type Section } from '../notes/index.ts';
import type { Slide } from '../plan/index.ts';

/** Why a slide ends before what belongs with it does. */
export interface SlideCut {
  readonly reason: string;
  /** The first words on the next slide that are not on this one. */
  readonly next: string;
}

const reasons: Readonly<Record<NonNullable<Slide['goesOn']>, string>> = {
  'too-much': 'too much for one slide',
  'per-slide': 'as many items as the hints allow',
};

/** Nothing when the slide holds all of what belongs together. */
export function cutAfter(slide: Slide, next: Slide | undefined, notes: Notes): SlideCut | undefined {
  if (slide.goesOn === undefined || !next) return undefined;
  const words = next.spans[0] ? wordsAt(next.spans[0].start, notes) : '';
  return { reason: reasons[slide.goesOn], next: words };
}

/** Few enough for a line of a terminal. */
const length = 40;

function wordsAt(offset: number, { sections, source }: Notes): string {
  const node = nodeAt(offset, sections.flatMap(blocksOf));
  const text = node ? plainText([node]) : source.text.slice(offset, offset + 4 * length);
  const line = (text.trim().split('\n')[0] ?? '').replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const space = line.lastIndexOf(' ', length);
  return `${space > 0 ? line.slice(0, space) : [...line].slice(0, length).join('')}…`;
}

function blocksOf(section: Section): readonly Block[] {
  return [...section.blocks, ...section.sections.flatMap(blocksOf)];
}

/** The innermost block that begins there: an item's own words and not all that is below it. */
function nodeAt(offset: number, nodes: readonly Block[]): Block | undefined {
  const around = nodes.find(({ position }) => {
    const [start, end] = [position?.start.offset, position?.end.offset];
    return start !== undefined && end !== undefined && start <= offset && offset < end;
  });
  if (!around) return undefined;
  const inner =
    'children' in around ? nodeAt(offset, around.children as unknown as readonly Block[]) : undefined;
  return inner ?? around;
}
