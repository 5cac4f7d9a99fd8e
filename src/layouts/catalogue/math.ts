import { blocksOfType, isIntroduction, readFormula } from '../content/index.ts';
import type { Layout } from '../layout.ts';

/** A formula set off, with the words around it. */
export const math: Layout = {
  name: 'math',
  purpose: 'a formula, with a sentence about it',
  slots: ['content'],
  overflow: 'flow',
  largest: 'md',
  score: ({ blocks }) => {
    const parts = readFormula(blocks);
    const formulas = parts?.formulas.length ?? blocksOfType(blocks, 'math').length;
    if (formulas === 0 || blocks.length > formulas + 2) return undefined;
    if (!parts && !blocks.every((block) => block.type === 'math' || isIntroduction(block))) return undefined;
    return { score: 0.8, reason: formulas === 1 ? 'a formula' : `${formulas} formulas` };
  },
  isFor: ({ blocks }) => blocksOfType(blocks, 'math').length > 0,
  arrange: ({ blocks }) => ({ kind: 'flow', class: 'content', style: 'body', blocks }),
};
