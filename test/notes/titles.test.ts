// What the first lines say: the title, who speaks, when and where. Each with a near miss.
import { describe, expect, test } from 'vitest';
import { parseNotes, plainText } from '../../src/notes/index.ts';

type Said = Readonly<Record<string, string>>;

/** The title block's fields: as shown, not as meant. */
function saidIn(text: string, path = 'notes.md'): Said {
  const { title } = parseNotes({ path, text }).value;
  const { details: _, tags: __, ...fields } = title;
  const shown = Object.entries(fields).flatMap(([name, field]) =>
    field ? [[name, text.slice(field.span.start, field.span.end)] as const] : [],
  );
  return Object.fromEntries(shown);
}

const rest = '\n\n## One\n\n- a\n\n## Two\n\n- b\n';

describe('a heading with more than the title', () => {
  test.each<[string, Said]>([
    [
      '# Slow Rivers - Ida Falk (Lab), Delta Conf 2026',
      { title: 'Slow Rivers', speaker: 'Ida Falk', affiliation: 'Lab', event: 'Delta Conf 2026' },
    ],
    [
      '# Slow Rivers – Ida Falk (Lab) – Delta 2026',
      { title: 'Slow Rivers', speaker: 'Ida Falk', affiliation: 'Lab', event: 'Delta 2026' },
    ],
    [
      '# Slow Rivers | Ida Falk | 2026-05-06',
      { title: 'Slow Rivers', speaker: 'Ida Falk', date: '2026-05-06' },
    ],
    ['# "Slow Rivers" by Ida Falk', { title: 'Slow Rivers', speaker: 'Ida Falk' }],
    ['# "Slow Rivers" by Ida', { title: 'Slow Rivers', speaker: 'Ida' }],
    [
      '# "Slow Rivers" by Ida Falk at Delta Summit',
      { title: 'Slow Rivers', speaker: 'Ida Falk', event: 'Delta Summit' },
    ],
    [
      '# [Slow Rivers](https://e.org/slides) by [Ida Falk](https://e.org/ida)',
      { title: '[Slow Rivers](https://e.org/slides)', speaker: '[Ida Falk](https://e.org/ida)' },
    ],
    [
      '# Slow Rivers - Ida Falk - Delta technologies',
      { title: 'Slow Rivers', speaker: 'Ida Falk', affiliation: 'Delta technologies' },
    ],
    [
      '# Slow Rivers | Ida Falk & Ben Ash | Institute for Deltas',
      { title: 'Slow Rivers', speaker: 'Ida Falk & Ben Ash', affiliation: 'Institute for Deltas' },
    ],
    ['# Title: Slow Rivers', { title: 'Slow Rivers' }],
    ['# Titel: Langsame Flüsse', { title: 'Langsame Flüsse' }],
    ['# **Titre :** Rivières', { title: 'Rivières' }],
    ['# Title: "Slow Rivers" - Ida Falk', { title: 'Slow Rivers', speaker: 'Ida Falk' }],
    ['# Keynote: Ida Falk', { title: 'Keynote', speaker: 'Ida Falk' }],
    ['**Keynote: Ida Falk**', { title: 'Keynote', speaker: 'Ida Falk' }],
    ['# River meeting 6 May 2026', { title: 'River meeting', date: '6 May 2026' }],
    ['# River meeting Wednesday May 6, 2026', { title: 'River meeting', date: 'Wednesday May 6, 2026' }],
    ['# Flussrat 6. Mai 2026', { title: 'Flussrat', date: '6. Mai 2026' }],
    ['# River meeting 2026-05-06', { title: 'River meeting', date: '2026-05-06' }],
    ['# 2026-05-06: River meeting', { title: 'River meeting', date: '2026-05-06' }],
    ['# Slow Rivers (6 May 2026)', { title: 'Slow Rivers', date: '6 May 2026' }],
    ['# 深い川 / 山田花子', { title: '深い川', speaker: '山田花子' }],
    ['# 慢河 - 李雷', { title: '慢河', speaker: '李雷' }],
    ['# 느린 강 - 김철수', { title: '느린 강', speaker: '김철수' }],
  ])('%s', (line, said) => {
    expect(saidIn(line + rest)).toEqual(said);
  });
});

