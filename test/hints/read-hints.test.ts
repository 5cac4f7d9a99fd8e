import { describe, expect, test } from 'vitest';
import { readHints } from '../../src/hints/index.ts';
import { notesFrom } from './notes-from.ts';

const notes = notesFrom(`# Tomatoes

## Soil

- Loam, two parts
- Compost
- Lime

## Water

- Mornings

### Rain

- Often
`);

test('no hints file: no hints, the same notes', () => {
  const { value, diagnostics } = readHints(undefined, notes);
  expect(diagnostics).toEqual([]);
  expect(value.notes).toBe(notes);
  expect(value.hints).toMatchObject({ deck: {}, handout: {}, sections: new Map() });
});

for (const text of [
  '',
  '\n\n',
  '# only a comment\n',
  '---\n',
  '\ufeff',
  'deck:\nsections:\noutline:\n',
  '~',
  '{}',
]) {
  test(`nothing said is nothing wrong: ${JSON.stringify(text)}`, () => {
    expect(read(text).diagnostics).toEqual([]);
  });
}

test('values keep what is written', () => {
  const { deck, handout, spans } = read(
    'deck: { title: 2024, date: 2024-05-01, size: 16:9, agenda: no, subtitle: "", tokens: { --accent: "#123", scale: 1.10 } }\n' +
      'handout: { perPage: 4, cover: true }\n',
  );
  expect(deck).toEqual({
    title: '2024',
    date: '2024-05-01',
    size: '16:9',
    agenda: false,
    subtitle: '',
    tokens: { accent: '#123', scale: '1.10' },
  });
  expect(handout).toEqual({ perPage: 4, cover: true });
  expect(spans?.get('deck.title')).toMatchObject({ start: 15, end: 19 });
});

test('a hint says where it stands', () => {
  const { sections } = read('sections:\n  Soil: { layout: prose, perSlide: 2 }\n');
  expect(titles(sections)).toEqual(['Soil']);
  expect([...sections.values()]).toEqual([
    { layout: 'prose', perSlide: 2, span: { path: 'hints.yaml', start: 12, end: 16 } },
  ]);
});

test('a section can be named in many ways', () => {
  const ways = ['Soil', 'soil', '**Soil**', 'SOIL:', 'Tomatoes > Soil', 'Soil [1]', 'S*'];
  for (const way of ways) {
    const { sections, diagnostics } = read(`sections:\n  ${JSON.stringify(way)}: { layout: prose }\n`);
    expect([way, titles(sections), diagnostics]).toEqual([way, ['Soil'], []]);
  }
});

test('a key that ends inside a word is found, with a warning', () => {
  const { sections, diagnostics } = read('sections:\n  So: { layout: prose }\n');
  expect(titles(sections)).toEqual(['Soil']);
  expect(diagnostics).toMatchObject([
    { code: 'hints/renamed-section', severity: 'warning', help: 'write `Soil` if that is right' },
  ]);
});

test('a name wins over a narrow glob, and that over a wide one, key by key', () => {
  const { sections, diagnostics } = read(
    'sections:\n  Soil: { layout: prose }\n  "*": { layout: bullets, reveal: true, perSlide: 1 }\n  S*l: { layout: steps, perSlide: 2 }\n',
  );
  expect(diagnostics).toEqual([]);
  expect(sections.get(section('Soil'))).toMatchObject({ layout: 'prose', reveal: true, perSlide: 2 });
  expect(sections.get(section('Rain'))).toMatchObject({ layout: 'bullets', reveal: true, perSlide: 1 });
});

test('a glob over paths takes the sections within', () => {
  expect(titles(read('sections:\n  "* > Water > *": { layout: prose }\n').sections)).toEqual(['Rain']);
});

test('slides take items by their first words; one without words takes what follows', () => {
  const { sections, diagnostics } = read(
    'sections:\n  Soil: { slides: [{ layout: stats, take: loam }, {}, { take: ["- Lime"] }] }\n',
  );
  expect(diagnostics).toEqual([]);
  const slides = sections.get(section('Soil'))?.slides ?? [];
  expect(slides.map(({ take }) => take.map(lineAt))).toEqual([
    ['- Loam, two parts'],
    ['- Compost'],
    ['- Lime'],
  ]);
});

