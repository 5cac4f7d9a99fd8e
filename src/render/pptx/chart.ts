// Charts as office programs draw them from numbers (ECMA-376, part 1, 21.2).
import type { ChartFrame, FrameColour, FrameTextStyle } from '../../browser/index.ts';
import { escapeXml } from '../../escape.ts';
import { colourXml, fontXml, type PptxLook, typefaceOf } from './look.ts';
import { numberFormat } from './number-format.ts';
import { columnName, sheetName } from './workbook.ts';
import { emu } from './xml-and-zip.ts';

type ChartSeriesFrame = ChartFrame['series'][number];
type ChartFramePoint = NonNullable<ChartSeriesFrame['points'][number]>;

/**
 * The root of a chart's part. `workbookId` is the relation to its workbook.
 *
 * Bars lie and columns stand without an axis of numbers, as every mark has its figure. Dots, for which office programs have
 * no chart that lies, stand above their labels.
 */
export function chartXml(frame: ChartFrame, look: PptxLook, workbookId: string): string {
  const names = [
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  ];
  const { style, series } = frame;
  const legend = series.length > 1 && !endsWithNames(frame) ? legendXml(frame, look) : '';
  return [
    `<c:chartSpace ${names.join(' ')}><c:date1904 val="0"/><c:lang val="${escapeXml(style.language || 'en-US')}"/><c:roundedCorners val="0"/>`,
    `<c:chart>${titleXml(frame, look)}<c:plotArea>${plotLayout(frame)}${plotXml(frame, look)}${axesXml(frame, look)}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>`,
    `${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>`,
    `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textXml(style, look, { colour: frame.colours.text })}`,
    `<c:externalData r:id="${workbookId}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`,
  ].join('');
}

/** One series has its name above, and beside it what is said of all labels; several have a legend, or names at their ends. */
function titleXml({ series, total, style, colours }: ChartFrame, look: PptxLook): string {
  const name = series.length === 1 ? (series[0]?.name ?? '') : '';
  const sum = total ? `${total.label} ${total.texts.join(', ')}` : '';
  if (name + sum === '') return '<c:autoTitleDeleted val="1"/>';
  const runs = [
    name === '' ? '' : runXml(name, style, look, { colour: colours.text, isBold: true }),
    sum === '' ? '' : runXml(name === '' ? sum : `   ${sum}`, style, look, { colour: colours.quiet }),
  ];
  const text = `<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="l"/>${runs.join('')}</a:p></c:rich></c:tx>`;
  return `<c:title>${text}${placeXml(0, 0)}<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>`;
}

function placeXml(x: number, y: number): string {
  return `<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="${x}"/><c:y val="${y}"/></c:manualLayout></c:layout>`;
}

/** Lines with names at their ends need room for those. The rest a program finds by itself. */
function plotLayout(frame: ChartFrame): string {
  if (!endsWithNames(frame)) return '<c:layout/>';
  const { style, series, area } = frame;
  const longest = Math.max(
    ...series.map(({ name, points }) => name.length + (points.at(-1)?.text.length ?? 0) + 3),
  );
  const right = Math.min(0.4, (longest * letterEms * style.size) / area.width);
  const [left, top] = [0.03, Math.min(0.2, (2 * style.size) / area.height)];
  const bottom = Math.min(0.3, (3.2 * style.size) / area.height);
  const box = [left, top, 1 - left - right, 1 - top - bottom].map((share) => share.toFixed(4));
  const values = ['x', 'y', 'w', 'h'].map((key, at) => `<c:${key} val="${box[at]}"/>`);
  return `<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>${values.join('')}</c:manualLayout></c:layout>`;
}

/** Width of a letter where the font is not asked, em. */
const letterEms = 0.58;

function endsWithNames({ chart, series }: ChartFrame): boolean {
  return chart === 'line' && series.length > 1;
}

const axisIds = { labels: 111_111_111, values: 222_222_222 } as const;

