import { describe, expect, test } from 'vitest';
import { openStudio, planOf } from './plan-of.ts';

const studio = await openStudio();
const filler = 'with enough said about it that the list as a whole is more than a slide holds';

describe('a list that takes more than one slide is cut where its shape changes', () => {
  test('two figures that open it stand large', () => {
    expect(
      layoutsOf(['412 visits on a Friday night', '38% of them by people new to the house', ...points(8)]),
    ).toEqual(['stats', 'bullets']);
  });

  test('a point that weighs two ways against each other has its own slide', () => {
    const way =
      'The door\n  - By day: a person opens it and says hello\n  - By night: a card opens it and says nothing';
    expect(layoutsOf([...points(6), way, ...points(2)])).toContain('compare');
  });

  test('what a hint leaves over is cut as without it', () => {
    const way =
      'The door\n  - By day: a person opens it and says hello\n  - By night: a card opens it and says nothing';
    const items = ['tea for all', 'lamps for the readers', ...points(6), way, ...points(2)];
    const text = `# T\n\n## A\n\n${items.map((item) => `- ${item}`).join('\n')}\n`;
    const hints =
      'sections:\n  A:\n    slides:\n      - { layout: bullets, take: ["tea for all", "lamps"] }\n';
    const used = planOf(studio, text, hints).slides.map(({ layout }) => layout);
    expect(used).toContain('compare');
  });

  test('years are no figures', () => {
    expect(layoutsOf(['2019 was the first year', '2020 was the second one', ...points(8)])).not.toContain(
      'stats',
    );
  });

  test('one figure is no row of figures', () => {
    expect(layoutsOf(['412 visits on a Friday night', ...points(8)])).not.toContain('stats');
  });

  test('a line that would be left alone keeps the list together', () => {
    const figures = ['412 visits on a Friday night', '38% of them by people new to the house'];
    expect(layoutsOf([...points(8), ...figures, 'And thanks'])).not.toContain('stats');
  });

  test('a list that fits stays whole', () => {
    expect(
      layoutsOf(['412 visits on a Friday night', '38% of them new to the house', 'tea', 'lamps']),
    ).toEqual(['bullets']);
  });

  test('a numbered list keeps its count', () => {
    const items = ['412 visits on a Friday night', '38% of them by people new', ...points(8)];
    const text = items.map((item, index) => `${index + 1}. ${item}`).join('\n');
    expect(layoutsIn(`# T\n\n## A\n\n${text}\n`)).not.toContain('stats');
  });
});

function points(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `point ${'abcdefgh'[index]} ${filler}`);
}

function layoutsOf(items: readonly string[]): string[] {
  return layoutsIn(`# T\n\n## A\n\n${items.map((item) => `- ${item}`).join('\n')}\n`);
}

/** Layouts of the section's slides, each named once where it comes several times in a row. */
function layoutsIn(text: string): string[] {
  const used = planOf(studio, text)
    .slides.slice(1)
    .map(({ layout }) => layout);
  return used.filter((layout, index) => layout !== used[index - 1]);
}
