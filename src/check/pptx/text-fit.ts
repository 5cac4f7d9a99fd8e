// Whether a text fits the box that a PowerPoint file gives it, by the theme's own letter widths. Its lines are filled as
// office programs and browsers fill them: word after word.
import { childOf, elementsIn, emuPerPx, readTypeface, textIn, type XmlElement } from '../../office/index.ts';
import { type TextMetrics, textBreaks } from '../../theme/index.ts';
import { lacksFont } from '../rules/glyphs.ts';
import type { OpenedShape, OpenedSlide, ShapeBox } from './presentation.ts';

/** Points of type are 4/3 px. */
const pxOfPoint = 4 / 3;
/** `a:bodyPr` without insets (ECMA-376, part 1, 21.1.2.1.1), EMU. */
const [sideInset, endInset] = [91_440, 45_720];
/** Of text that neither itself nor its styles give a size, hundredths of a point (21.1.2.3.9). */
const usualSize = 1_800;

export interface TightText {
  readonly shape: OpenedShape;
  /** px that the text is higher than its box. */
  readonly px: number;
}

/**
 * Texts that need more height than their boxes have: by half a line at least, which the rounding of lines does not give.
 * Not measured are scripts whose letters join, which are narrower together than each by itself, and characters that no
 * font of the theme has, whose widths are those of whatever font stands in for it.
 */
export function tightTexts(
  { shapes, theme }: OpenedSlide,
  textMetrics: TextMetrics,
  hasNoFont: (character: string) => boolean,
): readonly TightText[] {
  return shapes.flatMap((shape) => {
    const body = childOf(shape.element, 'p:txBody');
    if (!body || !shape.box || shape.isHidden || shape.text.trim() === '') return [];
    if (complex.test(shape.text) || lacksFont(shape.text, hasNoFont)) return [];
    const families = themeFamilies(theme?.root);
    const { needed, room, line } = heightOf(body, shape, shape.box, { textMetrics, families });
    const over = needed - room;
    return over > line / 2 ? [{ shape, px: Math.round(over) }] : [];
  });
}

interface FitContext {
  readonly textMetrics: TextMetrics;
  readonly families: ReadonlyMap<string, string>;
}

/** What `+mj-lt`, `+mn-lt` and those of other scripts stand for. */
function themeFamilies(theme: XmlElement | undefined): ReadonlyMap<string, string> {
  const fonts = childOf(theme, 'a:themeElements', 'a:fontScheme');
  const families = ['latin', 'ea'].flatMap((script) =>
    ['major', 'minor'].map((kind): [string, string] => {
      const name = `+m${kind === 'major' ? 'j' : 'n'}-${script === 'latin' ? 'lt' : script}`;
      const typeface = childOf(fonts, `a:${kind}Font`, `a:${script}`)?.attributes.get('typeface');
      return [name, typeface ?? ''];
    }),
  );
  return new Map(families);
}

/** All in px. `line` is the height of the lowest line. */
function heightOf(body: XmlElement, { styles }: OpenedShape, box: ShapeBox, context: FitContext) {
  const settings = childOf(body, 'a:bodyPr')?.attributes;
  const inset = (key: string, usual: number): number => Number(settings?.get(key) ?? usual) / emuPerPx;
  const columns = Number(settings?.get('numCol') ?? 1);
  const gap = inset('spcCol', 0);
  const inner = box.width / emuPerPx - inset('lIns', sideInset) - inset('rIns', sideInset);
  const isLine = settings?.get('wrap') === 'none';
  const width = isLine ? Number.POSITIVE_INFINITY : (inner - gap * (columns - 1)) / columns;
  const paragraphs = elementsIn(body).filter(({ name }) => name === 'a:p');
  const heights = paragraphs.map((paragraph) => paragraphHeight(paragraph, styles, width, context));
  const needed = heights.reduce(
    (sum, { before, lines, after }, at) =>
      sum + (at === 0 ? 0 : before) + lines + (at === heights.length - 1 ? 0 : after),
    0,
  );
  return {
    needed: needed / columns,
    room: box.height / emuPerPx - inset('tIns', endInset) - inset('bIns', endInset),
    line: Math.min(...heights.map(({ line }) => line)),
  };
}

function paragraphHeight(
  paragraph: XmlElement,
  styles: readonly XmlElement[],
  width: number,
  context: FitContext,
) {
  const own = childOf(paragraph, 'a:pPr');
  const level = Number(own?.attributes.get('lvl') ?? 0);
  const levels = [own, ...styles.map((style) => childOf(style, `a:lvl${level + 1}pPr`))].filter(
    (one) => one !== undefined,
  );
  const number = (key: string): number =>
    Number(levels.find(({ attributes }) => attributes.has(key))?.attributes.get(key) ?? 0) / emuPerPx;
  const room = width - number('marL') - number('marR');
  const runs = runsOf(paragraph, levels, context);
  const natural = Math.max(...runs.map(({ natural }) => natural));
  const spacing = (name: string, unit: number, usual: number): number =>
    spaceOf(
      levels.map((one) => childOf(one, name)).find((one) => one !== undefined),
      unit,
    ) ?? usual;
  const line = spacing('a:lnSpc', natural, natural);
  return {
    before: spacing('a:spcBef', natural, 0),
    after: spacing('a:spcAft', natural, 0),
    line,
    lines: lineCount(runs, room, startOf(levels, number('indent'))) * line,
  };
}

