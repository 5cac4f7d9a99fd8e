import type { Table } from 'mdast';
import { describe, expect, test } from 'vitest';
import { readColumn } from '../../src/layouts/content/number-column.ts';
import { isTimeLike } from '../../src/layouts/content/number-table.ts';
import { readNumberTable } from '../../src/layouts/index.ts';
import { blocksOf } from '../theme/markdown.ts';

function table(head: string, ...rows: readonly string[]): Table {
  const signs = head.replace(/[^|]+/g, '---');
  const [block] = blocksOf([`| ${head} |`, `| ${signs} |`, ...rows.map((row) => `| ${row} |`)].join('\n'));
  if (block?.type !== 'table') throw new Error('not a table');
  return block;
}

const kindOf = (head: string, ...rows: readonly string[]): string | undefined =>
  readNumberTable(table(head, ...rows))?.kind;

describe('the kind of chart', () => {
  test('votes and goals are read as they stand; one column of them is compared', () => {
    expect(kindOf('Motion | For | Against', 'Roof | 6 | 0', 'Hall | 5 | 1', 'Organ | 2 | 3')).toBeUndefined();
    expect(
      kindOf('Motion | For | Against', 'Roof | 60 | 10', 'Hall | 50 | 20', 'Organ | 20 | 30'),
    ).toBeDefined();
    expect(kindOf('Motion | For', 'Roof | 6', 'Hall | 5', 'Organ | 2')).toBeDefined();
  });

  test('few short labels stand as columns, long ones lie as bars', () => {
    expect(kindOf('Size | Speed', '7B | 120', '13B | 64', '70B | 12')).toBe('columns');
    const long = [
      'the first of the rooms | 120',
      'the second of the rooms | 64',
      'the third of the rooms | 12',
    ];
    expect(kindOf('Room | Visits', ...long)).toBe('bars');
  });

  test('points in time make a line, unless its figures would run into another', () => {
    expect(kindOf('Year | Ships', '2021 | 5', '2022 | 9', '2023 | 30')).toBe('line');
    expect(kindOf('Year | A | B', '2021 | 5 | 60', '2022 | 9 | 70', '2023 | 30 | 80')).toBe('line');
    expect(kindOf('Year | A | B', '2021 | 5 | 60', '2022 | 60 | 5', '2023 | 30 | 80')).toBe('bars');
  });

  test('numbers far from zero and near to each other are dots; a line needs no zero', () => {
    expect(kindOf('Model | Score', 'A | 91.2', 'B | 93.4', 'C | 92.0')).toBe('dots');
    expect(kindOf('Year | Score', '2021 | 91.2', '2022 | 93.4', '2023 | 92.0')).toBe('line');
  });

  test('a line may go below zero, bars may not', () => {
    expect(kindOf('Year | Balance', '2021 | -5', '2022 | 9', '2023 | 30')).toBe('line');
    expect(kindOf('Town | Balance', 'A | -5', 'B | 9', 'C | 30')).toBeUndefined();
  });
});

