// The source of a page in MediaWiki: headings, lists, tables, templates, links and type become Markdown's.
import type { Edit, WrittenRange } from '../markdown/rewritten-text.ts';
import { type TextLine, textLines } from '../markdown/source-lines.ts';

const heading = /^(={2,6})[ \t]*([^=\s](?:[^\n]*[^=\s])?)[ \t]*\1[ \t]*$/;
const ownSigns = /'''[^'\n]+'''|^\{\||^__[A-Z]+__|<ref[ >]|^\{\{\w|\[\[(?:Category|File|Image):/m;

/** Several headings between equals signs, and another sign that is MediaWiki's own. */
export function isMediaWiki(text: string): boolean {
  const headings = text.split('\n').filter((line) => heading.test(line)).length;
  return headings >= 2 && ownSigns.test(text) && !/^[ \t]*(?:`{3}|~{3})|^#{2,6} [^#\n]*\n\n/m.test(text);
}

const category = /^\[\[(?:Category|Kategorie|Catégorie|Categoría|Categoria|カテゴリ):[^\]\n]*\]\]\s*$/i;
const list = /^([*#:;]+)[ \t]*(?=\S)/;

/** What a line begins with, tables, and the box above a page. Within the lines the wiki's signs stay. */
export function wikiBlocks(text: string): Edit[] {
  const lines = textLines(text, 'text');
  const edits: Edit[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as TextLine;
    const written = line.text.trimEnd();
    const whole = { start: line.start, end: line.start + written.length };
    const end = lastLine(lines, at);
    const last = lines[end];
    if (last && end > at) {
      const block = lines.slice(at, end + 1);
      const parts = written.startsWith('{|') ? tableParts(block) : boxParts(block);
      edits.push({ start: line.start, end: last.start + last.text.trimEnd().length, parts });
      at = end;
      continue;
    }
    const [, signs = '', words = ''] = heading.exec(written) ?? [];
    const [bullet = '', levels = ''] = list.exec(written) ?? [];
    if (signs !== '') {
      const start = line.start + written.indexOf(words, signs.length);
      const isOfMarks = /^<references|^\{\{reflist/i.test(lines[at + 1]?.text ?? '');
      const parts = isOfMarks ? [] : [`${'#'.repeat(signs.length)} `, { start, end: start + words.length }];
      edits.push({ ...whole, parts });
    } else if (/^__[A-Z]+__$|^<references/.test(written) || category.test(written))
      edits.push({ ...whole, parts: [] });
    else if (bullet !== '')
      edits.push({ start: line.start, end: line.start + bullet.length, parts: [itemSign(levels)] });
  }
  return edits;
}

/** `**` is a bullet below a bullet, `*#` a number below one, `*:` goes on. */
function itemSign(levels: string): string {
  const margin = [...levels.slice(0, -1)]
    .map((sign) => (sign === '#' ? '   ' : sign === '*' ? '  ' : ''))
    .join('');
  const sign = levels.at(-1);
  return margin + (sign === '*' ? '- ' : sign === '#' ? '1. ' : margin === '' ? '' : '  ');
}

/** Lines of a table or a template. */
const longest = 300;

/** The number of the line that ends a table or a template which this one begins; else its own. */
function lastLine(lines: readonly TextLine[], at: number): number {
  const first = lines[at]?.text.trim() ?? '';
  const close = first.startsWith('{|') ? '|}' : /^\{\{[^}]*$/.test(first) ? '}}' : undefined;
  if (close === undefined) return at;
  const found = lines.slice(at + 1, at + longest).findIndex(({ text }) => text.trim().startsWith(close));
  return found === -1 ? at : at + 1 + found;
}

/** Behind the signs of a cell, and behind what says how it looks. */
const cellLook = /^[ \t]*(?:[\w-]+="[^"\n]*"[ \t]*)+\|(?!\|)/;

function tableParts(lines: readonly TextLine[]): Edit['parts'] {
  const rows: WrittenRange[][] = [[]];
  const caption: WrittenRange[] = [];
  for (const { text, start } of lines.slice(1, -1)) {
    const [lead = ''] = /^[ \t]*(?:\|[-+]|[|!])/.exec(text) ?? [];
    const sign = lead.trim();
    if (sign === '|-') rows.push([]);
    else if (sign === '|+') caption.push({ start: start + lead.length, end: start + text.trimEnd().length });
    else {
      let from = start + lead.length;
      for (const cell of text
        .trimEnd()
        .slice(lead.length)
        .split(sign === '!' ? /!!|\|\|/ : '||')) {
        const look = cellLook.exec(cell)?.[0].length ?? 0;
        rows.at(-1)?.push({ start: from + look, end: from + cell.length });
        from += cell.length + 2;
      }
    }
  }
  const filled = rows.filter(({ length }) => length > 0);
  const columns = Math.max(...filled.map(({ length }) => length), 1);
  const head = `\n|${'---|'.repeat(columns)}`;
  const table = filled.flatMap((row, index) => [
    '\n|',
    ...row.flatMap((cell) => [cell, '|']),
    index === 0 ? head : '',
  ]);
  return ['\n', ...caption, '\n', ...table, '\n'];
}

/** `| author = Ida Falk` of a box: what it names is the page's title, and the rest is a table. */
function boxParts(lines: readonly TextLine[]): Edit['parts'] {
  const fields = lines.flatMap(({ text, start }) => {
    const match = /^\s*\|\s*([^=|\n]+?)\s*=[ \t]*(\S[^\n]*?)\s*$/d.exec(text);
    const [, key, value] = match?.indices ?? [];
    if (!key || !value) return [];
    const range = ([from, to]: readonly [number, number]): WrittenRange => ({
      start: start + from,
      end: start + to,
    });
    return [
      {
        isName: /^(?:name|title|titel|nom|nombre)$/i.test(match?.[1] ?? ''),
        key: range(key),
        value: range(value),
      },
    ];
  });
  const name = fields.find(({ isName }) => isName);
  const rows = fields.flatMap(({ key, value, isName }) => (isName ? [] : ['\n|', key, '|', value, '|']));
  const table = rows.length === 0 ? [] : ['\n\n| | |\n|---|---|', ...rows];
  return [...(name ? ['# ', name.value] : []), ...table, '\n'];
}

const words = new RegExp(
  [
    "(?<quotes>'{2,5})",
    '(?<empty><ref[^>\\n]*/>|<references[^>\\n]*/?>)',
    '<ref(?:[ \\t][^>\\n]*)?>(?<note>[^\\n]{0,2000}?)</ref>',
    '\\[\\[(?:File|Image|Datei|Bild|Fichier|Archivo):(?<file>[^\\]|\\n]+)(?<options>\\|[^\\]\\n]*)?\\]\\]',
    '\\[\\[(?:[^\\]|\\n]*\\|)?(?<label>[^\\]|\\n]+)\\]\\]',
    '\\[(?<address>https?://[^\\s\\]]+)(?:[ \\t]+(?<name>[^\\]\\n]+))?\\]',
    '\\{\\{[^|{}\\n]*(?<values>(?:\\|[^{}\\n]*)?)\\}\\}',
  ].join('|'),
  'dg',
);

/** By the number of single quotes. */
const emphasis: Readonly<Record<number, string>> = { 2: '*', 3: '**', 4: "'**", 5: '***' };

export function wikiWords(text: string): Edit[] {
  return wordEdits(text, 0, text.length);
}

function wordEdits(text: string, from: number, to: number): Edit[] {
  return [...text.slice(from, to).matchAll(words)].flatMap((match): Edit[] => {
    const start = from + match.index;
    const end = start + match[0].length;
    const found = match.groups ?? {};
    const range = (name: string): WrittenRange => {
      const [first = 0, last = 0] = match.indices?.groups?.[name] ?? [];
      return { start: from + first, end: from + last };
    };
    const one = (...parts: Edit['parts']): Edit[] => [{ start, end, parts }];
    if (found.quotes !== undefined) return one(emphasis[end - start] ?? '');
    if (found.empty !== undefined) return one();
    if (found.note !== undefined) {
      const note = range('note');
      const inside = wordEdits(text, note.start, note.end);
      return [{ start, end: note.start, parts: ['^['] }, ...inside, { start: note.end, end, parts: [']'] }];
    }
    if (found.file !== undefined) {
      const option = found.options?.split('|').at(-1) ?? '';
      const isCaption = !/^(?:thumb|mini|left|right|center|frame(?:less)?|\d+px|upright.*)?$/.test(option);
      const stop = end - 2;
      const caption = isCaption ? ['\n\n', { start: stop - option.length, end: stop }] : [];
      return one('![](<', range('file'), '>)', ...caption);
    }
    if (found.label !== undefined) return one(range('label'));
    if (found.address !== undefined) {
      const address = found.address;
      return found.name === undefined
        ? one('<', range('address'), '>')
        : one('[', range('name'), `](<${address}>)`);
    }
    return one(...valuesOf(found.values ?? '', range('values').start));
  });
}

/** What a template is given: `{{cite web|title=Nets|year=2011}}` says "Nets, 2011". */
function valuesOf(values: string, start: number): Edit['parts'] {
  let from = start;
  const ranges = values.split('|').flatMap((value) => {
    const key = /^\s*[\w -]+=\s*/.exec(value)?.[0].length ?? 0;
    const range = { start: from + key, end: from + value.length };
    from += value.length + 1;
    return range.end > range.start ? [range] : [];
  });
  return ranges.flatMap((range, index) => (index === 0 ? [range] : [', ', range]));
}
