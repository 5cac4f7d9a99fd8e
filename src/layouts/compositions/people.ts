import type { Strong } from 'mdast';
import type { Phrasing } from '../../notes/index.ts';
import { type Item, itemsOf, itemText, onlyList, paragraphOf } from '../content/index.ts';
import type { Box, Composition } from '../layout.ts';
import { hasTasks, isWords } from './lengths.ts';

/** Fewest and most people, most characters of one with what they do, and up to how many that stands below the name. */
const count = { least: 4, most: 14 } as const;
const longest = 56;
const apart = 6;

/** A name of two to four words, alone, or with what its bearer does behind a comma, a dash or in brackets. */
const person =
  /^((?:\p{Lu}[\p{L}\p{M}.'’-]*\s+)(?:(?:van|von|de|da|di|del|la|le|bin|ten|der|den|dos|\p{Lu}[\p{L}\p{M}.'’-]*)(?:\s+|(?=[,(–—-]|$))){1,4})(?:\s*(,\s*|[–—-]\s+|(?=\())(\S.*))?$/u;

/** Those who were there: names in two columns, each under a rule, with what they do. */
export const people: Composition = {
  name: 'people',
  takes: ({ blocks }) => {
    const items = itemsOf(blocks);
    if (items.length < count.least || items.length > count.most || onlyList(blocks)?.ordered) return false;
    if (!isWords(blocks) || hasTasks(items) || !items.every(isPerson)) return false;
    return items.filter((item) => person.exec(itemText(item))?.[3] !== undefined).length * 2 >= items.length;
  },
  arrange: ({ blocks }): Box => {
    const items = itemsOf(blocks);
    const lines = Array.from({ length: Math.ceil(items.length / 2) }, (_, at) =>
      items.slice(2 * at, 2 * at + 2),
    );
    return {
      kind: 'stack',
      class: 'cells',
      gap: items.length <= apart ? 'large' : 'small',
      boxes: lines.map((line) => lineBox(line, items.length <= apart ? 'below' : 'beside')),
    };
  },
  largest: ({ blocks }) => (itemsOf(blocks).length <= apart ? 'lg' : 'md'),
  fills: 'spread',
};

function isPerson(item: Item): boolean {
  const text = itemText(item);
  if (item.details.length > 0 || text.length > longest || !person.test(text)) return false;
  return item.words.every(({ type }) => type === 'text');
}

function lineBox(line: readonly Item[], role: 'below' | 'beside'): Box {
  const empty: Box = { kind: 'flow', class: 'empty', style: 'row', blocks: [] };
  return {
    kind: 'row',
    class: 'side-by-side',
    gap: 'column',
    widths: [1, 1],
    boxes: [...line.map((item) => personBox(item, role)), ...(line.length < 2 ? [empty] : [])],
  };
}

function personBox(item: Item, where: 'below' | 'beside'): Box {
  const [, name = '', between = '', role] = person.exec(itemText(item)) ?? [];
  const bold = (value: string): Strong => ({ type: 'strong', children: [{ type: 'text', value }] });
  const text = (value: string): Phrasing => ({ type: 'text', value });
  const words: Phrasing[] =
    where === 'beside' && role !== undefined
      ? [bold(name.trim()), text(`${between || ' '}${role}`)]
      : [bold(name.trim())];
  return {
    kind: 'stack',
    class: 'under-rule',
    gap: 'none',
    paddingTop: 'small',
    boxes: [
      { kind: 'flow', class: 'who', style: 'row', blocks: [paragraphOf(words, item.node)] },
      ...(where === 'below' && role !== undefined
        ? [
            {
              kind: 'flow',
              class: 'does',
              style: 'note',
              blocks: [paragraphOf([text(role)], item.node)],
            } as const,
          ]
        : []),
    ],
  };
}
