// What a section says before its first sub-heading, in a few words: on the slide of the sub-heading they would seem to be
// its own, and by themselves they are a nearly empty slide.
import type { Paragraph } from 'mdast';
import { type Block, type Phrasing, plainText } from '../../notes/index.ts';
import type { Segment } from '../draft.ts';
import { wordsIn } from './amount.ts';
import { addedWords } from './short-words.ts';
import { spanOf, type Topic } from './topic.ts';

/** Most words that stand in small type below a title. */
const most = 16;

/** They stand below the sub-heading's title as lines that begin with the section's name; undefined where they are more than such lines. */
export function wordsAbove(head: Topic['head'], blocks: readonly Block[]): Segment['within'] {
  const lines = blocks.map(linesOf);
  if (wordsIn(blocks) > most || lines.some(({ length }) => length === 0)) return undefined;
  const name = plainText(head.title)
    .trim()
    .replace(/\s*[:：]$/u, '');
  const within = lines.flat().flatMap((line, at) => {
    const words = line.children as readonly Phrasing[];
    const span = spanOf(line, head);
    return span
      ? [
          {
            content: at === 0 && name !== '' ? [addedWords(`${name}${colonBehind(name)}`), ...words] : words,
            span,
          },
        ]
      : [];
  });
  return within.length === lines.flat().length ? within : undefined;
}

function colonBehind(name: string): string {
  return /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]$/u.test(name) ? '：' : ': ';
}

/** A paragraph of words, or the points of a list that are no more than that. */
function linesOf(block: Block): readonly Paragraph[] {
  if (block.type === 'paragraph') return hasOnlyWords(block) ? [block] : [];
  if (block.type !== 'list' || block.ordered) return [];
  const lines = block.children.flatMap(({ checked, children: [line, ...below] }) =>
    checked == null && below.length === 0 && line?.type === 'paragraph' && hasOnlyWords(line) ? [line] : [],
  );
  return lines.length === block.children.length ? lines : [];
}

function hasOnlyWords({ children }: Paragraph): boolean {
  return children.every(({ type }) => type !== 'image' && type !== 'break');
}
