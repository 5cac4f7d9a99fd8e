// The decks of test/fixtures/decks in a real browser, every layout among them: nothing is cut off,
// and plain Marp shows their Marp Markdown the same way.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSession, type Session } from '../../src/render/index.ts';
import { greyPng } from './grey-png.ts';
import { type SeenPage, seePresentation } from './open-page.ts';
import { runPlainMarp, withFonts } from './plain-marp.ts';
import { buildTalk, type Talk, wordsOf } from './talks.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-cases-'));
cpSync(fileURLToPath(new URL('../fixtures/decks/', import.meta.url)), folder, { recursive: true });
const names = readdirSync(folder);

interface Seen extends Talk {
  readonly page: SeenPage;
  /** As plain Marp shows it, with the theme's fonts. */
  readonly plain: SeenPage;
}

const sizedName = /[\w-]+-(\d+)x(\d+)\.png/g;

const cases = new Map<string, Seen>();
let session: Session;

beforeAll(async () => {
  session = await openSession();
  const talks: Talk[] = [];
  for (const name of names) talks.push(await buildCase(join(folder, name)));
  const pages = await runPlainMarp(talks.map(({ base }) => `${base}.marp.md`));
  for (const [index, talk] of talks.entries()) {
    const page = await seePresentation(session, `${talk.base}.html`);
    const path = withFonts(pages[index] as string, talk.compiled.theme);
    cases.set(names[index] as string, { ...talk, page, plain: await seePresentation(session, path) });
  }
});
afterAll(() => session.close());

describe.each(names)('%s', (name) => {
  test('nothing leaves its slide or its box, nothing is scaled down, nothing is fetched', () => {
    const { page, rendered } = cases.get(name) as Seen;
    expect(page.slides.map(({ clipped }) => clipped)).toEqual(page.slides.map(() => []));
    expect(rendered.diagnostics.filter(({ code }) => code === 'render/scaled')).toEqual([]);
    expect(page.requests).toEqual([]);
  });

  test('plain Marp shows the same', () => {
    const { page, plain } = cases.get(name) as Seen;
    expect(plain.slides.map(({ classes }) => classes)).toEqual(page.slides.map(({ classes }) => classes));
    expect(plain.slides.map(wordsShown)).toEqual(page.slides.map(wordsShown));
    expect(plain.slides.map(({ diagrams }) => diagrams)).toEqual(page.slides.map(({ diagrams }) => diagrams));
    expect(plain.slides.map(({ clipped }) => clipped)).toEqual(page.slides.map(({ clipped }) => clipped));
  });
});

/**
 * In the order of reading; a chart is the table that it is drawn from in plain Marp, read row by row. The words of a
 * diagram's picture name a shape at each of its arrows.
 */
function wordsShown({ text, classes, diagrams }: SeenPage['slides'][number]): readonly string[] {
  if (diagrams.length > 0) return [...new Set(wordsOf(text))];
  return classes.includes('chart') ? [...wordsOf(text)].sort() : wordsOf(text);
}

/** With the pictures that it names, each of the size that its name says. */
function buildCase(path: string): Promise<Talk> {
  const notes = readdirSync(path).find((file) => /(?<!\.marp)\.md$/.test(file)) ?? 'notes.md';
  for (const [file, width, height] of readFileSync(join(path, notes), 'utf8').matchAll(sizedName))
    writeFileSync(join(path, file), greyPng(Number(width), Number(height)));
  const hints = join(path, 'hints.yaml');
  const base = join(path, 'out');
  return buildTalk(join(path, notes), existsSync(hints) ? hints : null, base, session, ['html', 'marp']);
}
