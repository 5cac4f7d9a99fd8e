// MathML as KaTeX writes it, read for what it means: sums with what is summed, brackets with what they hold, functions with
// their arguments. MathML says these only by what stands next to what.
import { childOf, elementsIn, readXml, textIn, type XmlElement } from '../../office/index.ts';

export type MathRow = readonly MathPiece[];

export type MathPiece =
  | MathRun
  | { readonly kind: 'fraction'; readonly over: MathRow; readonly under: MathRow; readonly hasBar: boolean }
  | { readonly kind: 'script'; readonly base: MathRow; readonly sub?: MathRow; readonly sup?: MathRow }
  | {
      /** A sum, an integral: its sign, its bounds, what is summed. */
      readonly kind: 'nary';
      readonly sign: string;
      readonly bounds: 'beside' | 'above';
      readonly sub?: MathRow;
      readonly sup?: MathRow;
      readonly operand: MathRow;
    }
  | { readonly kind: 'root'; readonly radicand: MathRow; readonly degree?: MathRow }
  | { readonly kind: 'limit'; readonly side: MathSide; readonly base: MathRow; readonly text: MathRow }
  /** `sign` is a combining character. */
  | { readonly kind: 'accent'; readonly sign: string; readonly base: MathRow }
  | { readonly kind: 'bar'; readonly side: MathSide; readonly base: MathRow }
  | { readonly kind: 'brace'; readonly side: MathSide; readonly sign: string; readonly base: MathRow }
  /** Brackets as high as what they hold; one that is not drawn is empty. */
  | {
      readonly kind: 'fence';
      readonly open: string;
      readonly close: string;
      readonly separator: string;
      readonly parts: readonly MathRow[];
    }
  | {
      readonly kind: 'matrix';
      readonly rows: readonly (readonly MathRow[])[];
      /** Of each column. */
      readonly align: readonly ('left' | 'center' | 'right')[];
      /** Nothing stands between its columns: lines aligned at a sign. */
      readonly isTight: boolean;
    }
  | { readonly kind: 'function'; readonly name: MathRow; readonly argument: MathRow }
  | { readonly kind: 'box'; readonly base: MathRow }
  | { readonly kind: 'hidden'; readonly base: MathRow };

export interface MathRun {
  readonly kind: 'run';
  readonly text: string;
  /** `text` is set like the words around a formula. */
  readonly style: 'italic' | 'upright' | 'bold' | 'bold-italic' | 'text';
  readonly script?: 'double-struck' | 'script' | 'fraktur' | 'sans-serif' | 'monospace';
  /** `rrggbb`. */
  readonly colour?: string;
}

type MathSide = 'above' | 'below';

/** Undefined where something stands in it that has no place in formulas of office programs. */
export function readMathml(mathml: string): MathRow | undefined {
  // A browser writes this entity, which XML does not know.
  const root = readXml(mathml.replaceAll('&nbsp;', '\u00a0'));
  if (!('name' in root) || nameOf(root) !== 'math') return undefined;
  const state: MathReading = { unknown: [] };
  const content = elementsIn(childOf(root, 'math:semantics') ?? childOf(root, 'semantics') ?? root);
  const row = rowOf(
    content.filter((element) => !nameOf(element).startsWith('annotation')),
    state,
  );
  return state.unknown.length === 0 ? row : undefined;
}

interface MathReading {
  /** Names of what has no place: with one of them, all that is read is thrown away. */
  readonly unknown: string[];
  readonly colour?: string;
}

function nameOf({ name }: XmlElement): string {
  return name.replace(/^math:/, '');
}

function attribute(element: XmlElement, name: string): string {
  return element.attributes.get(name) ?? '';
}

/** Of elements that hold others for a reason of their own: those, however deep. */
function unwrapped(elements: readonly XmlElement[]): readonly XmlElement[] {
  const [only, ...rest] = elements;
  const isWrapper =
    only && /^(?:mrow|mstyle|mpadded)$/.test(nameOf(only)) && attribute(only, 'mathcolor') === '';
  return only && rest.length === 0 && isWrapper && !isFenced(elementsIn(only))
    ? unwrapped(elementsIn(only))
    : elements;
}

