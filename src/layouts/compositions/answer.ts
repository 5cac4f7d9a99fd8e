import { plainText } from '../../notes/index.ts';
import {
  type Figure,
  isQuestion,
  isRemark,
  itemsOf,
  itemText,
  listOf,
  onlyList,
  readFigure,
} from '../content/index.ts';
import type { BodySize, Box, Composition, Content } from '../layout.ts';
import { columnsBox, fitsColumns } from './columns.ts';
import { heroOf, isAmount } from './hero.ts';
import { heroBox, heroStyle, heroWidths } from './hero-box.ts';
import { canBeLoud, countItemWords, countWords, hasTasks, isWords } from './lengths.ts';
import { inLines } from './lines.ts';
import { rowSize, rowsBox } from './rows.ts';

/** Most words of an answer, and characters of a sentence of it that has a line of its own. */
const longest = 90;
const shortSentence = 110;

/** The answer to the question that is the slide's title, on its line below it: one is said large, several stand side by side. */
export const answer: Composition = {
  name: 'answer',
  takes: (content) => isAnswer(content) && !figureOf(content),
  arrange: ({ blocks, isNarrow }): Box => {
    const items = itemsOf(blocks);
    const [only, ...others] = items;
    if (others.length > 0)
      return answered(fitsColumns(items) && !isNarrow ? columnsBox(blocks) : rowsBox(blocks));
    const own = only && !onlyList(blocks)?.ordered ? (only.node.children as Content['blocks']) : blocks;
    const style = canBeLoud(own) && !isRemark(plainText(own)) ? 'answer' : 'row';
    return answered(inLines({ kind: 'flow', class: 'said', style, blocks: own }, shortSentence));
  },
  largest: ({ blocks }): BodySize => {
    if (itemsOf(blocks).length > 1) return fitsColumns(itemsOf(blocks)) ? 'lg' : rowSize(blocks);
    const words = countWords(plainText(blocks));
    if (isRemark(plainText(blocks))) return 'lg';
    return words <= 6 ? 'xxxl' : words <= 16 || !canBeLoud(blocks) ? 'xxl' : 'xl';
  },
  fills: 'whole',
};

/** An answer that is an amount, as large as the slide allows, on the floor. */
export const answerFigure: Composition = {
  name: 'answer-figure',
  takes: (content) => isAnswer(content) && figureOf(content) !== undefined,
  arrange: (content): Box => {
    const figure = figureOf(content);
    if (!figure) return answered({ kind: 'flow', class: 'said', style: 'answer', blocks: content.blocks });
    return answered(heroBox(figure, heroStyle(figure.figure, heroWidths.whole)));
  },
  largest: () => 'xxl',
  fills: 'floor',
};

function isAnswer({ title, blocks }: Content): boolean {
  if (!isQuestion(title) || !isWords(blocks) || countWords(plainText(blocks)) > longest) return false;
  if (blocks.some((block) => hasTasks(itemsOf([block])))) return false;
  return !itemsOf(blocks).some((item) => isQuestion(itemText(item)) && item.details.length > 0);
}

/** An amount with what it counts, or an amount and nothing else. */
function figureOf({ blocks }: Content): Figure | undefined {
  const [only, ...others] = itemsOf(blocks);
  if (!only || others.length > 0 || only.details.length > 0) return undefined;
  const alone = readFigure(only.words, 'start');
  // A number alone may be that of a ticket or a room.
  const hasUnit = alone?.after.length === 0 && isAmount(alone) && /[^\d.,\s]/u.test(alone.figure);
  return hasUnit ? alone : heroOf(only);
}

function answered(inside: Box): Box {
  return {
    kind: 'stack',
    class: 'answers',
    gap: 'none',
    boxes: [{ kind: 'stack', class: 'answer', gap: 'none', paddingTop: 'answer', boxes: [inside] }],
  };
}

/** Words of the first point that words of the second stand against, either way round. */
const opposites: readonly (readonly [WholeWord, WholeWord])[] = [
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
/** What is an example of what stands above stands against nothing. */
const isExample =
  /^(?:e\.\s?g\.|i\.\s?e\.|z\.\s?b\.|p\.\s?ex\.|for example|for instance|zum beispiel|par exemple|por ejemplo)/iu;

const turns = /^(?:but|still|yet|however|aber|doch|noch|mais|pero|ma)(?!\p{L})/iu;

type WholeWord = (text: string) => boolean;

/** Most points hold none of the words in any way, and the letters of all scripts take long to compile. */
function word(words: string): WholeWord {
  const anywhere = new RegExp(words, 'i');
  return (text) => anywhere.test(text) && new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu').test(text);
}

function isOpposition(first: string, second: string): boolean {
  if (turns.test(second)) return true;
  return opposites.some(([a, b]) => (a(first) && b(second)) || (b(first) && a(second)));
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
    return !isExample.test(first) && isOpposition(first, second);
  },
  arrange: ({ blocks }): Box => {
    const list = onlyList(blocks);
    return {
      kind: 'row',
      class: 'fields',
      gap: 'column',
      widths: [1, 1],
      boxes: itemsOf(blocks).map(
        ({ node }, at): Box => ({
          kind: 'flow',
          class: at === 0 ? 'field-start' : 'field-end',
          style: 'statement',
          ...(at === 0 ? { paddingEnd: 'column' } : {}),
          blocks: list ? [listOf([node], list)] : blocks,
        }),
      ),
    };
  },
  largest: () => 'lg',
  fills: 'whole',
};
