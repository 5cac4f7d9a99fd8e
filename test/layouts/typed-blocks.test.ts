import { describe, expect, test } from 'vitest';
import { type Box, type LayoutName, layouts } from '../../src/layouts/index.ts';
import type { Callout } from '../../src/notes/index.ts';
import { blocksOf } from '../theme/markdown.ts';
import { usualCompositions } from './usual-compositions.ts';

function contentOf(markdown: string) {
  return { title: '', role: 'talk', blocks: blocksOf(markdown) } as const;
}

function composed(layout: LayoutName, markdown: string): string | undefined {
  const content = contentOf(markdown);
  return usualCompositions(layouts[layout]).find(({ takes }) => takes(content))?.name;
}

function arranged(layout: LayoutName, markdown: string): Box {
  return layouts[layout].arrange(contentOf(markdown));
}

describe('steps', () => {
  test('a few short ones stand side by side', () => {
    expect(composed('steps', '1. Count arrivals\n2. Time services\n3. Publish')).toBe('step-columns');
  });

  test.each([
    ['six', '1. a\n2. b\n3. c\n4. d\n5. e\n6. f'],
    ['a long word', '1. Grundstücksverkehrsgenehmigungen prüfen\n2. Warten'],
    ['many words', `1. ${'word '.repeat(14)}\n2. Wait`],
    ['more below', '1. Count\n   - twice\n2. Wait'],
  ])('not with %s', (_, markdown) => {
    expect(composed('steps', markdown)).toBe('plain');
  });
});

describe('a timeline', () => {
  test('short dates stand above a line', () => {
    expect(composed('timeline', '- 2019: First count\n- 2021: Shared line')).toBe('timeline-across');
  });

  test('dates that are long stand one below the other', () => {
    expect(composed('timeline', '- 14 September 2019: First count\n- 2021: Shared line')).toBe('plain');
  });

  test('months without a year go on into the next year once', () => {
    const months = (text: string) => layouts.timeline.score(contentOf(text));
    expect(months('- March: a\n- October: b\n- January: c')).toBeDefined();
    expect(months('- March: a\n- January: b\n- October: c\n- February: d')).toBeUndefined();
  });
});

describe('a callout', () => {
  const band = (inside: string, around: { before?: string; after?: string } = {}): boolean => {
    const blocks = [
      ...blocksOf(around.before ?? ''),
      { type: 'callout', calloutKind: 'warning', title: [], children: blocksOf(inside) } as Callout,
      ...blocksOf(around.after ?? ''),
    ];
    const content = { title: '', role: 'talk', blocks } as const;
    return usualCompositions(layouts.bullets).find(({ takes }) => takes(content))?.name === 'callout-band';
  };

  test('with few words is a band, what follows it stands below', () => {
    expect(band('Mind the step.')).toBe(true);
    expect(band('Mind the step.', { after: '- Look\n- Wait' })).toBe(true);
  });

  test('but not with a list in it, with many words or with words before it', () => {
    expect(band('- One\n- Two')).toBe(false);
    expect(band('word '.repeat(60))).toBe(false);
    expect(band('Mind the step.', { before: 'First.' })).toBe(false);
  });
});

describe('a table', () => {
  const head = '| a | b |\n|---|---|\n';

  test('has one row that is set bold', () => {
    expect(arranged('table', `${head}| **x** | **1** |\n| y | 2 |`).class).toContain('marked');
  });

  test.each([
    ['two are', `${head}| **x** | **1** |\n| **y** | **2** |`],
    ['a cell of it is not', `${head}| **x** | 1 |\n| y | 2 |`],
    ['there is no other', `${head}| **x** | **1** |`],
  ])('has none where %s', (_, markdown) => {
    expect(arranged('table', markdown).class).not.toContain('marked');
  });
});

test('a quotation’s source is a name, and what the name is followed by', () => {
  const box = arranged('quote', '> Less waiting, more reading.\n>\n> — Rosa Lindqvist, desk lead');
  const texts: string[] = [];
  const collect = (inner: Box): void => {
    if ('boxes' in inner) inner.boxes.forEach(collect);
    else if (inner.kind === 'line')
      texts.push(inner.content.map((word) => ('value' in word ? word.value : '')).join(''));
  };
  collect(box);
  expect(texts).toEqual(['Rosa Lindqvist', 'desk lead']);
});
