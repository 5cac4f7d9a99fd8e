// Slides in a template's layouts: words without sizes, fonts or colours of their own where the layout has a place for them.
import type {
  DeckFrames,
  FrameArea,
  FrameColour,
  FrameParagraph,
  FrameRun,
  FrameTextStyle,
  SlideFrame,
} from '../../browser/index.ts';
import { escapeXml } from '../../escape.ts';
import { timingXml } from './animation.ts';
import { alternative, inlineMath, plainMath } from './graphics.ts';
import type { PptxLook } from './look.ts';
import type { PartWriter } from './part.ts';
import { emptyGroup, nameXml } from './shapes.ts';
import { framesXml, hiddenTitle, type SlideInput, type SlideWriting, unseenRun, wordsOf } from './slides.ts';
import { type FilledTemplatePlace, inTemplateFonts, type TemplateSlide } from './template-plan.ts';
import { linkXml, numberStarts, type TextContext } from './text.ts';
import { namespaces } from './xml-and-zip.ts';

export function templateSlideXml(
  { filled, free }: TemplateSlide,
  input: SlideInput,
  part: PartWriter,
  { look, deck }: { readonly look: PptxLook; readonly deck: DeckFrames },
): string {
  const writing: SlideWriting = { part, look, input, appearances: [] };
  const words = filled.map((one) => filledShape(one, writing, deck.fonts));
  const hasTitle = filled.some(isTitlePlace);
  const shapes = [
    ...(hasTitle ? [] : [hiddenTitle(input, writing)]),
    ...words,
    ...framesXml(inTemplateLook(free, deck), writing),
  ];
  const tree = `<p:spTree>${emptyGroup}${shapes.join('')}</p:spTree>`;
  return `<p:sld ${namespaces}><p:cSld>${tree}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>${timingXml(writing.appearances)}</p:sld>`;
}

function isTitlePlace({ place }: FilledTemplatePlace): boolean {
  return place.type === 'title' || place.type === 'ctrTitle';
}

function filledShape(filled: FilledTemplatePlace, writing: SlideWriting, fonts: DeckFrames['fonts']): string {
  const { place, paragraphs, scale, step } = filled;
  const id = writing.part.nextId();
  if (step !== undefined) writing.appearances.push({ step, shape: id, isText: true });
  else
    paragraphs.forEach(({ step: own }, paragraph) => {
      if (own !== undefined) writing.appearances.push({ step: own, shape: id, paragraph, isText: true });
    });
  const isTitle = isTitlePlace(filled);
  const name = nameXml({ id, name: `${isTitle ? 'Title' : 'Text'} ${id}` });
  const index = place.index === undefined ? '' : ` idx="${escapeXml(place.index)}"`;
  const placeholder = `<p:ph type="${escapeXml(place.type)}"${index}/>`;
  const size =
    scale < 1 ? `<a:normAutofit fontScale="${Math.round(scale * 100_000)}" lnSpcReduction="10000"/>` : '';
  const rest = isTitle ? restOfTitle(filled, writing) : '';
  const shapeIn = (context: TextContext): string => {
    const text = paragraphsIn(filled, context, fonts, rest);
    return `<p:sp><p:nvSpPr>${name}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${placeholder}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr>${size}</a:bodyPr><a:lstStyle/>${text}</p:txBody></p:sp>`;
  };
  const plain = shapeIn({ ...writing, math: plainMath });
  const withMath = shapeIn({ ...writing, math: inlineMath });
  return withMath === plain ? plain : alternative(withMath, plain);
}

/** What tells a title from another slide's of the same words, which is not seen. */
function restOfTitle({ paragraphs }: FilledTemplatePlace, writing: SlideWriting): string {
  const [shown, { title }] = [wordsOf({ paragraphs }), writing.input];
  const [first] = paragraphs;
  if (shown === title || !first) return '';
  const rest = title.startsWith(shown) ? title.slice(shown.length) : ` (${title})`;
  return unseenRun(rest, { ...first.style, size: 2 }, writing);
}

function paragraphsIn(
  filled: FilledTemplatePlace,
  context: TextContext,
  fonts: DeckFrames['fonts'],
  rest: string,
): string {
  const { paragraphs, place } = filled;
  const starts = numberStarts(paragraphs);
  const hasLists = place.type === 'obj' || place.type === 'body';
  return paragraphs
    .map((paragraph, at) => {
      const runs = paragraph.runs.map((run) => runXml(run, filled, context, fonts)).join('');
      const properties = paragraphXml(paragraph, hasLists, starts[at]);
      return `<a:p>${properties}${runs}${at === paragraphs.length - 1 ? rest : ''}</a:p>`;
    })
    .join('');
}

