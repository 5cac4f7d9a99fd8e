import fc from 'fast-check';
import type { List, Paragraph } from 'mdast';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Box } from '../../src/layouts/index.ts';
import type { Block, Phrasing } from '../../src/notes/index.ts';
import {
  createMeasure,
  type Measure,
  type Pictures,
  type Theme,
  themeTextMetrics,
} from '../../src/theme/index.ts';
import { createTextMetrics, type StyledMetrics } from '../../src/theme/text-metrics.ts';
import { blocksOf, phrasing } from './markdown.ts';
import { builtIn } from './theme.ts';

let theme: Theme;
let measure: Measure;
let number: (name: string) => number;
const pictures: Pictures = (url) =>
  url.startsWith('none')
    ? { status: 'missing' }
    : { status: 'found', width: 800, height: url.startsWith('tall') ? 1600 : 400 };

beforeAll(async () => {
  theme = await builtIn();
  measure = createMeasure(theme, pictures);
  number = (name) => theme.numbers.sm.get(name) ?? Number.NaN;
});

const flow = (markdown: string, width = 1120): number =>
  measure.flow(blocksOf(markdown), 'body', width, 'sm');
const linesOf = (markdown: string, width: number): number =>
  measure.lines(phrasing(markdown), 'body', width, 'sm');
/** Height of a paragraph that stands in `depth` list items. */
function itemText(children: readonly Phrasing[], depth: number, width: number): number {
  let inside: Block = { type: 'paragraph', children: [...children] as Paragraph['children'] };
  for (let at = 0; at < depth; at += 1) {
    inside = { type: 'list', children: [{ type: 'listItem', children: [inside] }] };
  }
  return measure.flow([inside], 'body', width, 'sm') - Math.max(0, depth - 1) * number('--nested-gap');
}
/** The narrowest width that holds the text on one line. */
function widthOf(markdown: string): number {
  let [low, high] = [0, 4000];
  while (high - low > 0.1) {
    const middle = (low + high) / 2;
    if (linesOf(markdown, middle) === 1) high = middle;
    else low = middle;
  }
  return high;
}

describe('one run of text', () => {
  test('is as wide as its letters, kerned', () => {
    const face = theme.metrics('Radio Canada Big', 400, false);
    const alone = [...'AVAV'].reduce((sum, letter) => sum + (face?.advance(letter.charCodeAt(0)) ?? 0), 0);
    const kerned = alone + 2 * (face?.kern(0x41, 0x56) ?? 0) + (face?.kern(0x56, 0x41) ?? 0);
    expect(widthOf('AVAV')).toBeCloseTo(kerned * number('--body-size'), 0);
    expect(kerned).toBeLessThan(alone);
  });

  test('breaks at spaces and hyphens, and spaces at a line’s end take no room', () => {
    const one = widthOf('well-known');
    expect(linesOf('well-known well-known', one)).toBe(2);
    expect(linesOf('well-known', one - 1)).toBe(2);
  });

  test('keeps words apart by a non-breaking space together', () => {
    const width = widthOf('a 12 GB') - 1;
    expect(linesOf('a 12 GB', width)).toBe(2);
    expect(linesOf('12\u00a0GB 12\u00a0GB', widthOf('12\u00a0GB 12') + 1)).toBe(2);
  });

  test('may break where a soft hyphen or a zero-width space stands', () => {
    expect(linesOf('Donau\u00addampfschiff', widthOf('dampfschiff') + 10)).toBe(2);
    expect(linesOf('aaaa\u200bbbbb', widthOf('bbbbb') + 1)).toBe(2);
  });

  test('breaks a word that is wider than the line anywhere', () => {
    expect(linesOf('x'.repeat(300), 300)).toBeGreaterThan(10);
    expect(linesOf('x'.repeat(300), 0)).toBe(300);
  });

  test('white space of the notes is one space, a soft line break too, between wide letters none', () => {
    expect(widthOf('two  \t words')).toBeCloseTo(widthOf('two words'), 1);
    expect(widthOf('two\nwords')).toBeCloseTo(widthOf('two words'), 1);
    expect(widthOf('東京\n東京')).toBeCloseTo(widthOf('東京東京'), 1);
    expect(widthOf('東京')).toBeCloseTo(2 * number('--body-size'), 0);
  });

  test('bold is wider, code is in its own font, a lead-in is bold', () => {
    expect(widthOf('**important words**')).toBeGreaterThan(widthOf('important words'));
    expect(widthOf('`iiii`')).toBeCloseTo(4 * 0.6 * number('--body-size') * number('--inline-code-scale'), 0);
    const lead: Phrasing[] = [
      { type: 'element', name: 'span', class: 'lead', children: [{ type: 'text', value: 'words' }] },
    ];
    expect(measure.lines(lead, 'body', widthOf('**words**'), 'sm')).toBe(1);
    expect(measure.lines(lead, 'body', widthOf('words'), 'sm')).toBe(2);
  });

  test('parts of one word in two styles stay together', () => {
    expect(linesOf('aaa **Foo**bar', widthOf('aaa **Foo**'))).toBe(2);
  });

  test('combining marks add nothing, one emoji is one sign', () => {
    const { width } = createTextMetrics(theme.metrics, 'Source Code Pro')({ ...theme.bodySizes.sm.body });
    expect(width('e\u0301')).toBeCloseTo(width('e'));
    for (const one of ['👩‍👩‍👧', '👍🏽', '🇩🇪', '1️⃣', '❤️']) expect(width(one)).toBeCloseTo(width('👍'));
    expect(width('👍👍')).toBeCloseTo(2 * width('👍'));
  });

  test('a hard break ends a line', () => {
    expect(linesOf('one\\\ntwo', 1000)).toBe(2);
  });

  test('a tall formula makes its line taller', () => {
    const line = number('--body-line');
    expect(flow('plain $x$ text')).toBe(line);
    expect(flow('with $\\begin{pmatrix}a\\\\b\\\\c\\end{pmatrix}$ in it')).toBeGreaterThan(2 * line);
  });

  test('a short formula is on one line where it fits on one, and is broken where it does not', () => {
    const formula = '$M = (Q, q_0, F)$';
    const behindWord = widthOf(`one ${formula}`);
    expect(linesOf(`one ${formula}`, behindWord - 1)).toBe(2);
    expect(flow(formula, behindWord)).toBe(number('--body-line'));
    expect(flow(formula, behindWord / 2)).toBeGreaterThan(1.5 * number('--body-line'));
    const holds = (markdown: string): boolean =>
      measure.holdsWords(phrasing(markdown), 'body', behindWord / 2, 'sm');
    expect(holds(formula)).toBe(false);
    // A long one is broken wherever a line ends.
    expect(holds(`$${'a + '.repeat(30)}a$`)).toBe(true);
  });

  test('nothing is one empty line', () => {
    expect(measure.lines([], 'body', 100, 'sm')).toBe(1);
  });
});