/** Elements in a row: a sum takes what follows it, a function its argument. */
function rowOf(elements: readonly XmlElement[], state: MathReading): MathRow {
  const row = unwrapped(elements);
  if (isFenced(row)) return [fenceOf(row, state)];
  const nodes: MathPiece[] = [];
  for (let at = 0; at < row.length; ) {
    const element = row[at];
    if (!element) break;
    const sum = sumOf(element);
    const name = functionName(element, row[at + 1]);
    const end = sum ? operandEnd(row, at + 1) : name ? argumentEnd(row, at + name.length) : at + 1;
    const following = row.slice(at + (name?.length ?? 1), end);
    if (sum) nodes.push(naryOf(element, sum, following, state));
    else if (name && following.length > 0)
      nodes.push({ kind: 'function', name: nameRow(element, state), argument: rowOf(following, state) });
    else if (name) nodes.push(...nameRow(element, state));
    else nodes.push(...nodesOf(element, state));
    at = Math.max(end, at + (name?.length ?? 1));
  }
  return joined(nodes);
}

/** Runs next to each other that look alike are one. */
function joined(nodes: readonly MathPiece[]): MathRow {
  const found: MathPiece[] = [];
  for (const node of nodes) {
    const last = found.at(-1);
    if (node.kind === 'run' && last?.kind === 'run' && isAlike(node, last))
      found[found.length - 1] = { ...last, text: last.text + node.text };
    else found.push(node);
  }
  return found;
}

function isAlike(one: MathRun, other: MathRun): boolean {
  return one.style === other.style && one.script === other.script && one.colour === other.colour;
}

function nodesOf(element: XmlElement, state: MathReading): readonly MathPiece[] {
  const children = elementsIn(element);
  const part = (at: number): MathRow => rowOf(children.slice(at, at + 1), state);
  switch (nameOf(element)) {
    case 'mi':
    case 'mn':
    case 'mo':
    case 'mtext':
      return runsOf(element, state);
    case 'mspace':
      return spaceOf(element, state);
    case 'mrow':
    case 'mpadded':
    case 'mstyle':
      return rowOf(children, colouredBy(element, state));
    case 'mfrac':
      return [
        {
          kind: 'fraction',
          over: part(0),
          under: part(1),
          hasBar: !/^0/.test(attribute(element, 'linethickness')),
        },
      ];
    case 'msup':
      return [{ kind: 'script', base: part(0), sup: part(1) }];
    case 'msub':
      return [{ kind: 'script', base: part(0), sub: part(1) }];
    case 'msubsup':
      return [{ kind: 'script', base: part(0), sub: part(1), sup: part(2) }];
    case 'msqrt':
      return [{ kind: 'root', radicand: rowOf(children, state) }];
    case 'mroot':
      return [{ kind: 'root', radicand: part(0), degree: part(1) }];
    case 'mover':
      return [overOf(children, 'above', state)];
    case 'munder':
      return [overOf(children, 'below', state)];
    case 'munderover':
      return [
        { kind: 'limit', side: 'above', base: [overOf(children.slice(0, 2), 'below', state)], text: part(2) },
      ];
    case 'mtable':
      return matrixOf(element, state);
    case 'mphantom':
      return [{ kind: 'hidden', base: rowOf(children, state) }];
    case 'menclose':
      if (attribute(element, 'notation') === 'box') return [{ kind: 'box', base: rowOf(children, state) }];
  }
  state.unknown.push(nameOf(element));
  return [];
}

const scripts: ReadonlyMap<string, Pick<MathRun, 'style' | 'script'>> = new Map<
  string,
  Pick<MathRun, 'style' | 'script'>
