// The decks of test/fixtures/decks in a real browser, every layout among them: nothing is cut off,
// and plain Marp shows their Marp Markdown the same way.
import { cpSync, existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSession, type Session } from '../../src/render/index.ts';
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
    expect(plain.slides.map(({ text }) => wordsOf(text))).toEqual(
      page.slides.map(({ text }) => wordsOf(text)),
    );
    expect(plain.slides.map(({ clipped }) => clipped)).toEqual(page.slides.map(({ clipped }) => clipped));
  });
});

/** With the pictures that it names, each of the size that its name says. */
function buildCase(path: string): Promise<Talk> {
  for (const [name, width, height] of [
    ['quay-1600x900.png', 1600, 900],
    ['wall-600x900.png', 600, 900],
  ] as const) {
    const size = `width="${width}" height="${height}"`;
    writeFileSync(
      join(path, name),
      `<svg xmlns="http://www.w3.org/2000/svg" ${size}><circle r="500"/></svg>`,
    );
  }
  const notes = readdirSync(path).find((file) => /(?<!\.marp)\.md$/.test(file)) ?? 'notes.md';
  const hints = join(path, 'hints.yaml');
  const base = join(path, 'out');
  return buildTalk(join(path, notes), existsSync(hints) ? hints : null, base, session, ['html', 'marp']);
}
