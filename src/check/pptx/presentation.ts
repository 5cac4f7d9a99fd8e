// The slides of a PowerPoint file as a reader has them: what stands on each, where, and what it inherits from its layout
// and its master (ECMA-376, part 1, 19.3.1.36).
import {
  childOf,
  descendants,
  elementsIn,
  type OfficePackage,
  type OfficePart,
  textIn,
  type XmlElement,
} from '../../office/index.ts';

export interface OpenedPresentation {
  /** Of a slide, EMU. */
  readonly size: { readonly width: number; readonly height: number };
  /** In the order in which they are shown. */
  readonly slides: readonly OpenedSlide[];
}

export interface OpenedSlide {
  readonly part: OfficePart;
  readonly layout: OfficePart | undefined;
  readonly master: OfficePart | undefined;
  readonly theme: OfficePart | undefined;
  readonly notes: OfficePart | undefined;
  /** In the order of reading; of a group its shapes. */
  readonly shapes: readonly OpenedShape[];
}

export interface OpenedShape {
  readonly element: XmlElement;
  readonly id: string;
  readonly name: string;
  /** Its alternative text. */
  readonly description: string;
  /** Marked as saying nothing to those who cannot see it. */
  readonly isDecorative: boolean;
  readonly isHidden: boolean;
  /** `title`, `body` …; empty for one that has no type, undefined for what is no placeholder. */
  readonly placeholder: string | undefined;
  /** Where it stands, EMU; undefined where neither it nor what it inherits from says so. */
  readonly box: ShapeBox | undefined;
  /** Where its text may find its style when it has none itself, the nearest first: lists of levels. */
  readonly styles: readonly XmlElement[];
  readonly text: string;
}

export interface ShapeBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function openPresentation(office: OfficePackage): OpenedPresentation {
  const name = targetsIn(office.relations, 'officeDocument')[0] ?? '';
  const main = office.parts.get(name);
  const size = childOf(main?.root, 'p:sldSz')?.attributes;
  const partOf = (id: string): OfficePart | undefined =>
    office.parts.get(main?.relations.find((relation) => relation.id === id)?.target ?? '');
  const list = childOf(main?.root, 'p:sldIdLst');
  return {
    size: { width: Number(size?.get('cx') ?? 0), height: Number(size?.get('cy') ?? 0) },
    slides: (list ? elementsIn(list) : []).flatMap(({ attributes }) => {
      const part = partOf(attributes.get('r:id') ?? '');
      return part ? [openSlide(part, office)] : [];
    }),
  };
}

function openSlide(part: OfficePart, { parts }: OfficePackage): OpenedSlide {
  const related = (to: OfficePart | undefined, kind: string): OfficePart | undefined =>
    parts.get(targetsIn(to?.relations ?? [], kind)[0] ?? '');
  const layout = related(part, 'slideLayout');
  const master = related(layout, 'slideMaster');
  const tree = childOf(part.root, 'p:cSld', 'p:spTree');
  const outer = { scaleX: 1, scaleY: 1, x: 0, y: 0 };
  return {
    part,
    layout,
    master,
    theme: related(master, 'theme'),
    notes: related(part, 'notesSlide'),
    shapes: tree ? shapesIn(tree, outer, { layout, master }) : [],
  };
}

function targetsIn(relations: OfficePart['relations'], kind: string): readonly string[] {
  return relations.filter((relation) => relation.kind === kind).map(({ target }) => target);
}

type Inherited = Pick<OpenedSlide, 'layout' | 'master'>;

/** From a group's own measure to EMU of the slide. */
interface GroupScale {
  readonly scaleX: number;
  readonly scaleY: number;
  readonly x: number;
  readonly y: number;
}

function shapesIn(tree: XmlElement, scale: GroupScale, inherited: Inherited): readonly OpenedShape[] {
  return elementsIn(tree).flatMap((element) => {
    if (element.name === 'p:grpSp') return shapesIn(element, innerScale(element, scale), inherited);
    // A program that knows what is new shows the first choice.
    if (element.name === 'mc:AlternateContent') {
      const choice = childOf(element, 'mc:Choice');
      return choice ? shapesIn(choice, scale, inherited) : [];
    }
    return shapeNames.has(element.name) ? [openShape(element, scale, inherited)] : [];
  });
}

const shapeNames: ReadonlySet<string> = new Set(['p:sp', 'p:pic', 'p:graphicFrame', 'p:cxnSp']);

function innerScale(group: XmlElement, outer: GroupScale): GroupScale {
  const place = childOf(group, 'p:grpSpPr', 'a:xfrm');
  const number = (child: string, key: string): number =>
    Number(childOf(place, child)?.attributes.get(key) ?? 0);
  const [width, height] = [number('a:chExt', 'cx'), number('a:chExt', 'cy')];
  const scaleX = outer.scaleX * (width > 0 ? number('a:ext', 'cx') / width : 1);
  const scaleY = outer.scaleY * (height > 0 ? number('a:ext', 'cy') / height : 1);
  return {
    scaleX,
    scaleY,
    x: outer.x + number('a:off', 'x') * outer.scaleX - number('a:chOff', 'x') * scaleX,
    y: outer.y + number('a:off', 'y') * outer.scaleY - number('a:chOff', 'y') * scaleY,
  };
}