/** A list's signs are the template's own; its numbers are the notes'. */
function paragraphXml({ level, marker, direction }: FrameParagraph, hasLists: boolean, start = 1): string {
  const side = direction === 'rtl' ? ' algn="r" rtl="1"' : '';
  if (!hasLists) return side === '' ? '' : `<a:pPr${side}/>`;
  const depth = level > 0 ? ` lvl="${Math.min(8, level)}"` : '';
  if (!marker) return `<a:pPr marL="0"${depth} indent="0"${side}><a:buNone/></a:pPr>`;
  const isNumber = marker.kind === 'number' && marker.number >= 1 && start >= 1 && start <= 32_767;
  if (!isNumber) return `<a:pPr${depth}${side}/>`;
  const type = { '': 'arabicPlain', '.': 'arabicPeriod', ')': 'arabicParenR' }[marker.ending];
  const first = start === 1 ? '' : ` startAt="${start}"`;
  return `<a:pPr${depth}${side}><a:buFont typeface="+mj-lt"/><a:buAutoNum type="${type}"${first}/></a:pPr>`;
}

function runXml(
  run: FrameRun,
  filled: FilledTemplatePlace,
  context: TextContext,
  fonts: DeckFrames['fonts'],
): string {
  // Lines that were balanced for another box end elsewhere in this one.
  if (run.kind === 'break') return '<a:r><a:t> </a:t></a:r>';
  const { place, scale } = filled;
  const sized = { ...run.style, size: place.textSize * scale };
  const math = run.kind === 'formula' ? context.math?.({ ...run, style: sized }, context) : undefined;
  if (math !== undefined) return math;
  const { style } = run;
  const raise = style.raised && { sub: -25_000, super: 30_000 }[style.raised];
  const link = run.kind === 'text' ? run.link : undefined;
  const attributes = [
    ` lang="${escapeXml(style.language)}"`,
    style.weight >= 600 && !isTitlePlace(filled) ? ' b="1"' : '',
    style.italic ? ' i="1"' : '',
    style.underline && !link ? ' u="sng"' : '',
    style.strike ? ' strike="sngStrike"' : '',
    raise === undefined ? '' : ` baseline="${raise}"`,
  ];
  const isCode = style.family === fonts.code && fonts.code !== fonts.body;
  const font = isCode ? `<a:latin typeface="${escapeXml(style.family)}"/>` : '';
  const inside = font + (link ? linkXml(link, context.part) : '');
  const text = run.kind === 'formula' ? run.tex : run.text;
  return `<a:r><a:rPr${attributes.join('')}>${inside}</a:rPr><a:t>${escapeXml(text)}</a:t></a:r>`;
}

/**
 * What keeps its own setting, in the template's fonts and on its ground: letters and lines that would not be seen on a light
 * one, as they stood on a dark slide, are as dark as text is.
 */
function inTemplateLook(frames: readonly SlideFrame[], deck: DeckFrames): readonly SlideFrame[] {
  const fields = frames.flatMap((frame) => (frame.kind === 'shape' && frame.fill ? [frame.area] : []));
  const [ground, text] = [deck.colours['--background'], deck.colours['--text']];
  const seen = (colour: FrameColour): FrameColour =>
    ground && text && contrast(colour, ground) < 2 ? text : colour;
  return frames.map((frame) => {
    const isOnField = frame.kind !== 'shape' && fields.some((field) => holdsMiddle(field, frame.area));
    return restyled(
      frame,
      isOnField || frame.kind === 'chart' ? (colour) => colour : seen,
      deck.fonts,
    ) as SlideFrame;
  });
}

function holdsMiddle(field: FrameArea, { x, y, width, height }: FrameArea): boolean {
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  return (
    middleX >= field.x &&
    middleX <= field.x + field.width &&
    middleY >= field.y &&
    middleY <= field.y + field.height
  );
}

/** Every style of letters and every line within; fills stay, as they are seen by their edges. */
function restyled(
  value: unknown,
  seen: (colour: FrameColour) => FrameColour,
  fonts: DeckFrames['fonts'],
  key = '',
): unknown {
  if (Array.isArray(value)) return value.map((one) => restyled(one, seen, fonts));
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  if (key === 'style' && 'family' in value) {
    const style = inTemplateFonts(value as FrameTextStyle, fonts);
    return { ...style, colour: seen(style.colour) };
  }
  if (key === 'marker' && 'family' in value) {
    const marker = value as NonNullable<FrameParagraph['marker']>;
    return {
      ...marker,
      family: marker.family === fonts.code ? marker.family : fonts.body,
      colour: seen(marker.colour),
    };
  }
  if (key === 'fill' || key === 'colours') return value;
  if (key === 'colour') return seen(value as FrameColour);
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, restyled(inner, seen, fonts, name)]),
  );
}

/** WCAG 2.2, contrast ratio. */
function contrast(one: FrameColour, other: FrameColour): number {
  const [dark = 0, light = 0] = [relativeLuminance(one), relativeLuminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function relativeLuminance({ rgb }: FrameColour): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(rgb.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
