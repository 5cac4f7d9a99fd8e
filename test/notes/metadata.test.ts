// What stands above the text of a talk in front matter or in place of it, each with what only looks like it.
import { describe, expect, test } from 'vitest';
import { parseNotes, plainText, printedDate } from '../../src/notes/index.ts';

type Cover = Readonly<Record<string, string>>;

/** The fields of the title slide as they are shown, its other lines, and the names of the sections. */
function coverOf(text: string): Cover {
  const { title, sections } = parseNotes({ path: 'notes.md', text }).value;
  const { details, tags: _, ...fields } = title;
  const shown = Object.entries(fields).map(([name, field]) => [name, plainText(field?.content ?? [])]);
  const lines = details.length > 0 ? [['details', plainText(details)]] : [];
  const names = sections.map(({ titleText, blocks }) => titleText || plainText(blocks)).join(' | ');
  return Object.fromEntries([...shown, ...lines, ['sections', names]].filter(([, value]) => value !== ''));
}

const rest = '\n\n# Start\n\n- one\n\n# End\n\n- two\n';
const sections = 'Start | End';

describe('front matter', () => {
  test.each<[string, string, Cover]>([
    [
      'authors as objects',
      'title: Kites\nauthor:\n  - name: Ann Lee\n    affiliation: MIT\n  - name: Bo Kim',
      { title: 'Kites', speaker: 'Ann Lee (MIT), Bo Kim' },
    ],
    [
      'one author as an object',
      'title: Kites\nauthor:\n  name: Ann Lee\n  affiliation: MIT\n  email: ann@e.org',
      { title: 'Kites', speaker: 'Ann Lee', affiliation: 'MIT' },
    ],
    [
      'Quarto’s authors',
      'title: Kites\nauthor:\n  - name: {given: Ann, family: Lee}\n    affiliations:\n      - name: MIT\n      - ref: 2\n  - Bo Kim',
      { title: 'Kites', speaker: 'Ann Lee (MIT), Bo Kim' },
    ],
    [
      'a list of names',
      'title: Kites\nspeakers: [Ann Lee, Bo Kim]',
      { title: 'Kites', speaker: 'Ann Lee, Bo Kim' },
    ],
    [
      'an event as an object',
      'title: Kites\nevent: {name: KiteConf, location: Mill Hall, date: 2024-03-05}',
      { title: 'Kites', event: 'KiteConf', place: 'Mill Hall', date: '2024-03-05' },
    ],
    [
      'keys in German',
      'Titel: Drachen\nReferentin: Ann Lee\nOrt: Bremen\nDatum: 2024-03-05',
      { title: 'Drachen', speaker: 'Ann Lee', place: 'Bremen', date: '2024-03-05' },
    ],
    ['a date that a program fills in', 'title: Kites\ndate: today', { title: 'Kites' }],
    ['a key that is none', 'title: Kites\nlocal: true\ndata: big', { title: 'Kites' }],
  ])('%s', (_, yaml, cover) => {
    expect(coverOf(`---\n${yaml}\n---${rest}`)).toEqual({ ...cover, sections });
    expect(coverOf(`---\n${yaml}\n...${rest}`)).toEqual({ ...cover, sections });
  });

  test.each<[string, string, Cover]>([
    ['a lecture', 'lecture: "[[Kites]]"\ndate: 2024-03-05', { title: 'Kites', date: '2024-03-05' }],
    ['a topic and a course', 'course: Air 101\ntopic: Kites', { title: 'Kites', event: 'Air 101' }],
    ['a course alone, in notes.md', 'course: Air 101', { title: 'Air 101' }],
    ['the number of a lecture', 'lecture: 3', {}],
    ['a conference alone', 'conference: KiteConf', { event: 'KiteConf' }],
  ])('without a title: %s', (_, yaml, cover) => {
    const info = `---\n${yaml}\n---\n\n# Info\n${rest}`;
    expect(coverOf(info)).toEqual({ ...cover, sections: `Info | ${sections}` });
  });

  test('a heading of its own goes before a topic', () => {
    expect(coverOf('---\ntopic: Air\n---\n\n# Kites\n\n## Start\n\n- one\n')).toEqual({
      title: 'Kites',
      sections: 'Start',
    });
  });

  test('the only heading names the talk where its words are those of the title', () => {
    expect(coverOf('---\ntitle: Kites\n---\n\n# Kites for all\n\n- one\n')).toEqual({
      title: 'Kites for all',
      sections: 'one',
    });
    expect(coverOf('---\ntitle: Kites\n---\n\n# Start\n\n- one\n')).toEqual({
      title: 'Kites',
      sections: 'Start',
    });
  });
});

