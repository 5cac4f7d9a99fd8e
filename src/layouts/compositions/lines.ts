import { type Phrasing, plainText } from '../../notes/index.ts';
import { paragraphOf, sentencesOf } from '../content/index.ts';
import type { Box, FlowBox } from '../layout.ts';

/** Most sentences that are told apart by their lines. */
const mostSentences = 3;

/** A paragraph with each sentence on lines of its own, each balanced by itself, where all are short: `most` characters. */
export function inLines(box: FlowBox, most: number): Box {
  const [only, ...others] = box.blocks;
  if (only?.type !== 'paragraph' || others.length > 0) return box;
  const sentences = sentencesOf(only.children as Phrasing[]);
  if (sentences.length < 2 || sentences.length > mostSentences) return box;
  if (sentences.some((words) => plainText(words).length > most)) return box;
  return {
    kind: 'stack',
    class: 'sentences',
    gap: 'none',
    boxes: sentences.map((words) => ({ ...box, blocks: [paragraphOf(words, only)] })),
  };
}
