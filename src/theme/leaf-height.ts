// Heights of blocks that hold no other blocks and are no plain text: code, formulas, pictures that are missing.

import type { Code, Image, Paragraph } from 'mdast';
import { onlyImages } from '../layouts/index.ts';
import { breakLines } from './break-lines.ts';
import { missingPictureRuns } from './inline-content.ts';
import type { MeasureContext, Placement } from './measure-context.ts';
import { textHeight } from './paragraph.ts';
import type { TextFace } from './text-metrics.ts';
import { cutWords } from './words.ts';

/** Lines of code, wrapped where they are too long. Diagrams are drawn up to the height of a picture. */
export function codeHeight(context: MeasureContext, code: Code, { width, style }: Placement): number {
  const { number } = context;
  if (code.lang === 'mermaid') return number('--picture-height');
  const padding = number('--code-padding');
  const isNumbered = code.data?.firstLine !== undefined;
  const gutter = isNumbered ? number('--code-gutter') : 0;
  const around = code.data?.isInField ? 0 : padding;
  // Beside numbers the room at the sides stays, as `.code-part` of the base stylesheet has it.
  const inside = width - 2 * (isNumbered ? padding : around) - gutter;
  const lines = code.value === '' ? [] : code.value.split(code.value.includes('\r') ? /\r\n|\r|\n/ : '\n');
  const size = number('--code-size');
  const face = { family: context.rules.codeFont, weight: style.weight, italic: false, size, tracking: 0 };
  const character = context.textMetrics(face).width('0');
  const count = lines.reduce((sum, line) => sum + codeLines(context, line, inside, face, character), 0);
  return count * number('--code-line') + 2 * around;
}

/** `tab-size` of the base stylesheet. */
const tabSize = 2;

/** Of an indent that is followed, in characters: what is deeper leaves no room beside it. */
const deepestIndent = 24;

/** How far what is wrapped of a line of code is set in, in characters: four below its indent, as `.line` of the base stylesheet. */
export function hangingCharacters(line: string): number {
  const [indent = ''] = /^[ \t]*/.exec(line) ?? [];
  return 4 + Math.min(deepestIndent, expandTabs(indent).length);
}

/** Rows of a line that has so much width, px; so wide is a character. */
function codeLines(
  context: MeasureContext,
  line: string,
  width: number,
  style: TextFace,
  character: number,
): number {
  const text = line.includes('\t') ? expandTabs(line) : line;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII
  if (text.length * character <= width && !/[^\x00-\x7f]/.test(text)) return 1;
  const words = cutWords([{ kind: 'text', text, style }], context.textMetrics, 'keep');
  const hanging = hangingCharacters(line) * character;
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
  const parts = context.formula(tex, 'display', style.size);
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

/** Height of the labelled box that stands for a picture: it has a picture's room. */
export function missingPictureHeight(
  context: MeasureContext,
  image: Image,
  { style, width }: Placement,
): number {
  const { number, rules, textMetrics } = context;
  const frame = 2 * (number('--space-medium') + number('--rule-width'));
  const size = number('--body-size-xs');
  const { family, weight, italic, tracking } = style;
  const runs = missingPictureRuns(image, { family, weight, italic, tracking, size }, rules);
  const lines = breakLines(
    cutWords(runs, textMetrics, 'collapse'),
    Math.min(width, number('--missing-width')) - frame,
  );
  return Math.max(number('--missing-height'), lines.length * size * number('--line-height') + frame);
}
