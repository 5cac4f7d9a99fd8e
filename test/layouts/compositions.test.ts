// Compositions of amounts, changes, opinions and lists: which content each takes, and the near misses that stay as they were.
import { describe, expect, test } from 'vitest';
import { readChange, sentencesOf } from '../../src/layouts/content/index.ts';
import { type Box, layouts } from '../../src/layouts/index.ts';
import { plainText } from '../../src/notes/index.ts';
import { blocksOf } from '../theme/markdown.ts';
import { usualCompositions } from './usual-compositions.ts';

function composition(markdown: string, title = '') {
  const content = { title, role: 'talk', lang: 'en', blocks: blocksOf(markdown) } as const;
  const found = usualCompositions(layouts.bullets).find(({ takes }) => takes(content));
  return { name: found?.name, box: found?.arrange(content), title: found?.title?.(content) };
}

function boxesOf(box: Box | undefined): readonly Box[] {
  if (!box) return [];
  return [box, ...('boxes' in box ? box.boxes.flatMap(boxesOf) : [])];
}

describe('a change in the title', () => {
  test.each([
    ['Long context pretraining (2k to 4k)', '2k', '4k', [50, 100]],
    ['Wartezeit (von 500 ms auf 2 s)', '500ms', '2s', [25, 100]],
    ['Latency (40% → 10%)', '40%', '10%', [100, 25]],
    ['文脈長（2k から 4k）', '2k', '4k', [50, 100]],
  ])('%s', (title, from, to, shares) => {
    expect(readChange(title)).toMatchObject({ from, to, shares });
  });

  test.each([
    'The war years (1914 to 1918)',
    'Opening hours (9 to 17)',
    'Migration (1.2 to 1.4)',
    'Tickets ($5 to $20)',
    'Reading (chapters 2 to 4)',
    'Storage (2 GB to 4 k)',
    'Growth (1k to 40k)',
    'Growth (1k to 7k)',
    'From 2k to 4k in a year',
  ])('not %s', (title) => {
    expect(readChange(title)).toBeUndefined();
  });

  test('its amounts move from the title into their drawing', () => {
    const { name, box, title } = composition('- longer inputs\n- larger caches', 'Context (2k to 4k)');
    expect(name).toBe('pair');
    expect(title).toBe('Context');
    expect(boxesOf(box)).toContainEqual(expect.objectContaining({ kind: 'rise', from: '2k', joint: 'to' }));
  });
});

describe('an amount', () => {
  test('that counts a few things stands beside their marks, the one that is named filled', () => {
    const { name, box } = composition(
      '- 5 iterative loops\n- Two approaches: one, and the other. The 5th loop was done with both of them.',
    );
    expect(name).toBe('count');
    expect(boxesOf(box)).toContainEqual(expect.objectContaining({ kind: 'marks', count: 5, filled: 5 }));
  });

  test.each([
    ['45 days', 'answer-figure'],
    ['45 days on 2,000 machines', 'answer-figure'],
    ['In 2019', 'answer'],
    ['2019', 'answer'],
    ['48213', 'answer'],
    ['Version 2.1.3', 'answer'],
  ])('that answers a question fills the slide: %s → %s', (answer, name) => {
    const content = { title: 'How long?', role: 'qa', blocks: blocksOf(`- ${answer}`) } as const;
    expect(usualCompositions(layouts.qa).find(({ takes }) => takes(content))?.name).toBe(name);
  });

  test('that counts more has its marks in a line of their own', () => {
    expect(composition('- 9 harbours\n- All of them are open at night').name).toBe('hero-band');
  });

  test('with two sentences about it has a half of the slide', () => {
    const { name } = composition(
      '- collected about 27k samples\n- They matched what people wrote. So the budget went into comparisons.',
    );
    expect(name).toBe('hero-half');
  });

  test.each([
    '- 2019 was the year\n- It rained all summer long',
    '- 14 March is the day\n- Come early, the hall is small',
    '- Version 2.1.3 is out\n- It mends the clock and the lamp',
    '- Item 534 was crossed out\n- Nobody remembers what it said',
  ])('is no year, date, version or number of a thing: %s', (markdown) => {
    expect(composition(markdown).name).not.toMatch(/hero|count|numbers/);
  });

  test('and its range are bars with each end at its own place', () => {
    const { box } = composition('- 2T tokens, 40% more than before\n- 1.5x–7x more compute than before');
    const bars = boxesOf(box).filter((one) => one.kind === 'bar');
    expect(bars).toMatchObject([
      { class: 'own', share: 100 },
      { class: 'other', share: 71 },
      { class: 'range', label: '7x', inner: { share: 21, label: '1.5x', labelled: 'beside' } },
      { class: 'other', share: 14, labelled: 'beside' },
    ]);
  });
});

