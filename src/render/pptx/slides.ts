// The slides: every frame as a shape, in the order of reading, with what appears at a click.
import type {
  ChartFrame,
  FrameArea,
  FrameFill,
  FrameLink,
  FrameRun,
  ShapeFrame,
  SlideFrame,
  SlideFrames,
  TextFrame,
} from '../../browser/index.ts';
import { escapeXml } from '../../escape.ts';
import { type Appearance, timingXml } from './animation.ts';
import { alternative, chartShape, formulaShape, inlineMath, plainMath, tableShape } from './graphics.ts';
import { fillXml, type PptxLook } from './look.ts';
import type { PartWriter } from './part.ts';
import {
  drawnShape,
  emptyGroup,
  groupShape,
  nameXml,
  type Placeholder,
  pictureShape,
  placeholderXml,
  placeXml,
  readDataAddress,
  type ShapeName,
  textShapeXml,
} from './shapes.ts';
import { runProperties, type TextContext } from './text.ts';
import { namespaces } from './xml-and-zip.ts';

export interface SlideInput {
  readonly slide: SlideFrames;
  readonly places: ReadonlyMap<SlideFrame, Placeholder>;
  /** Its name in the outline, which no other slide has. */
  readonly title: string;
  /** PNG of a drawing by its number, where one was taken. */
  capture(drawing: number): Uint8Array | undefined;
  /** Gives the id of the relation to a chart's part. */
  addChart(frame: ChartFrame, context: TextContext): string;
}

/** What is written so far of one slide. */
export interface SlideWriting extends TextContext {
  readonly input: SlideInput;
  readonly appearances: Appearance[];
}

export function slideXml(input: SlideInput, part: PartWriter, look: PptxLook): string {
  const { slide } = input;
  const writing: SlideWriting = { part, look, input, appearances: [] };
  const shapes = framesXml(slide.frames, writing);
  if (![...input.places.values()].some(isTitle)) shapes.unshift(hiddenTitle(input, writing));
  const tree = `<p:spTree>${emptyGroup}${shapes.join('')}</p:spTree>`;
  const timing = timingXml(writing.appearances);
  return `<p:sld ${namespaces}><p:cSld>${backgroundXml(slide.background, writing)}${tree}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>${timing}</p:sld>`;
}

/** Frames as shapes, those of one group in a group. */
export function framesXml(frames: readonly SlideFrame[], writing: SlideWriting): string[] {
  const shapes: string[] = [];
  for (let index = 0; index < frames.length; ) {
    const group = groupAt(frames, index);
    const [frame] = group;
    if (!frame) break;
    shapes.push(group.length > 1 ? groupXml(group, writing) : frameXml(frame, writing));
    index += group.length;
  }
  return shapes;
}

export function isTitle({ type }: Placeholder): boolean {
  return type === 'title' || type === 'ctrTitle';
}

function backgroundXml(background: FrameFill, { look, part }: TextContext): string {
  if (background.kind === 'colour') {
    return `<p:bg><p:bgPr>${fillXml(background.colour, look)}<a:effectLst/></p:bgPr></p:bg>`;
  }
  const picture = readDataAddress(background.address);
  if (!picture || picture.type === 'svg') return '';
  const id = part.picture(picture.bytes, picture.type);
  return `<p:bg><p:bgPr><a:blipFill dpi="0" rotWithShape="1"><a:blip r:embed="${id}"/><a:srcRect/><a:stretch><a:fillRect/></a:stretch></a:blipFill><a:effectLst/></p:bgPr></p:bg>`;
}

/** A frame, with those after it that are of its group. */
function groupAt(frames: readonly SlideFrame[], index: number): readonly SlideFrame[] {
  const first = frames[index];
  if (!first) return [];
  let end = index + 1;
  while (first.group !== undefined && frames[end]?.group === first.group) end += 1;
  return frames.slice(index, end);
}

function groupXml(frames: readonly SlideFrame[], writing: SlideWriting): string {
  const id = writing.part.nextId();
  const inside = frames.map((frame) => frameXml(frame, writing, true)).join('');
  const step = frames[0]?.step;
  if (step !== undefined && frames.every((frame) => frame.step === step))
    writing.appearances.push({ step, shape: id, isText: false });
  const name = { id, name: frames[0]?.group ?? '', isDecorative: true };
  return groupShape(
    name,
    frames.map(({ area }) => area),
    inside,
  );
}

