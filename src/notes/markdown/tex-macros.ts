// Formulas that stand in one document know each other's macros and numbers, as in LaTeX: `\newcommand` in one is meant
// in all that follow. KaTeX sees one formula at a time, so what is defined is written out before.
import type { Nodes } from 'mdast';
import { limits } from '../../diagnostics/index.ts';

interface Macro {
  readonly parameters: number;
  readonly body: string;
}

/** What the formulas read so far have defined. */
interface Definitions {
  readonly macros: Map<string, Macro>;
  /** The number of a formula by its `\label`. */
  readonly numbers: Map<string, string>;
  readonly counted: { last: number };
}

const mayDefine =
  /\\(?:(?:(?:re)?newcommand|providecommand|[gex]?def|DeclareMathOperator|label)(?![a-zA-Z])|begin\{(?:equation|align|gather|alignat)\})/;

/** Formulas with the macros of those before them written out, and with their numbers; one that does nothing but define goes. */
export function expandMacros(tree: Nodes, source: string): void {
  if (!mayDefine.test(source)) return;
  const known: Definitions = { macros: new Map(), numbers: new Map(), counted: { last: 0 } };
  rewriteFormulas(tree, (tex, kind) => {
    const whole = expanded(tex, known) ?? tex;
    return kind === 'math' ? withOwnNumbers(whole, known) : whole.replace(label, '');
  });
  rewriteFormulas(tree, (tex) => withReferences(tex, known.numbers));
}

function rewriteFormulas(node: Nodes, rewrite: (tex: string, kind: 'math' | 'inlineMath') => string): void {
  if (!('children' in node)) return;
  node.children = (node.children as Nodes[]).filter((child) => {
    if (child.type !== 'math' && child.type !== 'inlineMath') {
      rewriteFormulas(child, rewrite);
      return child.type !== 'paragraph' || child.children.length > 0;
    }
    const isDefining = mayDefine.test(child.value);
    child.value = rewrite(child.value, child.type);
    return !isDefining || child.value.trim() !== '';
  }) as never[];
}

const name = String.raw`(\\(?:[a-zA-Z]+|[^a-zA-Z\s]))`;
const definition = new RegExp(
  [
    String.raw`\\(?:(?:re)?newcommand|providecommand)\*?\s*\{?\s*${name}\s*\}?\s*(?:\[(\d)\])?\s*(?=\{)`,
    String.raw`\\[gx]?def\s*${name}\s*((?:#\d)*)\s*(?=\{)`,
    String.raw`\\DeclareMathOperator(\*?)\s*\{?\s*${name}\s*\}?\s*(?=\{)`,
  ].join('|'),
  'y',
);
const command = new RegExp(name, 'y');

/** Undefined where it is not read to its end, or takes more than a formula may. */
function expanded(tex: string, { macros }: Definitions): string | undefined {
  let out = '';
  let rest = tex;
  for (let steps = 0; rest !== ''; ) {
    const at = rest.search(/\\/);
    out += at < 0 ? rest : rest.slice(0, at);
    if (at < 0) break;
    rest = rest.slice(at);
    const defined = readDefinition(rest);
    if (defined) {
      macros.set(defined.name, defined.macro);
      rest = defined.rest;
      continue;
    }
    command.lastIndex = 0;
    const [word = '\\'] = command.exec(rest) ?? [];
    rest = rest.slice(word.length);
    const macro = macros.get(word);
    if (!macro) {
      out += word;
      continue;
    }
    const call = readArguments(rest, macro.parameters);
    steps += 1;
    if (!call || steps > limits.formulaExpansions) return undefined;
    rest = joined(withArguments(macro.body, call.words), call.rest);
    if (out.length + rest.length > limits.formulaCharacters) return undefined;
  }
  return out;
}

function withArguments(body: string, words: readonly string[]): string {
  return body.replace(
    /(\\[a-zA-Z]+)?#(\d)(?=(.?))/g,
    (_, before: string | undefined, at: string, next: string) => {
      const word = joined(before ?? '', words[Number(at) - 1] ?? '');
      return joined(word, next).slice(0, next === '' ? undefined : -next.length);
    },
  );
}

/** A command at the end does not run on into the letters that follow. */
function joined(body: string, rest: string): string {
  return /\\[a-zA-Z]+$/.test(body) && /^[a-zA-Z]/.test(rest) ? `${body} ${rest}` : body + rest;
}

