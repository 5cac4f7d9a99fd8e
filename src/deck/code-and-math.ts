// Code and formulas, as blocks and in a line.
import type { Code } from 'mdast';
import type { MathBlock } from '../notes/index.ts';
import { attribute } from './phrasing/link.ts';
import type { BlockContext, DiagramPicture, MarkdownPrinter } from './printer.ts';

/** A code block in a fence that nothing inside can close; with line numbers beside it when it is a part. */
export function printCode(node: Code, printer: MarkdownPrinter, context: BlockContext): string {
  const first = node.data?.firstLine;
  // With a language Marp makes an element of each line, which its number stands beside.
  const language = languageName(node.lang) || (first === undefined ? '' : 'text');
  printer.used.features.add(language === 'mermaid' ? 'mermaid' : 'code');
  const picture = language === 'mermaid' ? printer.diagram?.(node.value, context.frame) : undefined;
  if (picture) return diagramElement(picture);
  if (hasLongEmoji(node.value)) return codeElement(node.value, language);
  const fence = '`'.repeat(Math.max(3, longestRun(node.value, /`{3,}/g) + 1));
  const lines = context.level === 0 ? node.value : withoutTabs(node.value);
  const block = `${fence}${language}\n${lines}${lines === '' ? '' : '\n'}${fence}`;
  return first === undefined || language === 'mermaid' ? block : numbered(block, first, node);
}

/** markdown-it takes no SVG in an address of Markdown's own, but leaves a tag as it is. */
function diagramElement({ url, alt, isNarrow }: DiagramPicture): string {
  const width = attribute('class', isNarrow ? 'narrow' : '');
  return `<div class="mermaid"><img${attribute('src', url)}${attribute('alt', alt)}${width} /></div>`;
}

function codeElement(value: string, language: string): string {
  const text = value.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<pre><code${attribute('class', language && `language-${language}`)}>${text}\n</code></pre>`;
}

/**
 * What Marp makes a class of. Words after the name are options of other programs and stay out; so do
 * names like `constructor`, which Marp's table of languages, a plain object, takes for known ones.
 */
function languageName(lang: string | null | undefined): string {
  const name = /^\.?([\w#+.-]+)$/.exec((lang ?? '').replace(/^\{|[{},].*$/g, ''))?.[1] ?? '';
  return name in Object.prototype ? '' : name;
}

/** Where code is indented, a tab would be as wide as what is left to its stop. */
function withoutTabs(value: string): string {
  return value.replace(/^[ \t]+/gm, (blanks) => blanks.replaceAll('\t', '    '));
}

/** The sanitiser lets no number through but as text: a column of numbers beside the code. */
function numbered(block: string, first: number, { value, meta, lang }: Code): string {
  const marked = markedLines(`${lang ?? ''} ${meta ?? ''}`);
  const numbers = value.split(/\r\n|[\r\n]/).map((_, line) => {
    const isMarked = marked.some(([from, to]) => from <= first + line && first + line <= to);
    return `<span${attribute('class', isMarked ? 'marked' : '')}>${first + line}</span>`;
  });
  return `<div class="code-part">\n<div class="line-numbers">${numbers.join('')}</div>\n\n${block}\n\n</div>`;
}

/** Lines in braces behind the language, as other programs have it: `js {2,4-6}`. From and to, both counted. */
function markedLines(info: string): readonly (readonly [number, number])[] {
  const inside = /\{([\d\s,-]+)\}/.exec(info)?.[1] ?? '';
  return [...inside.matchAll(/(\d+)(?:\s*-\s*(\d+))?/g)].map(([, from, to]) => [
    Number(from),
    Number(to ?? from),
  ]);
}

/**
 * A code span. The fence is longer than any run of backticks inside; a space keeps a backtick
 * at the end apart from it, and is not shown.
 */
export function inlineCode(value: string, cell?: 'cell'): string {
  const text = value.replace(/\r\n|[\r\n]/g, ' ');
  if (text === '') return '<code></code>';
  const fence = '`'.repeat(longestRun(text, /`+/g) + 1);
  const pad = /^`|`$|^ .*\S.* $/.test(text) ? ' ' : '';
  const content = cell ? text.replaceAll('|', '\\|') : text;
  return `${fence}${pad}${content}${pad}${fence}`;
}

/**
 * Marp draws an emoji in code from its first code point alone, and drops the rest: a flag, a family, a
 * skin tone. Such code goes into tags, where Marp does not look.
 */
export function hasLongEmoji(code: string): boolean {
  return /[\u200d\ufe0f\u20e3]|\p{Emoji_Modifier}|\p{Regional_Indicator}/u.test(code);
}

/** Length of the longest match. */
export function longestRun(text: string, run: RegExp): number {
  return Array.from(text.matchAll(run)).reduce((most, [match]) => Math.max(most, match.length), 0);
}

/** A formula on lines of its own. */
export function printMath(node: MathBlock, printer: MarkdownPrinter): string {
  printer.used.features.add('math');
  const tex = node.value.includes('$$') ? formula(node.value) : node.value.trim();
  return `$$\n${tex.replace(/\r\n?/g, '\n').replace(/\n\s*\n/g, '\n')}\n$$`;
}

/**
 * TeX that may stand between `$` signs: an inner `$` (inside `\text`) becomes `\(` or `\)`,
 * which KaTeX reads the same, and a lone backslash at the end does not escape the closing `$`.
 */
export function formula(tex: string): string {
  let open = false;
  const safe = tex.trim().replace(/\\[\s\S]|\$+/g, (match) => {
    if (!match.startsWith('$')) return match;
    open = !open;
    return open ? '\\(' : '\\)';
  });
  return /(?:^|[^\\])(?:\\\\)*\\$/.test(safe) ? `${safe} {}` : safe;
}
