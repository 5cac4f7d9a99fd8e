// Quarto and pandoc-crossref: `@fig-map` is the number of what the notes call `{#fig-map}`.
import type { Edit } from '../markdown/rewritten-text.ts';
import type { TextLine } from '../markdown/source-lines.ts';
import { readWords } from './unread-words.ts';

const kinds = 'fig|tbl|sec|eq|lst';

/** Names that something in the notes has, in its braces or at the head of code that is run. */
export const crossTargets: RegExp = /(?:\{#|#\| label: )(?:fig|tbl|sec|eq|lst)[-:]\p{L}/u;

const target = new RegExp(String.raw`(?:\{#|#\| label: )((${kinds})[-:][\p{L}\p{N}_-]{1,80})`, 'gu');
const reference = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.@/])(?:\[@(?<inside>(?:${kinds})[-:][\p{L}\p{N}_-]{1,80})\](?![([])|@(?<alone>(?:${kinds})[-:][\p{L}\p{N}_-]{0,79}[\p{L}\p{N}]))`,
  'giu',
);

/** What they are called, in English where the front matter names no language of these. */
const words: ReadonlyMap<string, readonly [fig: string, tbl: string, eq: string, lst: string]> = new Map([
  ['en', ['Figure', 'Table', 'Equation', 'Listing']],
  ['de', ['Abbildung', 'Tabelle', 'Gleichung', 'Listing']],
  ['fr', ['Figure', 'Tableau', 'Équation', 'Listing']],
  ['es', ['Figura', 'Tabla', 'Ecuación', 'Listado']],
  ['it', ['Figura', 'Tabella', 'Equazione', 'Listato']],
  ['pt', ['Figura', 'Tabela', 'Equação', 'Listagem']],
  ['nl', ['Figuur', 'Tabel', 'Vergelijking', 'Listing']],
]);

/** A word and a number, or the words of the heading; a name that nothing has loses its sign. */
export function crossReferenceEdits(lines: readonly TextLine[]): Edit[] {
  const shown = targetsOf(lines);
  return lines.flatMap(({ text, start, isPlain }): Edit[] => {
    if (!isPlain || !text.includes('@')) return [];
    return [...readWords(text).matchAll(reference)].map(({ 0: all, index, groups }) => {
      const name = groups?.inside ?? groups?.alone ?? '';
      const end = start + index + all.length;
      const part = shown.get(name.toLowerCase()) ?? name;
      return { start: start + index, end, parts: [part] };
    });
  });
}

function targetsOf(lines: readonly TextLine[]): ReadonlyMap<string, string> {
  const isTop = lines[0]?.text.trim() === '---';
  const behind = isTop ? lines.findIndex(({ isPlain }, at) => at > 0 && isPlain) : 0;
  const lang = lines.slice(0, Math.max(0, behind)).find(({ text }) => text.startsWith('lang:'));
  const code = /^lang:\s*["']?([a-z]{2})/.exec(lang?.text ?? '')?.[1] ?? 'en';
  const [fig = '', tbl = '', eq = '', lst = ''] = words.get(code) ?? words.get('en') ?? [];
  const wordOf = new Map([
    ['fig', fig],
    ['tbl', tbl],
    ['eq', eq],
    ['lst', lst],
  ]);
  const counts = new Map<string, number>();
  const shown = new Map<string, string>();
  for (const { text } of lines)
    for (const { 1: name = '', 2: kind = '' } of text.matchAll(target)) {
      if (shown.has(name.toLowerCase())) continue;
      const number = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, number);
      const heading = /^#{1,6}[ \t]+([^{}[\]\r\n]{1,200}?)[ \t]*\{#/.exec(text)?.[1];
      const word = wordOf.get(kind);
      if (word !== undefined) shown.set(name.toLowerCase(), `${word} ${number}`);
      else if (heading !== undefined) shown.set(name.toLowerCase(), `[${heading}](#${name})`);
    }
  return shown;
}