describe('blocks', () => {
  test('paragraphs, lists and sub-headings with the margins between them', () => {
    const line = number('--body-line');
    expect(flow('one\n\ntwo')).toBeCloseTo(2 * line + number('--block-gap'));
    expect(flow('- one\n- two')).toBeCloseTo(2 * line + number('--item-gap'));
    expect(flow('- one\n  - two')).toBeCloseTo(line + number('--nested-gap') + number('--nested-line'));
    expect(flow('one\n\n### two\n\nthree')).toBeCloseTo(
      2 * line + number('--subheading-gap') + number('--subheading-line') + number('--item-gap'),
    );
  });

  test('what shows nothing takes no room', () => {
    expect(flow('one\n\n[x]: y')).toBe(flow('one'));
  });

  test('items are indented down to the fourth level', () => {
    const text = 'word '.repeat(40).trim();
    const deep = (depth: number): number => itemText(phrasing(text), depth, 500);
    expect(deep(4)).toBeGreaterThan(deep(2));
    expect(deep(12)).toBeCloseTo(deep(4));
  });

  test('code counts its lines and wraps those that are too long', () => {
    const around = 2 * number('--code-padding');
    expect(flow('```\na\nb\n\nc\n```')).toBeCloseTo(4 * number('--code-line') + around);
    expect(flow(`\`\`\`\n${'x'.repeat(200)}\n\`\`\``)).toBeCloseTo(3 * number('--code-line') + around);
  });

  test('a table has a row per row, taller where a cell wraps', () => {
    const row = number('--table-line') + 2 * number('--cell-padding-y');
    expect(flow('| a | b |\n|---|---|\n| c | d |')).toBeCloseTo(2 * row + 2 + number('--rule-width'));
    expect(flow(`| a | b |\n|---|---|\n| c | ${'long words '.repeat(30)} |`)).toBeGreaterThan(3 * row);
  });

  test('a picture is as large as it is, within the limits', () => {
    expect(flow('![](wide.png)')).toBeCloseTo(400);
    expect(flow('![](wide.png)', 400)).toBeCloseTo(200);
    expect(flow('![](tall.png)')).toBeCloseTo(number('--picture-height'));
    expect(flow('[![](wide.png)](there)')).toBeCloseTo(400);
    expect(flow('![](none.png)')).toBeGreaterThan(2 * number('--body-line'));
  });

  test('text with a formula that is wider than its line is not set larger than usual', () => {
    const wide = blocksOf(`Let $f(${'x, '.repeat(40)}x)$ be`);
    const height = (blocks: Block[], size: 'sm' | 'lg') => measure.flow(blocks, 'body', 700, size);
    expect(height(wide, 'lg')).toBe(Number.POSITIVE_INFINITY);
    expect(height(wide, 'sm')).toBeLessThan(200);
    expect(height(blocksOf('Let $f(x)$ be'), 'lg')).toBeLessThan(100);
  });

  test('a formula is as tall as it is, and TeX that is not valid does not throw', () => {
    expect(flow('$$\n\\frac{a}{b}\n$$')).toBeGreaterThan(flow('$$\na\n$$'));
    expect(flow('$$\n\\frac{a\n$$')).toBeGreaterThan(0);
  });

  test('bodySize sets the size', () => {
    const blocks = blocksOf('word '.repeat(100));
    const [xl, md, sm] = (['xl', 'md', 'sm'] as const).map((bodySize) =>
      measure.flow(blocks, 'body', 1120, bodySize),
    );
    expect(xl).toBeGreaterThan(md ?? 0);
    expect(md).toBeGreaterThan(sm ?? 0);
  });
});