>([
  ['normal', { style: 'upright' }],
  ['italic', { style: 'italic' }],
  ['bold', { style: 'bold' }],
  ['bold-italic', { style: 'bold-italic' }],
  ['double-struck', { style: 'upright', script: 'double-struck' }],
  ['script', { style: 'upright', script: 'script' }],
  ['bold-script', { style: 'bold', script: 'script' }],
  ['fraktur', { style: 'upright', script: 'fraktur' }],
  ['bold-fraktur', { style: 'bold', script: 'fraktur' }],
  ['sans-serif', { style: 'upright', script: 'sans-serif' }],
  ['bold-sans-serif', { style: 'bold', script: 'sans-serif' }],
  ['sans-serif-italic', { style: 'italic', script: 'sans-serif' }],
  ['monospace', { style: 'upright', script: 'monospace' }],
]);

function runsOf(element: XmlElement, state: MathReading): readonly MathPiece[] {
  // An operator may be made of other elements: `mod`.
  const inner = elementsIn(element);
  if (inner.length > 0) return inner.flatMap((child) => nodesOf(child, state));
  // What is there for programs that read aloud: "of", "times".
  const text = textIn(element).replace(/[\u2061-\u2064]/g, '');
  if (text === '') return [];
  const name = nameOf(element);
  // MathML 3, 3.2.3.2: one letter is italic, a name is not.
  const usual = name === 'mtext' ? 'text' : name === 'mi' && [...text].length === 1 ? 'italic' : 'upright';
  const variant = attribute(element, 'mathvariant');
  const style = variant === '' ? ({ style: usual } as const) : scripts.get(variant);
  if (!style) state.unknown.push(variant);
  return [
    {
      kind: 'run',
      text,
      ...(style ?? { style: 'upright' }),
      ...(state.colour !== undefined && { colour: state.colour }),
    },
  ];
}

/** Spaces of Unicode by their widths, em. What is narrower than a hair, or goes back, is left out. */
const spaces: readonly (readonly [width: number, space: string])[] = [
  [1, '\u2003'],
  [0.5, '\u2002'],
  [0.33, '\u2004'],
  [0.25, '\u2005'],
  [0.16, '\u2006'],
  [0.1, '\u200a'],
];

function spaceOf(element: XmlElement, state: MathReading): readonly MathPiece[] {
  if (attribute(element, 'linebreak') === 'newline') state.unknown.push('linebreak');
  let left = Number.parseFloat(attribute(element, 'width')) || 0;
  let text = '';
  while (left >= 0.1 && text.length < 20) {
    const [width, space] = spaces.find(([width]) => width <= left) ?? [left, ''];
    text += space;
    left -= width;
  }
  return text === '' ? [] : [{ kind: 'run', text, style: 'upright' }];
}

/** The colours of HTML 4 (6.5) by name; others are written with `#`. */
const colourNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{
      black: '000000',
      silver: 'c0c0c0',
      gray: '808080',
      white: 'ffffff',
      maroon: '800000',
      red: 'ff0000',
    },
    ...{
      purple: '800080',
      fuchsia: 'ff00ff',
      green: '008000',
      lime: '00ff00',
      olive: '808000',
      yellow: 'ffff00',
    },
    ...{ navy: '000080', blue: '0000ff', teal: '008080', aqua: '00ffff', orange: 'ffa500' },
  }),
);