describe('a heading that only looks like it', () => {
  test.each([
    '# Slow Rivers - Part Two, Delta Conf 2026',
    '# Review - Q3 2026',
    '# Down by the Sea',
    '# Keynote: Linear Regression',
    '# What changed since 2026-05-06',
    '# What changed since Monday 6 May 2026',
    '# The flood of 6 May 2026',
    '# Black Tuesday May 6, 2026',
    '# Réunion du 6 mai 2026',
    '# River meeting 6 sand 2026',
    '# 2026-05-06',
    '# Rivers / Lakes',
    '# Slow Rivers - Ida swims - and more',
    '# Slow Rivers - Sandy Banks - Tides of the North',
    '# Trip report - San Marino',
    '# Slow Rivers - the title: a study',
    '# Title fights: a history',
    '# slow-rivers',
    '# 慢河 - 张量',
    '# 강 - 이미지',
  ])('%s', (line) => {
    expect(saidIn(line + rest)).toEqual({ title: line.slice(2) });
  });
});

describe('lines below the title', () => {
  test.each<[string, string, Said]>([
    ['by, with a date', 'by Ida Falk, 2026-05-06', { speaker: 'Ida Falk', date: '2026-05-06' }],
    ['a label in bold', '**Authors**: Ida Falk, Ben Ash', { speaker: 'Ida Falk, Ben Ash' }],
    [
      'labels behind a welcome',
      '\nWelcome! Please sign in.\n\n**Moderator:** Ben Ash\n\n**Speaker:** Ida Falk\n**Date:** 3 May 2024',
      { speaker: 'Ida Falk', date: '3 May 2024' },
    ],
    ['words behind a welcome', '\nWelcome to the delta.\n\nIda Falk spoke on 3 May 2024: no rain.', {}],
    ['a heading that is a name', '## Ida Falk', { speaker: 'Ida Falk' }],
    ['a heading that is none', '## Ida swims', {}],
    [
      'before whom, where and when',
      'Talk for the Green Streets group, Leeds, 3 May',
      { event: 'Talk for the Green Streets group', place: 'Leeds', date: '3 May' },
    ],
    [
      'before whom and when, in a paragraph',
      '\nLecture given at the Allotment Society, 12 June 2024',
      { event: 'Lecture given at the Allotment Society', date: '12 June 2024' },
    ],
    [
      'the day before the place',
      'Vortrag für die Gartenfreunde, 3. Mai 2025, Ulm',
      { event: 'Vortrag für die Gartenfreunde', place: 'Ulm', date: '3. Mai 2025' },
    ],
    [
      'parts between commas, one of them a day',
      '\nBiology dept., room 2.14, Thu 18 Jan 2024, 16:00',
      { date: 'Biology dept., room 2.14, Thu 18 Jan 2024, 16:00' },
    ],
    [
      'a person with a title, a day, and words that go on',
      '\nDr. Ida Falk, Thu 9 Nov. Notes by me, the end is missing.',
      { speaker: 'Dr. Ida Falk', date: 'Thu 9 Nov.' },
    ],
    [
      'a day in bold, and words that go on',
      '\n**Fri 22 Sept 2023.** I typed this as it happened.',
      { date: 'Fri 22 Sept 2023' },
    ],
    [
      'a time of day, and a person behind it',
      '\nSecond Sunday, St Mary’s, 6.30 pm. Revd Ida Falk.\nAbout thirty came, on foot.',
      { date: 'Second Sunday, St Mary’s, 6.30 pm', speaker: 'Revd Ida Falk' },
    ],
    [
      'labels in German',
      '\n**Modul:** Flüsse II\n**Dozentin:** Prof. Ida Falk\n**Datum:** Di, 12.12.2023, HS 3\n**Mitschrift:** Ben',
      { speaker: 'Prof. Ida Falk', event: '**Modul:** Flüsse II', date: 'Di, 12.12.2023, HS 3' },
    ],
    [
      'labels in a table without a head',
      '\n| | |\n|---|---|\n| Date | 2026-05-06 |\n| Chair | Ben Ash |\n| Presenters | Ida Falk, Cy Young |\n| Outcome | open |',
      { date: '2026-05-06', speaker: 'Ida Falk, Cy Young' },
    ],
    [
      'a course and a day, and labels behind them on one line',
      '\nSTAT 341, Tuesday 17 October. Lecturer: Prof. Ida Falk. Scribe: Ben',
      { date: 'STAT 341, Tuesday 17 October', speaker: 'Prof. Ida Falk' },
    ],
    [
      'who speaks and who wrote it down',
      '\nAuthor: Ben Ash\nSpeaker: Ida Falk\nDate: 3 May 2024',
      { speaker: 'Ida Falk', date: '3 May 2024' },
    ],
    ['a sentence with a day and commas', '\n1 May 2020, the council met at noon, and we all left', {}],
    ['a sentence that begins with a day', '\nOn 5 May 2021, Ben fell, and he got up again', {}],
    ['parts without a day', '\nRivers, lakes, ponds', {}],
    ['for whom, and no day', 'Talk for beginners, with pictures', {}],
    ['a sentence with a day', 'We talk for the group, in Leeds, on 3 May', {}],
  ])('%s', (_, line, said) => {
    expect(saidIn(`# Slow Rivers\n${line}${rest}`)).toEqual({ title: 'Slow Rivers', ...said });
  });

  test('a title and its speaker without an H1', () => {
    const talk = '## Slow Rivers\n### Ida Falk\n\n- a point\n';
    expect(saidIn(talk)).toEqual({ title: 'Slow Rivers', speaker: 'Ida Falk' });
    expect(saidIn(`${talk}\n## Other Talk\n### Ben Ash\n\n- b\n`)).toEqual({});
  });

  test('the first bullet of notes that are bullets, where it alone has a day', () => {
    const bullets = '- Minutes agreed\n- Losses\n  - Ida 1 of 6\n- Swarm list\n- Honey show\n- Any other\n';
    const first = '- Beekeepers, monthly meeting, 9 April, the Plough\n';
    expect(saidIn(first + bullets)).toEqual({
      title: 'Beekeepers, monthly meeting',
      date: '9 April, the Plough',
    });
    expect(saidIn(`${first}${bullets}- Ida, next time, 3 May\n`)).toEqual({});
  });

  test('the first line of a text, right above its day', () => {
    const lines =
      'HIS 204: After the Flood\nDr. Ida Falk, 14 November 2023, Theatre B\n\nWords of the lecture, and more.\n\nOthers.\n';
    expect(saidIn(lines, 'lecture.txt')).toEqual({
      title: 'HIS 204: After the Flood',
      speaker: 'Dr. Ida Falk',
      place: 'Theatre B',
      date: '14 November 2023',
    });
    expect(saidIn(lines.replace('14 November 2023', 'who was late'), 'lecture.txt')).toEqual({});
  });

  test('people with words of their own are sections', () => {
    expect(saidIn('# Explorers\n\n## Ida Falk\n\nwent north\n\n## Ben Ash\n\nwent south\n')).toEqual({
      title: 'Explorers',
    });
  });
});