describe('boxes', () => {
  const line = (text: string): Box => ({ kind: 'line', class: 'a', style: 'label', content: phrasing(text) });
  const height = (box: Box, width = 1000): number => measure.box(box, width, 'sm');

  test('a stack adds, a row takes the tallest, padding counts on both sides', () => {
    const one = number('--label-line');
    const [gap, pad] = [theme.spaces.large, theme.spaces.medium];
    expect(height({ kind: 'stack', class: 'a', gap: 'large', boxes: [line('a'), line('b')] })).toBeCloseTo(
      2 * one + gap,
    );
    expect(
      height({ kind: 'row', class: 'a', gap: 'large', widths: [1, 1], boxes: [line('a'), line('b')] }),
    ).toBeCloseTo(one);
    expect(height({ ...line('a'), padding: 'medium' })).toBeCloseTo(one + 2 * pad);
  });

  test('a row shares the width that its gaps leave', () => {
    const text = 'some words that fill a line';
    const row: Box = {
      kind: 'row',
      class: 'a',
      gap: 'column',
      widths: [3, 1],
      boxes: [line(text), line('a')],
    };
    const needed = widthOf(text);
    const lines = (width: number): number => Math.round(height(row, width) / number('--label-line'));
    expect(lines(((needed + 5) * 4) / 3 + theme.spaces.column)).toBe(1);
    expect(lines(needed)).toBe(2);
  });
});

const words = fc
  .array(fc.constantFrom('a', 'deck', 'of', 'slides', 'presentation', '**bold**', '`code`', 'naïve'), {
    minLength: 1,
    maxLength: 40,
  })
  .map((each) => each.join(' '));
const paragraph: fc.Arbitrary<Paragraph> = words.map(
  (text) => ({ type: 'paragraph', children: phrasing(text) }) as Paragraph,
);

const { block } = fc.letrec<{ block: Block; list: List }>((tie) => ({
  block: fc.oneof({ maxDepth: 4 }, paragraph, tie('list') as fc.Arbitrary<List>),
  list: fc
    .array(fc.tuple(paragraph, fc.array(tie('block') as fc.Arbitrary<Paragraph | List>, { maxLength: 2 })), {
      minLength: 1,
      maxLength: 3,
    })
    .map(
      (items): List => ({
        type: 'list',
        children: items.map(([first, rest]) => ({ type: 'listItem', children: [first, ...rest] })),
      }),
    ),
}));

/** Adds up paragraphs one by one, and the margins between them. */
function addUp(blocks: readonly Block[], depth: number, width: number): number {
  return blocks.reduce((sum, each, at) => {
    const above = at > 0 ? number(depth === 0 ? '--block-gap' : '--nested-gap') : 0;
    if (each.type === 'paragraph') return sum + above + itemText(each.children, depth, width);
    if (each.type !== 'list') throw new Error(each.type);
    const between = number(depth === 0 ? '--item-gap' : '--nested-gap');
    const items = each.children.map(({ children }) => addUp(children, depth + 1, width));
    return sum + above + items.reduce((total, item) => total + item, 0) + between * (items.length - 1);
  }, 0);
}

