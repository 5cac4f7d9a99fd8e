// What the first lines say: the title, who speaks, when and where. Each with a near miss.
import { describe, expect, test } from 'vitest';
import { parseNotes } from '../../src/notes/index.ts';

type Said = Readonly<Record<string, string>>;

/** The title block's fields: as shown, not as meant. */
function saidIn(text: string): Said {
  const { title } = parseNotes({ path: 'notes.md', text }).value;
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
    ['# Keynote: Ida Falk', { title: 'Keynote', speaker: 'Ida Falk' }],
    ['**Keynote: Ida Falk**', { title: 'Keynote', speaker: 'Ida Falk' }],
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
    '# 2026-05-06',
    '# Rivers / Lakes',
    '# 慢河 - 张量',
    '# 강 - 이미지',
  ])('%s', (line) => {
    expect(saidIn(line + rest)).toEqual({ title: line.slice(2) });
  });
});

describe('lines below the title', () => {
  test.each<[string, string, Said]>([
    ['by, with a date', 'by Ida Falk, 2026-05-06', { speaker: 'Ida Falk', date: '2026-05-06' }],
    ['a label in bold', '**Authors**: Ida Falk, Ben Ash', { speaker: '**Authors**: Ida Falk, Ben Ash' }],
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
