// The talks that the project shows itself with, in a real browser: what their author wrote is
// all there, and nothing of it is cut off.
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Section } from '../../src/notes/index.ts';
import { mostWords, wordsOnSlide } from '../../src/plan/index.ts';
import { openSession, type Session } from '../../src/render/index.ts';
import { openFile, type SeenPage, seePresentation } from './open-page.ts';
import { runPlainMarp, withFonts } from './plain-marp.ts';
import { buildTalk, missingWords, type Talk, wordsOf } from './talks.ts';

const decks = [
  { name: 'with hints', notes: 'slides/llama2-talk.md', hints: undefined },
  { name: 'without hints', notes: 'slides/llama2-talk.md', hints: null },
  { name: 'flat, with an outline', notes: 'slides/llama2-talk-flat.md', hints: undefined },
  { name: 'flat, without hints', notes: 'slides/llama2-talk-flat.md', hints: null },
] as const;
type DeckName = (typeof decks)[number]['name'];

const folder = mkdtempSync(join(tmpdir(), 'lectern-talks-'));
const talks = new Map<DeckName, Talk>();
const pages = new Map<DeckName, SeenPage>();
let session: Session;

beforeAll(async () => {
  session = await openSession();
  for (const { name, notes, hints } of decks) {
    const talk = await buildTalk(notes, hints, join(folder, name.replace(/\W+/g, '-')), session);
    talks.set(name, talk);
    pages.set(name, await seePresentation(session, `${talk.base}.html`));
  }
});
afterAll(() => session.close());

const talkOf = (name: DeckName): Talk => talks.get(name) as Talk;
const pageOf = (name: DeckName): SeenPage => pages.get(name) as SeenPage;

describe.each(decks)('$name', ({ name }) => {
  test('there is nothing to complain about', () => {
    const { diagnostics, rendered } = talkOf(name);
    expect([...diagnostics, ...rendered.diagnostics]).toEqual([]);
  });

  test('no text or picture leaves its slide or its box', () => {
    expect(pageOf(name).slides.map(({ clipped }) => clipped)).toEqual(pageOf(name).slides.map(() => []));
  });

  test('every word of the notes is on a slide', () => {
    expect(missingWords(talkOf(name).notes, textOf(pageOf(name)))).toEqual([]);
  });

  test('every word of the notes is in the PDF, a page a slide', async () => {
    const { base, notes } = talkOf(name);
    const texts = await pdfTexts(`${base}.pdf`);
    expect(texts).toHaveLength(pageOf(name).slides.length);
    expect(missingWords(notes, texts.join(' '))).toEqual([]);
  });

  test('no letter of the content is smaller than 24 px', () => {
    const sizes = pageOf(name).slides.flatMap(({ sizes }) => sizes);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
  });

  test('nothing is asked of the network', () => {
    expect(pageOf(name).requests).toEqual([]);
  });
});

describe('the flat list', () => {
  test('has with its outline the sections of the talk with headings', () => {
    const names = (name: DeckName) => talkOf(name).compiled.notes.sections.map(titleOf);
    expect(names('flat, with an outline')).toEqual(names('with hints'));
    const shown = (name: DeckName) => [
      ...new Set(talkOf(name).compiled.plan.slides.map((it) => it.section[0])),
    ];
    expect(shown('flat, with an outline')).toEqual(shown('with hints'));
  });

  test('has without hints a title from the name of the file, and slides that can be taken in', () => {
    const { deck, slides } = talkOf('flat, without hints').compiled.plan;
    expect(deck.title).toBe('Llama2 talk flat');
    expect(slides[0]).toMatchObject({ layout: 'title', title: { text: 'Llama2 talk flat' } });
    const words = slides.slice(1).map(wordsOnSlide);
    expect(Math.max(...words)).toBeLessThanOrEqual(mostWords);
    expect(Math.min(...words)).toBeGreaterThanOrEqual(6);
    const titles = slides.slice(1).map(({ title }) => title?.text);
    // As in the notes with headings, one topic takes two slides.
    expect(titles.length - new Set(titles).size).toBe(1);
    expect(Math.max(...slides.map(({ fill }) => fill))).toBeLessThanOrEqual(1);
  });
});

describe('plain Marp, on the Marp Markdown', () => {
  const plain = new Map<DeckName, SeenPage>();
  beforeAll(async () => {
    const html = await runPlainMarp(decks.map(({ name }) => `${talkOf(name).base}.marp.md`));
    for (const [index, { name }] of decks.entries()) {
      const path = withFonts(html[index] as string, talkOf(name).compiled.theme);
      plain.set(name, await seePresentation(session, path));
    }
  });

  test.each(decks)('$name: the same slides, the same words, nothing cut off', ({ name }) => {
    const { slides } = plain.get(name) as SeenPage;
    const ours = pageOf(name).slides;
    expect(slides.map(({ classes }) => classes)).toEqual(ours.map(({ classes }) => classes));
    expect(slides.map(({ text }) => wordsOf(text))).toEqual(ours.map(({ text }) => wordsOf(text)));
    expect(slides.map(({ clipped }) => clipped)).toEqual(ours.map(({ clipped }) => clipped));
  });
});

test('the presenter view shows the notes of its slide', async () => {
  const path = 'test/fixtures/decks/presenter-notes/notes.md';
  const { base } = await buildTalk(path, null, join(folder, 'presenter'), session);
  expect(textOf(await seePresentation(session, `${base}.html`))).not.toMatch(
    /model now|mercury touch|Breathe/,
  );
  const seen = await openFile(
    session,
    `${base}.html`,
    (page) => page.evaluate(noteOnScreen),
    '?view=presenter#2',
  );
  expect(seen).toBe('Show the model now. Two minutes. nobody may touch it.');
});

/** Runs in the browser. */
function noteOnScreen(): string {
  const shown = [...document.querySelectorAll<HTMLElement>('.bespoke-marp-note')].filter((note) =>
    note.checkVisibility(),
  );
  return shown.map((note) => [...note.children].map((line) => line.textContent).join(' ')).join(' | ');
}

function textOf({ slides }: SeenPage): string {
  return slides.map(({ text }) => text).join('\n');
}

function titleOf({ titleText, kind }: Section): string {
  return `${titleText} (${kind})`;
}

async function pdfTexts(path: string): Promise<readonly string[]> {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    texts.push(joined(items.filter((item) => 'str' in item)));
  }
  return texts;
}

/** Runs of text that stand side by side are one word, those with a gap between them are two. */
function joined(runs: readonly { str: string; transform: number[]; width: number }[]): string {
  let end = { x: 0, y: 0 };
  const parts = runs.map(({ str, transform, width }) => {
    const [size = 0, , , , x = 0, y = 0] = transform;
    const isApart = Math.abs(y - end.y) > 1 || Math.abs(x - end.x) > size * 0.15;
    end = { x: x + width, y };
    return isApart ? ` ${str}` : str;
  });
  return parts.join('');
}
