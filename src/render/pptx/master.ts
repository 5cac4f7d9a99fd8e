// The master and its layouts: what new slides look like, and what slides fall back to when they are reset.
import type {
  DeckFrames,
  FrameArea,
  FrameParagraph,
  FrameTextStyle,
  TextFrame,
} from '../../browser/index.ts';
import { escapeXml } from '../../escape.ts';
import type { Theme } from '../../theme/index.ts';
import { type LayoutPlan, placeIndex, type SlideLayout } from './layouts.ts';
import { colourMap, fillXml, type PptxLook, themeXml } from './look.ts';
import type { Package } from './part.ts';
import { emptyGroup, nameXml, type Placeholder, placeholderXml, placeXml, textArea } from './shapes.ts';
import { levelStyle, type TextContext } from './text.ts';
import { namespaces } from './xml-and-zip.ts';

export const masterName = 'ppt/slideMasters/slideMaster1.xml';
export const masterId = '2147483648';
/** Of its layouts, one after the other. */
export const firstLayoutId = 2_147_483_649;
export const masterTheme = 'ppt/theme/theme1.xml';

export function layoutName(layout: number): string {
  return `ppt/slideLayouts/slideLayout${layout + 1}.xml`;
}

export function addMaster(
  file: Package,
  deck: DeckFrames,
  { layouts }: LayoutPlan,
  { look, theme, language }: { readonly look: PptxLook; readonly theme: Theme; readonly language: string },
): void {
  const models = masterModels(deck, theme);
  file.add(masterTheme, 'theme', () => themeXml(`Lectern ${theme.name}`, look, language));
  file.add(masterName, 'presentationml.slideMaster', (part) => {
    const context = { part, look };
    const ids = layouts.map(
      (_, at) =>
        `<p:sldLayoutId id="${firstLayoutId + at}" r:id="${part.relate('slideLayout', layoutName(at))}"/>`,
    );
    part.relate('theme', masterTheme);
    const shapes = [
      placeShape('Title', { type: 'title' }, models.title, 'Title', context),
      placeShape('Text', { type: 'body', index: 1 }, models.body, 'Text', context),
      ...marginShapes(models, context),
    ];
    const background = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>';
    const styles = `<p:txStyles><p:titleStyle>${levels(models.title, context)}</p:titleStyle><p:bodyStyle>${levels(models.body, context)}</p:bodyStyle><p:otherStyle/></p:txStyles>`;
    return `<p:sldMaster ${namespaces} preserve="1"><p:cSld>${background}<p:spTree>${emptyGroup}${shapes.join('')}</p:spTree></p:cSld>${colourMap(look)}<p:sldLayoutIdLst>${ids.join('')}</p:sldLayoutIdLst><p:hf hdr="0" dt="0"/>${styles}</p:sldMaster>`;
  });
  layouts.forEach((layout, at) => {
    file.add(layoutName(at), 'presentationml.slideLayout', (part) => {
      part.relate('slideMaster', masterName);
      return layoutXml(layout, models, { part, look });
    });
  });
}

/** What stands on every layout, as a slide of the deck has it. */
interface MasterModels {
  readonly title: TextFrame;
  readonly body: TextFrame;
  readonly footer: TextFrame;
  readonly number: TextFrame;
}

function masterModels(deck: DeckFrames, { size, content }: Theme): MasterModels {
  const texts = deck.slides.flatMap(({ layout, frames }) =>
    frames.flatMap((frame) => (frame.kind === 'text' ? [{ layout, frame }] : [])),
  );
  const first = (role: TextFrame['role']): TextFrame | undefined =>
    texts.find(
      ({ layout, frame }) => frame.role === role && !['title', 'section', 'closing'].includes(layout),
    )?.frame ?? texts.find(({ frame }) => frame.role === role)?.frame;
  const any = first('title') ?? first('body') ?? texts[0]?.frame;
  const style = any?.paragraphs[0]?.style ?? plainStyle;
  const x = (size.width - content.width) / 2;
  const at = (y: number, height: number): FrameArea => ({ x, y, width: content.width, height });
  const made = (role: TextFrame['role'], area: FrameArea, px: number): TextFrame =>
    plainFrame(role, area, { ...style, size: px, tracking: 0 }, any?.paragraphs[0]?.direction ?? 'ltr');
  const body = first('body') ?? made('body', at(content.top, content.height), 30);
  const room = at(content.top, content.height);
  return {
    title: first('title') ?? made('title', at(content.top - 80, 56), 42),
    body: { ...body, area: { ...room, x: Math.min(body.area.x, room.x) } },
    footer: first('footer') ?? made('footer', at(size.height - 46, 24), 20),
    number: first('number') ?? made('number', { ...at(20, 28), x: x + content.width - 80, width: 80 }, 20),
  };
}

const plainStyle: FrameTextStyle = {
  family: 'sans-serif',
  size: 30,
  weight: 400,
  italic: false,
  colour: { rgb: '000000' },
  tracking: 0,
  language: 'en',
};

