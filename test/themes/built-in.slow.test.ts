import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkSample } from '../../src/gallery/index.ts';
import { layoutNames } from '../../src/layouts/index.ts';
import { builtInThemes } from '../../src/theme/index.ts';
import { withSession } from './session.ts';

const session = withSession();
const themes = await builtInThemes();

test('there are four themes, the default first', () => {
  expect(themes).toEqual(['recap', 'midnight', 'paper', 'signal']);
});

test.each(themes)(
  '%s draws every layout at 16:9 and 4:3 whole and readable',
  async (theme) => {
    const { diagnostics, layouts } = await checkSample({ theme, folder: '.' }, session());
    expect(diagnostics).toEqual([]);
    expect([...layouts].sort()).toEqual([...layoutNames].sort());
  },
  60_000,
);

async function themeFile(css: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'lectern-theme-')), 'own.css');
  await writeFile(path, css);
  return path;
}

test('a theme of ten lines is whole and readable in every layout', async () => {
  const theme = await themeFile(`/* @theme ten */
section {
  --background: #0e2a24;
  --text: #f3efe2;
  --accent: #ffd166;
  color-scheme: dark;
  --heading-font: "Sofia Sans";
  --body-font: "IBM Plex Sans";
}
`);
  const { diagnostics } = await checkSample({ theme, folder: '.' }, session());
  expect(diagnostics).toEqual([]);
}, 60_000);

test('changed sizes, fonts and margins change what is planned too', async () => {
  const theme = await themeFile(`/* @theme large */
section { --body-size: 34px; --body-size-md: 38px; --body-size-xs: 28px; --margin: 110px; --title-size: 56px; --content-top: 176px; --body-font: "STIX Two Text"; --heading-font: "IBM Plex Mono"; }
`);
  const { diagnostics } = await checkSample({ theme, folder: '.' }, session());
  const noRoom = 'has no room for';
  expect(diagnostics.filter(({ message }) => !message.includes(noRoom))).toEqual([]);
  for (const { severity, span } of diagnostics) {
    expect({ severity, path: span.path }).toEqual({ severity: 'warning', path: theme });
  }
}, 60_000);

test('a planted fault is found at its line, and what is proposed passes', async () => {
  const faulty = (muted: string): string => `@import "paper";\nsection { --muted: ${muted}; }\n`;
  const found = await checkSample({ theme: await themeFile(faulty('#b4b4b4')), folder: '.' }, session());
  expect(found.diagnostics).toMatchObject([
    { code: 'theme/contrast', severity: 'error', span: { start: 36, end: 43 } },
  ]);
  const proposed = /--muted: (#\w{6})/.exec(found.diagnostics[0]?.help ?? '')?.[1] ?? '';
  expect(proposed).toMatch(/^#/);
  const mended = await checkSample({ theme: await themeFile(faulty(proposed)), folder: '.' }, session());
  expect(mended.diagnostics).toEqual([]);
}, 60_000);

test('a fault in a single layout is found with the layout', async () => {
  const theme = await themeFile('@import "recap";\nsection.quote .attribution { color: #c8c8c8; }\n');
  const { diagnostics } = await checkSample({ theme, folder: '.' }, session());
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]?.message).toContain('(quote)');
}, 60_000);

test('a length that the plan cannot know is found where it cuts', async () => {
  const theme = await themeFile('@import "recap";\nsection.bullets li { margin-bottom: 90px; }\n');
  const { diagnostics } = await checkSample({ theme, folder: '.' }, session());
  expect(
    diagnostics.some(({ code, message }) => code === 'theme/clip' && message.includes('`bullets`')),
  ).toBe(true);
}, 60_000);
