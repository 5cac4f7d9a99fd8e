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
  readComparison,
  readFigure,
} from '../content/index.ts';
import type { Box, Composition, Content } from '../layout.ts';
import { columnsBox } from './columns.ts';
import { countItemWords, isWords } from './lengths.ts';
import { rowsBox } from './rows.ts';

/** A hero is an amount: it carries a unit, a magnitude, a multiplier or a currency. */
const amount =
  /[%‰°$€£¥×x]|[kKMBT]\b|\b(?:bn|million|billion|trillion|percent|days?|weeks?|months?|years?|hours?|minutes?|seconds?)\b|\d{4,}|\d[.,\u00a0]\d{3}/u;

interface Heroes {
  readonly heroes: readonly { readonly item: Item; readonly figure: Figure }[];
  readonly points: readonly Item[];
}

/** One to three heroes at the start of a list, and what follows them. */
function readHeroes({ blocks }: Content): Heroes | undefined {
  const list = onlyList(blocks);
  const items = itemsOf(blocks);
  if (!list || list.ordered || !isWords(blocks)) return undefined;
  const found = items.map(heroOf);
  const count = found.indexOf(undefined);
  const length = count === -1 ? found.length : count;
  if (length === 0 || length > 3) return undefined;
  const heroes = items.slice(0, length).map((item, at) => ({ item, figure: found[at] as Figure }));
  return { heroes, points: items.slice(length) };
}

/** The amount among an item's first words. */
export function heroOf({ words, details }: Item): Figure | undefined {
  const figure = details.length === 0 ? readFigure(words, 'anywhere') : undefined;
  if (!figure || !hasLabel(figure) || !(amount.test(figure.figure) || isCount(figure, words)))
    return undefined;
  return textOf(figure.before).split(/\s+/u).filter(Boolean).length <= 2 ? figure : undefined;
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
    const figures: Box = {
      kind: 'row',
      class: 'figures',
      gap: 'column',
      widths: heroes.map(() => 1),
      boxes: heroes.map(({ figure }) => withBars(heroBox(figure), figure)),
    };
    if (points.length === 0) return figures;
    return { kind: 'stack', class: 'counted', gap: 'large', boxes: [figures, pointsBox(content, points)] };
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
    return (
      found.points.length >= 2 &&
      found.points.length <= 3 &&
      found.points.every((item) => countItemWords(item) <= 26)
    );
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
          padding: 'none',
          boxes: heroes.map(({ figure }) => heroBox(figure)),
        },
        pointsBox(content, points, 'rows'),
      ],
    };
  },
  largest: () => 'lg',
  fills: 'whole',
};

/** A hero in a band across the slide, and the one remark that belongs to it on the floor. */
export const heroBand: Composition = {
  name: 'hero-band',
  takes: (content) => {
    const found = readHeroes(content);
    return (
      found?.heroes.length === 1 &&
      found.points.length === 1 &&
      found.points.every((item) => countItemWords(item) <= 34)
    );
  },
  arrange: (content): Box => {
    const { heroes, points } = readHeroes(content) ?? { heroes: [], points: [] };
    const band: Box = {
      kind: 'stack',
      class: 'band',
      gap: 'none',
      padding: 'medium',
      boxes: heroes.map(({ figure }) => heroLine(figure)),
    };
    return {
      kind: 'stack',
      class: 'banded',
      gap: 'large',
      boxes: [band, ...marksOf(heroes, points), pointsBox(content, points, 'rows')],
    };
  },
  largest: () => 'lg',
  fills: 'spread',
};

/** Most marks that are counted at a glance. */
const mostMarks = 12;

/** As many marks as are counted, with the one that the remark speaks of filled: "The 5th loop …". */
function marksOf(heroes: Heroes['heroes'], points: readonly Item[]): readonly Box[] {
  const [hero] = heroes;
  const count = Number(hero?.figure.figure);
  if (!hero || !isCount(hero.figure, hero.item.words) || count < 2 || count > mostMarks) return [];
  const ordinal = /(?<![\p{L}\p{N}])(\d{1,2})(?:st|nd|rd|th|\.)(?!\p{N})/u.exec(
    points.map(itemText).join(' '),
  )?.[1];
  const filled =
    ordinal !== undefined && Number(ordinal) >= 1 && Number(ordinal) <= count ? Number(ordinal) : 'all';
  return [{ kind: 'marks', class: 'marks', count, filled }];
}

export function heroBox(figure: Figure): Box {
  return { kind: 'stack', class: 'hero', gap: 'small', boxes: heroLines(figure, 'label') };
}

/** The amount and what it counts in one line, each as wide as its words: `section.hero-band .hero`. */
function heroLine(figure: Figure): Box {
  const boxes = heroLines(figure, 'lead');
  return {
    kind: 'row',
    class: 'hero',
    gap: 'column',
    widths: boxes.length === 2 ? [2, 3] : [1, 1, 2],
    boxes,
  };
}

function heroLines({ before, figure, after }: Figure, label: 'label' | 'lead'): readonly Box[] {
  const line = (name: string, content: readonly Phrasing[]): readonly Box[] =>
    content.length === 0 ? [] : [{ kind: 'line', class: name, style: label, content }];
  return [
    ...line('before', before),
    { kind: 'line', class: 'figure', style: 'figure', content: [{ type: 'text', value: figure }] },
    ...line('label', after),
  ];
}

/** Below a hero that is compared in words: its bar, and that of what it is compared with, true to scale. */
function withBars(hero: Box, figure: Figure): Box {
  const compared = readComparison(`${figure.figure} ${plainText(figure.after)}`);
  if (!compared || hero.kind !== 'stack') return hero;
  const [least, most] = compared.ratio;
  const longest = Math.max(1, most);
  const share = (amount: number): number => Math.max(1, Math.round((100 * amount) / longest));
  const own: readonly Box[] = [
    { kind: 'bar', class: 'own', share: share(least), label: least === most ? figure.figure : '' },
    ...(least === most
      ? []
      : [{ kind: 'bar', class: 'range', share: share(most), label: figure.figure } as const]),
  ];
  const bars: Box = {
    kind: 'stack',
    class: 'bars',
    gap: 'none',
    paddingTop: 'small',
    boxes: [...own.slice(-1), { kind: 'bar', class: 'other', share: share(1), label: compared.than }],
  };
  return { ...hero, boxes: [...hero.boxes, bars] };
}

function pointsBox({ blocks }: Content, points: readonly Item[], as: 'rows' | 'columns' = 'columns'): Box {
  const list = onlyList(blocks);
  const own = list
    ? [
        listOf(
          points.map(({ node }) => node),
          list,
        ),
      ]
    : blocks;
  return as === 'columns' && points.length > 1 ? columnsBox(own) : rowsBox(own);
}
