import type { Code } from 'mdast';

/** What begins a definition in the languages that people show, and the name behind it. */
const definitions: readonly RegExp[] = [
  /\b(?:def|class|function|func|fun|fn|interface|struct|enum|trait|impl|module|namespace|protocol|macro_rules!|sub|proc|defn|defmodule)\s+\*?([\p{L}_$][\p{L}\p{N}_$.:]*)/u,
  /\bcreate\s+(?:or\s+replace\s+)?(?:temp(?:orary)?\s+|unique\s+|materialized\s+|virtual\s+)*(?:table|view|function|index|trigger|procedure|type)\s+(?:if\s+not\s+exists\s+)?["`[]?([\p{L}_][\p{L}\p{N}_.]*)/iu,
  /\b(?:insert\s+into|update|alter\s+table|drop\s+table)\s+["`[]?([\p{L}_][\p{L}\p{N}_.]*)/iu,
  /\bwith\s+(?:recursive\s+)?([\p{L}_][\p{L}\p{N}_]*)\s+as\b/iu,
  /^\s*(?:export\s+)?(?:const|let|var|val|type)\s+([\p{L}_$][\p{L}\p{N}_$]*)/mu,
  /^[)\s]*\)\s*as\s+([\p{L}_][\p{L}\p{N}_]*)/imu,
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

/** What a listing is called: the comment that it begins with, the first thing that it defines, a command, an element. Empty where it names nothing. */
export function codeName({ value, lang }: Pick<Code, 'value' | 'lang'>): readonly string[] {
  const [first = ''] = value.split('\n').filter((line) => line.trim() !== '');
  const remark = comment.exec(first)?.[1] ?? '';
  if (isShort(remark) && /\p{L}{2}.*\s.*\p{L}{2}/u.test(remark)) return [remark];
  const defined = definitions.flatMap((pattern) => {
    const match = pattern.exec(value);
    return match?.[1] ? [{ at: match.index, name: match[1] }] : [];
  });
  const [name] = defined.toSorted((a, b) => a.at - b.at);
  if (name) return [name.name];
  const command = first.replace(/^\s*[$#>%]\s+/u, '').trim();
  if (shells.has(lang ?? '') && isShort(command)) return [command];
  const tag = /^\s*(<[\p{L}][\p{L}\p{N}-]*)/u.exec(first)?.[1];
  return tag === undefined ? [] : [`${tag}>`];
}

function isShort(text: string): boolean {
  return text !== '' && text.length <= longestLine;
}
