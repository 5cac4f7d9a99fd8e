import { plainText } from '../../notes/index.ts';
import { isQuestion, itemsOf, itemText, listOf, onlyList } from '../content/index.ts';
import type { BodySize, Box, Composition, Content } from '../layout.ts';
import { columnsBox, fitsColumns } from './columns.ts';
import { heroBox, heroOf } from './hero.ts';
import { countItemWords, isWords, wordsOf } from './lengths.ts';

/** Words of an answer that is set large, and of one that is read. */
const longest = 90;

/** The answer to the question that is the slide's title: one is said large, several stand side by side. */
export const answer: Composition = {
  name: 'answer',
  takes: ({ title, blocks }) => {
    if (!isQuestion(title) || !isWords(blocks) || wordsOf(plainText(blocks)) > longest) return false;
    return !itemsOf(blocks).some((item) => isQuestion(itemText(item)) && item.details.length > 0);
  },
  arrange: ({ blocks }): Box => {
    const items = itemsOf(blocks);
    const [only] = items;
    const hero = only && items.length === 1 ? heroOf(only) : undefined;
    if (hero)
      return {
        kind: 'stack',
        class: 'answers',
        gap: 'none',
        boxes: [{ ...heroBox(hero), class: 'answer hero' }],
      };
    const own =
      only && items.length === 1 && !onlyList(blocks)?.ordered
        ? (only.node.children as Content['blocks'])
        : blocks;
    const inside: Box = fitsColumns(items)
      ? columnsBox(blocks)
      : { kind: 'flow', class: 'said', style: items.length > 1 ? 'body' : 'row', blocks: own };
    return {
      kind: 'stack',
      class: 'answers',
      gap: 'none',
      boxes: [{ kind: 'stack', class: 'answer', gap: 'none', boxes: [inside] }],
    };
  },
  largest: ({ blocks }): BodySize => {
    const items = itemsOf(blocks);
    if (items.length > 1) return 'lg';
    return wordsOf(plainText(blocks)) <= 40 ? 'xxl' : 'lg';
  },
  fills: 'floor',
};

/** Words of the first point that words of the second stand against, either way round. */
const opposites: readonly (readonly [RegExp, RegExp])[] = [
  [
    word('on par|better|ahead|wins?|strengths?|besser'),
    word('gap|worse|behind|loses?|weaknesses|schlechter'),
  ],
  [word('pros?|for|vorteile?|pour|a favor'), word('cons?|against|nachteile?|contre|en contra')],
  [word('before|then|old|vorher|früher|avant|antes'), word('after|now|new|nachher|heute|après|ahora')],
  [word('open'), word('closed')],
  [word('with'), word('without')],
  [word('do|always|yes|ja|oui|sí'), word("don['’]t|never|no|nein|non")],
];
const turns = /^(?:but|still|yet|however|aber|doch|noch|mais|pero|ma)(?!\p{L})/iu;

function word(words: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu');
}

function isOpposition(first: string, second: string): boolean {
  if (turns.test(second)) return true;
  return opposites.some(([a, b]) => (a.test(first) && b.test(second)) || (b.test(first) && a.test(second)));
}

/** Two points that stand against each other, each on a field of its own. */
export const halves: Composition = {
  name: 'halves',
  takes: ({ blocks }) => {
    const items = itemsOf(blocks);
    if (items.length !== 2 || onlyList(blocks)?.ordered || !isWords(blocks)) return false;
    if (
      !items.every(
        (item) => item.details.length === 0 && countItemWords(item) >= 2 && countItemWords(item) <= 20,
      )
    )
      return false;
    const [first = '', second = ''] = items.map(itemText);
    return isOpposition(first, second);
  },
  arrange: ({ blocks }): Box => {
    const list = onlyList(blocks);
    return {
      kind: 'row',
      class: 'fields',
      gap: 'field',
      widths: [1, 1],
      boxes: itemsOf(blocks).map(
        ({ node }, at): Box => ({
          kind: 'flow',
          class: at === 0 ? 'field-start' : 'field-end',
          style: 'lead',
          blocks: list ? [listOf([node], list)] : blocks,
        }),
      ),
    };
  },
  largest: () => 'lg',
  fills: 'whole',
};
