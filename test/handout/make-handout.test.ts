import { beforeAll, describe, expect, test } from 'vitest';
import { openStudio, type Studio } from '../plan/plan-of.ts';
import { handoutOf } from './handout-of.ts';

let studio: Studio;
beforeAll(async () => {
  studio = await openStudio();
});

const section = (name: string): string =>
  `## ${name}\n\n- The ${name} come first\n- The boats follow\n- Nobody waits\n`;
const short = `# Tides - Ada Moon\n\n${section('Springs')}\n<!-- Point at the *chart*. -->\n\n${section('Neaps')}`;
const long = `${short}\n${['Ebb', 'Flood', 'Slack', 'Bore', 'Surge', 'Swell', 'Wind'].map(section).join('\n')}`;

describe('what hints leave open', () => {
  test('three slides on an upright A4 page, notes beside them, with a cover', () => {
    const { geometry, cover, ink } = handoutOf(studio, short);
    expect(geometry).toMatchObject({ width: 210, height: 297, rows: 3, columns: 1, mode: 'beside' });
    expect({ cover, ink }).toEqual({ cover: 'slide', ink: 'theme' });
  });

  test('presenter notes where there are some, lines to write on where there are none', () => {
    const { slides } = handoutOf(studio, short);
    expect(slides.map(({ number, notes }) => [number, notes.kind])).toEqual([
      [1, 'cover'],
      [2, 'text'],
      [3, 'lines'],
    ]);
  });

  test('contents from three sections and nine slides on', () => {
    expect(handoutOf(studio, short).contents).toEqual([]);
    const { contents, slides } = handoutOf(studio, long);
    expect(slides.length).toBeGreaterThan(8);
    expect(contents.slice(0, 2)).toEqual([
      { title: 'Springs', slide: 2 },
      { title: 'Neaps', slide: 3 },
    ]);
  });
});

describe('what hints ask for', () => {
  test('is done', () => {
    const hints =
      'handout: { paper: A5, orientation: landscape, perPage: 2, notes: lines, cover: false, toc: true }';
    const { geometry, cover, contents, slides } = handoutOf(studio, short, hints);
    expect(geometry).toMatchObject({ width: 210, height: 148, columns: 2, rows: 1, mode: 'below' });
    expect(cover).toBe('none');
    expect(contents).toHaveLength(2);
    expect(slides.map(({ notes }) => notes.kind)).toEqual(['lines', 'lines', 'lines']);
  });

  test('six and nine on a page stand alone, whatever the notes', () => {
    const { geometry, slides } = handoutOf(studio, short, 'handout: { perPage: 6, notes: presenter }');
    expect(geometry.mode).toBe('bare');
    expect(slides[1]?.notes.kind).toBe('none');
  });
});

test('a title slide with presenter notes comes again after the cover', () => {
  const { cover, slides } = handoutOf(
    studio,
    `# Tides - Ada Moon\n\n<!-- Wait. -->\n\n${section('Springs')}`,
  );
  expect(slides[0]?.notes.kind).toBe('text');
  expect(cover).toBe('words');
});

test('heads stand above all sections, or above none where each begins with a slide of its own name', () => {
  const many = Array.from(
    { length: 24 },
    (_, at) => `- Place ${at} has tides of its own, and boats that wait for them`,
  );
  const list = many.join('\n');
  const headsOf = (text: string) =>
    handoutOf(studio, text).slides.flatMap(({ head }) => (head === undefined ? [] : [head]));
  const named = `# Tides\n\n${section('Springs')}\n## Coasts\n\n${list}\n`;
  expect(headsOf(named)).toEqual([]);
  expect(headsOf(`${named}\n## Places\n\n### North\n\n${list}\n`)).toEqual(['Springs', 'Coasts', 'Places']);
});

test('Lectern’s own words are in the deck’s language, English where it has none', () => {
  expect(handoutOf(studio, short, 'deck: { lang: de-CH }').words.contents).toBe('Inhalt');
  expect(handoutOf(studio, short, 'deck: { lang: cy }').words.contents).toBe('Contents');
});