function readDefinition(tex: string): { name: string; macro: Macro; rest: string } | undefined {
  definition.lastIndex = 0;
  const match = definition.exec(tex);
  if (!match) return undefined;
  const [whole, command, count, defined, parameters = '', star, operator] = match;
  const group = readGroup(tex.slice(whole.length));
  if (!group) return undefined;
  const [body, rest] = group;
  if (operator !== undefined)
    return {
      name: operator,
      macro: { parameters: 0, body: `\\operatorname${star ?? ''}{${body}}` },
      rest,
    };
  const macro = { parameters: Number(count ?? parameters.length / 2), body };
  return { name: command ?? defined ?? '', macro, rest };
}

function readArguments(tex: string, count: number): { words: readonly string[]; rest: string } | undefined {
  const words: string[] = [];
  let rest = tex;
  for (; words.length < count; ) {
    const found = readGroup(rest) ?? readToken(rest);
    if (!found) return undefined;
    words.push(found[0]);
    rest = found[1];
  }
  return { words, rest };
}

/** What stands between braces at the start, and what follows them. */
function readGroup(tex: string): readonly [inside: string, rest: string] | undefined {
  const text = tex.trimStart();
  if (!text.startsWith('{')) return undefined;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
    if (depth === 0) return [text.slice(1, at), text.slice(at + 1)];
  }
  return undefined;
}

function readToken(tex: string): readonly [token: string, rest: string] | undefined {
  const text = tex.trimStart();
  const [token] = /^(?:\\[a-zA-Z]+|\\?[^\\{}])/u.exec(text) ?? [];
  return token === undefined ? undefined : [token, text.slice(token.length)];
}

const label = /\\label\s*\{([^{}]*)\}/g;
const ownNumber = /\\tag\*?\s*\{([^{}]*)\}/;

/** What LaTeX numbers by itself, a row or all of it. */
const numberedEnvironment =
  /^\s*\\begin\{(equation|align|gather|alignat)\}(\{\d+\})?([\s\S]*)\\end\{\1\}\s*$/;

/** Rows of the environments that are numbered, and formulas with a label, have numbers in the order in which they stand. */
function withOwnNumbers(tex: string, { numbers, counted }: Definitions): string {
  const [, name, columns = '', body = ''] = numberedEnvironment.exec(tex) ?? [];
  if (name === undefined) return /\\label\s*\{/.test(tex) ? numbered(tex, { numbers, counted }) : tex;
  const rows = name === 'equation' ? [body] : rowsOf(body);
  const all = rows.map((row) =>
    row.trim() === '' || /\\(?:nonumber|notag)(?![a-zA-Z])/.test(row)
      ? row.replace(label, '')
      : numbered(row, { numbers, counted }),
  );
  return `\\begin{${name}}${columns}${all.join('\\\\')}\\end{${name}}`;
}

function numbered(tex: string, { numbers, counted }: Pick<Definitions, 'numbers' | 'counted'>): string {
  const own = ownNumber.exec(tex)?.[1];
  if (own === undefined) counted.last += 1;
  const number = own ?? String(counted.last);
  for (const [, name = ''] of tex.matchAll(label)) numbers.set(name, number);
  const bare = tex.replace(label, '');
  return own === undefined ? `${bare.trimEnd()} \\tag{${number}}` : bare;
}

/** Parted at `\\`, but not within braces or an environment inside. */
function rowsOf(body: string): readonly string[] {
  const rows = [''];
  let depth = 0;
  for (const [token] of body.matchAll(/\\begin\b|\\end\b|\\\\|\\[\s\S]|[{}]|[^\\{}]+/g)) {
    if (token === '\\begin' || token === '{') depth += 1;
    if (token === '\\end' || token === '}') depth -= 1;
    if (token === '\\\\' && depth === 0) rows.push('');
    else rows[rows.length - 1] += token;
  }
  return rows;
}

/** References by their numbers; one that leads nowhere stays, and is warned of. */
function withReferences(tex: string, numbers: ReadonlyMap<string, string>): string {
  return tex.replace(
    /\\(eq)?ref\s*\{([^{}]*)\}/g,
    (whole, isInBrackets: string | undefined, name: string) => {
      const number = numbers.get(name);
      if (number === undefined) return whole;
      return isInBrackets ? `\\text{(${number})}` : `\\text{${number}}`;
    },
  );
}