function frameXml(frame: SlideFrame, writing: SlideWriting, isInGroup = false): string {
  switch (frame.kind) {
    case 'shape':
      return shapeXml(frame, writing, isInGroup);
    case 'text':
    case 'code':
      return textXml(frame.kind === 'code' ? { ...frame, kind: 'text' } : frame, writing, frame.kind);
    case 'picture': {
      const picture = readDataAddress(frame.fallback ?? frame.address);
      if (!picture) return '';
      const svg = frame.fallback === undefined ? undefined : readDataAddress(frame.address)?.bytes;
      const shape = {
        area: frame.area,
        picture,
        ...(svg && { svg }),
        ...(frame.crop && { crop: frame.crop }),
        ...(frame.link && { link: frame.link }),
      };
      const id = writing.part.nextId();
      appears(frame, id, writing);
      const name = { id, name: `Picture ${id}`, alt: frame.alt, isDecorative: frame.alt === '' };
      return pictureShape(shape, name, writing.input.places.get(frame), writing);
    }
    case 'drawing':
      return captured(
        frame,
        graphicName(frame, 'Drawing', frame.alt, writing),
        writing,
        Buffer.from(frame.svg),
      );
    case 'chart': {
      const name = graphicName(frame, 'Chart', frame.alt, writing);
      return chartShape(frame, name, writing.input.addChart(frame, writing));
    }
    case 'formula': {
      const name = graphicName(frame, 'Formula', frame.tex, writing);
      const picture = captured(frame, name, writing);
      return formulaShape(frame, name, picture, writing) ?? picture;
    }
    case 'table':
      return tableShape(frame, graphicName(frame, 'Table', '', writing), writing);
  }
}

function shapeXml(frame: ShapeFrame, writing: SlideWriting, isInGroup: boolean): string {
  const id = writing.part.nextId();
  if (frame.step !== undefined && !isInGroup)
    writing.appearances.push({ step: frame.step, shape: id, isText: false });
  return drawnShape(frame, id, writing.look);
}

function appears({ step }: SlideFrame, shape: number, { appearances }: SlideWriting): void {
  if (step !== undefined) appearances.push({ step, shape, isText: false });
}

/** What a frame of its own is called; from then on it appears when it is to. */
function graphicName(frame: SlideFrame, word: string, alt: string, writing: SlideWriting): ShapeName {
  const id = writing.part.nextId();
  appears(frame, id, writing);
  return { id, name: `${word} ${id}`, alt };
}

/** A picture of what is drawn in the browser. */
function captured(
  frame: SlideFrame & { readonly drawing: number },
  name: ShapeName,
  writing: SlideWriting,
  svg?: Uint8Array,
): string {
  const bytes = writing.input.capture(frame.drawing);
  if (!bytes) return '';
  const shape = { area: frame.area, picture: { bytes, type: 'png' as const }, ...(svg && { svg }) };
  return pictureShape(shape, name, undefined, writing);
}

function plainWords({ runs }: TextFrame['paragraphs'][number]): string {
  return runs
    .map((run) => (run.kind === 'text' ? run.text : run.kind === 'formula' ? run.tex : ' '))
    .join('');
}

/** The words of a text, its paragraphs apart by spaces. */
export function wordsOf({ paragraphs }: Pick<TextFrame, 'paragraphs'>): string {
  return paragraphs.map(plainWords).join(' ').replace(/\s+/g, ' ').trim();
}

const names: Readonly<Record<TextFrame['role'], string>> = {
  title: 'Title',
  subtitle: 'Subtitle',
  body: 'Text',
  caption: 'Caption',
  marker: 'Marker',
  footer: 'Footer',
  number: 'Slide number',
  label: 'Label',
  decoration: 'Sign',
};

