// An amount that is the point: large, with what it counts beside it.
import { type Phrasing, plainText } from '../../notes/index.ts';
import {
  type Figure,
  hasLabel,
  type Item,
  itemsOf,
  itemText,
  listOf,
  onlyList,
  paragraphOf,
  readFigure,
  sentencesOf,
} from '../content/index.ts';
import type { Box, Composition, Content } from '../layout.ts';
import { withBars } from './bars.ts';
import { columnsBox } from './columns.ts';
import { figureWidth, heroBox, heroLine, heroStyle, heroWidths } from './hero-box.ts';
import { countItemWords, countWords, isWords } from './lengths.ts';
import { rowsBox } from './rows.ts';

const amount =
  /[%‰°$€£¥×x]|[kKMBT]\b|\b(?:bn|million|billion|trillion|percent|days?|weeks?|months?|years?|hours?|minutes?|seconds?)\b|\d{4,}|\d[.,\u00a0]\d{3}/u;

interface Hero {
  readonly item: Item;
  readonly figure: Figure;
}

interface Heroes {
  readonly heroes: readonly Hero[];
  readonly points: readonly Item[];
}

/** One to three heroes at the start of a list, and what follows them. */
function readHeroes({ blocks }: Content): Heroes | undefined {
  const list = onlyList(blocks);
  const items = itemsOf(blocks);
  if (!list || list.ordered || !isWords(blocks)) return undefined;
  const heroes: Hero[] = [];
  for (const item of items) {
    const figure = heroOf(item);
    if (!figure) break;
    heroes.push({ item, figure });
    if (heroes.length > 3) return undefined;
  }
  return heroes.length === 0 ? undefined : { heroes, points: items.slice(heroes.length) };
}

/** The amount among an item's first words. */
export function heroOf({ words, details }: Item): Figure | undefined {
  const figure = details.length === 0 ? readFigure(words, 'anywhere') : undefined;
  if (!figure || !hasLabel(figure) || !(isAmount(figure) || isCount(figure, words))) return undefined;
  return textOf(figure.before).split(/\s+/u).filter(Boolean).length <= 2 ? figure : undefined;
}

/** An amount says more than a number: it carries a unit, a magnitude, a multiplier or a currency. */
export function isAmount({ figure }: Figure): boolean {
  return amount.test(figure);
}

/** "5 total iterative loops": so many of what is counted, and nothing more. */
function isCount({ figure, before, after }: Figure, words: readonly Phrasing[]): boolean {
  const named = textOf(after).trim().split(/\s+/u);
  if (!/^\d{1,3}$/u.test(figure) || before.length > 0 || named.length > 4 || named.length === 0) return false;
  return words.length <= 2 && /\p{Ll}{2}s$/u.test(named.at(-1) ?? '') && !/^[.:)]/u.test(textOf(after));
}

function textOf(words: readonly Phrasing[]): string {
  return words.map((word) => ('value' in word ? word.value : '')).join('');
}

/** Figures side by side, with what they count below, and the points that follow as columns on the floor. */
export const numbers: Composition = {
  name: 'numbers',
  takes: (content) => {
    const found = readHeroes(content);
    if (!found || found.heroes.length < 2) return false;
    return (
      found.points.length <= 3 &&
      found.points.every((item) => item.details.length === 0 && countItemWords(item) <= 14)
    );
  },
  arrange: (content): Box => {
    const { heroes, points } = readHeroes(content) ?? { heroes: [], points: [] };
    const width = heroes.length === 2 ? heroWidths.half : heroWidths.third;
    const longest = [...heroes].sort((a, b) => b.figure.figure.length - a.figure.figure.length)[0];
    const style = heroStyle(longest?.figure.figure ?? '', width, 160);
    const figures: Box = {
      kind: 'row',
      class: 'figures',
      gap: 'column',
      widths: heroes.map(() => 1),
      boxes: heroes.map(({ figure }) => withBars(heroBox(figure, style), figure, width)),
    };
    if (points.length === 0) return figures;
    return { kind: 'stack', class: 'counted', gap: 'medium', boxes: [figures, pointsBox(content, points)] };
  },
  largest: () => 'lg',
  fills: 'spread',
};

/** A hero in a tinted half, what belongs to it in rows beside it. */
export const heroHalf: Composition = {
  name: 'hero-half',
  takes: (content) => {
    const found = readHeroes(content);
    if (found?.heroes.length !== 1) return false;
    const points = found.points.flatMap(bySentence);
    return points.length >= 2 && points.length <= 3 && points.every((item) => countItemWords(item) <= 26);
  },
  arrange: (content): Box => {
    const { heroes, points } = readHeroes(content) ?? { heroes: [], points: [] };
    return {
      kind: 'row',
      class: 'halves',
      gap: 'column',
      widths: [1, 1],
      boxes: [
        {
          kind: 'stack',
          class: 'field',
          gap: 'none',
          paddingEnd: 'column',
          boxes: heroes.map(({ figure }) => heroBox(figure, heroStyle(figure.figure, heroWidths.half - 48))),
        },
        pointsBox(content, points.flatMap(bySentence), 'rows'),
      ],
    };
  },
  largest: () => 'lg',
  fills: 'whole',
};

/** So wide may an amount be that has the page, em, and so many words may stand below it. */
const page = { width: 950, em: 4.4, words: 3 } as const;

