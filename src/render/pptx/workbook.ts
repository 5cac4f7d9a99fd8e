// The workbook within a chart: its numbers, as somebody who edits the chart finds them (ECMA-376, part 1, 18).
import type { ChartFrame } from '../../browser/index.ts';
import { escapeXml } from '../../escape.ts';
import { numberFormat } from './number-format.ts';
import { relationships, xmlDocument, type ZipEntry, zip } from './xml-and-zip.ts';

/** `A`, `B` … `AA`, for the column counted from 0. */
export function columnName(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnName(Math.floor(at / 26) - 1) + last;
}

export const sheetName = 'Sheet1';

/** A row for each label below the heads; what is said of all stands below, apart from the numbers that are drawn. */
export function workbook({ head, labels, series, total }: ChartFrame): Uint8Array {
  const formats: string[] = [];
  const styleOf = (text: string, value: number): number => {
    const code = numberFormat(text, value);
    if (code === undefined) return 0;
    if (!formats.includes(code)) formats.push(code);
    return formats.indexOf(code) + 1;
  };
  const rows = [
    [textCell(head), ...series.map(({ name }) => textCell(name))],
    ...labels.map((label, at) => [
      textCell(label),
      ...series.map(({ points }) => {
        const point = points[at];
        return point
          ? { value: `<v>${point.value}</v>`, style: styleOf(point.text, point.value) }
          : undefined;
      }),
    ]),
    ...(total ? [[], [textCell(total.label), ...total.texts.map(textCell)]] : []),
  ];
  const lines = rows.map((cells, row) => {
    const printed = cells.map((cell, column) => cell && cellXml(cell, `${columnName(column)}${row + 1}`));
    return `<row r="${row + 1}">${printed.join('')}</row>`;
  });
  return zip(workbookParts(`<sheetData>${lines.join('')}</sheetData>`, formats));
}

interface SheetCell {
  readonly value: string;
  readonly type?: 'inlineStr';
  readonly style?: number;
}

function textCell(text: string): SheetCell {
  return { value: `<is><t xml:space="preserve">${escapeXml(text)}</t></is>`, type: 'inlineStr' };
}

function cellXml({ value, type, style }: SheetCell, place: string): string {
  return `<c r="${place}"${style ? ` s="${style}"` : ''}${type ? ` t="${type}"` : ''}>${value}</c>`;
}

const sheets = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';

function workbookParts(data: string, formats: readonly string[]): readonly ZipEntry[] {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const types = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/worksheets/sheet1.xml', 'worksheet'],
    ['/xl/styles.xml', 'styles'],
  ].map(([name, type]) => `<Override PartName="${name}" ContentType="${contentType}${type}+xml"/>`);
  return [
    {
      name: '[Content_Types].xml',
      content: xmlDocument(
        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${types.join('')}</Types>`,
      ),
    },
    { name: '_rels/.rels', content: relationships([{ type: 'officeDocument', target: 'xl/workbook.xml' }]) },
    {
      name: 'xl/workbook.xml',
      content: xmlDocument(
        `<workbook xmlns="${sheets}" xmlns:r="${relations}"><sheets><sheet name="${sheetName}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relationships([
        { type: 'worksheet', target: 'worksheets/sheet1.xml' },
        { type: 'styles', target: 'styles.xml' },
      ]),
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: xmlDocument(`<worksheet xmlns="${sheets}">${data}</worksheet>`),
    },
    { name: 'xl/styles.xml', content: xmlDocument(stylesXml(formats)) },
  ];
}

/** What is not asked for here, programs miss all the same: one font, two fills, one border (18.8). Formats of one's own begin at 164. */
function stylesXml(formats: readonly string[]): string {
  const own = formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escapeXml(code)}"/>`);
  const list = own.length > 0 ? `<numFmts count="${own.length}">${own.join('')}</numFmts>` : '';
  const cell = (format: number): string =>
    `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0"${format > 0 ? ' applyNumberFormat="1"' : ''}/>`;
  const cells = [cell(0), ...formats.map((_, at) => cell(164 + at))];
  return [
    `<styleSheet xmlns="${sheets}">${list}`,
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>',
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${cells.length}">${cells.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join('');
}