function textXml(frame: TextFrame, writing: SlideWriting, kind: 'text' | 'code'): string {
  const { input, appearances } = writing;
  const id = writing.part.nextId();
  const placeholder = input.places.get(frame);
  if (frame.step !== undefined) appearances.push({ step: frame.step, shape: id, isText: true });
  else
    frame.paragraphs.forEach(({ step }, paragraph) => {
      if (step !== undefined) appearances.push({ step, shape: id, paragraph, isText: true });
    });
  const label = kind === 'code' ? 'Code' : names[frame.role];
  const link = linkOfWhole(frame);
  const name = {
    id,
    name: `${label} ${id}`,
    isDecorative: frame.role === 'decoration',
    ...(link && { link }),
  };
  const field = frame.role === 'number' ? { field: 'slidenum' } : {};
  const shapeIn = (context: TextContext): string => {
    const shape = textShapeXml(link ? withoutLinks(frame) : frame, { name, placeholder, ...field }, context);
    return placeholder && isTitle(placeholder) ? withRest(shape, frame, input.title, writing) : shape;
  };
  const plain = shapeIn({ ...writing, math: plainMath });
  const withMath = hasFormula(frame) ? shapeIn({ ...writing, math: inlineMath }) : plain;
  return withMath === plain ? plain : alternative(withMath, plain);
}

function hasFormula({ paragraphs }: TextFrame): boolean {
  return paragraphs.some(({ runs }) => runs.some(({ kind }) => kind === 'formula'));
}

/** A line that leads somewhere and is not underlined, as those of an agenda: the box is the link, as text would be underlined. */
function linkOfWhole({ paragraphs }: TextFrame): FrameLink | undefined {
  const runs = paragraphs.flatMap((paragraph) => paragraph.runs);
  const [first] = runs;
  if (first?.kind !== 'text' || !first.link) return undefined;
  const link = JSON.stringify(first.link);
  const isWhole = runs.every(
    (run) => run.kind === 'text' && !run.style.underline && JSON.stringify(run.link) === link,
  );
  return isWhole ? first.link : undefined;
}

function withoutLinks(frame: TextFrame): TextFrame {
  const paragraphs = frame.paragraphs.map((paragraph) => ({
    ...paragraph,
    runs: paragraph.runs.map((run): FrameRun => {
      if (run.kind !== 'text') return run;
      const { link: _, ...rest } = run;
      return rest;
    }),
  }));
  return { ...frame, paragraphs };
}

/**
 * Slides below one heading are told apart by words that are not shown, as in the HTML: at the end of the title, too small to
 * take room, without colour. They are in the outline, and screen readers say them.
 */
function withRest(shape: string, frame: TextFrame, title: string, context: TextContext): string {
  const shown = wordsOf(frame);
  const [first] = frame.paragraphs;
  if (shown === title || !first) return shape;
  const rest = title.startsWith(shown) ? title.slice(shown.length) : ` (${title})`;
  const end = shape.lastIndexOf('<a:endParaRPr');
  const run = unseenRun(rest, { ...first.style, size: 2 }, context);
  return shape.slice(0, end) + run + shape.slice(end);
}

export function unseenRun(
  text: string,
  style: TextFrame['paragraphs'][number]['style'],
  context: TextContext,
): string {
  const properties = runProperties(style, context).replace(/<a:solidFill>.*?<\/a:solidFill>/, '<a:noFill/>');
  return `<a:r>${properties}<a:t>${escapeXml(text)}</a:t></a:r>`;
}

/** px; along the upper edge, where nothing else stands. */
const hiddenArea: FrameArea = { x: 64, y: 4, width: 640, height: 14 };

/** A slide that shows no title has one all the same, without colour: for the outline and for those who listen. */
export function hiddenTitle({ slide, title }: SlideInput, context: TextContext): string {
  const id = context.part.nextId();
  const style = {
    family: 'sans-serif',
    size: 10,
    weight: 400,
    italic: false,
    colour: { rgb: '000000' },
    tracking: 0,
    language: slide.language,
  };
  const text = `<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr><a:lstStyle/><a:p><a:pPr><a:lnSpc><a:spcPts val="900"/></a:lnSpc></a:pPr>${unseenRun(title, style, context)}</a:p></p:txBody>`;
  return `<p:sp><p:nvSpPr>${nameXml({ id, name: `Title ${id}` })}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${placeholderXml({ type: 'title' })}</p:nvPr></p:nvSpPr><p:spPr>${placeXml(hiddenArea)}</p:spPr>${text}</p:sp>`;
}
