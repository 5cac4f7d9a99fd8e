import type { Code } from 'mdast';
import { breakLines } from './break-lines.ts';
import { cutPieces } from './pieces.ts';
import type { Place } from './place.ts';
import type { Setting } from './setting.ts';

/** Lines of code, wrapped where they are too long. Diagrams are drawn up to the height of a picture. */
export function codeHeight(setting: Setting, code: Code, { width, style }: Place): number {
  const { number } = setting;
  if (code.lang === 'mermaid') return number('--picture-height');
  const padding = number('--code-padding');
  const gutter = code.data?.firstLine === undefined ? 0 : number('--code-gutter');
  const inside = width - 2 * padding - gutter;
  const lines = code.value === '' ? [] : code.value.split(/\r\n|\r|\n/);
  const count = lines.reduce((sum, line) => sum + codeLines(setting, line, inside, style.weight), 0);
  return count * number('--code-line') + 2 * padding;
}

/** `tab-size` of the base stylesheet. */
const tabSize = 2;

function codeLines(setting: Setting, line: string, width: number, weight: number): number {
  const size = setting.number('--code-size');
  const style = { family: setting.rules.codeFont, weight, italic: false, size, tracking: 0 };
  const text = line.includes('\t') ? expandTabs(line) : line;
  const character = setting.textMetrics(style).width('0');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII
  if (/^[\x00-\x7f]*$/.test(text) && text.length * character <= width) return 1;
  return breakLines(cutPieces([{ kind: 'text', text, style }], setting.textMetrics, 'keep'), width).length;
}

function expandTabs(line: string): string {
  let text = '';
  for (const character of line) {
    text += character === '\t' ? ' '.repeat(tabSize - (text.length % tabSize)) : character;
  }
  return text;
}
