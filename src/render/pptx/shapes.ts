// Frames as shapes of a slide: PresentationML around DrawingML.
import type {
  FrameArea,
  FrameLine,
  FrameLink,
  PictureFrame,
  ShapeFrame,
  TextFrame,
} from '../../browser/index.ts';
import { escapeXml } from '../../escape.ts';
import { colourXml, fillXml, type PptxLook } from './look.ts';
import type { MediaType } from './part.ts';
import { lineShift, linkXml, type TextContext, textBody } from './text.ts';
import { emu } from './xml-and-zip.ts';

/** The root of every tree of shapes. */
export const emptyGroup: string =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

/** A place of the layout that a shape of the slide fills. */
export interface Placeholder {
  readonly type: 'title' | 'ctrTitle' | 'subTitle' | 'body' | 'pic' | 'ftr' | 'sldNum';
  /** Not there for titles. */
  readonly index?: number;
}

export function placeholderXml({ type, index }: Placeholder): string {
  const size = type === 'ftr' || type === 'sldNum' ? ' sz="quarter"' : '';
  return `<p:ph type="${type}"${size}${index === undefined ? '' : ` idx="${index}"`}/>`;
}

const decorative =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';

/** What a shape is called in the list of shapes, and what is said of it to those who do not see it. */
export interface ShapeName {
  readonly id: number;
  readonly name: string;
  readonly alt?: string;
  readonly isDecorative?: boolean;
  /** Where a click on it leads. */
  readonly link?: FrameLink;
}

export function nameXml({ id, name, alt, isDecorative }: ShapeName, inside = ''): string {
  const description = alt ? ` descr="${escapeXml(alt)}"` : '';
  const content = inside + (isDecorative ? decorative : '');
  const start = `<p:cNvPr id="${id}" name="${escapeXml(name)}"${description}`;
  return content ? `${start}>${content}</p:cNvPr>` : `${start}/>`;
}

export function placeXml(area: FrameArea, turn = 0, name = 'a:xfrm'): string {
  const rotation = turn === 0 ? '' : ` rot="${(((turn % 360) + 360) % 360) * 60_000}"`;
  return `<${name}${rotation}><a:off x="${emu(area.x)}" y="${emu(area.y)}"/><a:ext cx="${emu(Math.max(0, area.width))}" cy="${emu(Math.max(0, area.height))}"/></${name}>`;
}

/** The area of a text's shape: its lines stand where they do in the browser. */
export function textArea({ area, paragraphs }: Pick<TextFrame, 'area' | 'paragraphs'>): FrameArea {
  const [first] = paragraphs;
  const shift = first ? lineShift(first) : 0;
  return { ...area, y: area.y - shift };
}

export function textShapeXml(
  frame: TextFrame,
  {
    name,
    placeholder,
    field,
  }: { readonly name: ShapeName; readonly placeholder?: Placeholder | undefined; readonly field?: string },
  context: TextContext,
): string {
  const body = field ? withField(textBody(frame, context), field) : textBody(frame, context);
  const locks = placeholder ? '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>' : '<p:cNvSpPr txBox="1"/>';
  const place = placeholder ? `<p:nvPr>${placeholderXml(placeholder)}</p:nvPr>` : '<p:nvPr/>';
  const geometry = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>';
  const { fill, borders } = frame;
  const paint =
    (fill ? fillXml(fill, context.look) : '<a:noFill/>') +
    (borders?.top ? lineXml(borders.top, context.look) : '');
  return `<p:sp><p:nvSpPr>${nameXml(name, name.link ? linkXml(name.link, context.part) : '')}${locks}${place}</p:nvSpPr><p:spPr>${placeXml(textArea(frame))}${geometry}${paint}</p:spPr>${body}</p:sp>`;
}

/** Its one run becomes a field, which shows what it stood for when it was written. */
function withField(body: string, field: string): string {
  return body
    .replace('<a:r>', `<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="${field}">`)
    .replace('</a:r>', '</a:fld>');
}

export function lineXml({ width, colour, style }: FrameLine, look: PptxLook): string {
  const dash = style === 'solid' ? '' : `<a:prstDash val="${style === 'dashed' ? 'dash' : 'sysDot'}"/>`;
  return `<a:ln w="${emu(width)}" cap="flat"><a:solidFill>${colourXml(colour, look)}</a:solidFill>${dash}<a:miter lim="800000"/></a:ln>`;
}

