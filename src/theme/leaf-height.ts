// Heights of blocks that hold no other blocks and are no plain text: code, formulas, pictures that are missing.
import type { Code, Image, Paragraph } from 'mdast';
import { onlyImages } from '../layouts/index.ts';
import { breakLines } from './break-lines.ts';
import { measureFormula } from './formula.ts';
import { missingPictureRuns } from './inline-content.ts';
import type { MeasureContext, Placement } from './measure-context.ts';
import { textHeight } from './paragraph.ts';
import { cutWords } from './words.ts';

/** Lines of code, wrapped where they are too long. Diagrams are drawn up to the height of a picture. */
export function codeHeight(context: MeasureContext, code: Code, { width, style }: Placement): number {
  const { number } = context;
  if (code.lang === 'mermaid') return number('--picture-height');
  const padding = number('--code-padding');
  const gutter = code.data?.firstLine === undefined ? 0 : number('--code-gutter');
  const inside = width - 2 * padding - gutter;
  const lines = code.value === '' ? [] : code.value.split(/\r\n|\r|\n/);
  const count = lines.reduce((sum, line) => sum + codeLines(context, line, inside, style.weight), 0);
  return count * number('--code-line') + 2 * padding;
}

/** `tab-size` of the base stylesheet. */
const tabSize = 2;

function codeLines(context: MeasureContext, line: string, width: number, weight: number): number {
  const size = context.number('--code-size');
  const style = { family: context.rules.codeFont, weight, italic: false, size, tracking: 0 };
  const text = line.includes('\t') ? expandTabs(line) : line;
  const character = context.textMetrics(style).width('0');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII
  if (/^[\x00-\x7f]*$/.test(text) && text.length * character <= width) return 1;
  return breakLines(cutWords([{ kind: 'text', text, style }], context.textMetrics, 'keep'), width).length;
}

function expandTabs(line: string): string {
  let text = '';
  for (const character of line) {
    text += character === '\t' ? ' '.repeat(tabSize - (text.length % tabSize)) : character;
  }
  return text;
}

/** A formula on a line of its own. It is never wrapped; one that is too wide is scaled in the page. */
export function formulaHeight(context: MeasureContext, tex: string, { style, width }: Placement): number {
  const parts = measureFormula(tex, 'display', style.size);
  if (!parts) return textHeight(context, [{ type: 'text', value: tex }], style, width);
  const above = Math.max(...parts.map((part) => part.above));
  const below = Math.max(...parts.map((part) => part.below));
  return above + below + 2 * context.number('--math-padding');
}

/** The pictures of a paragraph that holds nothing else, when none of them is there: each is a box. */
export function missingPictures({ pictures }: MeasureContext, paragraph: Paragraph): readonly Image[] {
  const images = onlyImages(paragraph);
  return images.every(({ url }) => pictures(url).status !== 'found') ? images : [];
}

/** Height of the labelled box that stands for a picture. */
export function missingPictureHeight(
  context: MeasureContext,
  { url, alt }: Image,
  { style, width }: Placement,
): number {
  const { number, rules, textMetrics } = context;
  const frame = 2 * (number('--space-medium') + number('--rule-width'));
  const size = number('--minimum-size');
  const { family, weight, italic, tracking } = style;
  const runs = missingPictureRuns(url, alt ?? '', { family, weight, italic, tracking, size }, rules);
  const lines = breakLines(cutWords(runs, textMetrics, 'collapse'), width - frame);
  return lines.length * size * number('--line-height') + frame;
}