test('several H1s with their dates are days; one with a date is the title', () => {
  expect(saidIn('# Day one 2026-05-06\n\n- a\n\n# Day two 2026-05-07\n\n- b\n')).toEqual({});
  expect(saidIn('# Board 2026-05-06\n\n## Links\n\n- a\n\n# Stray heading\n\nb\n')).toEqual({
    title: 'Board',
    date: '2026-05-06',
  });
});

describe('the first of several H1s', () => {
  const section = '\n\n- a point\n\n## Mouths\n\n- b\n\n## Springs\n\n- c\n\n';
  test.each<[string, string, string]>([
    ['above a general ending', '# Slow Rivers', '# Questions\n\n- why\n'],
    ['above several of them', '# Slow Rivers', '# Fragen\n\n- why\n\n# Literatur\n\n- a book\n'],
    ['above notes', '# Slow Rivers', '# Notes\n\n- a note\n'],
    ['in French', '# Rivières lentes', '# Prochaines étapes\n\n- une\n'],
  ])('%s is the title', (_, line, ending) => {
    expect(saidIn(`${line}${section}${ending}`)).toEqual({ title: line.slice(2) });
  });

  test('is the title where the file has all its words from it', () => {
    const talk = `# Rivers that are slow, or how a delta grows${section}# Tides\n\n- d\n`;
    expect(saidIn(talk, '3_slow_rivers.md')).toEqual({ title: 'Rivers that are slow, or how a delta grows' });
    expect(saidIn(talk, '3_slow_tides.md')).toEqual({});
    expect(saidIn(`${talk}\n# Slow rivers again\n\n- e\n`, '3_slow_rivers.md')).toEqual({});
  });

  test('is a section above others with a subject of their own', () => {
    expect(saidIn(`# Slow Rivers${section}# Tides\n\n- d\n\n# Questions\n\n- e\n`)).toEqual({});
  });

  test.each([
    'Slides',
    'Info',
    'Resources',
    'Schedule',
    'Recording',
    'Attendees',
    'Überblick',
    'Diapositivas',
  ])('%s says nothing of the talk', (word) => {
    const others = '\n\n# Mouths\n\n- a\n\n# Springs\n\n- b\n';
    expect(saidIn(`# ${word}${others}`)).toEqual({});
    expect(saidIn(`# ${word}\n\nhttps://e.org/rivers${others}`)).toEqual({});
    expect(saidIn(`# ${word} of rivers${others}`)).toEqual({ title: `${word} of rivers` });
  });
});

