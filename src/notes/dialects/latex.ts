// The source of a LaTeX document: its title, headings, lists, theorems and tables become Markdown's. Formulas stay.
import type { Edit, WrittenRange } from '../markdown/rewritten-text.ts';
import { textLines } from '../markdown/source-lines.ts';
import { callouts } from './container.ts';

const document = /^[ \t]*\\(?:documentclass\b|begin\{document\})/m;
const heading = /^[ \t]*\\(?:(?:sub){0,2}section|chapter)\*?\{[^}\n]+\}/gm;

/** A document, or a part of one with several headings. */
export function isLatex(text: string): boolean {
  const isMarkdown = /^#{1,6}[ \t]+\S|^[ \t]*(?:`{3}|~{3})/m.test(text);
  return !isMarkdown && (document.test(text) || (text.match(heading)?.length ?? 0) >= 2);
}

const field =
  /\\(title|subtitle|author|date|institute)(?:\[[^\]\n]*\])?\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}/g;
const definition = /^[ \t]*\\(?:(?:re)?newcommand|providecommand|def|DeclareMathOperator)\b.*$/gm;

/** What stands around the text: title, author and date become lines with their names, and macros a formula of their own. */
export function latexTitle(text: string): Edit[] {
  const end = [...text.matchAll(/\\(?:begin\{document\}|maketitle\b)/g)].at(-1);
  const from = end ? end.index + end[0].length : 0;
  const above = text.slice(0, from);
  const lines = [...above.matchAll(field)].flatMap(({ 0: whole, 1: name = '', 2: value = '', index }) => {
    const joint = name === 'title' || name === 'subtitle' ? ' ' : ', ';
    const words = fieldWords(value, index + whole.length - 1 - value.length, joint);
    const key = { start: index + 1, end: index + 1 + name.length };
    return words.some((part) => typeof part !== 'string') ? [key, ': ', ...words, '\n'] : [];
  });
  const macros = [...above.matchAll(definition)].flatMap(({ 0: { length }, index }) => {
    return [{ start: index, end: index + length }, '\n'];
  });
  const parts = [...lines, '\n', ...(macros.length > 0 ? ['$$\n', ...macros, '$$\n\n'] : [])];
  const last = text.indexOf('\\end{document}', from);
  return [
    ...(from > 0 ? [{ start: 0, end: from, parts }] : []),
    ...(last === -1 ? [] : [{ start: last, end: text.length, parts: [] }]),
  ];
}

/** On one line, without commands. */
function fieldWords(value: string, start: number, joint: string): (string | WrittenRange)[] {
  const signs =
    /~|\s*(?:\\\\|\\and\b|\n)\s*|\\(?:thanks|inst|footnote)\{[^{}]*\}|\\[a-zA-Z]+|[{}]|(?![\s\S])/g;
  let from = 0;
  return [...value.matchAll(signs)].flatMap(({ 0: sign, index }) => {
    const words = index > from ? [{ start: start + from, end: start + index }] : [];
    from = index + sign.length;
    const instead = /\\\\|\\and/.test(sign) ? joint : /^[~\s]/.test(sign) ? ' ' : '';
    return instead === '' ? words : [...words, instead];
  });
}

interface Environment {
  /** What stands before its lines, and before its items. */
  readonly lines: string;
  readonly item: string;
}

const environments: ReadonlyMap<string, Environment> = new Map([
  ['itemize', { lines: '  ', item: '- ' }],
  ['description', { lines: '  ', item: '- ' }],
  ['enumerate', { lines: '   ', item: '1. ' }],
  ...['tabular', 'tabularx', 'longtable'].map((name) => [name, { lines: '', item: '|' }] as const),
  ...['quote', 'quotation', ...callouts.keys()].map((name) => [name, { lines: '> ', item: '' }] as const),
]);

const formulas = '(?:equation|align|alignat|gather|multline|eqnarray)\\*?';
/** Blocks whose lines stay as they are written. */
const verbatim = [
  { begin: /^\\begin\{(?:verbatim|lstlisting|minted)\}/, end: /^\\end\{(?:verbatim|lstlisting|minted)\}/ },
  {
    begin: RegExp(`^(?:\\\\\\[|\\\\begin\\{${formulas}\\})`),
    end: RegExp(`\\\\\\]|\\\\end\\{${formulas}\\}`),
  },
] as const;
const side =
  /^\\(begin|end)\{([a-zA-Z]+)\*?\}(?:\[([^\]\n]*)\])?((?:\{[^{}\n]*\})*)(?:\\label\{[^}\n]*\})?[ \t]*/d;