/** One paragraph without words. */
export function plainFrame(
  role: TextFrame['role'],
  area: FrameArea,
  style: FrameTextStyle,
  direction: FrameParagraph['direction'],
): TextFrame {
  const paragraph: FrameParagraph = {
    level: 0,
    align: direction === 'rtl' ? 'right' : 'left',
    direction,
    indent: 0,
    first: 0,
    endIndent: 0,
    line: style.size * 1.25,
    before: 0,
    after: 0,
    ascent: style.size * 0.95,
    descent: style.size * 0.25,
    runs: [],
    style,
  };
  return { kind: 'text', role, area, anchor: 'top', paragraphs: [paragraph] };
}

function layoutXml(layout: SlideLayout, models: MasterModels, context: TextContext): string {
  const { name, kind, model, places } = layout;
  const shapes: string[] = [];
  let hasTitle = false;
  for (const [frame, place] of places) {
    if (frame.kind === 'text') {
      if (place.type === 'ftr' || place.type === 'sldNum') continue;
      hasTitle ||= place.type === 'title' || place.type === 'ctrTitle';
      shapes.push(placeShape(labels[place.type], place, frame, labels[place.type], context));
    } else shapes.push(picturePlace(place, frame.area, context));
  }
  if (!hasTitle) shapes.unshift(placeShape('Title', { type: 'title' }, models.title, 'Title', context));
  const margins = {
    ...models,
    ...textOf(places, 'ftr', 'footer'),
    ...textOf(places, 'sldNum', 'number'),
  };
  const { background } = model;
  const ground =
    background.kind === 'colour'
      ? `<p:bg><p:bgPr>${fillXml(background.colour, context.look)}<a:effectLst/></p:bgPr></p:bg>`
      : '';
  const type = kind === 'title' ? ' type="title"' : '';
  return `<p:sldLayout ${namespaces}${type} preserve="1"${kind === 'title' ? '' : ' userDrawn="1"'}><p:cSld name="${escapeXml(name)}">${ground}<p:spTree>${emptyGroup}${[...shapes, ...marginShapes(margins, context)].join('')}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;
}

function textOf(
  places: SlideLayout['places'],
  type: Placeholder['type'],
  role: 'footer' | 'number',
): Partial<MasterModels> {
  const found = [...places].find(([frame, place]) => place.type === type && frame.kind === 'text')?.[0];
  return found?.kind === 'text' ? { [role]: found } : {};
}

const labels: Readonly<Record<Placeholder['type'], string>> = {
  title: 'Title',
  ctrTitle: 'Title',
  subTitle: 'Subtitle',
  body: 'Text',
  pic: 'Picture',
  ftr: 'Footer',
  sldNum: 'Slide number',
};

function marginShapes({ footer, number }: MasterModels, context: TextContext): readonly string[] {
  return [
    placeShape('Footer', { type: 'ftr', index: placeIndex.footer }, footer, '', context),
    placeShape('Slide number', { type: 'sldNum', index: placeIndex.number }, number, '#', context),
  ];
}

/** A place for text, with the sizes of the frame at each of its levels. */
function placeShape(
  name: string,
  place: Placeholder,
  frame: TextFrame,
  prompt: string,
  context: TextContext,
): string {
  const id = context.part.nextId();
  const anchor = { top: 't', middle: 'ctr', bottom: 'b' }[frame.anchor];
  const text =
    prompt === '#'
      ? '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en"/><a:t>‹#›</a:t></a:fld></a:p>'
      : prompt === ''
        ? '<a:p><a:endParaRPr lang="en"/></a:p>'
        : `<a:p><a:r><a:rPr lang="en"/><a:t>${prompt}</a:t></a:r></a:p>`;
  const body = `<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="${anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle>${levels(frame, context)}</a:lstStyle>${text}</p:txBody>`;
  return `<p:sp><p:nvSpPr>${nameXml({ id, name: `${name} ${id}` })}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${placeholderXml(place)}</p:nvPr></p:nvSpPr><p:spPr>${placeXml(textArea(frame))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>${body}</p:sp>`;
}

function picturePlace(place: Placeholder, area: FrameArea, { part }: TextContext): string {
  const id = part.nextId();
  const body = '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en"/></a:p></p:txBody>';
  return `<p:sp><p:nvSpPr>${nameXml({ id, name: `Picture ${id}` })}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${placeholderXml(place)}</p:nvPr></p:nvSpPr><p:spPr>${placeXml(area)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>${body}</p:sp>`;
}

/** The look of each level that the frame has a paragraph of; those between and below are like the one above. */
function levels(frame: TextFrame, context: TextContext): string {
  const deepest = Math.max(...frame.paragraphs.map(({ level }) => level), frame.role === 'body' ? 4 : 0);
  let last = frame.paragraphs[0];
  return Array.from({ length: deepest + 1 }, (_, level) => {
    last = frame.paragraphs.find((paragraph) => paragraph.level === level) ?? last;
    return last ? levelStyle(last, level, context) : '';
  }).join('');
}
