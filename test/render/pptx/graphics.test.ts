import { expect, test } from 'vitest';
import type {
  ChartFrame,
  FrameBorders,
  FrameCell,
  FrameTextStyle,
  TableFrame,
} from '../../../src/browser/index.ts';
import { misplacedElements } from '../../../src/check/pptx/schema-rules.ts';
import {
  childOf,
  descendants,
  elementsIn,
  openPackage,
  readXml,
  readZip,
  type XmlElement,
} from '../../../src/office/index.ts';
import { chartXml } from '../../../src/render/pptx/chart.ts';
import type { PptxLook } from '../../../src/render/pptx/look.ts';
import { tableXml } from '../../../src/render/pptx/table.ts';
import { workbook } from '../../../src/render/pptx/workbook.ts';

const scheme = Object.fromEntries(
  [
    'dk1',
    'lt1',
    'dk2',
    'lt2',
    'accent1',
    'accent2',
    'accent3',
    'accent4',
    'accent5',
    'accent6',
    'hlink',
    'folHlink',
  ].map((name, at) => [name, `00000${at.toString(16)}`.toUpperCase()]),
) as PptxLook['scheme'];
const look: PptxLook = {
  scheme,
  isDark: false,
  headingFont: { name: 'Source Sans 3', isBold: true },
  bodyFont: { name: 'Source Sans 3', isBold: false },
};
const style: FrameTextStyle = {
  family: 'Source Sans 3',
  size: 24,
  weight: 400,
  italic: false,
  colour: { rgb: '000000' },
  tracking: 0,
  language: 'de',
};

function rootOf(xml: string): XmlElement {
  const root = readXml(
    xml.replace(/^<a:tbl>/, '<a:tbl xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'),
  );
  if (!('name' in root)) throw new Error(root.error);
  return root;
}

const schemaProblems = (root: XmlElement): readonly string[] =>
  misplacedElements({ name: 'x', type: '', bytes: Buffer.alloc(0), relations: [], root }).map(
    ({ message }) => message,
  );

const every = (root: XmlElement, name: string): readonly XmlElement[] =>
  [...descendants(root)].filter((element) => element.name === name);
const value = (element: XmlElement | undefined, name = 'val'): string | undefined =>
  element?.attributes.get(name);

// Tables.

function cell(text: string, facts: Partial<FrameCell> = {}): FrameCell {
  const paragraphs = [{ runs: [{ kind: 'text', text, style }] }] as unknown as FrameCell['paragraphs'];
  const padding = { top: 4, right: 8, bottom: 4, left: 0 };
  return { columnSpan: 1, rowSpan: 1, padding, anchor: 'top', borders: {}, paragraphs, ...facts };
}

const words: Parameters<typeof tableXml>[2] = (paragraphs) =>
  paragraphs
    .map(
      ({ runs }) =>
        `<a:p><a:r><a:t>${runs.map((run) => ('text' in run ? run.text : '')).join('')}</a:t></a:r></a:p>`,
    )
    .join('');

function tableOf(rows: TableFrame['rows'], facts: Partial<TableFrame> = {}): XmlElement {
  const area = { x: 0, y: 0, width: 100, height: 60 };
  const table: TableFrame = {
    kind: 'table',
    role: 'body',
    area,
    columns: [33.35, 33.35, 33.3],
    rows,
    direction: 'ltr',
    drawing: 0,
    ...facts,
  };
  const root = rootOf(tableXml(table, look, words));
  expect(schemaProblems(root)).toEqual([]);
  return root;
}

test('a table has its head, its widths and its heights, whose sums are those of the whole', () => {
  const cells = [cell('a'), cell('b'), cell('c')];
  const table = tableOf([
    { height: 20.3, isHead: true, cells },
    { height: 39.7, isHead: false, cells },
  ]);
  expect(value(childOf(table, 'a:tblPr'), 'firstRow')).toBe('1');
  const widths = every(table, 'a:gridCol').map((column) => Number(value(column, 'w')));
  expect(widths.reduce((sum, width) => sum + width)).toBe(952_500);
  expect(every(table, 'a:tr').map((row) => Number(value(row, 'h')))).toEqual([193_358, 378_142]);
});

test('a table without a head has none, and one that is read from the right says so', () => {
  const rows = [{ height: 20, isHead: false, cells: [cell('a'), cell('b'), cell('c')] }];
  expect(value(childOf(tableOf(rows), 'a:tblPr'), 'firstRow')).toBeUndefined();
  expect(value(childOf(tableOf(rows, { direction: 'rtl' }), 'a:tblPr'), 'rtl')).toBe('1');
});