test('under a glob, words may be found in one of the sections only', () => {
  const { sections, diagnostics } = read('sections:\n  "*": { slides: [{ take: Loam }, { take: Often }] }\n');
  expect(diagnostics).toEqual([]);
  const taken = [...sections].map(([{ titleText }, { slides }]) => [titleText, slides?.length]);
  expect(taken).toEqual([
    ['Tomatoes', undefined],
    ['Soil', 1],
    ['Water', undefined],
    ['Rain', 1],
  ]);
});

test('the hints file wins over the front matter, key by key', () => {
  const own = notesFrom(
    '---\nlectern:\n  deck: { theme: dark, title: A, tokens: { a: "1", b: "2" } }\n  sections: { One: { layout: prose, reveal: true } }\n---\n\n## One\n\n- x\n',
  );
  const file = 'deck: { theme: light, tokens: { b: "3" } }\nsections: { "On*": { layout: bullets } }\n';
  const { value, diagnostics } = readHints({ path: 'hints.yaml', text: file }, own);
  expect(diagnostics).toEqual([]);
  expect(value.hints.deck).toEqual({ theme: 'light', title: 'A', tokens: { a: '1', b: '3' } });
  expect([...value.hints.sections.values()][0]).toMatchObject({ layout: 'bullets', reveal: true });
});

test('nesting without end and aliases to themselves come back with an error', () => {
  const inputs = [
    '['.repeat(50_000),
    '{a: '.repeat(20_000),
    '- '.repeat(50_000),
    '? '.repeat(50_000),
    'outline: &o\n  - { title: a, from: b, sections: *o }\n',
  ];
  for (const text of inputs) expect(read(text).diagnostics.map(({ code }) => code)).toContain('hints/syntax');
});

function read(text: string) {
  const { value, diagnostics } = readHints({ path: 'hints.yaml', text }, notes);
  return { ...value.hints, diagnostics };
}

function titles(sections: ReadonlyMap<{ titleText: string }, unknown>): string[] {
  return [...sections.keys()].map(({ titleText }) => titleText);
}

function section(title: string) {
  const all = notes.sections.flatMap(function deep(it): typeof notes.sections {
    return [it, ...it.sections.flatMap(deep)];
  });
  const found = all.find(({ titleText }) => titleText === title);
  if (!found) throw new Error(`no section ${title}`);
  return found;
}

function lineAt(offset: number): string {
  return notes.source.text.slice(offset).split('\n')[0] ?? '';
}

describe('words in quotation marks', () => {
  const quoted = notesFrom(`## Sayings

- "Wait for slack water" is what the pilot said
- ‘Never’ turn into the sailor's stream
- “Slack” — the minute between the tides

| Month | Range |
|---|---|
| March | 6.2 m |
`);

  test.each([
    ['take: "Wait for slack water"', 3],
    ['take: "Wait for slack water is"', 3],
    [`take: '"Wait for'`, 3],
    ['take: “Wait for', 3],
    ["take: 'Never'", 4],
    ["take: Never turn into the sailor's", 4],
    ['take: Slack - the', 5],
    ['take: Month', 7],
    ['take: "| Month | Range |"', 7],
    ['take: Month|Ra', 7],
  ])('%s is line %i', (take, line) => {
    const { value, diagnostics } = readHints(
      { path: 'hints.yaml', text: `sections:\n  Sayings:\n    slides:\n      - ${take}\n` },
      quoted,
    );
    expect(diagnostics).toEqual([]);
    const slides = [...value.hints.sections.values()][0]?.slides ?? [];
    expect(slides.flatMap((slide) => slide.take.map((at) => lineOf(quoted.source.text, at)))).toEqual([line]);
  });

  test('a text that stands in the notes with the same signs goes before others', () => {
    const both = notesFrom('## A\n\n- "Slack" water\n- Slack water\n');
    const text = 'sections:\n  A: { slides: [{ take: Slack }] }\n';
    const { value, diagnostics } = readHints({ path: 'hints.yaml', text }, both);
    expect(diagnostics).toEqual([]);
    expect([...value.hints.sections.values()][0]?.slides?.[0]?.take).toEqual([
      both.source.text.indexOf('- Slack'),
    ]);
  });
});

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}