describe('what always holds', () => {
  test('paragraphs and margins add up to the whole', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), fc.integer({ min: 150, max: 1120 }), (blocks, width) => {
        expect(measure.flow(blocks, 'body', width, 'sm')).toBeCloseTo(addUp(blocks, 0, width), 4);
      }),
    );
  });

  test('more width never takes more lines', () => {
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 50, max: 900 }),
        fc.integer({ min: 0, max: 300 }),
        (text, width, more) => {
          expect(linesOf(text, width + more)).toBeLessThanOrEqual(linesOf(text, width));
        },
      ),
    );
  });

  test('any text has a height', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 500 }), (text, width) => {
        const height = measure.flow(
          [{ type: 'paragraph', children: [{ type: 'text', value: text }] }],
          'body',
          width,
          'sm',
        );
        expect(height).toBeGreaterThan(0);
        expect(Number.isFinite(height)).toBe(true);
      }),
    );
  });
});

describe('work grows with the text, not with its square', () => {
  /** How often the width of a word is asked for. */
  function countingMeasure(): { readonly counting: Measure; readonly asked: () => number } {
    let asked = 0;
    const textMetrics = themeTextMetrics(theme);
    const counting = createMeasure(theme, pictures, (style) => {
      const metrics = textMetrics(style);
      let counted = metricsCounted.get(metrics);
      if (!counted) {
        counted = {
          ...metrics,
          width: (text) => {
            asked += 1;
            return metrics.width(text);
          },
        };
        metricsCounted.set(metrics, counted);
      }
      return counted;
    });
    const metricsCounted = new Map<StyledMetrics, StyledMetrics>();
    return { counting, asked: () => asked };
  }

  /** A paragraph with one sentence more on each try, as the planner fills a slide. */
  function fill(sentences: number, sentence: (at: number) => Phrasing[]): number {
    const { counting, asked } = countingMeasure();
    const children: Phrasing[] = [];
    for (let at = 0; at < sentences; at += 1) {
      children.push(...sentence(at));
      counting.flow([{ type: 'paragraph', children: [...children] } as Paragraph], 'body', 600, 'sm');
    }
    return asked();
  }

  test.each<[string, (at: number) => Phrasing[]]>([
    ['plain words', (at) => [{ type: 'text', value: `Sentence ${at} has seven words in it. ` }]],
    [
      'emphasis',
      (at) => [...phrasing(`**Bold ${at}** and *more* of \`it\``), { type: 'text', value: '.\n' }],
    ],
    ['hard breaks', (at) => [{ type: 'text', value: `Line ${at} of a long verse` }, { type: 'break' }]],
  ])('of a paragraph that is tried longer and longer: %s', (_, sentence) => {
    const [few, many] = [fill(50, sentence), fill(200, sentence)];
    expect(few).toBeGreaterThan(100);
    expect(many).toBeLessThan(5 * few);
  });
});

test('nodes that were cut on their own give the lines of the whole', () => {
  const node: fc.Arbitrary<Phrasing> = fc.oneof(
    fc
      .array(fc.constantFrom('a', ' ', '\n', 'slides', '\u00a0', '漢', 'presentation', '-', '.'), {
        minLength: 1,
        maxLength: 6,
      })
      .map((parts): Phrasing => ({ type: 'text', value: parts.join('') })),
    fc.constantFrom<Phrasing>(
      { type: 'break' },
      { type: 'inlineCode', value: 'x = 1' },
      { type: 'strong', children: [{ type: 'text', value: 'bold ' }] },
      { type: 'strong', children: [{ type: 'break' }, { type: 'text', value: 'bold' }] },
      { type: 'emphasis', children: [{ type: 'text', value: ' ' }] },
      { type: 'image', url: 'x.png', alt: '' },
    ),
  );
  fc.assert(
    fc.property(fc.array(node, { maxLength: 12 }), fc.integer({ min: 60, max: 700 }), (nodes, width) => {
      // An element around them all is cut as a whole.
      const whole: Phrasing = { type: 'element', name: 'span', children: nodes as never };
      expect(measure.lines(nodes, 'body', width, 'sm')).toBe(measure.lines([whole], 'body', width, 'sm'));
    }),
    { numRuns: 500 },
  );
});

test('two breaks leave an empty line, and a space that does not collapse is as wide as a letter', () => {
  const text = (value: string): Phrasing => ({ type: 'text', value });
  const lines = (...nodes: readonly Phrasing[]): number => measure.lines(nodes, 'body', 60, 'sm');
  expect(lines(text('a'), { type: 'break' }, { type: 'break' }, text('b'))).toBe(3);
  expect(lines(text('a '), { type: 'break' }, text('b'))).toBe(2);
  expect(lines(text('a\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0'), { type: 'break' }, text('b'))).toBe(
    3,
  );
});
