import { beforeAll, describe, expect, test } from 'vitest';
import { openStudio, type Studio } from '../plan/plan-of.ts';
import { handoutOf, requestOf } from './handout-of.ts';

let studio: Studio;
beforeAll(async () => {
  studio = await openStudio();
});

const section = (name: string): string =>
  `## ${name}\n\n- The ${name} come first\n- The boats follow\n- Nobody waits\n`;
const short = `# Tides - Ada Moon\n\n${section('Springs')}\n<!-- Point at the *chart*. -->\n\n${section('Neaps')}`;
const parts = ['Ebb', 'Flood', 'Slack', 'Bore', 'Surge', 'Swell', 'Wind'];
const long = `${short}\n${parts.map(section).join('\n')}`;

describe('what hints leave open', () => {
  test('three slides on an upright A4 page, notes beside them, with a cover', () => {
    const { sheet, grids, cover, ink, fill } = handoutOf(studio, short);
    expect(sheet.height).toBeGreaterThan(sheet.width);
    expect(grids[0]).toMatchObject({ perPage: 3, columns: 1, mode: 'beside' });
    expect({ cover: cover.kind, ink, fill }).toEqual({ cover: 'slide', ink: 'theme', fill: 'lines' });
  });

  test('presenter notes where there are some, lines to write on where there are none; the cover is no row', () => {
    const { slides } = handoutOf(studio, short);
    expect(slides.map(({ number, notes }) => [number, notes.kind])).toEqual([
      [2, 'text'],
      [3, 'lines'],
    ]);
  });

  test('contents on the cover from two sections on, on a page of their own from three sections and nine slides on', () => {
    const entries = (text: string, hints = '') =>
      handoutOf(studio, text, hints).contents?.entries.map(({ title, slide }) => `${title} ${slide}`);
    expect(entries(short)).toEqual(['Springs 2', 'Neaps 3']);
    expect(entries(short, 'handout: { cover: false }')).toBeUndefined();
    expect(entries(long, 'handout: { cover: false }')?.slice(0, 2)).toEqual(['Springs 2', 'Neaps 3']);
    expect(entries(`# Tides\n\n${section('Springs')}`)).toBeUndefined();
    expect(entries(long, 'handout: { toc: false }')).toBeUndefined();
  });

  test('slides alone are held so that they are wider', () => {
    const isBroad = (hints: string): boolean => {
      const { sheet } = handoutOf(studio, short, `handout: { ${hints} }`);
      return sheet.width > sheet.height;
    };
    expect(isBroad('perPage: 1, notes: none')).toBe(true);
    expect(isBroad('perPage: 1, notes: none, orientation: portrait')).toBe(false);
    expect(isBroad('perPage: 1')).toBe(false);
    expect(isBroad('perPage: 1, orientation: auto')).toBe(true);
  });
});

describe('what hints ask for', () => {
  test('is done', () => {
    const hints =
      'handout: { paper: A5, orientation: landscape, perPage: 2, notes: lines, cover: false, toc: true, fill: none }';
    const { sheet, grids, cover, contents, slides, fill } = handoutOf(studio, short, hints);
    expect(sheet).toMatchObject({ isSmall: true, unit: 6 });
    expect(sheet.width).toBeGreaterThan(sheet.height);
    expect(grids[0]).toMatchObject({ perPage: 2, mode: 'beside' });
    expect({ cover: cover.kind, fill }).toEqual({ cover: 'none', fill: 'none' });
    expect(contents?.entries).toHaveLength(2);
    expect(slides.map(({ notes }) => notes.kind)).toEqual(['lines', 'lines', 'lines']);
  });

  test('six and nine on a page stand alone, whatever the notes', () => {
    const { grids, slides } = handoutOf(studio, short, 'handout: { perPage: 6, notes: presenter }');
    expect(grids[0]?.mode).toBe('bare');
    expect(slides[0]?.notes.kind).toBe('none');
  });
});