describe('lines in place of front matter', () => {
  const full = { title: 'Kites', speaker: 'Ann Lee', date: '2024-03-05' };
  test.each<[string, string, Cover]>([
    [
      'Pelican',
      'Title: Kites\nDate: 2024-03-05\nModified: 2024-03-06\nCategory: air\nSlug: kites\nAuthor: Ann Lee',
      full,
    ],
    [
      'MultiMarkdown',
      'Title: Kites\n    in the air\nAuthor: Ann Lee\nCSS: a.css\nBase Header Level: 2',
      { title: 'Kites in the air', speaker: 'Ann Lee' },
    ],
    ['without the first line of front matter', 'Title: Kites\nAuthor: Ann Lee\nDate: 2024-03-05\n---', full],
    [
      'with a link',
      'Title: Kites\nSlides: https://e.org/kites',
      { title: 'Kites', details: 'Slides: https://e.org/kites' },
    ],
    ['words at signs', '@title Kites\n@author Ann Lee\n@date 2024-03-05', full],
    ['bold labels', '**Title:** Kites  \n**Author**: Ann Lee  \n**Date:** 2024-03-05', full],
    ['labels in French', 'Titre : Kites\nAuteur : Ann Lee\nDate : 2024-03-05', full],
    ['labels in Japanese', 'タイトル：Kites\n発表者：Ann Lee\n日付：2024-03-05', full],
    ['a list', '- Title: Kites\n- Author: Ann Lee\n- Date: 2024-03-05', full],
    ['a list with bold labels', '* **Title**: Kites\n* **Author**: Ann Lee\n* **Date**: 2024-03-05', full],
    ['a table', '| Title | Author | Date |\n|---|---|---|\n| Kites | Ann Lee | 2024-03-05 |', full],
    [
      'a table of two columns',
      '| Title | Kites |\n|---|---|\n| Author | Ann Lee |\n| Date | 2024-03-05 |',
      full,
    ],
    [
      'a table with an empty head',
      '| | |\n|---|---|\n| **Title** | Kites |\n| **Author** | Ann Lee |\n| **Date** | 2024-03-05 |',
      full,
    ],
    ['Pandoc', '% Kites\n% Ann Lee\n% 2024-03-05', full],
    [
      'Pandoc with several authors',
      '% Kites\n  in the air\n% Ann Lee; Bo Kim\n% March 5, 2024',
      { title: 'Kites in the air', speaker: 'Ann Lee, Bo Kim', date: 'March 5, 2024' },
    ],
    [
      'Pandoc with authors on lines',
      '% Kites\n% Ann Lee\n  Bo Kim',
      { title: 'Kites', speaker: 'Ann Lee, Bo Kim' },
    ],
    ['Pandoc without an author', '% Kites\n%\n% 2024-03-05', { title: 'Kites', date: '2024-03-05' }],
    [
      'speaker and date alone',
      'Speaker: Ann Lee\nDate: 2024-03-05',
      { speaker: 'Ann Lee', date: '2024-03-05' },
    ],
  ])('%s', (_, lines, cover) => {
    expect(coverOf(`${lines}${rest}`)).toEqual({ ...cover, sections });
    expect(coverOf(`${lines}${rest}`.replaceAll('\n', '\r\n'))).toEqual({ ...cover, sections });
  });

  test.each<[string, string]>([
    ['one label', 'Speaker: Ann Lee'],
    ['words', 'Title: Kites\nand then nothing'],
    ['a table of several talks', '| Title | Author |\n|---|---|\n| Kites | Ann Lee |\n| Boats | Bo Kim |'],
    ['labels of people', 'Ann: I fly kites\nBo: I sail'],
    ['percent', '%d is a number in C'],
  ])('not %s', (_, lines) => {
    const { title, speaker } = coverOf(`${lines}${rest}`);
    expect({ title, speaker }).toEqual({});
  });
});

