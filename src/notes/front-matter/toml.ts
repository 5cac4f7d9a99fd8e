// Front matter between `+++` lines, as Hugo and Zola have it: its plain values, and lists of them. TOML's tables say
// nothing of the talk.
import type { Source } from '../../diagnostics/index.ts';
import { at } from '../markdown/tree.ts';
import type { Field } from '../notes.ts';

interface TomlFrontMatter {
  /** By key, in lower case. */
  readonly fields: ReadonlyMap<string, readonly Field[]>;
  /** Offsets in the notes, the lines of `+++` included. */
  readonly start: number;
  readonly end: number;
}

const region = /^(\ufeff?)\+\+\+[ \t]*\r?\n((?:[^\r\n]*\r?\n){0,200}?)\+\+\+[ \t]*(?=\r?\n|$)/;
const pair = /^([\w-]+)[ \t]*=[ \t]*(\S.*?)[ \t]*\r?$/gm;
const value = /"((?:[^"\\]|\\.)*)"|'([^']*)'|([^\s,[\]"'#][^,\]#]*)/g;

export function readTomlFrontMatter({ path, text }: Source): TomlFrontMatter | undefined {
  const found = region.exec(text);
  const [whole = '', mark = '', inside = ''] = found ?? [];
  const top = inside.split(/^[ \t]*\[/m)[0] ?? '';
  const from = whole.indexOf(inside, mark.length + 3);
  const fields = new Map<string, readonly Field[]>();
  for (const { 0: line, 1: key = '', 2: written = '', index } of top.matchAll(pair)) {
    const start = from + index + line.indexOf(written, key.length);
    fields.set(
      key.toLowerCase(),
      [...written.matchAll(value)].flatMap((one): Field[] => {
        const words = (one[1] ?? one[2] ?? one[3] ?? '').replace(/\\(["\\])/g, '$1').trim();
        const span = { path, start: start + one.index, end: start + one.index + one[0].length };
        const content = [{ type: 'text' as const, value: words, position: at(span.start, span.end) }];
        return words === '' ? [] : [{ text: words, content, span }];
      }),
    );
  }
  return found && fields.size > 0 ? { fields, start: mark.length, end: whole.length } : undefined;
}