export function drawnShape(frame: ShapeFrame, id: number, look: PptxLook): string {
  const { shape, area, fill, border, turn, corner } = frame;
  const name = nameXml({ id, name: frame.name, isDecorative: true });
  const line = border ? lineXml(border, look) : '<a:ln><a:noFill/></a:ln>';
  if (shape === 'line') {
    return `<p:cxnSp><p:nvCxnSpPr>${name}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>${placeXml(area, turn)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>${line}</p:spPr></p:cxnSp>`;
  }
  const adjust =
    shape === 'rounded'
      ? `<a:avLst><a:gd name="adj" fmla="val ${Math.min(50_000, Math.round(((corner ?? 0) / Math.min(area.width, area.height)) * 100_000))}"/></a:avLst>`
      : '<a:avLst/>';
  const preset = { rectangle: 'rect', rounded: 'roundRect', ellipse: 'ellipse' }[shape];
  return `<p:sp><p:nvSpPr>${name}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${placeXml(area, turn)}<a:prstGeom prst="${preset}">${adjust}</a:prstGeom>${fillXml(fill, look)}${line}</p:spPr></p:sp>`;
}

/** Shapes of one name that stand next to each other. `inside` has their XML; the group has their place. */
export function groupShape(name: ShapeName, areas: readonly FrameArea[], inside: string): string {
  const x = Math.min(...areas.map((area) => area.x));
  const y = Math.min(...areas.map((area) => area.y));
  const right = Math.max(...areas.map((area) => area.x + area.width));
  const bottom = Math.max(...areas.map((area) => area.y + area.height));
  const [off, size] = [`x="${emu(x)}" y="${emu(y)}"`, `cx="${emu(right - x)}" cy="${emu(bottom - y)}"`];
  const place = `<a:xfrm><a:off ${off}/><a:ext ${size}/><a:chOff ${off}/><a:chExt ${size}/></a:xfrm>`;
  return `<p:grpSp><p:nvGrpSpPr>${nameXml(name)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>${place}</p:grpSpPr>${inside}</p:grpSp>`;
}

/** Bytes of a picture with their type. */
export interface PictureBytes {
  readonly bytes: Uint8Array;
  readonly type: MediaType;
}

/** A picture, with the SVG that it is drawn from where there is one. */
export interface PictureShape {
  readonly area: FrameArea;
  readonly picture: PictureBytes;
  readonly svg?: Uint8Array;
  readonly crop?: PictureFrame['crop'];
  readonly link?: PictureFrame['link'];
}

export function pictureShape(
  { area, picture, svg, crop, link }: PictureShape,
  name: ShapeName,
  placeholder: Placeholder | undefined,
  { part }: TextContext,
): string {
  const place = placeholder ? `<p:nvPr>${placeholderXml(placeholder)}</p:nvPr>` : '<p:nvPr/>';
  const cut = crop
    ? `<a:srcRect l="${share(crop.left)}" t="${share(crop.top)}" r="${share(crop.right)}" b="${share(crop.bottom)}"/>`
    : '';
  const click = link ? linkXml(link, part) : '';
  const locks = `<a:picLocks${placeholder ? ' noGrp="1"' : ''} noChangeAspect="1"/>`;
  return `<p:pic><p:nvPicPr>${nameXml(name, click)}<p:cNvPicPr>${locks}</p:cNvPicPr>${place}</p:nvPicPr><p:blipFill>${blipXml(picture, svg, { part })}${cut}<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${placeXml(area)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;
}

function blipXml(
  { bytes, type }: PictureBytes,
  svg: Uint8Array | undefined,
  { part }: Pick<TextContext, 'part'>,
): string {
  const id = part.picture(bytes, type);
  if (!svg) return `<a:blip r:embed="${id}"/>`;
  const vector = part.picture(svg, 'svg');
  return `<a:blip r:embed="${id}"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${vector}"/></a:ext></a:extLst></a:blip>`;
}

/** Thousandths of a percent. */
function share(part: number): number {
  return Math.max(0, Math.round(part * 100_000));
}

/** Bytes of a `data:` address; undefined where it is none, or of a type that the format does not have. */
export function readDataAddress(address: string): PictureBytes | undefined {
  const found = /^data:image\/(png|jpeg|gif|svg\+xml)(;base64)?(?:;[^,]*)?,/.exec(address);
  if (!found) return undefined;
  const [head, name = '', base64] = found;
  const data = address.slice(head.length);
  const bytes = Buffer.from(base64 ? data : decodeURIComponent(data), base64 ? 'base64' : 'utf8');
  return { bytes, type: name === 'svg+xml' ? 'svg' : (name as MediaType) };
}