describe('lists', () => {
  test.each([
    [
      'columns',
      '- Comparison of win rates on helpfulness and safety\n- Results of single turn and multi-turn prompts',
    ],
    [
      'rows',
      '- Generate safety prompts using various adjectives that go with safe behavior like responsible and wise\n- prefix them to prompts',
    ],
    [
      'one-and-more',
      '- dynamic rescaling of temperature contingent upon the context for creative and factual prompts alike\n- models organize knowledge by time\n- tool usage also emerges',
    ],
    [
      'rows',
      '- models organize knowledge by time\n- tool usage emerges\n- dynamic rescaling of temperature contingent upon the context for creative and factual prompts alike',
    ],
    ['rows', '- But going back may be no way\n- (this may not be the right place)'],
    ['columns', '- But going back may be no way\n- this (and that) may be the (right) place'],
    ['columns', '- e.g., a boat that is not safe at all\n- but the yard may have other boats to mend first'],
    ['halves', '- a boat that is not safe at all\n- but the yard may have other boats to mend first'],
    ['lead', 'The order is by tide, and by wind.\n\n- high water first\n- low water last'],
    ['plain', 'The order is by tide, and by wind.\n\n- and/or by moon\n- and/or by yard'],
  ])('stand in %s', (name, markdown) => {
    expect(composition(markdown).name).toBe(name);
  });

  test('named sides of a short claim share a field, plain points do not', () => {
    const lead = 'Bigger is not better any more.\n\n';
    expect(
      composition(`${lead}- Training: given an amount of compute\n- Inference: for all who ask`).name,
    ).toBe('sides');
    expect(composition(`${lead}- given an amount of compute\n- for all who ask`).name).toBe('lead');
  });
});

test.each([
  ['It rained. Nobody came.', ['It rained.', 'Nobody came.']],
  [
    'Compared to Anthropic, OpenAI etc. They were longer',
    ['Compared to Anthropic, OpenAI etc. They were longer'],
  ],
  ['Dr. Who vs. The Daleks', ['Dr. Who vs. The Daleks']],
  ['Am 5. Mai ist Schluss. Dann kommt der Sommer.', ['Am 5. Mai ist Schluss.', 'Dann kommt der Sommer.']],
  ['版本 1.2 很快。但是不稳定。', ['版本 1.2 很快。', '但是不稳定。']],
])('the sentences of %s', (text, expected) => {
  expect(sentencesOf([{ type: 'text', value: text }]).map(plainText)).toEqual(expected);
});

test('letters taller than those of Latin are not set in the close lines of large type', () => {
  const classOf = (markdown: string): string => JSON.stringify(composition(markdown).box);
  expect(classOf('- دليل البرمجيات الحرة مفتوحة المصدر')).not.toContain('loud');
  expect(classOf('- A guide to software that is free and open')).toContain('loud');
  const answer = (words: string): string => {
    const content = { title: 'Why?', role: 'qa', blocks: blocksOf(`- ${words}`) } as const;
    const found = usualCompositions(layouts.qa).find(({ takes }) => takes(content));
    return JSON.stringify(found?.arrange(content));
  };
  expect(answer('دليل البرمجيات الحرة مفتوحة المصدر')).toContain('"style":"row"');
  expect(answer('A guide to software that is free')).toContain('"style":"answer"');
});

test('footnotes stand below a list or a paragraph, which is composed as it is without them', () => {
  const list = '- Rain fell on the harbour.[^1]\n- Nobody came to the market.\n';
  const { name, box } = composition(`${list}\n[^1]: Says the log.`);
  expect(name).toBe(composition(list).name);
  expect(boxesOf(box)).toContainEqual(expect.objectContaining({ class: 'footnotes', style: 'small' }));
});

test('the points of several lists are rows, like those of one', () => {
  expect(composition('- Rain fell.\n\n* Nobody came.\n* The market closed.').name).toBe('mixed');
  expect(composition('- Rain fell.\n\n1. Nobody came.\n2. The market closed.').name).toBe('plain');
});

test('an address stands above what follows it, not in a narrow column', () => {
  const nameOf = (first: string): string | undefined => {
    const blocks = blocksOf(`${first} ${'They walked to the harbour and back again. '.repeat(3)}`);
    return usualCompositions(layouts.prose).find(({ takes }) => takes({ title: '', role: 'talk', blocks }))
      ?.name;
  };
  expect(nameOf('How does it relate to the tides?')).toBe('opening');
  expect(nameOf('How does it relate to tides.example.org/log?')).toBe('claimed');
});

test.each([
  ['The harbour never sleeps.', true],
  ['Then,', false],
  ['These are the keepers of the light:', false],
])('words above points are said loud where they claim something: %s', (first, isLoud) => {
  const { box } = composition(`${first}\n\n- ropes are dried by day\n- lamps are trimmed at dusk`);
  expect(boxesOf(box).some((one) => 'class' in one && one.class === 'loud')).toBe(isLoud);
});
