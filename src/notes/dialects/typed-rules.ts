// Rows of a sign that part what stands above from what stands below, in signs that Markdown has no rule for: `===`, `———`.
import type { Edit } from '../markdown/rewritten-text.ts';
import { isBlankLine, type TextLine } from '../markdown/source-lines.ts';

const ofOneSign = /^([=—–―─━═•●·∙⋅◦◇◆※＊＝～〜－])(?:[ \t]{0,9}\1){2,}$/;
/** Three dots say that something is left out, and three tildes begin code. */
const ofDotsAndTildes = /^(?:\.{4,}|\.(?:[ \t]{1,9}\.){3,}|~(?:[ \t]{1,9}~){2,}|#{7,})$/;
const ofSeveralSigns = /^(?=[^=~]*[=~])(?!~+$)[-=~*]{5,}$/;
const ornament = /^[⁂❦❧☙✻❖]$/u;

/** Every line that may be one, quickly told from most others. */
export const typedRules: RegExp =
  /^[ \t]{0,3}[-=~*.#—–―─━═•●·∙⋅◦◇◆※＊＝～〜－⁂❦❧☙✻❖]{1,200}[ \t\r]*$|^[ \t]{0,3}(\S)[ \t]{1,9}\1[ \t]/mu;

/** A heading by signs is whole: what stands right below is no underline of it. */
const heading = /^ {0,3}#{1,6}[ \t]+\S/;

/** Alone between blank lines, or below a heading, they head nothing, and are rules. */
export function typedRuleEdits(lines: readonly TextLine[]): Edit[] {
  const isBlank = (line: TextLine | undefined): boolean => line === undefined || isBlankLine(line);
  return lines.flatMap(({ text, start, isPlain }, at) => {
    const above = lines[at - 1];
    const isSetOff = isPlain && (isBlank(above) || heading.test(above?.text ?? '')) && isBlank(lines[at + 1]);
    const indent = /^ {0,3}(?=\S)/.exec(text)?.[0].length;
    const row = text.trim();
    if (!isSetOff || indent === undefined || !isRule(row)) return [];
    return [{ start: start + indent, end: start + indent + row.length, parts: ['***'] }];
  });
}

function isRule(row: string): boolean {
  return [ofOneSign, ofDotsAndTildes, ofSeveralSigns, ornament].some((kind) => kind.test(row));
}
