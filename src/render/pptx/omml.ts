// Formulas as office programs edit them: Office Math Markup Language (ECMA-376, part 1, 22.1).
import { escapeXml } from '../../escape.ts';
import { type MathPiece, type MathRow, type MathRun, readMathml } from './read-mathml.ts';

/**
 * The `m:oMath` of a formula in MathML, as KaTeX writes it; undefined where something in it has no place there.
 * `runProperties` gives the `a:rPr` of its letters, in a colour of their own (`rrggbb`) where they have one.
 */
export function omml(
  mathml: string,
  runProperties: (colour: string | undefined) => string,
): string | undefined {
  const row = readMathml(mathml);
  if (!row) return undefined;
  return `<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">${printRow(row, runProperties)}</m:oMath>`;
}

type RunProperties = Parameters<typeof omml>[1];

function printRow(row: MathRow, properties: RunProperties): string {
  return row.map((node) => printNode(node, properties)).join('');
}

function printNode(node: MathPiece, properties: RunProperties): string {
  // A place with nothing in it would be shown as a dotted box to be filled.
  const place = (name: string, row: MathRow | undefined): string =>
    row === undefined
      ? `<m:${name}/>`
      : `<m:${name}>${printRow(row.length === 0 ? [nothing] : row, properties)}</m:${name}>`;
  const settings = (name: string, ...values: readonly (readonly [name: string, value: string])[]): string => {
    const lines = values.map(([key, value]) => `<m:${key} m:val="${escapeXml(value)}"/>`);
    return `<m:${name}>${lines.join('')}<m:ctrlPr>${properties(undefined)}</m:ctrlPr></m:${name}>`;
  };
  switch (node.kind) {
    case 'run':
      return printRun(node, properties);
    case 'fraction':
      return `<m:f>${settings('fPr', ['type', node.hasBar ? 'bar' : 'noBar'])}${place('num', node.over)}${place('den', node.under)}</m:f>`;
    case 'script': {
      const name = node.sub && node.sup ? 'sSubSup' : node.sub ? 'sSub' : 'sSup';
      const scripts = [node.sub ? place('sub', node.sub) : '', node.sup ? place('sup', node.sup) : ''];
      return `<m:${name}>${settings(`${name}Pr`)}${place('e', node.base)}${scripts.join('')}</m:${name}>`;
    }
    case 'nary': {
      const { sign, bounds, sub, sup, operand } = node;
      const facts = settings(
        'naryPr',
        ['chr', sign],
        ['limLoc', bounds === 'above' ? 'undOvr' : 'subSup'],
        ['subHide', sub ? '0' : '1'],
        ['supHide', sup ? '0' : '1'],
      );
      return `<m:nary>${facts}${place('sub', sub)}${place('sup', sup)}${place('e', operand)}</m:nary>`;
    }
    case 'root':
      return `<m:rad>${settings('radPr', ['degHide', node.degree ? '0' : '1'])}${place('deg', node.degree)}${place('e', node.radicand)}</m:rad>`;
    case 'limit': {
      const name = node.side === 'above' ? 'limUpp' : 'limLow';
      return `<m:${name}>${settings(`${name}Pr`)}${place('e', node.base)}${place('lim', node.text)}</m:${name}>`;
    }
    case 'accent':
      return `<m:acc>${settings('accPr', ['chr', node.sign])}${place('e', node.base)}</m:acc>`;
    case 'bar':
      return `<m:bar>${settings('barPr', ['pos', sideOf[node.side]])}${place('e', node.base)}</m:bar>`;
    case 'brace':
      return `<m:groupChr>${settings('groupChrPr', ['chr', node.sign], ['pos', sideOf[node.side]], ['vertJc', node.side === 'above' ? 'bot' : 'top'])}${place('e', node.base)}</m:groupChr>`;
    case 'fence': {
      const signs = settings(
        'dPr',
        ['begChr', node.open],
        ['sepChr', node.separator],
        ['endChr', node.close],
      );
      return `<m:d>${signs}${node.parts.map((part) => place('e', part)).join('')}</m:d>`;
    }
    case 'matrix': {
      const rows = node.rows.map((row) => `<m:mr>${row.map((cell) => place('e', cell)).join('')}</m:mr>`);
      return `<m:m>${matrixSettings(node, properties)}${rows.join('')}</m:m>`;
    }
    case 'function':
      return `<m:func>${settings('funcPr')}${place('fName', node.name)}${place('e', node.argument)}</m:func>`;
    case 'box':
      return `<m:borderBox>${settings('borderBoxPr')}${place('e', node.base)}</m:borderBox>`;
    case 'hidden':
      return `<m:phant>${settings('phantPr', ['show', '0'])}${place('e', node.base)}</m:phant>`;
  }
}

const sideOf = { above: 'top', below: 'bot' } as const;

const nothing: MathRun = { kind: 'run', text: '\u200b', style: 'upright' };

const styles = { italic: 'i', upright: 'p', bold: 'b', 'bold-italic': 'bi' } as const;

function printRun({ text, style, script, colour }: MathRun, properties: RunProperties): string {
  const set = script ? `<m:scr m:val="${script}"/>` : '';
  const facts = style === 'text' ? '<m:nor/>' : `${set}<m:sty m:val="${styles[style]}"/>`;
  const space = /^\s|\s$/.test(text) ? ' xml:space="preserve"' : '';
  return `<m:r><m:rPr>${facts}</m:rPr>${properties(colour)}<m:t${space}>${escapeXml(text)}</m:t></m:r>`;
}

/** Columns that nothing parts have a gap of exactly nothing (rule 3, in twentieths of a point). */
function matrixSettings(
  { align, isTight }: Extract<MathPiece, { kind: 'matrix' }>,
  properties: RunProperties,
): string {
  const gap = isTight ? '<m:cGpRule m:val="3"/><m:cGp m:val="0"/>' : '';
  const columns = align.map(
    (side) => `<m:mc><m:mcPr><m:count m:val="1"/><m:mcJc m:val="${side}"/></m:mcPr></m:mc>`,
  );
  return `<m:mPr><m:plcHide m:val="1"/>${gap}<m:mcs>${columns.join('')}</m:mcs><m:ctrlPr>${properties(undefined)}</m:ctrlPr></m:mPr>`;
}
