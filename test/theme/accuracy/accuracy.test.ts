// Predicted heights against those of the browser, with the real stylesheet and the real fonts.
import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import type { Block } from '../../../src/notes/index.ts';
import { openSession } from '../../../src/render/browser/index.ts';
import {
  type BodySize,
  chooseFallbacks,
  createMeasure,
  type Measure,
  readTheme,
  readThemeFiles,
  type Theme,
  withFallbacks,
} from '../../../src/theme/index.ts';
import { blocksOf } from '../markdown.ts';
import { renderBlocks } from './render-blocks.ts';
import { samples } from './samples.ts';

const settings: readonly { width: number; bodySize: BodySize }[] = [
  { width: 1120, bodySize: 'sm' },
  { width: 520, bodySize: 'sm' },
  { width: 520, bodySize: 'xs' },
  { width: 340, bodySize: 'xs' },
];

test('at least 99 of 100 heights are exact, and none is more than a line too small', async () => {
  const session = await openSession();
  const wrong: string[] = [];
  let [count, short] = [0, 0];
  try {
    for (const own of byLanguage()) {
      const theme = await themeFor(own.map(({ markdown }) => markdown).join('\n'));
      const measure = createMeasure(theme, () => ({ status: 'missing' }));
      const texts = own.map(({ name, markdown }) => ({ name, markdown, blocks: blocksOf(markdown) }));
      await session.withPage(async (page) => {
        await page.setContent(await emptySlide(theme));
        for (const { width, bodySize } of settings) {
          for (const { blocks } of texts) markTight(blocks, measure, width, bodySize);
          const bodies = texts.map(({ blocks }) => renderBlocks(blocks));
          const heights = await browserHeights(page, bodies, width, bodySize);
          for (const [at, { name, markdown, blocks }] of texts.entries()) {
            const difference = measure.flow(blocks, 'body', width, bodySize) - (heights[at] ?? 0);
            count++;
            if (Math.abs(difference) > 1.5)
              wrong.push(`${name} ${width} ${difference.toFixed(1)}: ${markdown.slice(0, 80)}`);
            if (difference < -(theme.bodySizes[bodySize].body.line + 1)) short++;
          }
        }
      });
    }
  } finally {
    await session.close();
  }
  expect(wrong.length / count, wrong.slice(0, 10).join('\n')).toBeLessThanOrEqual(0.01);
  expect(short).toBe(0);
});

function byLanguage(): readonly (readonly ReturnType<typeof samples>[number][])[] {
  const all = samples();
  return [...new Set(all.map(({ name }) => name))].map((language) =>
    all.filter(({ name }) => name === language),
  );
}

/** The default theme as a deck with these letters is set in it: in another font where its own lacks some. */
async function themeFor(text: string): Promise<Theme> {
  const { value: files } = await readThemeFiles({ theme: 'recap', folder: '.' });
  const theme = readTheme(files, { size: '16:9' }).value;
  const letters = { text, code: '' };
  const chosen = chooseFallbacks(theme, files.fonts, letters, 'en');
  if (Object.keys(chosen).length === 0) return theme;
  const fallen = await withFallbacks(files, theme, chosen, letters, 'en');
  return readTheme(fallen.files, { size: '16:9', tokens: { ...fallen.tokens, ...chosen } }).value;
}

/** As the planner does. */
function markTight([first]: Block[], measure: Measure, width: number, bodySize: BodySize): void {
  if (first?.type !== 'table') return;
  first.data = measure.isTight(first, 'body', width, bodySize) ? { tight: true } : {};
}

async function emptySlide(theme: Theme): Promise<string> {
  const styles = [...theme.stylesheets.map(({ css }) => css), theme.style ?? ''].map((css) =>
    css.replaceAll(/@import[^;]*;/g, ''),
  );
  const faces = await Promise.all(theme.fonts.map(fontRule));
  const open = 'section { display: block !important; height: auto !important; width: 2000px !important }';
  return `<!doctype html><style>${[...faces, ...styles, open].join('\n')}</style><section></section>`;
}

async function fontRule({ family, weight, italic, path, ranges }: Theme['fonts'][number]): Promise<string> {
  const data = (await readFile(path)).toString('base64');
  const range = ranges.map(([first, last]) => `U+${first.toString(16)}-${last.toString(16)}`).join(',');
  return `@font-face { font-family: "${family}"; font-weight: ${weight}; font-style: ${italic ? 'italic' : 'normal'};
    src: url(data:font/woff2;base64,${data}); unicode-range: ${range} }`;
}

function browserHeights(
  page: Page,
  bodies: readonly string[],
  width: number,
  bodySize: string,
): Promise<number[]> {
  return page.evaluate(
    async (bodies, width, bodySize) => {
      const section = document.querySelector('section') as HTMLElement;
      section.className = bodySize;
      section.innerHTML = bodies
        .map((body) => `<div class="flow" style="width:${width}px">${body}</div>`)
        .join('');
      await Promise.all([...document.fonts].map((face) => face.load()));
      return [...section.children].map((child) => child.getBoundingClientRect().height);
    },
    bodies,
    width,
    bodySize,
  );
}