test('a cell that spans others says so, and those say it of themselves', () => {
  const table = tableOf([
    { height: 20, isHead: false, cells: [cell('a', { columnSpan: 2, rowSpan: 2 }), undefined, cell('b')] },
    { height: 20, isHead: false, cells: [undefined, undefined, cell('c')] },
  ]);
  const spans = every(table, 'a:tc').map(({ attributes }) =>
    [...attributes].map(([name, span]) => `${name}=${span}`).join(' '),
  );
  expect(spans).toEqual([
    'rowSpan=2 gridSpan=2',
    'rowSpan=2 hMerge=1',
    '',
    'gridSpan=2 vMerge=1',
    'hMerge=1 vMerge=1',
    '',
  ]);
});

test('a cell has its own lines, fill and margins, and no others', () => {
  const line: FrameBorders['top'] = { width: 2, colour: { rgb: '000004' }, style: 'dashed' };
  const table = tableOf([
    {
      height: 20,
      isHead: false,
      cells: [
        cell('a', { borders: { bottom: line }, fill: { rgb: 'abcdef' }, anchor: 'middle' }),
        cell('b'),
        cell('c'),
      ],
    },
  ]);
  const [first] = every(table, 'a:tcPr');
  expect([...(first?.attributes ?? [])]).toEqual([
    ['marL', '0'],
    ['marR', '76200'],
    ['marT', '38100'],
    ['marB', '38100'],
    ['anchor', 'ctr'],
  ]);
  expect(value(childOf(first, 'a:lnB'), 'w')).toBe('19050');
  expect(value(childOf(first, 'a:lnB', 'a:solidFill', 'a:schemeClr'))).toBe('accent1');
  expect(value(childOf(first, 'a:lnB', 'a:prstDash'))).toBe('dash');
  expect(childOf(first, 'a:lnT', 'a:noFill')).toBeDefined();
  expect(value(childOf(first, 'a:solidFill', 'a:srgbClr'))).toBe('ABCDEF');
});

// Charts.

type Points = ChartFrame['series'][number]['points'];

function chart(
  kind: ChartFrame['chart'],
  series: ChartFrame['series'],
  facts: Partial<ChartFrame> = {},
): ChartFrame {
  const colour = (rgb: string) => ({ rgb });
  return {
    kind: 'chart',
    chart: kind,
    role: 'body',
    area: { x: 0, y: 0, width: 1152, height: 500 },
    head: 'Jahr',
    labels: ['2020', '2021', 'A & B'],
    series,
    colours: {
      text: colour('111111'),
      quiet: colour('222222'),
      mark: colour('333333'),
      notable: colour('444444'),
      axis: colour('555555'),
    },
    style,
    alt: '',
    drawing: 0,
    ...facts,
  };
}

const point = (number: number, text = String(number), isNotable = false): Points[number] => ({
  value: number,
  text,
  isNotable,
});
const one: ChartFrame['series'] = [
  { name: 'Schiffe', points: [point(12), point(18.5, '18,5'), point(40, '40', true)] },
];
const two: ChartFrame['series'] = [
  { name: 'Schiffe', points: [point(1.5, '1,5x'), point(2.5, '2,5x'), point(3.5, '3,5x')] },
  { name: 'Boote', points: [point(2), undefined, point(2e12, '2T')] },
];

function chartOf(frame: ChartFrame): XmlElement {
  const root = rootOf(chartXml(frame, look, 'rId1'));
  expect(schemaProblems(root)).toEqual([]);
  return root;
}

test.each(['bars', 'columns', 'line', 'dots'] as const)(
  'a chart of %s, of one series and of two, keeps to the schema',
  (kind) => {
    chartOf(chart(kind, one));
    const root = chartOf(chart(kind, two, { total: { label: 'Summe', texts: ['7', '2T'] } }));
    expect(every(root, 'c:ser')).toHaveLength(2);
    expect(value(every(root, 'c:externalData')[0], 'r:id')).toBe('rId1');
    expect(value(every(root, 'c:lang')[0])).toBe('de');
  },
);