function colouredBy(element: XmlElement, state: MathReading): MathReading {
  const written = attribute(element, 'mathcolor').toLowerCase();
  if (written === '') return state;
  const short = /^#([\da-f])([\da-f])([\da-f])$/.exec(written);
  const colour = short
    ? short
        .slice(1)
        .map((digit) => digit + digit)
        .join('')
    : (colourNames.get(written) ?? /^#([\da-f]{6})$/.exec(written)?.[1]);
  if (colour === undefined) state.unknown.push(written);
  return { ...state, ...(colour !== undefined && { colour }) };
}

// Sums, integrals and what they take.

const sumSigns = /^[∏-∑∫-∳⋀-⋃⨀-⨆⨌]$/u;

/** The sign of a sum, whether it has bounds or not; undefined for what is none. */
function sumOf(element: XmlElement): string | undefined {
  const isBounded = /^(?:msub|msup|msubsup|munder|mover|munderover)$/.test(nameOf(element));
  const [base] = isBounded ? unwrapped(elementsIn(element).slice(0, 1)) : [element];
  if (!base || nameOf(base) !== 'mo') return undefined;
  const sign = textIn(base);
  return sumSigns.test(sign) ? sign : undefined;
}

function naryOf(
  element: XmlElement,
  sign: string,
  operand: readonly XmlElement[],
  state: MathReading,
): MathPiece {
  const children = elementsIn(element);
  const row = (at: number): MathRow => rowOf(children.slice(at, at + 1), state);
  const kind = nameOf(element);
  const [sub, sup] = /^m(?:sup|over)$/.test(kind)
    ? [undefined, row(1)]
    : kind === 'mo'
      ? []
      : [row(1), children[2] && row(2)];
  return {
    kind: 'nary',
    sign,
    bounds: /^m(?:under|over)/.test(kind) ? 'above' : 'beside',
    ...(sub && { sub }),
    ...(sup && { sup }),
    operand: rowOf(operand, state),
  };
}

/** What is summed ends before the next relation, sign between sums, or gap. */
function operandEnd(row: readonly XmlElement[], from: number): number {
  const end = row.findIndex((element, at) => at >= from && endsOperand(element, at > from));
  return end < 0 ? row.length : end;
}

function endsOperand(element: XmlElement, isLater: boolean): boolean {
  if (nameOf(element) === 'mspace') return Number.parseFloat(attribute(element, 'width')) >= 1;
  if (nameOf(element) !== 'mo' || elementsIn(element).length > 0) return false;
  const sign = textIn(element);
  return /^[=<>≤≥≠≈≡∼≃≅∝∈∉⊂⊆⊃⊇→←⇒⇔↦,;:.)\]}]$/u.test(sign) || (isLater && /^[+−±]$/u.test(sign));
}

// Functions: names with the sign that MathML writes between them and their arguments.

const application = '\u2061';

/** How many elements a function's name takes; undefined for what is none. */
function functionName(
  element: XmlElement,
  next: XmlElement | undefined,
): { readonly length: number } | undefined {
  if (nameOf(element) === 'mi' && next && nameOf(next) === 'mo' && textIn(next) === application)
    return { length: 2 };
  if (!/^(?:msub|msup|msubsup|munder|mover|munderover)$/.test(nameOf(element))) return undefined;
  const [base] = elementsIn(element);
  const inBase = base ? elementsIn(base).at(-1) : undefined;
  return inBase && textIn(inBase) === application ? { length: 1 } : undefined;
}

/** Letters of a name are upright, those of a single one too. */
function nameRow(element: XmlElement, state: MathReading): MathRow {
  const row = nodesOf(element, state);
  return row.map((node) =>
    node.kind === 'run' && node.style === 'italic' ? { ...node, style: 'upright' } : node,
  );
}

