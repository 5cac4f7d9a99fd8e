import type { SlideSnapshot } from '../../browser/index.ts';
import { type Finding, groupBy, reporter, type SourceSpans } from '../finding.ts';
import type { ForeignCharacter } from '../page/foreign-characters.ts';
import type { PdfPage } from '../pdf/read-pdf.ts';

/**
 * Scripts whose fonts travel with the themes, and characters that belong to all. The fonts of others are
 * too large to travel: the viewer's machine draws them, and the build reports them.
 */
const travels = /[\p{scx=Latn}\p{scx=Grek}\p{scx=Cyrl}\p{scx=Zyyy}\p{scx=Zinh}]/u;
/** Belong to all scripts by name, and to those of East Asia by use: stops, brackets, full-width letters. */
const eastAsian = /[\u3000-\u303f\uff00-\uffef\ufe30-\ufe4f]/u;

/**
 * Characters that a font of this machine drew: one finding for each font. Those of other scripts, and
 * those that no font that travels has, are apart, whether this machine has a font for them or not: the
 * build names them.
 */
export function checkGlyphs(
  foreignCharacters: readonly ForeignCharacter[],
  slides: readonly SlideSnapshot[],
  spans: SourceSpans,
  hasNoFont: (character: string) => boolean,
): { readonly findings: readonly Finding[]; readonly excepted: readonly string[] } {
  const isApart = ({ character }: ForeignCharacter): boolean => isExcepted(character) || hasNoFont(character);
  const foreign = foreignCharacters.filter(isApart).map(({ character }) => character);
  const fontless = slides.flatMap(({ text }) => [...text].filter((one) => needsGlyph(one) && hasNoFont(one)));
  const others = foreignCharacters.filter((one) => !isApart(one));
  const byFont = groupBy(others, ({ font, family }) => `${family}\n${font}`);
  return {
    findings: [...byFont.values()].flatMap((group) => glyphFinding(group, spans)),
    excepted: [...new Set([...foreign, ...fontless])],
  };
}

/**
 * Characters that are drawn as boxes though a font that travels has them. A PDF has no character for a box:
 * what is on the slide and not in the text of its page, where the page holds such a glyph.
 */
export function checkBoxes(
  slides: readonly SlideSnapshot[],
  pages: readonly PdfPage[],
  spans: SourceSpans,
  hasNoFont: (character: string) => boolean,
): readonly Finding[] {
  const report = reporter(spans, 'PDF');
  const reported = new Set<string>();
  return pages.flatMap(({ text, unknown }, at) => {
    if (unknown === 0) return [];
    const printed = new Set(text.normalize('NFKC'));
    const characters = [...new Set(slides[at]?.text.normalize('NFKC') ?? '')];
    const boxes = characters.filter(
      (character) =>
        !printed.has(character) &&
        !reported.has(character) &&
        needsGlyph(character) &&
        !isExcepted(character) &&
        !hasNoFont(character),
    );
    for (const character of boxes) reported.add(character);
    return boxes.map((character) => {
      const message = `“${character}” on page ${at + 1} is drawn as a box: no font has it`;
      return report('check/glyph', message, { slide: at + 1, text: character });
    });
  });
}

/** ASCII is in every font; spaces, marks and controls have no look of their own, emoji are pictures. */
function needsGlyph(character: string): boolean {
  return character > '\u007f' && !/[\p{C}\p{Z}\p{M}\p{Extended_Pictographic}]/u.test(character);
}

/** Characters that are named one by one; more are counted. */
const named = 8;

function glyphFinding(group: readonly ForeignCharacter[], spans: SourceSpans): readonly Finding[] {
  const [first] = group;
  if (!first) return [];
  const list = group.slice(0, named).map(({ character }) => `“${character}”`);
  const more = group.length > named ? ` and ${group.length - named} more` : '';
  const by = `drawn by ${first.font || 'no font'}, which is not embedded; asked for is ${first.family}`;
  const slide = Math.min(...group.map((one) => one.slide));
  const text = group.find((one) => one.slide === slide)?.character ?? '';
  const message = `${list.join(', ')}${more}, first on slide ${slide}: ${by}`;
  return [reporter(spans, 'HTML')('check/glyph', message, { slide, text })];
}

/** Whether a text has characters that the build names as those of no font that travels: only the viewer's own may have them. */
export function lacksFont(text: string, hasNoFont: (character: string) => boolean): boolean {
  return [...new Set(text)].some((one) => needsGlyph(one) && hasNoFont(one));
}

export function isExcepted(character: string): boolean {
  return !travels.test(character) || eastAsian.test(character);
}