describe('what stands above the first heading', () => {
  const talk = '# Kites - Ann Lee\n\n## Wind\n\n- a\n\n## String\n\n- b\n';
  const cover = { title: 'Kites', speaker: 'Ann Lee', sections: 'Wind | String' };
  test.each<[string, string, Cover]>([
    ['a link', '[All talks](index.md)\n', { ...cover, details: 'All talks' }],
    ['links in a line', '[Home](a.md) | [Next](b.md)\n\n---\n\n', { ...cover, details: 'Home | Next' }],
    ['a picture', '![a logo](logo.png)\n\n', cover],
    ['badges', '[![build](https://e.org/b.png)](https://e.org) ![npm](https://e.org/n.png)\n', cover],
    ['a table of contents', '- [Kites](#kites)\n- [Wind](#wind)\n- [String](#string)\n\n', cover],
  ])('%s', (_, lines, expected) => {
    expect(coverOf(lines + talk)).toEqual(expected);
  });

  test('a list that is none of these is a section', () => {
    expect(coverOf(`- fly\n- land\n\n${talk}`).title).toBeUndefined();
  });

  test('whose talk it was', () => {
    const text = '**Based on a talk by Ann Lee**\n\nKites fly.\n\n### Wind\n\nblows\n\n### String\n\nholds\n';
    expect(coverOf(text)).toEqual({
      speaker: 'Based on a talk by Ann Lee',
      sections: 'Kites fly. | Wind | String',
    });
  });
});

describe('lines below the heading', () => {
  const below = '\n\n## Wind\n\n- a\n\n## String\n\n- b\n';
  const said = { title: 'Kites', speaker: 'Ann Lee', affiliation: 'Delta Lab' };
  test.each<[string, string, Cover]>([
    ['a name in italics', '*Ann Lee (Delta Lab)*', said],
    ['a name in bold, and a date', '**Ann Lee - Delta Lab**\n\n2024-03-05', { ...said, date: '2024-03-05' }],
    ['a name above a date', 'Ann Lee (Delta Lab)\n\n5 March 2024', { ...said, date: '5 March 2024' }],
    ['a name in a smaller heading', '#### by Ann Lee - Delta Lab', said],
    [
      'signs',
      '🎤 Ann Lee\n📅 2024-03-05\n📍 Bremen',
      { title: 'Kites', speaker: '🎤 Ann Lee', date: '📅 2024-03-05', place: '📍 Bremen' },
    ],
    [
      'a date that is none',
      'Date: tbd\nPlace: Bremen',
      { title: 'Kites', details: 'Date: tbd', place: 'Bremen' },
    ],
  ])('%s', (_, lines, cover) => {
    expect(coverOf(`# Kites\n${lines}${below}`)).toEqual({ ...cover, sections: 'Wind | String' });
  });

  test.each([
    'Wind Power',
    '*Very slow kites*',
    'Ann Lee\n\nShe flew the first of them, and then many more of them.',
  ])('not %s', (lines) => {
    expect(coverOf(`# Kites\n${lines}${below}`)).not.toHaveProperty('speaker');
  });

  test('signs above the heading', () => {
    expect(coverOf(`🎤 Ann Lee\n📅 2024-03-05\n\n# Kites${below}`)).toEqual({
      title: 'Kites',
      speaker: 'Ann Lee',
      date: '2024-03-05',
      sections: 'Wind | String',
    });
  });

  test('a section that has a word of the title', () => {
    expect(
      coverOf('Title: Slow kites and what the wind teaches\nAuthor: Ann Lee\n\n# Wind\n\n- a\n'),
    ).toEqual({ title: 'Slow kites and what the wind teaches', speaker: 'Ann Lee', sections: 'Wind' });
  });
});

describe('front matter in TOML', () => {
  const toml =
    '+++\ntitle = "Kites \\"all\\" day"\ndate = 2024-03-05T10:00:00Z\nauthors = ["Ann Lee", \'Bo Kim\']\ndraft = false\n\n[params]\nauthor = "none"\n+++';
  test('is front matter', () => {
    const cover = {
      title: 'Kites "all" day',
      speaker: 'Ann Lee, Bo Kim',
      date: '2024-03-05T10:00:00Z',
      sections,
    };
    expect(coverOf(toml + rest)).toEqual(cover);
    expect(coverOf((toml + rest).replaceAll('\n', '\r\n'))).toEqual(cover);
  });

  test('is text where it says nothing', () => {
    expect(coverOf(`+++\nwords\n+++${rest}`).title).toBeUndefined();
  });
});