/** Where the first line begins, px from the others: a marker stands before them, and only text without one begins there. */
function startOf(levels: readonly XmlElement[], indent: number): number {
  const marker = levels.flatMap(elementsIn).find(({ name }) => /^a:bu(?:None|Char|AutoNum|Blip)$/.test(name));
  return marker === undefined || marker.name === 'a:buNone' ? indent : Math.max(0, indent);
}

/** px; a share is one of the line's own height. */
function spaceOf(space: XmlElement | undefined, natural: number): number | undefined {
  const [kind] = space ? elementsIn(space) : [];
  const value = Number(kind?.attributes.get('val') ?? Number.NaN);
  if (Number.isNaN(value)) return undefined;
  return kind?.name === 'a:spcPct' ? (natural * value) / 100_000 : (value / 100) * pxOfPoint;
}

interface MeasuredRun {
  readonly text: string;
  /** Of a line that it stands in, px. */
  readonly natural: number;
  width(text: string): number;
  readonly space: number;
}

function runsOf(
  paragraph: XmlElement,
  levels: readonly XmlElement[],
  context: FitContext,
): readonly MeasuredRun[] {
  const inherited = levels.map((level) => childOf(level, 'a:defRPr')).filter((one) => one !== undefined);
  const end = childOf(paragraph, 'a:endParaRPr');
  const runs = elementsIn(paragraph).flatMap((run) => {
    if (run.name === 'a:br') return [measured('\n', [childOf(run, 'a:rPr'), ...inherited], context)];
    const text = childOf(run, 'a:t');
    return text ? [measured(textIn(text), [childOf(run, 'a:rPr'), ...inherited], context)] : [];
  });
  return runs.length > 0 ? runs : [measured('', [end, ...inherited], context)];
}

/** Scripts whose runs are set in the fonts of East Asia (`a:ea`). */
const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Scripts whose letters take other forms beside each other. */
const complex =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Syriac}]/u;

function measured(
  text: string,
  styles: readonly (XmlElement | undefined)[],
  { textMetrics, families }: FitContext,
): MeasuredRun {
  const value = (key: string): string | undefined =>
    styles.find((style) => style?.attributes.has(key))?.attributes.get(key);
  const script = eastAsian.test(text) ? 'ea' : 'latin';
  const typeface = styles.map((style) => childOf(style, `a:${script}`)).find((one) => one !== undefined);
  const written = typeface?.attributes.get('typeface') ?? '+mn-lt';
  const size = (Number(value('sz') ?? usualSize) / 100) * pxOfPoint;
  const { family, weight } = readTypeface(families.get(written) ?? written);
  const metrics = textMetrics({
    family,
    weight: weight ?? (/^(?:1|true)$/.test(value('b') ?? '') ? 700 : 400),
    italic: /^(?:1|true)$/.test(value('i') ?? ''),
    size,
    tracking: (Number(value('spc') ?? 0) / 100) * pxOfPoint,
  });
  // Raised and lowered letters are two thirds as large.
  const scale = Number(value('baseline') ?? 0) === 0 ? 1 : 2 / 3;
  return {
    text,
    natural: metrics.ascent + metrics.descent,
    width: (part) => metrics.width(part) * scale,
    space: metrics.space('', '') * scale,
  };
}

/** Lines by filling each as far as it goes. The first one begins `start` px later, or earlier (below 0). */
function lineCount(runs: readonly MeasuredRun[], room: number, start: number): number {
  let [count, used, isEmpty] = [1, start, true];
  const next = (): void => {
    count += 1;
    used = 0;
    isEmpty = true;
  };
  // What no run may be parted from in the next: the end of one word may be in the next run.
  let [word, space] = [0, 0];
  const place = (): void => {
    if (!isEmpty && used + space + word > room) next();
    used += (isEmpty ? 0 : space) + word;
    if (word > 0) isEmpty = false;
    [word, space] = [0, 0];
  };
  for (const run of runs) {
    for (const [piece] of run.text.matchAll(/\n|\u200b|[ \t]+|[^ \t\n\u200b]+/g)) {
      if (piece === '\n') {
        place();
        next();
      } else if (piece === '\u200b') {
        place();
      } else if (/^[ \t]/.test(piece)) {
        if (word > 0) place();
        space += run.space * piece.length;
      } else {
        let from = 0;
        for (const at of [...textBreaks(piece), piece.length]) {
          word += run.width(piece.slice(from, at));
          if (at < piece.length) place();
          from = at;
        }
      }
    }
  }
  place();
  return count;
}
