import { type Phrasing, plainText } from '../../notes/index.ts';
import { type Item, itemsOf, leadIn, onlyList, paragraphOf } from '../content/index.ts';
import type { Box, Composition, Content } from '../layout.ts';
import { leadBox, readLead } from './lead.ts';
import { countWords, hasTasks, isWords } from './lengths.ts';

/** Most words of a label, characters of a word of it, and points. */
const longest = { words: 5, characters: 14, points: 7 } as const;

/** What is named at the left, what is said of it at the right, each point under a rule; below what is said first. */
export const namedRows: Composition = {
  name: 'labels',
  takes: (content) => {
    const { points } = readLabels(content);
    if (points.length < 2 || points.length > longest.points || !isWords(content.blocks)) return false;
    return !hasTasks(points) && points.some((item) => labelOf(item) !== undefined);
  },
  arrange: (content): Box => {
    const { first, points } = readLabels(content);
    const named: Box = {
      kind: 'stack',
      class: 'rows labels',
      gap: 'small',
      boxes: points.map(labelled),
    };
    if (first.length === 0) return named;
    return { kind: 'stack', class: 'led', gap: 'large', boxes: [leadBox(first, content.lang), named] };
  },
  largest: ({ blocks }) => (countWords(plainText(blocks)) <= 40 ? 'xl' : 'lg'),
  fills: 'spread',
};

/** The points of a list with what is said before it, or paragraphs that all begin with what they state: "**Theorem.** …". */
function readLabels(content: Content): {
  readonly first: Content['blocks'];
  readonly points: readonly Item[];
} {
  const { first, list } = readLead(content) ?? { first: [], list: content.blocks };
  const own = onlyList(list);
  if (own) return own.ordered ? { first, points: [] } : { first, points: itemsOf(list) };
  const points = content.blocks.flatMap((block): Item[] =>
    block.type === 'paragraph' && statement(block.children as Phrasing[])
      ? [{ words: block.children as Phrasing[], details: [], node: { type: 'listItem', children: [block] } }]
      : [],
  );
  return { first: [], points: points.length === content.blocks.length ? points : [] };
}

/** What mathematicians and lawyers call what they state, by its first word. */
const stated =
  /^(?:theorem|lemma|proposition|corollary|definition|proof|remark|example|axiom|conjecture|claim|satz|beweis|bemerkung|beispiel|korollar|th[ée]or[èe]me|lemme|d[ée]finition|preuve|remarque|exemple|teorema|lema|definici[óo]n|demostraci[óo]n)(?!\p{L})/iu;
/** Those of them that stand on a field, and those whose words are slanted there. */
const onField = /^(?!proof|remark|example|beweis|bemerkung|beispiel|preuve|remarque|exemple|demostr)/iu;
const slanted = /^(?:theor|th[ée]or|teor|lemm|lema|propos|corol|korol|satz|conj|axiom|claim)/iu;

/** A bold name of what is stated, ended by a full stop or a colon, and the words behind it. */
function statement(
  words: readonly Phrasing[],
): { name: readonly Phrasing[]; rest: readonly Phrasing[] } | undefined {
  const [bold, next, ...others] = words;
  if (bold?.type !== 'strong' || next?.type !== 'text') return undefined;
  const [inside, ...more] = bold.children;
  if (inside?.type !== 'text' || more.length > 0 || !stated.test(inside.value)) return undefined;
  if (!/[.:]\s*$/u.test(inside.value) && !/^[.:]\s/u.test(next.value)) return undefined;
  return {
    name: [{ ...inside, value: inside.value.replace(/[.:]\s*$/u, '') }],
    rest: [{ ...next, value: next.value.replace(/^[.:]?\s+/u, '') }, ...others],
  };
}

interface Label {
  readonly name: readonly Phrasing[];
  readonly said: Content['blocks'];
}

/** A name before a colon or a dash, that of what is stated, or the head of what stands below it. */
function labelOf({ words, details, node }: Item): Label | undefined {
  const found = statement(words);
  const lead = found ? { term: found.name, rest: found.rest } : leadIn(words);
  const name = lead ? lead.term : details.length > 0 ? words : [];
  const text = plainText(name).trim();
  if (text === '' || countWords(text) > longest.words) return undefined;
  if (text.split(/[\s\u00ad]+/u).some((word) => word.length > longest.characters)) return undefined;
  return { name, said: lead ? [paragraphOf(lead.rest, node), ...details] : details };
}

/** One without a label has none at its left. */
function labelled(item: Item): Box {
  const label = labelOf(item);
  const name = plainText(label?.name ?? []);
  const kinds =
    stated.test(name) && onField.test(name) ? [' stated', slanted.test(name) ? ' slanted' : ''] : [];
  return {
    kind: 'row',
    class: `under-rule labelled${kinds.join('')}`,
    gap: 'column',
    paddingTop: 'small',
    widths: [3, 8],
    boxes: [
      { kind: 'line', class: 'term', style: 'subheading', inMargin: true, content: label?.name ?? [] },
      {
        kind: 'flow',
        class: 'meaning',
        style: 'row',
        blocks: label ? label.said : [paragraphOf(item.words, item.node), ...item.details],
      },
    ],
  };
}
