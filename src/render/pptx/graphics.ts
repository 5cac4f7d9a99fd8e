// Tables, charts and formulas as what they are, not as pictures of them.
import type {
  ChartFrame,
  FormulaFrame,
  FrameFormula,
  FrameTextStyle,
  TableFrame,
} from '../../browser/index.ts';
import { escapeXml } from '../../escape.ts';
import { chartXml } from './chart.ts';
import { omml } from './omml.ts';
import type { Package } from './part.ts';
import { type MathRow, type MathRun, readMathml } from './read-mathml.ts';
import { nameXml, placeXml, type ShapeName } from './shapes.ts';
import { tableXml } from './table.ts';
import { paragraphsXml, runProperties, type TextContext } from './text.ts';
import { workbook } from './workbook.ts';

const drawingml = 'http://schemas.openxmlformats.org/drawingml/2006/';

export function tableShape(frame: TableFrame, name: ShapeName, context: TextContext): string {
  const table = tableXml(frame, context.look, (paragraphs) => paragraphsXml(paragraphs, context));
  return graphicFrame(frame, name, 'table', table);
}

/**
 * Adds a chart's part, and the workbook with its numbers; gives the id of the relation to it. `number` counts the charts of the
 * file from 1.
 */
export function addChart(
  frame: ChartFrame,
  number: number,
  file: Package,
  { part, look }: TextContext,
): string {
  const [chart, book] = [`ppt/charts/chart${number}.xml`, `ppt/embeddings/workbook${number}.xlsx`];
  file.addBytes(book, 'spreadsheetml.sheet', workbook(frame));
  file.add(chart, 'drawingml.chart', (own) => chartXml(frame, look, own.relate('package', book)));
  return part.relate('chart', chart);
}

export function chartShape(frame: ChartFrame, name: ShapeName, chartId: string): string {
  return graphicFrame(frame, name, 'chart', `<c:chart xmlns:c="${drawingml}chart" r:id="${chartId}"/>`);
}

function graphicFrame(
  { area }: Pick<TableFrame, 'area'>,
  name: ShapeName,
  kind: 'table' | 'chart',
  content: string,
): string {
  const graphic = `<a:graphic><a:graphicData uri="${drawingml}${kind}">${content}</a:graphicData></a:graphic>`;
  return `<p:graphicFrame><p:nvGraphicFramePr>${nameXml(name)}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${placeXml(area, 0, 'p:xfrm')}${graphic}</p:graphicFrame>`;
}

/**
 * A formula that stands by itself. Programs that do not know formulas in slides show `picture`. Undefined where it holds what
 * formulas of office programs have no place for.
 */
export function formulaShape(
  frame: FormulaFrame,
  name: ShapeName,
  picture: string,
  context: TextContext,
): string | undefined {
  const math = mathXml(frame, frame.style, context);
  if (math === undefined) return undefined;
  const side = { left: 'left', center: 'center', right: 'right' }[frame.align];
  const paragraph = `<a:p><a:pPr algn="${{ left: 'l', center: 'ctr', right: 'r' }[frame.align]}"/><a14:m><m:oMathPara xmlns:m="${mathNames}"><m:oMathParaPr><m:jc m:val="${side}"/></m:oMathParaPr>${math}</m:oMathPara></a14:m></a:p>`;
  const body = `<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></a:bodyPr><a:lstStyle/>${paragraph}</p:txBody>`;
  const shape = `<p:sp><p:nvSpPr>${nameXml(name)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>${placeXml(frame.area)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>${body}</p:sp>`;
  return alternative(shape, picture);
}

const mathNames = 'http://schemas.openxmlformats.org/officeDocument/2006/math';
const newNames = 'http://schemas.microsoft.com/office/drawing/2010/main';

/** What programs show that know formulas in slides, and what others do (ECMA-376, part 3, 7.6). */
export function alternative(choice: string, fallback: string): string {
  return `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:a14="${newNames}" Requires="a14">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;
}

/** A formula among words: it stands in a shape that only those programs read which know it. */
export function inlineMath(
  formula: Omit<FrameFormula, 'display'> & Pick<FormulaFrame, 'style'>,
  context: TextContext,
): string | undefined {
  const plain = plainMath(formula, context);
  if (plain !== undefined) return plain;
  const math = mathXml(formula, formula.style, context);
  return math === undefined ? undefined : `<a14:m xmlns:a14="${newNames}">${math}</a14:m>`;
}

/**
 * A formula of letters, signs and what is raised or lowered, as text, which every program shows within a line. Undefined for one
 * that needs more, or that TeX writes by names.
 */
export function plainMath(
  { mathml, tex, style }: Omit<FrameFormula, 'display'> & Pick<FormulaFrame, 'style'>,
  context: TextContext,
): string | undefined {
  const row = tex.includes('\\') ? undefined : readMathml(mathml);
  const runs = row && plainRuns(row);
  return runs
    ?.map(({ run, raised }) => {
      const letters = { ...style, italic: run.style === 'italic', ...(raised && { raised }) };
      return `<a:r>${runProperties(letters, context)}<a:t>${escapeXml(run.text)}</a:t></a:r>`;
    })
    .join('');
}

interface PlainRun {
  readonly run: MathRun;
  readonly raised?: 'sub' | 'super';
}

function plainRuns(row: MathRow): readonly PlainRun[] | undefined {
  const found: PlainRun[] = [];
  for (const piece of row) {
    if (piece.kind === 'run') found.push({ run: spaced(piece) });
    else if (piece.kind === 'script' && !(piece.sub && piece.sup)) {
      const script = piece.sub ?? piece.sup ?? [];
      if (![...piece.base, ...script].every((part) => part.kind === 'run')) return undefined;
      const raised = piece.sub ? 'sub' : 'super';
      for (const part of piece.base) if (part.kind === 'run') found.push({ run: part });
      for (const part of script) if (part.kind === 'run') found.push({ run: part, raised });
    } else return undefined;
  }
  return found;
}

/** Signs between sums and relations have thin spaces around them, as formulas are set. */
function spaced(run: MathRun): MathRun {
  return { ...run, text: run.text.replace(/[=<>≤≥+−±×≈→]/gu, '\u2009$&\u2009') };
}

/** Letters of formulas are those of the one font that all office programs set them in. */
function mathXml(
  { mathml }: Pick<FrameFormula, 'mathml'>,
  style: FrameTextStyle,
  context: TextContext,
): string | undefined {
  return omml(mathml, (colour) => {
    const letters = {
      ...style,
      family: 'Cambria Math',
      weight: 400,
      ...(colour && { colour: { rgb: colour } }),
    };
    return runProperties(letters, context);
  });
}