describe('two headings of one level', () => {
  test.each<[string, Cover]>([
    [
      '### Kites\n### Ann Lee - Mill Hall\n\nWe began small.\n\n- one\n- two words\n',
      { title: 'Kites', speaker: 'Ann Lee', affiliation: 'Mill Hall' },
    ],
    [
      '# Kites\n# Ann Lee, Google\n\n## Wind\n\n- a\n',
      { title: 'Kites', speaker: 'Ann Lee', affiliation: 'Google' },
    ],
    ['## Kites\n## Ann Lee (MIT)\n\n- a\n', { title: 'Kites', speaker: 'Ann Lee', affiliation: 'MIT' }],
    [
      '### Kites\n### Ann Lee - Mill Hall\n\nWe began.\n\n### Wind\n\n- a\n\n### String\n\n- b\n',
      { title: 'Kites', speaker: 'Ann Lee', affiliation: 'Mill Hall' },
    ],
  ])('%s', (text, { title, speaker, affiliation }) => {
    expect(coverOf(text)).toMatchObject({ title, speaker, affiliation });
  });

  test.each([
    '### Kites\n### Rye flour - old kinds\n\nwords\n\n- one\n',
    '# Explorers\n\n# Ann Lee\n\nwent north\n\n# Bo Kim\n\nwent south\n',
    '### Kites\n### Wind and String - Part One\n\nwords\n',
  ])('%s', (text) => {
    expect(coverOf(text)).not.toHaveProperty('speaker');
  });
});

test('a line that says “Title:” goes before the heading', () => {
  const text =
    '# 2024-03-02 Sunday talk\n\n**Series:** Kites #1\n**Title:** Letting go\n**Place:** Mill Hall\n\n---\n\n## Text\n\n- one\n';
  expect(coverOf(text)).toEqual({
    title: 'Letting go',
    subtitle: 'Sunday talk',
    event: 'Series: Kites #1',
    place: 'Mill Hall',
    date: '2024-03-02',
    sections: 'Text',
  });
});

test.each([
  ['2024-03-05', 'en', 'March 5, 2024'],
  ['2024-03-05', 'de', '5. März 2024'],
  ['2024-03-05T10:00:00+02:00', 'en-GB', '5 March 2024'],
  ['2024-03-05 10:00:00 -0500', 'fr', '5 mars 2024'],
  ['2024-03-05T23:59Z', 'ja', '2024年3月5日'],
  ['2024-03', 'en', 'March 2024'],
  ['2024-13-05', 'en', '2024-13-05'],
  ['2024-02-31', 'en', '2024-02-31'],
  ['2024', 'en', '2024'],
  ['5 March 2024', 'de', '5 March 2024'],
  ['2024-03-05 to 2024-03-07', 'en', '2024-03-05 to 2024-03-07'],
])('%s in %s', (written, lang, printed) => {
  expect(printedDate(written, lang)).toBe(printed);
});

describe('words that notes are sorted by, above the text', () => {
  test.each<[string, string]>([
    ['tags', 'tags: #air , #wind'],
    ['tags in bold', '**Tags:** #air #wind'],
    ['keywords', 'Keywords: air, wind'],
    ['a category and tags', 'Category: air\nTags: wind'],
    ['in German', 'Schlagwörter: Luft, Wind'],
    ['in Japanese', 'キーワード：空、風'],
    ['bullets', '- tags: #air #wind\n- category: air'],
  ])('%s', (_, lines) => {
    expect(coverOf(`${lines}${rest}`)).toEqual({ sections });
    expect(coverOf(`---\ntitle: Kites\n---\n${lines}${rest}`)).toEqual({ title: 'Kites', sections });
    expect(coverOf(`${lines}${rest}`.replaceAll('\n', '\r\n'))).toEqual({ sections });
  });

  test('right below a title', () => {
    expect(coverOf('# Kites\n\nKeywords: air, wind\n\n## Start\n\n- one\n')).toEqual({
      title: 'Kites',
      sections: 'Start',
    });
  });

  test('tags are those of the talk, each by itself', () => {
    const { tags } = parseNotes({ path: 'notes.md', text: `tags: #air , #wind${rest}` }).value.title;
    expect(tags?.map(({ text }) => text)).toEqual(['air', 'wind']);
  });

  test('words in the same paragraph stay', () => {
    expect(coverOf(`tags: #air #wind\nKites fly.${rest}`)).toEqual({ sections: `Kites fly. | ${sections}` });
  });

  test.each([
    'Category: we sort them by size. Then by colour.',
    'Topics: air, wind',
    'Category: air\nKites fly.',
    'Keywords:\n\n- air\n- wind',
  ])('%s: words of the talk stay', (lines) => {
    const { sections: shown } = coverOf(`${lines}${rest}`);
    expect(shown).toContain(lines.split('\n')[0]);
  });
});