describe('the cover', () => {
  test('says in words what the title slide says, under the fringe, where the talk is long enough for one', () => {
    const { cover, fringe } = handoutOf(studio, `${long}`);
    expect(fringe.length).toBeGreaterThan(9);
    expect(cover).toEqual({
      kind: 'words',
      folds: true,
      words: { title: 'Tides', subtitle: [], people: ['Ada Moon'], occasion: [] },
    });
  });

  test('a title slide with presenter notes comes again after it', () => {
    const { cover, slides } = handoutOf(
      studio,
      `# Tides - Ada Moon\n\n<!-- Wait. -->\n\n${section('Springs')}`,
    );
    expect(slides[0]).toMatchObject({ number: 1, notes: { kind: 'text' } });
    expect(cover).toMatchObject({ kind: 'words', folds: false });
  });

  test('and so does one that says more than the cover', () => {
    const text = long.replace('Ada Moon', 'Ada Moon\n\n[Slides and code](https://tides.example/2026)');
    const { cover, slides } = handoutOf(studio, text);
    expect(cover).toMatchObject({ folds: false });
    expect(slides[0]?.number).toBe(1);
  });
});

describe('the contents', () => {
  const agenda = (lines: string): string => long.replace('Ada Moon\n', `Ada Moon\n\n${lines}\n`);
  const listed = '- Springs\n- Flood\n- Neaps and what they do';

  test('name sections in the words of the agenda, which is not shown as a slide', () => {
    const { contents, slides } = handoutOf(studio, agenda('- Springs\n- Flood\n- Bore'));
    const main = contents?.entries.filter(({ isMain }) => isMain).map(({ title }) => title);
    expect(main).toEqual(['Springs', 'Flood', 'Bore']);
    expect(contents).toMatchObject({ agenda: 2 });
    expect(slides[0]?.number).toBe(3);
  });

  test('stand beside an agenda that says something else', () => {
    const { contents, slides } = handoutOf(studio, agenda(`${listed}\n- A word on boats`));
    expect(contents?.agenda).toBeUndefined();
    expect(slides[0]?.number).toBe(2);
    const numbers = contents?.entries.flatMap((entry) => entry.slides.map(({ number }) => number));
    expect(numbers).not.toContain(2);
  });

  test('do not say a section’s name twice', () => {
    const [first] = handoutOf(studio, long).contents?.entries ?? [];
    expect(first).toMatchObject({ title: 'Springs', slides: [{ number: 2, title: '' }] });
  });
});

describe('strips', () => {
  const many = Array.from(
    { length: 24 },
    (_, at) => `- Place ${at} has tides of its own, and boats that wait for them`,
  );
  const coasts = `# Tides\n\n${section('Springs')}\n## Coasts\n\n### North\n\n${many.join('\n')}\n\n### South\n\n${many.join('\n')}\n`;

  test('name each section where it starts, and nowhere else', () => {
    const { slides } = handoutOf(studio, coasts);
    const starts = slides.filter(({ startsSection }) => startsSection).map(({ section: name }) => name);
    expect(starts).toEqual(['Springs', 'Coasts']);
  });

  test('stand for dividers that say nothing else, but not on contact sheets', () => {
    const far = parts.map((name) => `### ${name}\n\n${many.slice(0, 8).join('\n')}`).join('\n\n');
    const divided = `# Tides\n\n${['Near', 'Far', 'Between'].map((name) => `## ${name}\n\n${far}`).join('\n\n')}\n`;
    const request = requestOf(studio, divided);
    const bare = request.plan.slides.flatMap(({ layout }, at) => (layout === 'section' ? [at + 1] : []));
    expect(bare.length).toBeGreaterThan(1);
    const numbers = (hints: string): readonly number[] =>
      handoutOf(studio, divided, hints).slides.map(({ number }) => number);
    expect(handoutOf(studio, divided).slides.flatMap(({ folded }) => folded)).toEqual(bare);
    expect(numbers('').filter((number) => bare.includes(number))).toEqual([]);
    expect(numbers('handout: { notes: none }').filter((number) => bare.includes(number))).toEqual(bare);
  });
});

test('Lectern’s own words are in the deck’s language, English where it has none', () => {
  expect(handoutOf(studio, short, 'deck: { lang: de-CH }').words.contents).toBe('Inhalt');
  expect(handoutOf(studio, short, 'deck: { lang: cy }').words.contents).toBe('Contents');
});