describe('a heading with a name right below the title', () => {
  const words = '\n\nRivers carry sand.\n\n';
  const laws = '## Law one\n\n### Sand\n\n- a\n\n### Silt\n\n- b\n\n## Law two\n\n- c\n';
  const who = { title: 'Slow Rivers', speaker: 'Ida Falk' };
  test.each<[string, string, Said]>([
    ['two levels below it, and no other', `# Slow Rivers\n\n### Ida Falk${words}`, who],
    ['one level below it, and no other', `# Slow Rivers\n## Ida Falk${words}`, who],
    ['deeper than the sections', `# Slow Rivers\n### Ida Falk${words}${laws}`, who],
    ['above a rule', `# Slow Rivers\n## Ida Falk\n\n---${words}${laws}`, who],
    ['above a row of signs', `# Slow Rivers\n\n### Ida Falk\n\n===${words}${laws}`, who],
    [
      'above a rule, below a title of the sections’ level',
      `## Slow Rivers\n### Ida Falk\n\n---${words}${laws}`,
      who,
    ],
    ['behind “by”', `# Slow Rivers\n## by Ida Falk${words}${laws}`, who],
    ['behind a label', `# Slow Rivers\n## Speaker: Ida Falk${words}${laws}`, who],
    ['with a title', `# Slow Rivers\n## Dr. Ida Falk${words}${laws}`, { ...who, speaker: 'Dr. Ida Falk' }],
    ['with a handle', `# Slow Rivers\n## Ida Falk (@ida)${words}${laws}`, { ...who, affiliation: '@ida' }],
    [
      'and where from',
      `# Slow Rivers\n### Ida Falk, Delta Lab${words}${laws}`,
      { ...who, affiliation: 'Delta Lab' },
    ],
    ['and a company', `# Slow Rivers\n### Ida Falk – Delta${words}${laws}`, { ...who, affiliation: 'Delta' }],
    [
      'two names',
      `# Slow Rivers\n### Ida Falk and Ben Ash${words}${laws}`,
      { ...who, speaker: 'Ida Falk and Ben Ash' },
    ],
  ])('%s', (_, text, said) => {
    expect(saidIn(text)).toEqual(said);
  });

  test.each<[string, string]>([
    ['a place', `# Slow Rivers\n\n### San Marino${words}`],
    ['a product', `# Slow Rivers\n\n### Apache Kafka\n\n---${words}${laws}`],
    ['two words with capitals', `# Slow Rivers\n\n### Carried Sand${words}`],
    ['two of them above a rule', `# Slow Rivers\n\n### Rivers Carry\n\n---\n\nThey carry sand.\n`],
    ['a name written as words elsewhere', `# Slow Rivers\n\n### Max Depth\n\n---\n\nThe depth is 3.\n`],
    ['one of several with rules', `# Slow Rivers\n\n## Moby Dick\n\n---${words}## Tides\n\n---${words}`],
    ['words', `# Slow Rivers\n\n### Carried sand${words}${laws}`],
    ['one of several people', `# Slow Rivers\n\n### Ida Falk${words}## Others\n\n### Ben Ash\n\n- b\n`],
    ['people with rules', `# Slow Rivers\n## Ida Falk\n\n---${words}## Ben Ash\n\n---${words}`],
    ['a section among sections', `# Slow Rivers\n\n## Ida Falk${words}${laws}`],
  ])('%s is a section', (_, text) => {
    expect(saidIn(text)).toEqual({ title: 'Slow Rivers' });
  });

  test('several talks of one level have no title of their own', () => {
    const talk = (title: string, name: string) => `## ${title}\n### ${name}\n\n---${words}`;
    expect(saidIn(`${talk('Slow Rivers', 'Ida Falk')}${talk('Tides', 'Ben Ash')}`)).toEqual({});
  });
});

test('a welcome above labels stays on the cover with them', () => {
  const text = `# Slow Rivers\n\nWillkommen! Tragt euch ein.\n\n**Moderation:** Ben Ash\n${rest}`;
  const { details } = parseNotes({ path: 'notes.md', text }).value.title;
  expect(details.map((line) => plainText([line]))).toEqual([
    'Moderation: Ben Ash',
    'Willkommen! Tragt euch ein.',
  ]);
});