/** An argument is what follows, in brackets or not; nothing where an operator follows. */
function argumentEnd(row: readonly XmlElement[], from: number): number {
  const first = row[from];
  if (!first || nameOf(first) === 'mspace') return from;
  if (nameOf(first) !== 'mo') return from + 1;
  if (!/^[([{]$/.test(textIn(first))) return from;
  let depth = 0;
  for (let at = from; at < row.length; at++) {
    const sign = nameOf(row[at] ?? first) === 'mo' ? textIn(row[at] ?? first) : '';
    if (/^[([{]$/.test(sign)) depth += 1;
    if (/^[)\]}]$/.test(sign)) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return from;
}

// Brackets that grow.

function isFence(element: XmlElement | undefined): element is XmlElement {
  return element !== undefined && nameOf(element) === 'mo' && attribute(element, 'fence') === 'true';
}

function isFenced(row: readonly XmlElement[]): boolean {
  return row.length > 1 && (isFence(row[0]) || isFence(row.at(-1)));
}

/** Lines as brackets have characters of their own in MathML, which few fonts have in all heights. */
function bracketOf(element: XmlElement): string {
  return textIn(element).replace('∣', '|').replace('∥', '‖');
}

function fenceOf(row: readonly XmlElement[], state: MathReading): MathPiece {
  const [first, last] = [row[0], row.at(-1)];
  const open = isFence(first) ? bracketOf(first) : '';
  const close = isFence(last) ? bracketOf(last) : '';
  const inner = row.slice(isFence(first) ? 1 : 0, isFence(last) ? -1 : undefined);
  const signs = [...new Set(inner.filter(isFence).map(bracketOf))];
  const separator = signs.length === 1 ? (signs[0] ?? '') : '';
  const parts: XmlElement[][] = [[]];
  for (const element of inner) {
    if (separator !== '' && isFence(element)) parts.push([]);
    else parts.at(-1)?.push(element);
  }
  return { kind: 'fence', open, close, separator, parts: parts.map((part) => rowOf(part, state)) };
}

// What stands above and below.

/** Signs above a letter as the characters that combine with one. */
const accents: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{
      '^': '\u0302',
      ˆ: '\u0302',
      '~': '\u0303',
      '˜': '\u0303',
      ˉ: '\u0304',
      '¯': '\u0304',
      '˘': '\u0306',
    },
    ...{
      '˙': '\u0307',
      '¨': '\u0308',
      '˚': '\u030a',
      ˇ: '\u030c',
      '\u20d7': '\u20d7',
      '→': '\u20d7',
      '´': '\u0301',
    },
    ...{ ˊ: '\u0301', '`': '\u0300', ˋ: '\u0300', '\u20db': '\u20db', '⋅': '\u0307' },
  }),
);

/** Lines above and below, by the names that TeX has for them. */
const lines: ReadonlySet<string> = new Set(['\u203e', '_', '\u0332', '\u2015']);

function overOf([base, sign]: readonly XmlElement[], side: MathSide, state: MathReading): MathPiece {
  const row = rowOf(base ? [base] : [], state);
  const operator = sign && nameOf(sign) === 'mo' && elementsIn(sign).length === 0 ? textIn(sign) : '';
  const accent = accents.get(operator);
  const isArrow = base !== undefined && nameOf(base) === 'mo';
  if (side === 'above' && accent && !isArrow) return { kind: 'accent', sign: accent, base: row };
  if (lines.has(operator)) return { kind: 'bar', side, base: row };
  if (/^[⏞⏟⏜⏝⎴⎵]$/u.test(operator)) return { kind: 'brace', side, sign: operator, base: row };
  return { kind: 'limit', side, base: row, text: rowOf(sign ? [sign] : [], state) };
}

// Tables.

function matrixOf(table: XmlElement, state: MathReading): readonly MathPiece[] {
  const lines = elementsIn(table);
  // A number at the edge, and lines between cells, are none of a matrix.
  const hasLines = ['columnlines', 'rowlines', 'frame'].some((name) =>
    /solid|dashed/.test(attribute(table, name)),
  );
  if (attribute(table, 'width') === '100%' || hasLines || lines.some((line) => nameOf(line) !== 'mtr'))
    state.unknown.push('mtable');
  const cells = lines.map((line) => elementsIn(line).map((cell) => rowOf(elementsIn(cell), state)));
  const width = Math.max(0, ...cells.map((row) => row.length));
  const written = attribute(table, 'columnalign').split(/\s+/);
  if (width === 0) return [];
  return [
    {
      kind: 'matrix',
      rows: cells.map((row) => [...row, ...Array.from({ length: width - row.length }, (): MathRow => [])]),
      align: Array.from({ length: width }, (_, at) => {
        const align = written[at] ?? written.at(-1);
        return align === 'left' || align === 'right' ? align : 'center';
      }),
      isTight: /^0(?:em)?(?:\s|$)/.test(attribute(table, 'columnspacing')),
    },
  ];
}
