// What a listing is called by what stands in it.
import type { Code } from 'mdast';

/** What begins a definition in the languages that people show, and the name behind it; functions and types come first. */
const definitions: readonly RegExp[] = [
  /\b(?:def|class|function|func|fun|fn|interface|struct|enum|trait|impl|module|namespace|protocol|macro_rules!|sub|proc|defn|defmodule)\s+\*?([\p{L}_$][\p{L}\p{N}_$.:]*)/gu,
  /\bcreate\s+(?:or\s+replace\s+)?(?:temp(?:orary)?\s+|unique\s+|materialized\s+|virtual\s+)*(?:table|view|function|index|trigger|procedure|type)\s+(?:if\s+not\s+exists\s+)?["`[]?([\p{L}_][\p{L}\p{N}_.]*)/giu,
  /\b(?:insert\s+into|update|alter\s+table|drop\s+table)\s+["`[]?([\p{L}_][\p{L}\p{N}_.]*)/giu,
  /\bwith\s+(?:recursive\s+)?([\p{L}_][\p{L}\p{N}_]*)\s+as\b/giu,
  /^\s*(?:export\s+)?(?:const|let|var|val|type)\s+([\p{L}_$][\p{L}\p{N}_$]*)/gmu,
];

/** A line that is a comment, and what it says. */
const comment = /^\s*(?:\/\/+|#+!?|--+|;+|%+|\/\*+|<!--)\s*(.*?)\s*(?:\*\/|-->)?$/u;

/** Characters of a comment or a command that stands for its listing. */
const longestLine = 48;

const shells: ReadonlySet<string> = new Set([
  'bash',
  'sh',
  'shell',
  'console',
  'zsh',
  'fish',
  'powershell',
  'shellsession',
]);

/** What a listing is called: the comment that it begins with, the one thing that it defines, a command, an element. Empty where it names nothing, or several things. */
export function codeName({ value, lang }: Pick<Code, 'value' | 'lang'>): readonly string[] {
  const [first = '', second = ''] = value.split('\n').filter((line) => line.trim() !== '');
  const remark = comment.exec(first)?.[1] ?? '';
  // One of several lines of a comment is a part of what it says.
  const isRemark = isShort(remark) && /\p{L}{2}.*\s.*\p{L}{2}/u.test(remark) && !comment.test(second);
  if (isRemark) return [remark];
  const defined = definitionsIn(value);
  const name = subjectOf(defined, value);
  if (name !== undefined) return [name];
  if (defined.length > 0) return [];
  const command = first.replace(/^\s*[$#>%]\s+/u, '').trim();
  if (shells.has(lang ?? '') && isShort(command)) return [command];
  const tag = /^\s*(<[\p{L}][\p{L}\p{N}-]*)/u.exec(first)?.[1];
  return tag === undefined ? [] : [`${tag}>`];
}

function isShort(text: string): boolean {
  return text !== '' && text.length <= longestLine;
}

interface Definition {
  readonly at: number;
  readonly name: string;
  /** A function or a type, whose lines follow. */
  readonly isBlock: boolean;
}

/**
 * Comments, and strings that hold more than a word: their words define nothing. What is never closed ends with the
 * listing, so that each character is read once.
 */
const said =
  /"""[\s\S]*?(?:"""|(?![\s\S]))|\/\*[\s\S]*?(?:\*\/|(?![\s\S]))|<!--[\s\S]*?(?:-->|(?![\s\S]))|\/\/[^\n]*|(?<=^|[ \t])(?:#|--|;|%)+(?=[\s!])[^\n]*|"(?:\\.|[^"\\\s])*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/gmu;

/** The outermost definitions of a listing, in order. */
function definitionsIn(value: string): readonly Definition[] {
  const code = value.replace(said, (text) => (/\s/u.test(text) ? text.replace(/[^\n]/gu, ' ') : text));
  const found = definitions.flatMap((pattern, kind) =>
    [...code.matchAll(pattern)].map((match): Definition & { readonly indent: number } => {
      const line = code.slice(code.lastIndexOf('\n', match.index) + 1, match.index + match[0].length);
      return {
        at: match.index,
        name: (match[1] ?? '').replace(/[.:]$/u, ''),
        isBlock: kind === 0,
        indent: /^\s*/u.exec(line)?.[0].length ?? 0,
      };
    }),
  );
  const outermost = found.reduce((least, { indent }) => Math.min(least, indent), Number.POSITIVE_INFINITY);
  return found.filter(({ indent }) => indent === outermost).toSorted((a, b) => a.at - b.at);
}

/** Share of a listing from which a function is what it is about. */
const mainShare = 0.6;

/** The only name that is defined, or that of the function or type that takes up most of it. */
function subjectOf(defined: readonly Definition[], value: string): string | undefined {
  const names = new Set(defined.map(({ name }) => name));
  if (names.size <= 1) return [...names][0];
  const main = defined.find(
    ({ at, isBlock }, index) =>
      isBlock && (defined[index + 1]?.at ?? value.length) - at >= mainShare * value.length,
  );
  return main?.name;
}