function openShape(element: XmlElement, scale: GroupScale, { layout, master }: Inherited): OpenedShape {
  const facts = elementsIn(element)[0];
  const about = childOf(facts, 'p:cNvPr');
  const placeholder = childOf(facts, 'p:nvPr', 'p:ph');
  const inLayout = placeholder && placeholderIn(layout, placeholder);
  const inMaster =
    placeholder && placeholderIn(master, childOf(inLayout, 'p:nvSpPr', 'p:nvPr', 'p:ph') ?? placeholder);
  const own = boxOf(element);
  return {
    element,
    id: about?.attributes.get('id') ?? '',
    name: about?.attributes.get('name') ?? '',
    description: (about?.attributes.get('descr') ?? '').trim(),
    isDecorative: about !== undefined && [...descendants(about)].some(isDecorativeMark),
    isHidden: /^(?:1|true)$/.test(about?.attributes.get('hidden') ?? ''),
    placeholder: placeholder && (placeholder.attributes.get('type') ?? ''),
    box: own ? scaled(own, scale) : (boxOf(inLayout) ?? boxOf(inMaster)),
    styles: [element, inLayout, inMaster]
      .map((shape) => childOf(shape, 'p:txBody', 'a:lstStyle'))
      .concat(childOf(master?.root, 'p:txStyles', styleName(placeholder)))
      .filter((style) => style !== undefined),
    text: [...descendants(element)]
      .filter(({ name }) => name === 'a:p')
      .map(paragraphText)
      .join('\n'),
  };
}

function isDecorativeMark({ name, attributes }: XmlElement): boolean {
  return name === 'adec:decorative' && /^(?:1|true)$/.test(attributes.get('val') ?? '');
}

function styleName(placeholder: XmlElement | undefined): string {
  const type = placeholder?.attributes.get('type') ?? 'obj';
  if (/title/i.test(type)) return 'p:titleStyle';
  return placeholder && /^(?:body|obj|subTitle|tbl|chart)$/.test(type) ? 'p:bodyStyle' : 'p:otherStyle';
}

/**
 * Letters as they are read; those of a formula, a number raised after a word or before one, and letters that lean beside others that do
 * not (a name of mathematics in text) are words of their own.
 */
export function paragraphText(element: XmlElement): string {
  if (element.name === 'a:br') return '\n';
  // Where a line may end within a word is no letter of it.
  if (element.name === 'a:t' || element.name === 'm:t') return textIn(element).replaceAll('\u200b', '');
  const parts = elementsIn(element);
  const text = parts
    .map((part, at) => (isTurn(parts[at - 1], part) ? ' ' : '') + paragraphText(part))
    .join('');
  if (element.name === 'm:oMath') return ` ${text} `;
  return isRaised(element) && /^\p{N}+$/u.test(text) ? ` ${text} ` : text;
}

/** Whether upright letters follow slanted ones, or the other way round. */
function isTurn(before: XmlElement | undefined, run: XmlElement): boolean {
  if (before?.name !== 'a:r' || run.name !== 'a:r' || isSlanted(before) === isSlanted(run)) return false;
  return /\p{L}$/u.test(paragraphText(before)) && /^\p{L}/u.test(paragraphText(run));
}

function isSlanted(run: XmlElement): boolean {
  return /^(?:1|true)$/.test(childOf(run, 'a:rPr')?.attributes.get('i') ?? '');
}

function isRaised(run: XmlElement): boolean {
  return run.name === 'a:r' && Number(childOf(run, 'a:rPr')?.attributes.get('baseline') ?? 0) > 0;
}

/** The one of a layout or a master with the same index, else of the same type (part 1, 19.3.1.36). */
function placeholderIn(part: OfficePart | undefined, placeholder: XmlElement): XmlElement | undefined {
  const tree = childOf(part?.root, 'p:cSld', 'p:spTree');
  const candidates = (tree ? [...descendants(tree)] : []).flatMap((shape) => {
    const found = shape.name === 'p:sp' ? childOf(shape, 'p:nvSpPr', 'p:nvPr', 'p:ph') : undefined;
    return found ? [{ shape, found: found.attributes }] : [];
  });
  const [index, type] = [placeholder.attributes.get('idx'), placeholder.attributes.get('type') ?? 'obj'];
  const family = (of: string): string =>
    of.replace('ctrTitle', 'title').replace(/^(?:obj|subTitle|tbl|chart|pic)$/, 'body');
  const sameIndex = candidates.find(({ found }) => index !== undefined && found.get('idx') === index);
  const sameType = candidates.find(({ found }) => family(found.get('type') ?? 'obj') === family(type));
  return (sameIndex ?? sameType)?.shape;
}

function boxOf(shape: XmlElement | undefined): ShapeBox | undefined {
  const place = childOf(shape, 'p:spPr', 'a:xfrm') ?? childOf(shape, 'p:xfrm');
  const [offset, extent] = [childOf(place, 'a:off')?.attributes, childOf(place, 'a:ext')?.attributes];
  if (!offset || !extent) return undefined;
  const number = (of: ReadonlyMap<string, string>, key: string): number => Number(of.get(key) ?? 0);
  return {
    x: number(offset, 'x'),
    y: number(offset, 'y'),
    width: number(extent, 'cx'),
    height: number(extent, 'cy'),
  };
}

function scaled(box: ShapeBox, { scaleX, scaleY, x, y }: GroupScale): ShapeBox {
  return {
    x: x + box.x * scaleX,
    y: y + box.y * scaleY,
    width: box.width * scaleX,
    height: box.height * scaleY,
  };
}
