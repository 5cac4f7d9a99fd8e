import type { Block } from '../../notes/index.ts';
import { type FormulaTerm, paragraphOf, readFormula } from '../content/index.ts';
import type { Box, Composition, Content } from '../layout.ts';

/** Most formulas that share the band. */
const most = 3;

/** A formula on a band across the slide, as large as it fits; what its letters stand for side by side below. */
export const formulaBand: Composition = {
  name: 'formula-band',
  takes: ({ blocks }) => {
    const parts = readFormula(blocks);
    if (!parts || parts.formulas.length > most) return false;
    // A number at the right would be as large as the formula.
    return parts.formulas.every(({ value }) => !/\\tag\b/.test(value));
  },
  arrange: (content) => derived(content, termsBox),
  largest: () => 'xxxl',
  fills: 'whole',
};

/** The same with what its letters stand for in rows, each letter at the left of its meaning. */
export const formulaRows: Composition = {
  ...formulaBand,
  name: 'formula-rows',
  takes: (content) => formulaBand.takes(content) && (readFormula(content.blocks)?.terms.length ?? 0) > 0,
  arrange: (content) => derived(content, termRows),
};

function derived({ blocks }: Content, setTerms: (terms: readonly FormulaTerm[]) => Box): Box {
  const parts = readFormula(blocks);
  if (!parts) return { kind: 'flow', class: 'content', style: 'body', blocks };
  const { before, formulas, terms, after } = parts;
  const band: Box = {
    kind: 'stack',
    class: 'formulas',
    gap: 'small',
    paddingTop: 'small',
    boxes: formulas.map((formula) => ({
      kind: 'flow',
      class: 'formula',
      style: 'formula',
      blocks: [formula],
    })),
  };
  const boxes = [...note(before), band, ...(terms.length > 0 ? [setTerms(terms)] : note(after))];
  return { kind: 'stack', class: 'derived', gap: 'medium', boxes };
}

function termRows(terms: readonly FormulaTerm[]): Box {
  return {
    kind: 'stack',
    class: 'rows',
    gap: 'small',
    boxes: terms.map(({ symbol, meaning, item }) => ({
      kind: 'row',
      class: 'under-rule',
      gap: 'column',
      paddingTop: 'small',
      widths: [1, 5],
      boxes: [
        { kind: 'line', class: 'symbol', style: 'row', inMargin: true, content: symbol },
        { kind: 'flow', class: 'meaning', style: 'row', blocks: [paragraphOf(meaning, item.node)] },
      ],
    })),
  };
}

function note(blocks: readonly Block[]): readonly Box[] {
  return blocks.length === 0 ? [] : [{ kind: 'flow', class: 'said-of-it', style: 'note', blocks }];
}

function termsBox(terms: readonly FormulaTerm[]): Box {
  return {
    kind: 'row',
    class: 'terms',
    gap: 'column',
    widths: terms.map(() => 1),
    boxes: terms.map(({ symbol, meaning, item }) => ({
      kind: 'stack',
      class: 'under-rule',
      gap: 'none',
      paddingTop: 'small',
      boxes: [
        { kind: 'line', class: 'symbol', style: 'note', content: symbol },
        { kind: 'flow', class: 'meaning', style: 'note', blocks: [paragraphOf(meaning, item.node)] },
      ],
    })),
  };
}
