/** A custom property as a stylesheet sets it. Offsets are those of the value. */
export interface Declaration {
  readonly selector: string;
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Comments and strings whole, the punctuation that makes the structure, and all between them. */
const token =
  /\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?|[{}()[\];:]|[^{}()[\];:"'/]+|\//g;

type BlockKind = 'rule' | 'layer' | 'other';

interface State {
  readonly found: Declaration[];
  readonly blocks: { readonly kind: BlockKind; readonly selector: string }[];
  prelude: string;
}

/**
 * Custom properties of the rules at the top of a stylesheet and in its `@layer` blocks, in
 * order. Rules for some media, nested rules and broken parts are passed over. A light pass:
 * a theme is read for every deck, and few of its rules set properties.
 */
export function readDeclarations(css: string): Declaration[] {
  const state: State = { found: [], blocks: [], prelude: '' };
  const tokens = new RegExp(token);
  for (let match = tokens.exec(css); match; match = tokens.exec(css)) {
    const text = match[0];
    if (text.startsWith('/*')) continue;
    if (text === ':' && isCustomProperty(state)) {
      const end = valueEnd(css, tokens.lastIndex);
      state.found.push(declaration(state, css, tokens.lastIndex, end));
      state.prelude = '';
      tokens.lastIndex = end;
    } else step(state, text);
  }
  return state.found;
}

function step(state: State, text: string): void {
  if (text === '{') {
    state.blocks.push({ kind: kindOf(state), selector: state.prelude.trim() });
    state.prelude = '';
  } else if (text === '}' || text === ';') {
    if (text === '}') state.blocks.pop();
    state.prelude = '';
  } else state.prelude += text;
}

function kindOf({ prelude, blocks }: State): BlockKind {
  const parent = blocks.at(-1)?.kind;
  if (parent !== undefined && parent !== 'layer') return 'other';
  const text = prelude.trim();
  if (text.startsWith('@layer')) return 'layer';
  return text.startsWith('@') ? 'other' : 'rule';
}

function isCustomProperty({ prelude, blocks }: State): boolean {
  return blocks.at(-1)?.kind === 'rule' && /^\s*--[^\s]+\s*$/.test(prelude);
}

/** Offset of the `;` or `}` that ends a value, brackets inside it passed over. */
function valueEnd(css: string, start: number): number {
  const tokens = new RegExp(token);
  tokens.lastIndex = start;
  let depth = 0;
  for (let match = tokens.exec(css); match; match = tokens.exec(css)) {
    const [text] = match;
    if (depth === 0 && (text === ';' || text === '}')) return match.index;
    if (text === '(' || text === '[' || text === '{') depth++;
    else if (text === ')' || text === ']' || text === '}') depth--;
  }
  return css.length;
}

function declaration({ prelude, blocks }: State, css: string, from: number, to: number): Declaration {
  const raw = css.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  return {
    selector: blocks.at(-1)?.selector ?? '',
    name: prelude.trim(),
    value: raw.replaceAll(/\/\*[\s\S]*?\*\//g, ' ').trim(),
    start,
    end: start + raw.trim().length,
  };
}