test('bars lie and begin above, columns stand; neither has an axis of numbers, and both begin at nothing', () => {
  const bars = chartOf(chart('bars', one));
  expect(value(every(bars, 'c:barDir')[0])).toBe('bar');
  expect(every(bars, 'c:orientation').map((one) => value(one))).toEqual(['maxMin', 'minMax']);
  expect(every(bars, 'c:delete').map((one) => value(one))).toEqual(['0', '1']);
  expect(value(every(bars, 'c:min')[0])).toBe('0');
  expect(value(every(chartOf(chart('columns', one)), 'c:barDir')[0])).toBe('col');
});

test('a chart refers to the cells of its workbook, and has their values', () => {
  const root = chartOf(chart('columns', two));
  const texts = (name: string): readonly string[] =>
    every(root, name).map(({ children }) => children.join(''));
  expect(texts('c:f')).toEqual([
    ...['Sheet1!$B$1', 'Sheet1!$A$2:$A$4', 'Sheet1!$B$2:$B$4'],
    ...['Sheet1!$C$1', 'Sheet1!$A$2:$A$4', 'Sheet1!$C$2:$C$4'],
  ]);
  const values = every(root, 'c:numCache').map((cache) =>
    every(cache, 'c:pt').map(
      (point) => `${value(point, 'idx')}=${every(point, 'c:v')[0]?.children.join('')}`,
    ),
  );
  expect(values).toEqual([
    ['0=1.5', '1=2.5', '2=3.5'],
    ['0=2', '2=2000000000000'],
  ]);
});

test('figures read as the notes have them: by the format of a series, of a point, or as words', () => {
  const root = chartOf(chart('columns', two));
  const [first, second] = every(root, 'c:dLbls');
  expect(value(childOf(first, 'c:numFmt'), 'formatCode')).toBe('0.0"x"');
  expect(first && every(first, 'c:dLbl')).toEqual([]);
  expect(value(childOf(second, 'c:numFmt'), 'formatCode')).toBe('0');
  expect(
    second &&
      every(second, 'c:dLbl').map((label) => every(label, 'a:t').map(({ children }) => children.join(''))),
  ).toEqual([['2T']]);
});

test('a notable mark has the colour of those, and its figure too', () => {
  const root = chartOf(chart('bars', one));
  const [mark] = every(root, 'c:dPt');
  expect(value(childOf(mark, 'c:idx'))).toBe('2');
  expect(value(childOf(mark, 'c:spPr', 'a:solidFill', 'a:srgbClr'))).toBe('444444');
});

test('of several lines each ends with its name, and the topmost has its figures above', () => {
  const root = chartOf(
    chart('line', [
      { name: 'A', points: [point(1), point(2), point(9)] },
      { name: 'B', points: [point(3), point(1), point(2)] },
    ]),
  );
  const sides = every(root, 'c:dLbls').map((labels) =>
    every(labels, 'c:dLblPos')
      .map((side) => value(side))
      .join(' '),
  );
  // The last of each is the usual side; the stronger line has labels of its own at every point.
  expect(sides).toEqual(['b t r t', 'b r t']);
  expect(every(root, 'c:legend')).toEqual([]);
  expect(every(root, 'a:t').map(({ children }) => children.join(''))).toContain('9  A');
});

test('the workbook has heads, labels, numbers with their formats, and the sum below', () => {
  const files = readZip(
    Buffer.from(workbook(chart('bars', two, { total: { label: 'Summe', texts: ['7', '2T'] } }))),
    { entries: 10, unpackedBytes: 1e6 },
  );
  if ('reason' in files) throw new Error(files.reason);
  const { parts, problems } = openPackage(files);
  expect(problems).toEqual([]);
  expect([...parts.values()].flatMap(misplacedElements)).toEqual([]);
  const sheet = parts.get('xl/worksheets/sheet1.xml')?.root;
  const rows = (sheet ? every(sheet, 's:row') : []).map((row) =>
    elementsIn(row).map(
      (one) =>
        `${value(one, 'r')}:${value(one, 's') ?? ''}:${[...descendants(one)]
          .flatMap(({ children }) => children)
          .filter((child) => typeof child === 'string')
          .join('')}`,
    ),
  );
  expect(rows).toEqual([
    ['A1::Jahr', 'B1::Schiffe', 'C1::Boote'],
    ['A2::2020', 'B2:1:1.5', 'C2:2:2'],
    ['A3::2021', 'B3:1:2.5'],
    ['A4::A & B', 'B4:1:3.5', 'C4::2000000000000'],
    [],
    ['A6::Summe', 'B6::7', 'C6::2T'],
  ]);
});
