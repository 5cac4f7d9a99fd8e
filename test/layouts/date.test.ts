import { expect, test } from 'vitest';
import { readDated } from '../../src/layouts/content/date.ts';
import { setOffLead } from '../../src/layouts/content/lead-in.ts';
import { plainText } from '../../src/notes/index.ts';

const words = (value: string) => [{ type: 'text', value } as const];

test.each([
  ['2019: a petition', '2019', 'a petition'],
  ['2019 The door opens', '2019', 'The door opens'],
  ['2019–2021: two years of talks', '2019–2021', 'two years of talks'],
  ['2019 – 2021: two years of talks', '2019 – 2021', 'two years of talks'],
  ['2023–present – open at night', '2023–present', 'open at night'],
  ['March 2024 – the roof', 'March 2024', 'the roof'],
  ['14 March 2024: the roof', '14 March 2024', 'the roof'],
  ['March 14, 2024: the roof', 'March 14, 2024', 'the roof'],
  ['Q3 2025: launch', 'Q3 2025', 'launch'],
  ['2025 Q3: launch', '2025 Q3', 'launch'],
  ['2024-05-02: second reading', '2024-05-02', 'second reading'],
  ['02.05.2024 – second reading', '02.05.2024', 'second reading'],
  ['1990s: the first machines', '1990s', 'the first machines'],
  ['ca. 1450: printing', 'ca. 1450', 'printing'],
  ['Mai 2021: Abstimmung', 'Mai 2021', 'Abstimmung'],
  ['2019年4月：発表', '2019年4月', '発表'],
  ['03:12 the disk fills', '03:12', 'the disk fills'],
  ['9:30 am – doors', '9:30 am', 'doors'],
  ['14:00–15:30: talks', '14:00–15:30', 'talks'],
  ['9 pm: dinner', '9 pm', 'dinner'],
  ['20h30 : dîner', '20h30', 'dîner'],
  ['2026-01-01–2026-01-31: walls', '2026-01-01–2026-01-31', 'walls'],
  ['Week 1: plan', 'Week 1', 'plan'],
  ['Weeks 3–4: build', 'Weeks 3–4', 'build'],
  ['KW 12: Umbau', 'KW 12', 'Umbau'],
  ['Sprint 2 – ship', 'Sprint 2', 'ship'],
  ['Q3: ship', 'Q3', 'ship'],
  ['Monday: rest', 'Monday', 'rest'],
  ['Mardi : marché', 'Mardi', 'marché'],
])('%s begins with a date', (text, date, rest) => {
  for (const line of [words(text), setOffLead(words(text))]) {
    const dated = readDated(line);
    expect(dated && plainText(dated.date)).toBe(date);
    expect(dated && plainText(dated.rest)).toBe(rest);
  }
});

test('a date may be bold', () => {
  const bold = { type: 'strong' as const, children: [{ type: 'text' as const, value: '1969:' }] };
  expect(readDated([bold, { type: 'text', value: ' two people on the moon' }])).toMatchObject({
    date: [bold],
    rest: [{ value: 'two people on the moon' }],
    when: { year: 1969 },
  });
});

test.each([
  '#2019: the door does not open',
  '2019',
  '1834 people came',
  '2019.3: a release',
  '20.04 is the one we use',
  'v2019: a release',
  '3.1: a chapter',
  'May I come in: a question',
  'marching on – a song',
  '2019th: a number',
  'In the year of the door: nothing',
  '3:1 for the home team',
  '25:10 is no time',
  'Week after week: the same',
  'Mondays: closed',
  'Sonata: a piece',
  'Q: why',
  'Q5: no quarter',
  'Days 3',
])('%s begins with no date', (text) => {
  expect(readDated(words(text))).toBeUndefined();
});