/** A hero as large as the page allows, what it counts large below it; for themes that take it. */
export const heroPage: Composition = {
  name: 'hero-page',
  takes: (content) => {
    const found = readHeroes(content);
    const [hero, ...others] = found?.heroes ?? [];
    if (!found || !hero || others.length > 0 || found.points.length > 1) return false;
    const { before, figure, after } = hero.figure;
    return (
      before.length === 0 &&
      figureWidth(figure) <= page.em &&
      countWords(textOf(after)) <= page.words &&
      found.points.every((item) => countItemWords(item) <= 34)
    );
  },
  arrange: (content): Box => {
    const { heroes, points } = readHeroes(content) ?? { heroes: [], points: [] };
    const boxes = heroes.map(({ figure }) =>
      heroBox(figure, heroStyle(figure.figure, page.width, 360), 'statement'),
    );
    return {
      kind: 'stack',
      class: 'paged',
      gap: 'large',
      boxes: points.length > 0 ? [...boxes, remarkBox(content, points)] : boxes,
    };
  },
  largest: () => 'xl',
  fills: 'floor',
};

/** A hero in a band across the slide, and the remark or the few that belong to it on the floor. */
export const heroBand: Composition = {
  name: 'hero-band',
  takes: (content) => {
    const found = readHeroes(content);
    return (
      found?.heroes.length === 1 &&
      found.points.length >= 1 &&
      found.points.length <= 3 &&
      found.points.every((item) => countItemWords(item) <= (found.points.length === 1 ? 34 : 26))
    );
  },
  arrange: (content): Box => {
    const { heroes, points } = readHeroes(content) ?? { heroes: [], points: [] };
    const band: Box = {
      kind: 'stack',
      class: 'band',
      gap: 'none',
      padding: 'medium',
      boxes: heroes.map(({ figure }) => heroLine(figure, heroWidths.whole)),
    };
    return {
      kind: 'stack',
      class: 'banded',
      gap: 'large',
      boxes: [band, ...marksOf(heroes, points), remarkBox(content, points)],
    };
  },
  largest: () => 'xl',
  fills: 'spread',
};

/** Most marks that are counted at a glance, and of which each is large beside the figure. */
const mostMarks = { all: 12, beside: 6 } as const;

/** A small number with as many numbered marks beside it, and what is said of it as columns on the floor. */
export const countWithMarks: Composition = {
  name: 'count',
  takes: (content) => {
    const found = readHeroes(content);
    const [hero, ...others] = found?.heroes ?? [];
    if (!found || !hero || others.length > 0 || hero.figure.after.length === 0) return false;
    const [marks] = marksOf([hero], found.points);
    const points = found.points.flatMap(bySentence);
    if (marks?.kind !== 'marks' || marks.count > mostMarks.beside) return false;
    return (
      points.length <= 3 && points.every((item) => item.details.length === 0 && countItemWords(item) <= 22)
    );
  },
  arrange: (content): Box => {
    const { heroes, points } = readHeroes(content) ?? { heroes: [], points: [] };
    const counted: Box = {
      kind: 'row',
      class: 'tally',
      gap: 'column',
      widths: [1, 2],
      boxes: [
        ...heroes.map(({ figure }) => heroBox(figure, heroStyle(figure.figure, heroWidths.third, 216))),
        ...marksOf(heroes, points),
      ],
    };
    if (points.length === 0) return counted;
    return {
      kind: 'stack',
      class: 'counted',
      gap: 'medium',
      boxes: [counted, pointsBox(content, points.flatMap(bySentence))],
    };
  },
  largest: () => 'lg',
  fills: 'spread',
};

/** As many marks as are counted, with the one that the remark speaks of filled: "The 5th loop …". */
function marksOf(heroes: readonly Hero[], points: readonly Item[]): readonly Box[] {
  const [hero] = heroes;
  const amount = Number(hero?.figure.figure);
  if (!hero || !isCount(hero.figure, hero.item.words) || amount < 2 || amount > mostMarks.all) return [];
  const ordinal = /(?<![\p{L}\p{N}])(\d{1,2})(?:st|nd|rd|th|\.)(?!\p{N})/u.exec(
    points.map(itemText).join(' '),
  )?.[1];
  const filled =
    ordinal !== undefined && Number(ordinal) >= 1 && Number(ordinal) <= amount ? Number(ordinal) : 'all';
  return [{ kind: 'marks', class: 'marks', count: amount, filled }];
}

/** Words from which a sentence carries a row of its own. */
const fewestWords = 5;

/** A point of two sentences as two: what is found, and what came of it. */
function bySentence(item: Item, _: number, all: readonly Item[]): readonly Item[] {
  if (all.length > 1 || item.details.length > 0) return [item];
  const sentences = sentencesOf(item.words);
  if (sentences.length !== 2 || sentences.some((words) => countWords(plainText(words)) < fewestWords))
    return [item];
  return sentences.map((words) => {
    const paragraph = paragraphOf(words, item.node.children[0] ?? item.node);
    return { ...item, words, node: { ...item.node, children: [paragraph] } };
  });
}

function pointsBox(
  { blocks }: Content,
  points: readonly Item[],
  as: 'rows' | 'columns' | 'remark' = 'columns',
): Box {
  const list = onlyList(blocks);
  const own = list
    ? [
        listOf(
          points.map(({ node }) => node),
          list,
        ),
      ]
    : blocks;
  if (as === 'columns' && points.length > 1) return columnsBox(own);
  return rowsBox(own, as === 'remark' ? 'remark' : 'row');
}

/** Most words of a remark that stands in a margin. */
const besideHero = 20;

function remarkBox(content: Content, points: readonly Item[]): Box {
  const box = pointsBox(content, points, 'remark');
  return points.length === 1 && points.every((item) => countItemWords(item) <= besideHero)
    ? { ...box, inMargin: true }
    : box;
}

/** Whether a list begins with one amount and has what belongs to it, so that it fills a slide. */
export function isHeroSlide(blocks: Content['blocks']): boolean {
  const content: Content = { title: '', role: 'talk', blocks };
  return [countWithMarks, heroHalf, heroBand].some((composition) => composition.takes(content));
}
