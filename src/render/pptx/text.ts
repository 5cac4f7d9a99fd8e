// Paragraphs and runs as DrawingML (ECMA-376, part 1, 21.1.2).
import type {
  FrameLink,
  FrameMarker,
  FrameParagraph,
  FrameRun,
  FrameTextRun,
  FrameTextStyle,
  TextFrame,
} from '../../browser/index.ts';
import { escapeXml } from '../../escape.ts';
import { colourXml, fillXml, fontXml, type PptxLook, typefaceOf } from './look.ts';
import type { PartWriter } from './part.ts';
import { emu } from './xml-and-zip.ts';

/** What text of a part is written with. */
export interface TextContext {
  readonly part: PartWriter;
  readonly look: PptxLook;
  /** Gives formulas among words as what they are, where they can be; without it, and elsewhere, stands their TeX. */
  readonly math?: (formula: FormulaRun, context: TextContext) => string | undefined;
}

type FormulaRun = Extract<FrameRun, { kind: 'formula' }>;

/** Hundredths of a point: 0.75 pt to the px of 96 to an inch. */
export function points(px: number): number {
  return Math.round(px * 75);
}

/**
 * How far above its place in the browser a paragraph has to begin. CSS shares what a line is higher than its font between above
 * and below; in lines of an exact height LibreOffice sets letters a fifth of their size above the line's lower edge, whatever the
 * font (measured over 400 frames in four fonts, to a px).
 */
export function lineShift({ line, ascent, descent, style }: FrameParagraph): number {
  return line - 0.2 * style.size - ((line - ascent - descent) / 2 + ascent);
}

/** The whole text of a frame: `p:txBody`, or `a:txBody` for what stands in DrawingML. */
export function textBody(frame: TextBox, context: TextContext, name = 'p:txBody'): string {
  return `<${name}>${bodyProperties(frame)}<a:lstStyle/>${paragraphsXml(frame.paragraphs, context)}</${name}>`;
}

type TextBox = Pick<TextFrame, 'anchor' | 'columns' | 'paragraphs'>;

function bodyProperties({ anchor, columns }: TextBox): string {
  const place = { top: 't', middle: 'ctr', bottom: 'b' }[anchor];
  const column = columns ? ` numCol="${columns.count}" spcCol="${emu(columns.gap)}"` : '';
  return `<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"${column} rtlCol="0" anchor="${place}"><a:noAutofit/></a:bodyPr>`;
}

export function paragraphsXml(paragraphs: readonly FrameParagraph[], context: TextContext): string {
  const starts = numberStarts(paragraphs);
  return paragraphs
    .map((paragraph, at) => {
      const above = paragraphs[at - 1];
      const before = above ? paragraph.before - lineShift(paragraph) + lineShift(above) : 0;
      const { attributes, content } = paragraphProperties(paragraph, { before, start: starts[at] }, context);
      const properties = `<a:pPr ${attributes}>${content}</a:pPr>`;
      const runs = withBreaks(paragraph.runs)
        .map((run) => runXml(run, context))
        .join('');
      const end = runProperties(paragraph.style, context, { name: 'a:endParaRPr' });
      return `<a:p>${properties}${runs}${end}</a:p>`;
    })
    .join('');
}

/** Numbers of one list follow one another: all of its items name the first of them. */
export function numberStarts(paragraphs: readonly FrameParagraph[]): readonly (number | undefined)[] {
  const open = new Map<number, { readonly start: number; next: number }>();
  return paragraphs.map(({ level, marker }) => {
    for (const deeper of [...open.keys()]) if (deeper > level) open.delete(deeper);
    if (marker?.kind !== 'number') {
      open.delete(level);
      return undefined;
    }
    const known = open.get(level);
    const list = known?.next === marker.number ? known : { start: marker.number, next: marker.number };
    list.next = marker.number + 1;
    open.set(level, list);
    return list.start;
  });
}

function paragraphProperties(
  { level, align, direction, indent, first, endIndent, line, marker, style }: FrameParagraph,
  { before, start }: { readonly before: number; readonly start: number | undefined },
  { look }: TextContext,
): { readonly attributes: string; readonly content: string } {
  const attributes = [
    `marL="${emu(Math.max(0, indent))}"`,
    endIndent > 1 ? `marR="${emu(endIndent)}"` : 'marR="0"',
    level > 0 ? `lvl="${level}"` : '',
    `indent="${emu(first - Math.max(0, indent))}"`,
    `algn="${{ left: 'l', right: 'r', center: 'ctr', justify: 'just' }[align]}"`,
    `rtl="${direction === 'rtl' ? 1 : 0}"`,
  ];
  const content = [
    `<a:lnSpc><a:spcPts val="${Math.max(100, points(line))}"/></a:lnSpc>`,
    `<a:spcBef><a:spcPts val="${Math.max(0, points(before))}"/></a:spcBef>`,
    '<a:spcAft><a:spcPts val="0"/></a:spcAft>',
    marker ? markerXml(marker, start ?? 1, style, look) : '<a:buNone/>',
  ];
  return { attributes: attributes.filter(Boolean).join(' '), content: content.join('') };
}

