// Laid out in a real browser, whatever the notes: nothing overlaps, nothing leaves its page.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HandoutLayout } from '../../src/browser/index.ts';
import type { HandoutHints } from '../../src/hints/index.ts';
import { compileFile } from '../../src/pipeline/index.ts';
import { handoutOf } from '../../src/pipeline/render-inputs.ts';
import { handoutLayout, openSession, type Session } from '../../src/render/index.ts';
import { folderWith } from '../cli/lectern.ts';

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.close());

interface Seen {
  readonly layout: HandoutLayout;
  /** Rows that overlap or leave their frame, notes that leave their row, in words. */
  readonly faults: readonly string[];
  readonly words: readonly string[];
  readonly slides: readonly number[];
}

async function layOut(text: string, hints: HandoutHints): Promise<Seen> {
  const folder = folderWith({ 'talk.md': text });
  const { value } = await compileFile('talk.md', { cwd: folder });
  if (!value) throw new Error('the talk cannot be read');
  const handout = handoutOf(value, { handout: hints });
  return session.withPage(async (page) => {
    const layout = await handoutLayout(page, { ...value, handout }, { pictures: { folder } });
    const seen = await page.evaluate(look);
    return { layout, ...seen };
  });
}

/** Runs in the page. */
function look(): Omit<Seen, 'layout'> {
  const faults: string[] = [];
  const box = (element: Element): DOMRect => element.getBoundingClientRect();
  const label = (element: Element): string =>
    `${element.className} ${(element as HTMLElement).dataset.slide ?? ''}`;
  for (const frame of document.querySelectorAll('.type-area')) {
    const units = [...frame.querySelectorAll('.unit')];
    units.forEach((unit, at) => {
      const [above, own] = [units[at - 1], box(unit)];
      if (own.top < box(frame).top - 1 || own.bottom > box(frame).bottom + 1)
        faults.push(`${label(unit)} leaves its frame`);
      const isBeside = above && own.left >= box(above).right - 1;
      if (above && !isBeside && own.top < box(above).bottom - 1)
        faults.push(`${label(unit)} overlaps ${label(above)}`);
      for (const inner of unit.querySelectorAll('.slide, .notes, .lines, .head')) {
        if (box(inner).bottom > own.bottom + 1 && !inner.matches('.lines'))
          faults.push(`${label(inner)} leaves its row`);
        if (box(inner).bottom > box(frame).bottom + 1) faults.push(`${label(inner)} leaves its frame`);
        if (box(inner).right > box(frame).right + 1) faults.push(`${label(inner)} is too wide`);
      }
    });
  }
  const text = [...document.querySelectorAll('.notes')].map((notes) => notes.textContent).join(' ');
  const slides = [...document.querySelectorAll<HTMLElement>('.unit:not(.continued) .slide')];
  return {
    faults,
    words: text.match(/\bw\d+\b/g) ?? [],
    slides: slides.map(({ dataset }) => Number(dataset.slide)),
  };
}

/** Notes of very different lengths, the same every time, their words numbered through. */
function talkOf(lengths: readonly number[]): { readonly text: string; readonly words: readonly string[] } {
  const words: string[] = [];
  const say = (count: number): string =>
    Array.from({ length: count }, () => {
      words.push(`w${words.length}`);
      return words.at(-1);
    }).join(' ');
  const shapes = [
    (count: number) => say(count),
    (count: number) => Array.from({ length: Math.ceil(count / 20) }, () => `- ${say(20)}`).join('\n'),
    (count: number) => `1. ${say(count)}\n   - ${say(5)}\n2. ${say(5)}`,
    (count: number) => `> ${say(count)}\n\n### ${say(2)}\n\n${say(9)}`,
    (count: number) =>
      `| a | b |\n|---|---|\n${Array.from({ length: Math.ceil(count / 6) }, () => `| ${say(3)} | ${say(3)} |`).join('\n')}`,
  ];
  const sections = lengths.map((length, at) => {
    const notes = length === 0 ? '' : `\n<!--\n${shapes[at % shapes.length]?.(length)}\n-->\n`;
    return `## Part ${at}\n\n- Something\n- Something else\n${notes}`;
  });
  return { text: `# Talk\n\n${sections.join('\n')}`, words };
}

const { text, words } = talkOf([0, 30, 150, 8, 400, 700, 60, 0, 220, 90, 1200, 3, 45, 320, 0, 500, 12]);

const requests: readonly HandoutHints[] = ([1, 2, 3, 4] as const).flatMap((perPage) =>
  (['portrait', 'landscape'] as const).flatMap((orientation) =>
    (['A4', 'A5'] as const).map((paper) => ({ perPage, orientation, paper })),
  ),
);

test.each(requests)('%o', async (hints) => {
  const seen = await layOut(text, hints);
  expect(seen.faults).toEqual([]);
  expect(seen.words).toEqual(words);
  expect(seen.slides).toEqual(Array.from({ length: 17 }, (_, at) => at + 2));
  expect(seen.layout.shrunk).toEqual([]);
});

test.each([6, 9] as const)('%d slides on a page, no notes', async (perPage) => {
  const seen = await layOut(text, { perPage, toc: false });
  expect(seen.faults).toEqual([]);
  expect(seen.layout.pages).toBe(1 + Math.ceil(17 / perPage));
});

test('ink is saved with dark text on white, the accent dark enough to read', async () => {
  const css =
    '@import "lectern-base";\nsection { --background: #101418; --text: #f4f2ec; --accent: #ffd28a; }';
  const folder = folderWith({ 'talk.md': text, 'dark.css': `/* @theme dark */\n${css}` });
  const { value } = await compileFile('talk.md', { cwd: folder, theme: 'dark.css' });
  if (!value) throw new Error('the talk cannot be read');
  const colours = (ink: 'theme' | 'saved'): Promise<readonly string[]> =>
    session.withPage(async (page) => {
      const handout = handoutOf(value, { ink });
      await handoutLayout(page, { ...value, handout }, { pictures: { folder } });
      return page.evaluate(() => {
        const style = getComputedStyle(document.querySelector('.unit .slide section') as Element);
        return [style.backgroundColor, style.color, style.getPropertyValue('--accent')];
      });
    });
  // A dark theme prints its light variant.
  expect(await colours('theme')).toEqual([
    'rgb(255, 255, 255)',
    'rgb(17, 20, 19)',
    expect.stringContaining('min(l, 0.45)'),
  ]);
  expect(await colours('saved')).toEqual([
    'rgb(255, 255, 255)',
    'rgb(22, 22, 21)',
    expect.stringContaining('min(l, 0.45)'),
  ]);
});

test('a row of a table that is taller than a page is scaled, and that is told', async () => {
  const long = Array.from({ length: 1500 }, (_, at) => `w${at}`);
  const {
    layout,
    faults,
    words: found,
  } = await layOut(
    `# T\n\n## Part\n\n- One\n\n<!--\n| a | b |\n|---|---|\n| ${long.join(' ')} | x |\n-->\n`,
    {},
  );
  expect(faults).toEqual([]);
  expect(found).toEqual(long);
  expect(layout.shrunk).toMatchObject([{ slide: 2 }]);
});