describe('labels that are headings', () => {
  const talk = '\n## Outline:\n\n- one\n\n## End\n\n- two\n';
  const full = { title: 'Kites', speaker: 'Ann Lee', date: '5 March 2024', sections: 'Outline: | End' };
  test.each<[string, string, Cover]>([
    ['with lines below', '## Title:\n\nKites\n\n## Speaker:\n\nAnn Lee\n\n## Date:\n\n5 March 2024\n', full],
    ['in German', '## Titel\n\nKites\n\n## Referentin\n\nAnn Lee\n\n## Datum\n\n5 March 2024\n', full],
    ['with the words in the heading', '## Title: Kites\n## Speaker: Ann Lee\n## Date: 5 March 2024\n', full],
    ['below a title', '# Kites\n\n## Speaker\n\nAnn Lee\n\n## Date\n\n5 March 2024\n', full],
    [
      'below a title, one alone',
      '# Kites\n\n## Date\n\n5 March 2024\n',
      { title: 'Kites', date: '5 March 2024', sections: 'Outline: | End' },
    ],
    [
      'an event with its day and its place, and several speakers',
      'Title:\n------\nKites\n\nSpeakers:\n---------\n- Ann Lee\n- Bo Kim\n\nConference:\n-----------\nKiteConf\nMarch 5-7, 2024\nMill Hall, NY\nwith a fair\n',
      {
        title: 'Kites',
        speaker: 'Ann Lee, Bo Kim',
        event: 'KiteConf',
        date: 'March 5-7, 2024',
        place: 'Mill Hall, NY',
        details: 'with a fair',
        sections: 'Outline: | End',
      },
    ],
    [
      'with a link and who was there',
      '# Kites\n\n## Speaker\n\nAnn Lee\n\n## Host\n\nBo Kim\n',
      { title: 'Kites', speaker: 'Ann Lee', details: 'Host: Bo Kim', sections: 'Outline: | End' },
    ],
    [
      'a title in front matter too',
      '---\ntitle: Air\n---\n\n## Title\n\nKites\n\n## Speaker\n\nAnn Lee\n',
      { title: 'Air', speaker: 'Ann Lee', details: 'Title: Kites', sections: 'Outline: | End' },
    ],
  ])('%s', (_, lines, cover) => {
    expect(coverOf(`${lines}${talk}`)).toEqual(cover);
    expect(coverOf(`${lines}${talk}`.replaceAll('\n', '\r\n'))).toEqual(cover);
  });

  test.each<[string, string]>([
    ['one of a town', '# Paris\n\n## Location\n\nOn the Seine\n'],
    [
      'a speaker with a life',
      '# Kites\n\n## Speaker\n\nAnn Lee has built kites since she was nine years old.\n',
    ],
    ['a day with what happened', '# Kites\n\n## Date\n\n5 March 2024\n\n### Morning\n\n- rain\n'],
    ['people with lines of their own', '# Kites\n\n## Host\n\n- Ann Lee\n- Bo Kim\n'],
    [
      'one further down',
      '# Kites\n\n## Start\n\n- one\n\n## Date\n\n5 March 2024\n\n## Place\n\nMill Hall\n',
    ],
  ])('%s is a section', (_, lines) => {
    const { sections: shown, ...cover } = coverOf(`${lines}${talk}`);
    expect(cover).toEqual({ title: lines.startsWith('# Paris') ? 'Paris' : 'Kites' });
    expect(shown?.split(' | ').slice(-2)).toEqual(['Outline:', 'End']);
    expect(shown?.split(' | ').length).toBeGreaterThan(2);
  });
});