/** `a:lvl1pPr` …: what paragraphs of a level look like, `level` from 0. */
export function levelStyle(paragraph: FrameParagraph, level: number, context: TextContext): string {
  const facts = { before: level === 0 ? 0 : paragraph.before, start: 1 };
  const { attributes, content } = paragraphProperties({ ...paragraph, level: 0 }, facts, context);
  const run = runProperties(paragraph.style, context, { name: 'a:defRPr' });
  return `<a:lvl${level + 1}pPr ${attributes}>${content}${run}</a:lvl${level + 1}pPr>`;
}

function markerXml(marker: FrameMarker, start: number, style: FrameTextStyle, look: PptxLook): string {
  const { name } = typefaceOf({ family: marker.family, weight: style.weight });
  const facts = [
    `<a:buClr>${colourXml(marker.colour, look)}</a:buClr>`,
    // The format has a quarter to four times the text's size.
    `<a:buSzPct val="${Math.min(400_000, Math.max(25_000, Math.round(marker.scale * 100) * 1000))}"/>`,
    `<a:buFont typeface="${escapeXml(name)}"/>`,
  ].join('');
  if (marker.kind === 'sign') return `${facts}<a:buChar char="${escapeXml(marker.text)}"/>`;
  const type = { '': 'arabicPlain', '.': 'arabicPeriod', ')': 'arabicParenR' }[marker.ending];
  // Lists of the format begin at 1 to 32,767.
  if (marker.number < 1 || start < 1 || start > 32_767)
    return `${facts}<a:buChar char="${marker.number}${marker.ending}"/>`;
  return `${facts}<a:buAutoNum type="${type}"${start === 1 ? '' : ` startAt="${start}"`}/>`;
}

/** A browser may end a line between a word and a formula with no space between them; an office program needs a sign to. */
function withBreaks(runs: readonly FrameRun[]): readonly FrameRun[] {
  return runs.map((run, at) => {
    const meet = run.kind === 'text' && runs[at + 1]?.kind === 'formula' && /[\p{L}\p{N}]$/u.test(run.text);
    return meet ? { ...run, text: `${run.text}\u200b` } : run;
  });
}

function runXml(run: FrameRun, context: TextContext): string {
  switch (run.kind) {
    case 'break':
      return '<a:br/>';
    case 'formula':
      return (
        context.math?.(run, context) ?? textRun({ kind: 'text', text: run.tex, style: run.style }, context)
      );
    case 'text':
      return textRun(run, context);
  }
}

function textRun({ text, style, link }: FrameTextRun, context: TextContext): string {
  const properties = runProperties(style, context, { link });
  return `<a:r>${properties}<a:t>${escapeXml(text)}</a:t></a:r>`;
}

/** `a:rPr` in the order of its schema; the same for the end of a paragraph. */
export function runProperties(
  style: FrameTextStyle,
  { part, look }: TextContext,
  { name = 'a:rPr', link }: { readonly name?: string; readonly link?: FrameLink | undefined } = {},
): string {
  const face = typefaceOf(style);
  const tracking = points(style.tracking);
  const raise = style.raised && { sub: -25_000, super: 30_000 }[style.raised];
  const attributes = [
    `lang="${escapeXml(style.language)}"`,
    `sz="${Math.min(400_000, Math.max(100, points(style.size)))}"`,
    `b="${face.isBold ? 1 : 0}"`,
    `i="${style.italic ? 1 : 0}"`,
    style.underline && !link ? 'u="sng"' : '',
    style.strike ? 'strike="sngStrike"' : '',
    raise === undefined ? '' : `baseline="${raise}"`,
    // Without it the letters would stand as those of the layout's level do.
    `spc="${tracking}"`,
    'dirty="0"',
  ];
  const content = [
    fillXml(style.colour, look),
    style.highlight ? `<a:highlight>${colourXml(style.highlight, look)}</a:highlight>` : '',
    fontXml(face, look),
    link ? linkXml(link, part) : '',
  ];
  return `<${name} ${attributes.filter(Boolean).join(' ')}>${content.join('')}</${name}>`;
}

/** It keeps the colour of the text around it ([MS-ODRAWXML] 2.2.2, `hlinkClr`). */
const ownColour =
  '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>';

export function linkXml(link: FrameLink, part: PartWriter): string {
  if (link.kind === 'slide') {
    const id = part.relate('slide', slidePartName(link.slide));
    return `<a:hlinkClick r:id="${id}" action="ppaction://hlinksldjump">${ownColour}</a:hlinkClick>`;
  }
  return `<a:hlinkClick r:id="${part.relateOutside('hyperlink', link.address)}">${ownColour}</a:hlinkClick>`;
}

/** The part of a slide, counted from 1. */
export function slidePartName(number: number): string {
  return `ppt/slides/slide${number}.xml`;
}