function plotXml(frame: ChartFrame, look: PptxLook): string {
  const { chart, series } = frame;
  const printed = series.map((one, at) => seriesXml(frame, one, at, look)).join('');
  const axes = `<c:axId val="${axisIds.labels}"/><c:axId val="${axisIds.values}"/>`;
  if (chart === 'line' || chart === 'dots')
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${printed}<c:marker val="1"/>${axes}</c:lineChart>`;
  const gap = series.length > 1 ? 40 : 52;
  return `<c:barChart><c:barDir val="${chart === 'bars' ? 'bar' : 'col'}"/><c:grouping val="clustered"/><c:varyColors val="0"/>${printed}<c:gapWidth val="${gap}"/><c:overlap val="${series.length > 1 ? -5 : 0}"/>${axes}</c:barChart>`;
}

function seriesXml(frame: ChartFrame, series: ChartSeriesFrame, at: number, look: PptxLook): string {
  const { chart, labels } = frame;
  const isLine = chart === 'line' || chart === 'dots';
  const last = labels.length + 1;
  const column = columnName(at + 1);
  const colour = seriesColour(frame, series, at, look);
  const own = isLine
    ? `${linePaint(frame, colour)}<c:marker><c:symbol val="circle"/><c:size val="${chart === 'dots' ? 14 : 10}"/><c:spPr>${solid(colour)}<a:ln><a:noFill/></a:ln></c:spPr></c:marker>`
    : `<c:spPr>${solid(colour)}</c:spPr><c:invertIfNegative val="0"/>`;
  return [
    `<c:ser><c:idx val="${at}"/><c:order val="${at}"/>`,
    `<c:tx>${textReference(`${sheetName}!$${column}$1`, [series.name])}</c:tx>`,
    own,
    notablePoints(frame, series, look),
    labelsXml(frame, series, look),
    `<c:cat>${textReference(`${sheetName}!$A$2:$A$${last}`, labels)}</c:cat>`,
    `<c:val>${numberReference(`${sheetName}!$${column}$2:$${column}$${last}`, series)}</c:val>`,
    isLine ? '<c:smooth val="0"/>' : '',
    '</c:ser>',
  ].join('');
}

/** As `a:schemeClr` or `a:srgbClr`. Several series of bars are told apart by colour, lines by their names. */
function seriesColour(frame: ChartFrame, one: ChartSeriesFrame, at: number, look: PptxLook): string {
  const { chart, colours } = frame;
  if (chart === 'line') return colourXml(one === strongestLine(frame) ? colours.notable : colours.mark, look);
  const told = [colours.mark, colours.quiet];
  const colour = told[at];
  return colour ? colourXml(colour, look) : `<a:schemeClr val="accent${(at % 6) + 1}"/>`;
}

/** What the slide is about: the line whose points the notes set bold, or the one that ends highest. */
function strongestLine({ series }: ChartFrame): ChartSeriesFrame | undefined {
  const end = ({ points }: ChartSeriesFrame): number => points.at(-1)?.value ?? Number.NEGATIVE_INFINITY;
  const highest = [...series].sort((one, other) => end(other) - end(one))[0];
  return series.find(isNotableLine) ?? highest;
}

function isNotableLine({ points }: ChartSeriesFrame): boolean {
  return points.every((point) => !point || point.isNotable);
}

function solid(colour: string): string {
  return `<a:solidFill>${colour}</a:solidFill>`;
}

/** Width of a line, px. */
const lineWidth = 4;

function linePaint({ chart }: ChartFrame, colour: string): string {
  const line =
    chart === 'dots'
      ? '<a:ln w="28575"><a:noFill/></a:ln>'
      : `<a:ln w="${emu(lineWidth)}" cap="rnd">${solid(colour)}<a:round/></a:ln>`;
  return `<c:spPr>${line}</c:spPr>`;
}

/** On a line no point stands out: its figure does. */
function notablePoints({ chart, colours }: ChartFrame, { points }: ChartSeriesFrame, look: PptxLook): string {
  if (chart === 'line') return '';
  const paint = solid(colourXml(colours.notable, look));
  const own =
    chart === 'dots'
      ? `<c:marker><c:symbol val="circle"/><c:size val="14"/><c:spPr>${paint}<a:ln><a:noFill/></a:ln></c:spPr></c:marker><c:bubble3D val="0"/><c:spPr>${paint}<a:ln><a:noFill/></a:ln></c:spPr>`
      : `<c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>${paint}</c:spPr>`;
  return points
    .map((point, at) => (point?.isNotable ? `<c:dPt><c:idx val="${at}"/>${own}</c:dPt>` : ''))
    .join('');
}

// Figures at the marks.

const shown = (name: 0 | 1): string =>
  `<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="${name}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;

function labelsXml(frame: ChartFrame, series: ChartSeriesFrame, look: PptxLook): string {
  const { style, colours } = frame;
  const usual = formatOf(series);
  const side = frame.chart === 'bars' || frame.chart === 'columns' ? 'outEnd' : 't';
  const isStrong = frame.series.length > 1 && frame.chart === 'line' && series === strongestLine(frame);
  const own = series.points.map((point, at) =>
    point ? pointLabel(frame, { series, point, at, usual, side, isStrong }, look) : '',
  );
  const text = textXml(style, look, { colour: colours.text, isBold: true });
  return `<c:dLbls>${own.join('')}<c:numFmt formatCode="${escapeXml(usual)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${text}<c:dLblPos val="${side}"/>${shown(0)}</c:dLbls>`;
}

interface PointLabel {
  readonly series: ChartSeriesFrame;
  readonly point: ChartFramePoint;
  readonly at: number;
  readonly usual: string;
  /** Where figures of the chart stand, unless a line is in their way. */
  readonly side: string;
  readonly isStrong: boolean;
}

/** A point has a label of its own where it is notable, reads otherwise than its number, ends a line with its name, or stands below. */
function pointLabel(frame: ChartFrame, label: PointLabel, look: PptxLook): string {
  const { series, point, at, usual, isStrong } = label;
  const { style, colours } = frame;
  const format = numberFormat(point.text, point.value);
  const isEnd = endsWithNames(frame) && at === series.points.length - 1;
  const side = isEnd ? 'r' : frame.chart === 'line' ? sideOfLine(frame, series, at) : label.side;
  const isNotable = isStrong || (point.isNotable && !endsWithNames(frame));
  if (format === usual && !isNotable && side === label.side) return '';
  const letters = { colour: isNotable ? colours.notable : colours.text, isBold: true };
  const words = isEnd ? `${point.text}  ${series.name}` : point.text;
  const rich =
    format === undefined || isEnd
      ? `<c:layout/><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>${runXml(words, style, look, letters)}</a:p></c:rich></c:tx>`
      : '';
  const number = rich === '' ? `<c:numFmt formatCode="${escapeXml(format ?? usual)}" sourceLinked="0"/>` : '';
  const paint = '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>';
  return `<c:dLbl><c:idx val="${at}"/>${rich}${number}${paint}${textXml(style, look, letters)}<c:dLblPos val="${side}"/>${shown(isEnd ? 1 : 0)}</c:dLbl>`;
}

/** The topmost line has its figures above, the others below; alone, a line has them outside its bends. */
function sideOfLine({ series }: ChartFrame, one: ChartSeriesFrame, at: number): 't' | 'b' {
  const valueAt = (line: ChartSeriesFrame, place: number): number | undefined => line.points[place]?.value;
  const here = valueAt(one, at) ?? 0;
  if (series.length > 1) return series.every((other) => (valueAt(other, at) ?? here) <= here) ? 't' : 'b';
  const [before, after] = [valueAt(one, at - 1) ?? here, valueAt(one, at + 1) ?? here];
  return before >= here && after >= here && before + after > 2 * here ? 'b' : 't';
}

/** The format of most of a series' figures. */
function formatOf({ points }: ChartSeriesFrame): string {
  const counts = new Map<string, number>();
  for (const point of points) {
    const format = point && numberFormat(point.text, point.value);
    if (format !== undefined) counts.set(format, (counts.get(format) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'General';
}

// What the marks refer to, with the values that the workbook has.

function textReference(place: string, texts: readonly string[]): string {
  const points = texts.map((text, at) => `<c:pt idx="${at}"><c:v>${escapeXml(text)}</c:v></c:pt>`);
  return `<c:strRef><c:f>${place}</c:f><c:strCache><c:ptCount val="${texts.length}"/>${points.join('')}</c:strCache></c:strRef>`;
}

function numberReference(place: string, series: ChartSeriesFrame): string {
  const points = series.points.map((point, at) =>
    point ? `<c:pt idx="${at}"><c:v>${point.value}</c:v></c:pt>` : '',
  );
  return `<c:numRef><c:f>${place}</c:f><c:numCache><c:formatCode>${escapeXml(formatOf(series))}</c:formatCode><c:ptCount val="${series.points.length}"/>${points.join('')}</c:numCache></c:numRef>`;
}

// Axes, legend, letters.

function axesXml(frame: ChartFrame, look: PptxLook): string {
  const { chart, head, style, colours } = frame;
  const isLying = chart === 'bars';
  const line = `<a:ln w="${emu(2)}">${solid(colourXml(colours.axis, look))}</a:ln>`;
  const name =
    head === ''
      ? ''
      : `<c:title><c:tx><c:rich><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p>${runXml(head, style, look, { colour: colours.quiet })}</a:p></c:rich></c:tx>${isLying ? placeXml(0, Math.min(0.3, (1.7 * style.size) / frame.area.height)) : ''}<c:overlay val="0"/></c:title>`;
  const labels = [
    `<c:catAx><c:axId val="${axisIds.labels}"/><c:scaling><c:orientation val="${isLying ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/>`,
    `<c:axPos val="${isLying ? 'l' : 'b'}"/>${name}<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>`,
    `<c:spPr>${isLying ? '<a:ln><a:noFill/></a:ln>' : line}</c:spPr>${textXml(style, look, { colour: colours.text })}`,
    `<c:crossAx val="${axisIds.values}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>`,
  ];
  const least = leastValue(frame);
  const values = [
    `<c:valAx><c:axId val="${axisIds.values}"/><c:scaling><c:orientation val="minMax"/>${least === undefined ? '' : `<c:min val="${least}"/>`}</c:scaling><c:delete val="1"/>`,
    `<c:axPos val="${isLying ? 't' : 'l'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>`,
    `<c:crossAx val="${axisIds.labels}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`,
  ];
  return [...labels, ...values].join('');
}

/** Bars and columns begin at nothing. So do lines that come near it; others, as dots, where a program finds it best. */
function leastValue({ chart, series }: ChartFrame): number | undefined {
  const values = series.flatMap(({ points }) => points.flatMap((point) => (point ? [point.value] : [])));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (low < 0) return undefined;
  if (chart === 'bars' || chart === 'columns') return 0;
  return chart === 'line' && low < 0.4 * high ? 0 : undefined;
}

function legendXml({ style, colours }: ChartFrame, look: PptxLook): string {
  return `<c:legend><c:legendPos val="t"/><c:overlay val="0"/>${textXml(style, look, { colour: colours.text })}</c:legend>`;
}

interface LetterLook {
  readonly colour: FrameColour;
  readonly isBold?: boolean;
}

/** Hundredths of a point. */
function properties(
  style: FrameTextStyle,
  look: PptxLook,
  { colour, isBold = false }: LetterLook,
): readonly [string, string] {
  const face = typefaceOf(style);
  const bold = isBold || face.isBold ? '1' : '0';
  return [
    `sz="${Math.round(style.size * 75)}" b="${bold}"`,
    `${solid(colourXml(colour, look))}${fontXml(face, look)}`,
  ];
}

function textXml(style: FrameTextStyle, look: PptxLook, letters: LetterLook): string {
  const [attributes, inside] = properties(style, look, letters);
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr ${attributes}>${inside}</a:defRPr></a:pPr><a:endParaRPr lang="${escapeXml(style.language || 'en-US')}"/></a:p></c:txPr>`;
}

function runXml(text: string, style: FrameTextStyle, look: PptxLook, letters: LetterLook): string {
  const [attributes, inside] = properties(style, look, letters);
  return `<a:r><a:rPr lang="${escapeXml(style.language || 'en-US')}" ${attributes}>${inside}</a:rPr><a:t>${escapeXml(text)}</a:t></a:r>`;
}
