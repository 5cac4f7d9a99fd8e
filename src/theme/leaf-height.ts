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
  const isNumbered = code.data?.firstLine !== undefined;
  const gutter = isNumbered ? number('--code-gutter') : 0;
  const inside = width - 2 * padding - gutter;
  const lines = code.value === '' ? [] : code.value.split(/\r\n|\r|\n/);
  const count = lines.reduce(
    (sum, line) => sum + codeLines(context, line, inside, style.weight, isNumbered),
    0,
  );
  return count * number('--code-line') + 2 * padding;
}

/** How far a numbered line is set in where it is wrapped, its beginning left out, in characters: `.line` of the base stylesheet. */
const hangingCharacters = 4;

/** `tab-size` of the base stylesheet. */
const tabSize = 2;

function codeLines(
  context: MeasureContext,
  line: string,
  width: number,
  weight: number,
  numbered: boolean,
): number {
  const size = context.number('--code-size');
  const style = { family: context.rules.codeFont, weight, italic: false, size, tracking: 0 };
  const text = line.includes('\t') ? expandTabs(line) : line;
  const character = context.textMetrics(style).width('0');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII
  if (/^[\x00-\x7f]*$/.test(text) && text.length * character <= width) return 1;
  const words = cutWords([{ kind: 'text', text, style }], context.textMetrics, 'keep');
  if (!numbered) return breakLines(words, width).length;
  const hanging = hangingCharacters * character;
  const set = words.map((word, at) => (at === 0 ? { ...word, width: word.width - hanging } : word));
  return breakLines(set, width - hanging).length;
}

function expandTabs(line: string): string {
  let text = '';
  for (const character of line) {
    text += character === '\t' ? ' '.repeat(tabSize - (text.length % tabSize)) : character;
  }
  return text;
}

/**
 * A formula on a line of its own. It is never wrapped; one that is too wide at the usual size is scaled in the page.
 * One that is set larger has no height where it is too wide: infinity.
 */
export function formulaHeight(context: MeasureContext, tex: string, placement: Placement): number {
  const { style, styleName, width } = placement;
  const parts = measureFormula(tex, 'display', style.size);
  if (!parts) return textHeight(context, [{ type: 'text', value: tex }], style, width);
  const across = parts.reduce((sum, part) => sum + part.width, 0);
  const isEnlarged = styleName === 'formula' || style.size > context.theme.bodySizes.sm.body.size;
  if (isEnlarged && across > widestFormula * width) return Number.POSITIVE_INFINITY;
  const above = Math.max(...parts.map((part) => part.above));
  const below = Math.max(...parts.map((part) => part.below));
  return above + below + 2 * context.number('--math-padding');
}

/** Share of the width that a formula set as large as it fits may take: widths are estimated. */
const widestFormula = 0.92;

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