/** Environments in environments that move to the right. */
const deepest = 8;

/** Environments and their items, line by line. Within the lines LaTeX stays. */
export function latexBlocks(text: string): Edit[] {
  const open: (Environment & { readonly name: string })[] = [];
  const margin = (levels = open): string => levels.map(({ lines }) => lines).join('');
  let inside: (typeof verbatim)[number] | undefined;
  let rows = 0;
  return textLines(text, 'text').flatMap(({ text: written, start: at }): Edit[] => {
    const words = written.trim();
    const start = at + written.length - written.trimStart().length;
    /** The line with another beginning. */
    const begun = (length: number, ...parts: Edit['parts']): Edit[] => [
      { start: at, end: start + length, parts: [margin(), ...parts] },
    ];
    if (words === '') return [];
    const before = inside;
    inside ??= verbatim.find(({ begin }) => begin.test(words));
    if (inside) {
      const isCode = inside === verbatim[0];
      const isEnd = inside.end.test(words);
      if (isEnd) inside = undefined;
      if (isCode) return before && !isEnd ? [] : begun(words.length, '```');
      return begun(0);
    }
    const match = side.exec(words);
    const [sign = '', way, name = '', option = ''] = match ?? [];
    const known = environments.get(name);
    const range = (group: number, inner: number): WrittenRange => {
      const [from = 0, to = 0] = match?.indices?.[group] ?? [];
      return { start: start + from + inner, end: start + to - inner };
    };
    if (way === 'end') {
      if (known && open.at(-1)?.name === name) open.pop();
      return begun(sign.length);
    }
    if (way === 'begin' && known) {
      const head = callouts.has(name) ? [`> [!${name}] `, ...(option === '' ? [] : [range(3, 0)])] : [];
      const edits = begun(sign.length, ...head);
      const isDeep = open.length >= deepest;
      open.push(isDeep ? { lines: '', item: known.item, name } : { ...known, name });
      rows = 0;
      return words.length > sign.length ? [...edits, inserted(start + sign.length, `\n${margin()}`)] : edits;
    }
    if (way === 'begin') {
      const title = match?.[4] ? [range(4, 1)] : [];
      if (name === 'frame' && title.length > 0) return begun(sign.length, '### ', ...title, '\n');
      if (name.endsWith('block') && title.length > 0) return begun(sign.length, '**', ...title, '**\n\n');
      return begun(sign.length, ...(name === 'abstract' ? ['## ', range(2, 0), '\n'] : []));
    }
    const { item, lines = '' } = open.at(-1) ?? {};
    if (item === '|') {
      rows += 1;
      return rowEdits(words, start, rows === 1);
    }
    const { 0: bullet, 1: term = '' } = /^\\item\b(?:<[\d+,|-]{1,9}>)?[ \t]*(?:\[([^\]\n]*)\])?[ \t]*/.exec(
      words,
    ) ?? [''];
    if (bullet === '') return begun(0);
    const from = start + bullet.indexOf('[') + 1;
    const label = term === '' ? [] : ['**', { start: from, end: from + term.length }, '** '];
    const outer = margin().slice(0, margin().length - lines.length);
    return [{ start: at, end: start + bullet.length, parts: [outer, item ?? '- ', ...label] }];
  });
}

function inserted(at: number, part: string): Edit {
  return { start: at, end: at, parts: [part] };
}

/** A row of a table: the first one is its head. */
function rowEdits(words: string, start: number, isFirst: boolean): Edit[] {
  const rules = /\\(?:hline|toprule|midrule|bottomrule|cline\{[^}]*\}|cmidrule(?:\([^)]*\))?\{[^}]*\})/g;
  const cells = words.replace(rules, '').match(/(?<!\\)&/g)?.length ?? 0;
  const edits = [...words.matchAll(RegExp(`${rules.source}|(?<!\\\\)&|\\\\\\\\(?:\\[[^\\]]*\\])?`, 'g'))];
  const row = edits.map(({ 0: { length }, index }): Edit => {
    const sign = words[index] === '&' ? '|' : '';
    return { start: start + index, end: start + index + length, parts: [sign] };
  });
  if (words.replace(rules, '').trim() === '') return row;
  const end = start + words.length;
  const head = isFirst ? `\n|${'---|'.repeat(cells + 1)}` : '';
  return [inserted(start, '| '), ...row, inserted(end, ` |${head}`)];
}
