import type { Code } from 'mdast';
import { attribute } from '../phrasing/attribute.ts';
import { hasLongEmoji, longestRun } from '../phrasing/inline-code.ts';
import type { DiagramPicture, Place, Printer } from '../printer.ts';

/** A code block in a fence that nothing inside can close; with line numbers beside it when it is a part. */
export function code(node: Code, printer: Printer, place: Place): string {
  const language = languageName(node.lang);
  printer.used.features.add(language === 'mermaid' ? 'mermaid' : 'code');
  const picture = language === 'mermaid' ? printer.diagram?.(node.value) : undefined;
  if (picture) return diagramElement(picture);
  if (hasLongEmoji(node.value)) return codeElement(node.value, language);
  const fence = '`'.repeat(Math.max(3, longestRun(node.value, /`{3,}/g) + 1));
  const lines = place.level === 0 ? node.value : withoutTabs(node.value);
  const block = `${fence}${language}\n${lines}${lines === '' ? '' : '\n'}${fence}`;
  const first = node.data?.firstLine;
  return first === undefined || language === 'mermaid' ? block : numbered(block, first, node.value);
}

/** markdown-it takes no SVG in an address of Markdown's own, but leaves a tag as it is. */
function diagramElement({ url, alt, isNarrow }: DiagramPicture): string {
  const place = attribute('class', isNarrow ? 'narrow' : '');
  return `<div class="mermaid"><img${attribute('src', url)}${attribute('alt', alt)}${place} /></div>`;
}

function codeElement(value: string, language: string): string {
  const text = value.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<pre><code${attribute('class', language && `language-${language}`)}>${text}\n</code></pre>`;
}

/** What Marp makes a class of. Words after the name are orders to other programs and stay out. */
function languageName(lang: string | null | undefined): string {
  return /^\.?([\w#+.-]+)$/.exec((lang ?? '').replace(/^\{|[{},].*$/g, ''))?.[1] ?? '';
}

/** Where code is indented, a tab would be as wide as what is left to its stop. */
function withoutTabs(value: string): string {
  return value.replace(/^[ \t]+/gm, (blanks) => blanks.replaceAll('\t', '    '));
}

/** The sanitiser lets no number through but as text: a column of numbers beside the code. */
function numbered(block: string, first: number, value: string): string {
  const numbers = value.split(/\r\n|[\r\n]/).map((_, line) => first + line);
  return `<div class="code-part">\n<div class="line-numbers">${numbers.join('<br />')}</div>\n\n${block}\n\n</div>`;
}