describe('a table stays a table', () => {
  test.each([
    ['with two rows', ['Size | Speed', '7B | 120', '13B | 64']],
    ['with a cell of words', ['Size | Speed', '7B | 120', '13B | 64', '70B | slow']],
    ['with an empty cell', ['Size | Speed', '7B | 120', '13B | 64', '70B | ']],
    ['with a column of words', ['Size | Speed | Host', '7B | 120 | a', '13B | 64 | b', '70B | 12 | c']],
    ['with units that differ', ['Size | Speed', '7B | 120 ms', '13B | 64 ms', '70B | 2 s']],
    [
      'with columns in different units',
      ['Size | Speed (s) | Share (%)', 'a | 3 | 4', 'b | 5 | 9', 'c | 9 | 2'],
    ],
    [
      'with columns of different sizes',
      ['Size | Heads | Tokens', 'a | 3 | 4000', 'b | 5 | 9000', 'c | 9 | 2000'],
    ],
    ['with numbers that only count rows', ['Name | Place', 'a | 1', 'b | 2', 'c | 3']],
    ['with years', ['Name | Founded', 'a | 1901', 'b | 1950', 'c | 2003']],
    ['with numbers of issues', ['Name | No.', 'a | 531', 'b | 207', 'c | 312']],
    ['with ports', ['Service | Port', 'ssh | 22', 'http | 80', 'postgres | 5432']],
    ['with codes', ['Meaning | Status code', 'OK | 200', 'Not found | 404', 'Broken | 500']],
    ['with rooms', ['Name | Room no.', 'Ann | 101', 'Bob | 205', 'Cy | 317']],
    ['with extensions', ['Desk | Extension', 'Front | 4411', 'Lab | 4523', 'Store | 4600']],
    ['with postcodes', ['Ort | Postleitzahl', 'Bonn | 53111', 'Köln | 50667', 'Kiel | 24103']],
    ['with numbers of rooms, in French', ['Nom | Numéro de salle', 'Ann | 101', 'Bob | 205', 'Cy | 317']],
    ['with a postcode, in French', ['Ville | Code postal', 'Lyon | 69001', 'Nice | 6000', 'Metz | 57000']],
    ['with names that begin with 0', ['Agent | Sign', 'James | 007', 'Bill | 012', 'Jack | 031']],
    ['with a row of sums amid others', ['Name | Cost', 'a | 10', 'Total | 30', 'b | 20', 'c | 7']],
    [
      'with sums of lines through time',
      ['Year | A | B', '2021 | 10 | 90', '2022 | 20 | 95', '2023 | 37 | 99', 'Total | 67 | 284'],
    ],
    ['with two rows and their sum', ['Name | Cost', 'a | 10', 'b | 20', 'Total | 30']],
    ['with a link', ['Name | Cost', '[a](b.md) | 10', 'b | 20', 'c | 35']],
    ['with one name twice', ['Name | Cost', 'a | 10', 'a | 20', 'c | 35']],
    ['of one number', ['Name | Cost', 'a | 10', 'b | 10', 'c | 10']],
  ])('%s', (_, [head = '', ...rows]) => {
    expect(readNumberTable(table(head, ...rows))).toBeUndefined();
  });

  test.each([
    ['Service | Ports', 'web | 22', 'mail | 80', 'data | 54'],
    ['File | Lines of code', 'a | 22', 'b | 80', 'c | 54'],
    ['Hotel | Cost per room', 'a | 22', 'b | 80', 'c | 54'],
    ['Step | Port', 'a | 22 ms', 'b | 80 ms', 'c | 54 ms'],
    ['Site | Page views', 'a | 22', 'b | 80', 'c | 54'],
    ['File | Code lines', 'a | 22', 'b | 80', 'c | 54'],
    ['Train | Position (m)', 'a | 22', 'b | 80', 'c | 54'],
    ['Stadt | Einwohner', 'a | 22', 'b | 80', 'c | 54'],
  ])('but not with amounts of them: %s', (head, ...rows) => {
    expect(kindOf(head, ...rows)).toBeDefined();
  });

  test('a last row that sums up is said, and has no bar', () => {
    const numbers = readNumberTable(table('Name | Cost', 'a | 10', 'b | 20', 'c | 7', '**Total** | **37**'));
    expect(numbers?.labels).toEqual(['a', 'b', 'c']);
    expect(numbers?.total).toEqual({ label: 'Total', texts: ['37'] });
    const several = readNumberTable(
      table('Name | A | B', 'a | 10 | 21', 'b | 20 | 15', 'c | 7 | 9', 'Total | 37 | 45'),
    );
    expect(several?.labels).toEqual(['a', 'b', 'c']);
    expect(several?.total).toEqual({ label: 'Total', texts: ['37', '45'] });
  });

  test('with thirteen rows', () => {
    const rows = Array.from({ length: 13 }, (_, row) => `row ${'abcdefghijklm'[row]} | ${row * row + 3}`);
    expect(readNumberTable(table('Name | Cost', ...rows.slice(1)))).toBeDefined();
    expect(readNumberTable(table('Name | Cost', ...rows))).toBeUndefined();
  });

  test('that is a part of a larger one', () => {
    const whole = table('Size | Speed', '7B | 120', '13B | 64', '70B | 12');
    expect(readNumberTable({ ...whole, data: { continued: ['columns'] } })).toBeUndefined();
  });
});

describe('numbers', () => {
  test.each([
    [
      ['1,204', '980', '12,400'],
      [1204, 980, 12400],
    ],
    [
      ['1,5', '0,75', '12,25'],
      [1.5, 0.75, 12.25],
    ],
    [
      ['1.204,5', '980,25'],
      [1204.5, 980.25],
    ],
    [
      ['1.5', '0.75', '12.251'],
      [1.5, 0.75, 12.251],
    ],
    [
      ['1.204.000', '980.000.000'],
      [1204000, 980000000],
    ],
    [
      ['$3.5', '$12'],
      [3.5, 12],
    ],
    [
      ['+62 %', '-3 %'],
      [62, -3],
    ],
    [
      ['7B', '70B'],
      [7, 70],
    ],
    [
      ["1'204", '980'],
      [1204, 980],
    ],
  ])('%s', (cells, values) => {
    expect(readColumn('Name', cells)?.values).toEqual(values);
  });

  test.each([[['1.204', '980']], [['1,5', '2.5']], [['3/4', '1/4']], [['10:30', '11:45']], [['1–2', '3–4']]])(
    '%s could mean two things, or none',
    (cells) => {
      expect(readColumn('Name', cells)).toBeUndefined();
    },
  );
});

test.each([
  [['2019', '2020', '2021'], true],
  [['Q1 2023', 'Q2 2023', 'Q3 2023'], true],
  [['Oct', 'Nov', 'Dec', 'Jan'], true],
  [['2024-01', '2024-02', '2024-03'], true],
  [['Week 1', 'Week 2', 'Week 3'], true],
  [['2019', '2021', '2020'], false],
  [['1950', '2019', '2020'], false],
  [['Monday', 'Tuesday', 'Wednesday'], false],
  [['Maya', 'June', 'Augustus'], false],
  [['7B', '13B', '70B'], false],
])('%s: points in time, %s', (labels, expected) => {
  expect(isTimeLike(labels)).toBe(expected);
});
