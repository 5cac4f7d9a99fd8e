// What draws diagrams reads less of a line than Mermaid does: here lines are written so that all of it is drawn.

import { unescapeHtml } from '../html-text.ts';
import type { SourceLine } from './unread-line.ts';

/** Signs that mean something around a label stand for themselves in it: as private letters, until it is drawn. */
export function shield(label: string): string {
  return label.replace(/[[\](){}|"]/g, asPrivate);
}

/** The same for every sign that can mean something. */
function shieldAll(text: string): string {
  return text.replace(/[[\](){}|"<>;,#~:&* ]/g, asPrivate);
}

function asPrivate(character: string): string {
  return String.fromCharCode(shields + character.charCodeAt(0));
}

/** Puts the characters back into the drawing. */
export function unshield(svg: string): string {
  return svg.replace(/[\uE500-\uE57F]/g, (character) => `&#${character.charCodeAt(0) - shields};`);
}

const shields = 0xe500;

/** The same as plain text, for messages. */
export function unshieldText(text: string): string {
  return text.replace(/[\uE500-\uE57F]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) - shields),
  );
}

/** Mermaid's codes for signs, `#quot;` and `#9829;`, as the signs. */
export function readEntities(line: string): string {
  return line.replace(/#(\d{1,6}|[a-z]{2,8});/gi, (whole, name: string) => {
    const entity = /^\d/.test(name) ? `&#${name};` : `&${name};`;
    const sign = named.get(name) ?? unescapeHtml(entity);
    return sign === entity || /[\p{Cc}\p{Cs}]/u.test(sign) ? whole : shieldAll(sign);
  });
}

/** Beyond those that HTML text is read with. */
const named: ReadonlyMap<string, string> = new Map(
  Object.entries({
    hearts: '♥',
    spades: '♠',
    infin: '∞',
    rarr: '→',
    larr: '←',
    deg: '°',
    euro: '€',
    nbsp: '\u00a0',
  }),
);

/** `---`, what a configuration says, `---`: its title. The lines stay, empty, so that those below keep their numbers. */
export function withoutFrontMatter(source: string): { readonly source: string; readonly title: string } {
  const [whole] = /^\s*---[ \t]*\n[\s\S]*?\n[ \t]*---[ \t]*(?=\n|$)/.exec(source) ?? [];
  if (whole === undefined) return { source, title: '' };
  const title = /^[ \t]*title[ \t]*:[ \t]*(["']?)(.+?)\1[ \t]*$/m.exec(whole)?.[2] ?? '';
  return { source: whole.replace(/[^\n]/g, '') + source.slice(whole.length), title };
}

/** Lines of a sequence with the numbers that `autonumber` asks for, and notes of many words as several. */
export function plainSequence(lines: readonly SourceLine[]): readonly SourceLine[] {
  let [number, step] = [0, 0];
  const open: ('rect' | 'block')[] = [];
  return lines.flatMap((source) => {
    const line = source.text;
    // A coloured ground, and where a lifeline ends, say nothing in words.
    if (/^(?:loop|alt|opt|par|critical|break|rect)\b/.test(line))
      open.push(line.startsWith('rect') ? 'rect' : 'block');
    if (/^rect\b/.test(line) || (line === 'end' && open.pop() === 'rect')) return [];
    if (/^destroy\s+\S+$/.test(line)) return [];
    const [, created] = /^create\s+((?:participant|actor)\s.+)$/.exec(line) ?? [];
    if (created !== undefined) return [{ ...source, text: created }];
    const [counting, start, by] = /^autonumber(?:\s+(\d+|off))?(?:\s+(\d+))?$/.exec(line) ?? [];
    if (counting !== undefined) {
      [number, step] = start === 'off' ? [0, 0] : [Number(start ?? 1), Number(by ?? 1)];
      return [];
    }
    const [, note, words = ''] = /^(Note\s+(?:left of|right of|over)\s+[^:]+:)\s*(.+)$/i.exec(line) ?? [];
    if (note !== undefined) return linesOf(words).map((words) => ({ ...source, text: `${note} ${words}` }));
    const [, message, label = ''] = /^(\S+?\s*(?:--?>>?|--?[)x])\s*[+-]?\S+?\s*:)\s*(.+)$/.exec(line) ?? [];
    if (message === undefined || step === 0) return [source];
    number += step;
    return [{ ...source, text: `${message} ${number - step}. ${label}` }];
  });
}

/** Letters of a line of a note: as wide as three participants. */
const noteLine = 44;

function linesOf(words: string): readonly string[] {
  return words.split(/\s*<br\s*\/?>\s*/i).flatMap((text) => {
    const lines: string[] = [];
    const most = text.length / Math.ceil(text.length / noteLine) + 8;
    for (const word of text.split(/\s+/)) {
      const last = lines.at(-1);
      if (last === undefined || last.length + word.length >= most) lines.push(word);
      else lines[lines.length - 1] = `${last} ${word}`;
    }
    return lines;
  });
}

/** Classes with type parameters, `Repo~T~`, and attributes and methods with them. */
export function plainClasses(lines: readonly SourceLine[]): readonly SourceLine[] {
  const parameters = new Map<string, string>();
  const plain = lines.map(({ text }) => {
    const line = withSpaces(text);
    const [, labelled, label, rest = ''] =
      /^class\s+([\w\p{L}-]+)\s*\["([^"]+)"\]\s*(\{?)$/u.exec(line) ?? [];
    if (labelled !== undefined && label !== undefined) {
      parameters.set(labelled, shieldAll(label));
      return `class ${labelled}${rest}`;
    }
    const [, of, remark] = /^note\s+(?:for\s+(\S+)\s+)?"([^"]+)"$/.exec(line) ?? [];
    if (remark !== undefined) {
      const words = shieldAll(remark.replace(/<br\s*\/?>|\\n/gi, ' '));
      return of === undefined ? `class ${words}` : `${words} ..> ${of}`;
    }
    const isDeclaration = line.startsWith('class ');
    const isRelation = /(?:--|\.\.)/.test(line.replace(/"[^"]*"/g, ''));
    if (isDeclaration || isRelation) {
      const bare = line.replace(
        /([\w\p{L}]+)~((?:[^~]|~(?=[\w\p{L}]))+~*)~(?=\s|$|\{|:)/gu,
        (_, name: string, inside: string) => {
          parameters.set(name, withBrackets(`${name}~${inside}~`));
          return name;
        },
      );
      return bare;
    }
    return withBrackets(line);
  });
  return lines.map((line, at) => {
    const text = plain[at] ?? '';
    const [whole, name = ''] = /^class\s+([^\s{[~]+)/.exec(text) ?? [];
    const named =
      whole === undefined ? withNames(text, parameters) : text.replace(name, parameters.get(name) ?? name);
    return { ...line, text: named };
  });
}

/** Space around what joins two classes: `Shape<|--Circle`. */
function withSpaces(line: string): string {
  if (line.includes(' : ') ? !/(?:--|\.\.).* : /.test(line) : /["(]/.test(line)) return line;
  return line.replace(
    /^([\w\p{L}~]+)\s*(<\|--|<\|\.\.|\*--|o--|--\*|--o(?=[\s"])|--\|>|\.\.\|>|-->|\.\.>|<--|<\.\.|--)\s*([\w\p{L}~]+)/u,
    '$1 $2 $3',
  );
}

/** All lines name a class alike, so that it is one. */
function withNames(line: string, parameters: ReadonlyMap<string, string>): string {
  if (!/(?:--|\.\.)/.test(line)) return line;
  const [relation = '', ...label] = line.split(/(?<=\S)\s*:\s/);
  const words = relation.split(/\s+/).map((word) => parameters.get(word) ?? word);
  return [words.join(' '), ...label].join(' : ');
}

/** `List~Map~String, T~~` as `List<Map<String, T>>`, in letters that mean nothing here. */
function withBrackets(line: string): string {
  let depth = 0;
  const signs = [...line].map((sign, at, all) => {
    if (sign !== '~') return depth > 0 ? shieldAll(sign) : sign;
    const opens =
      /[\w\p{L}]/u.test(all[at - 1] ?? '') &&
      /[\w\p{L}?]/u.test(all[at + 1] ?? '') &&
      line.slice(at + 1).includes('~');
    if (!opens && depth === 0) return sign;
    depth += opens ? 1 : -1;
    return shieldAll(opens ? '<' : '>');
  });
  return signs.join('');
}

/** Attributes with what is remarked of them: `int id PK "the key"`. */
export function plainEntities(lines: readonly SourceLine[]): readonly SourceLine[] {
  const labels = new Map<string, string>();
  const named = lines.map((line) => ({ ...line, text: withEntityNames(line.text, labels) }));
  return named.flatMap((source) => {
    const text = source.text.replace(/[\w\p{L}-]+/gu, (name) => labels.get(name) ?? name);
    const line = labels.size > 0 && !/^\S+\s+\S+$/.test(source.text) ? { ...source, text } : source;
    // One of which nothing more is written.
    if (/^[^\s{}]+$/.test(line.text))
      return [
        { ...line, text: `${line.text} {` },
        { ...line, text: '}' },
      ];
    const [, type, name, keys = '', remark = ''] =
      /^(\S+)\s+(\S+)((?:\s+(?:[PFU]K\b,?\s*)+)?)\s*"([^"]+)"$/.exec(line.text) ?? [];
    if (type === undefined) return [line];
    const words = shieldAll(` – ${remark.trim()}`);
    return [{ ...line, text: `${type} ${name}${words}${keys.replaceAll(',', ' ').trimEnd()}` }];
  });
}

/** Names in quotation marks, `"Order Item"`, and labels, `ORDER["Order Item"]`, as one word. */
function withEntityNames(line: string, labels: Map<string, string>): string {
  const [, id, label] = /^([\w\p{L}-]+)\s*\[\s*"?([^"\]]+?)"?\s*\]/u.exec(line) ?? [];
  if (id !== undefined && label !== undefined) {
    labels.set(id, shieldAll(label));
    return line.replace(/\s*\[[^\]]*\]/, '');
  }
  return line
    .replace(/^"([^"]+)"(?=\s*(?:\{|$|[|}o]))/, (_, name: string) => shieldAll(name))
    .replace(/(?<=[|o}{]{2}\s+)"([^"]+)"(?=\s*:)/, (_, name: string) => shieldAll(name));
}

/** Labels of an axis without their quotation marks. */
export function plainChart(lines: readonly SourceLine[]): readonly SourceLine[] {
  return lines.map((line) => ({
    ...line,
    text: /^x-axis\b/.test(line.text)
      ? line.text.replace(/(?<=\[.*)"([^"]*)"/g, (_, label: string) => shieldAll(label))
      : line.text,
  }));
}
