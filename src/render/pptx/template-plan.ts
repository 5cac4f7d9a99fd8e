// Which layout of a template each slide has, and what stands in its places. What no layout has places for keeps the way Lectern
// sets it, below the title.
import type {
  DeckFrames,
  FrameArea,
  FrameParagraph,
  FrameTextStyle,
  SlideFrame,
  SlideFrames,
  TextFrame,
} from '../../browser/index.ts';
import type { Template, TemplateLayout, TemplatePlace } from './template.ts';

export interface TemplateSlide {
  readonly layout: TemplateLayout;
  /** In the order of reading; the title first. */
  readonly filled: readonly FilledTemplatePlace[];
  /** What stands there by itself, in px of the template's slide. */
  readonly free: readonly SlideFrame[];
}

export interface FilledTemplatePlace {
  readonly place: TemplatePlace;
  readonly paragraphs: readonly FrameParagraph[];
  /** Share of the place's own size that its words have room at, from 0.5 to 1. */
  readonly scale: number;
  readonly step?: number;
}

/** What is laid out in `content`, px of the deck's own slide. */
export interface TemplateInput {
  readonly deck: DeckFrames;
  readonly content: FrameArea;
}

export function planTemplate(template: Template, { deck, content }: TemplateInput): readonly TemplateSlide[] {
  return deck.slides.map((slide) => {
    const parts = partsOf(slide);
    return inPlaces(slide, parts, template) ?? composed(parts, template, content);
  });
}

/** What a slide is made of, without what the template has in its place: running lines, progress, grounds. */
interface SlideParts {
  readonly title: TextFrame | undefined;
  readonly texts: readonly TextFrame[];
  /** All that is no text. */
  readonly objects: readonly SlideFrame[];
  /** Texts, objects and the shapes around them, in order. */
  readonly all: readonly SlideFrame[];
}

const running: ReadonlySet<string> = new Set(['marker', 'footer', 'number']);

function partsOf({ frames }: SlideFrames): SlideParts {
  const title = frames.find((frame): frame is TextFrame => frame.kind === 'text' && frame.role === 'title');
  const all = frames.filter((frame) => frame !== title && !running.has(frame.role));
  const said = all.filter(({ role, kind }) => role !== 'decoration' && role !== 'label' && kind !== 'shape');
  return {
    title,
    texts: said.filter((frame): frame is TextFrame => frame.kind === 'text'),
    objects: said.filter(({ kind }) => kind !== 'text'),
    all,
  };
}

/** Layouts of Lectern whose texts are read one after the other, however they are set. */
const flowing: ReadonlySet<string> = new Set([
  'agenda',
  'bullets',
  'prose',
  'definitions',
  'qa',
  'takeaways',
  'closing',
  'steps',
  'two-columns',
]);

/** Those whose texts are items of a list, with or without a sign. */
const lists: ReadonlySet<string> = new Set(['agenda', 'bullets', 'takeaways', 'steps', 'two-columns']);

/**
 * Texts that Lectern sets apart, as items of one list: what is smaller than the first words of its text is one level deeper,
 * and a number that stands by itself is the sign of the text behind it.
 */
function asList(texts: readonly TextFrame[]): readonly FrameParagraph[] {
  let number: number | undefined;
  return texts.flatMap(({ paragraphs }) => {
    const words = paragraphs
      .flatMap(({ runs }) => runs.map((run) => (run.kind === 'text' ? run.text : '?')))
      .join('');
    const alone = /^\s*(\d{1,3})[.)]?\s*$/.exec(words)?.[1];
    if (alone !== undefined && texts.length > 1) {
      number = Number(alone);
      return [];
    }
    const largest = paragraphs[0]?.style.size ?? 0;
    const items = paragraphs.map((paragraph, at): FrameParagraph => {
      const { marker, level, style } = paragraph;
      const own =
        marker ?? (at === 0 && number !== undefined ? numberSign(number, paragraph) : plainSign(paragraph));
      const depth = marker === undefined && style.size < largest - 1 ? level + 1 : level;
      return { ...paragraph, marker: own, level: depth };
    });
    number = undefined;
    return items;
  });
}

function numberSign(number: number, { style }: FrameParagraph): NonNullable<FrameParagraph['marker']> {
  return { kind: 'number', number, ending: '.', colour: style.colour, family: style.family, scale: 1 };
}

function plainSign({ style }: FrameParagraph): NonNullable<FrameParagraph['marker']> {
  return { kind: 'sign', text: '•', colour: style.colour, family: style.family, scale: 1 };
}

function inPlaces(slide: SlideFrames, parts: SlideParts, { layouts }: Template): TemplateSlide | undefined {
  const { title, texts, objects } = parts;
  const has = (kind: TemplateLayout['kind']): TemplateLayout | undefined =>
    layouts.find((layout) => layout.kind === kind);
  if (objects.length > 0 || !title) return undefined;
  const cover = slide.layout === 'title' ? has('title') : undefined;
  if (cover) return filled(cover, title, [texts]);
  const divider = slide.layout === 'section' ? has('section') : undefined;
  if (divider) return filled(divider, title, [texts]);
  const two = slide.layout === 'two-columns' || slide.layout === 'compare' ? has('two') : undefined;
  const halves = two && sideBySide(texts);
  const inTwo = two && halves && filled(two, title, halves, lists.has(slide.layout));
  if (inTwo) return inTwo;
  const content = flowing.has(slide.layout) ? has('content') : undefined;
  return content && texts.length > 0 ? filled(content, title, [texts], lists.has(slide.layout)) : undefined;
}

/** Texts in two columns: those that begin where the first does, and all others to one side of it. */
function sideBySide(texts: readonly TextFrame[]): readonly (readonly TextFrame[])[] | undefined {
  const starts = [...new Set(texts.map(({ area }) => Math.round(area.x / 40)))].sort((a, b) => a - b);
  if (starts.length < 2) return undefined;
  const middle = ((starts[0] ?? 0) + (starts.at(-1) ?? 0)) / 2;
  const isLeft = ({ area }: TextFrame): boolean => area.x / 40 < middle;
  return [texts.filter(isLeft), texts.filter((text) => !isLeft(text))];
}

/** Undefined where the places do not hold the words, at half their size at least. */
function filled(
  layout: TemplateLayout,
  title: TextFrame,
  groups: readonly (readonly TextFrame[])[],
  isList = false,
): TemplateSlide | undefined {
  const places = layout.places.filter(({ type }) => /^(?:obj|body|subTitle)$/.test(type));
  const bodies = groups.flatMap((texts, at): readonly (FilledTemplatePlace | undefined)[] => {
    if (texts.length === 0) return [];
    const place = places[at];
    return [
      place && fill(place, isList ? asList(texts) : texts.flatMap(({ paragraphs }) => paragraphs), texts),
    ];
  });
  const head = titlePlace(layout, title);
  if (!head || bodies.some((body) => body === undefined)) return undefined;
  return { layout, filled: [head, ...bodies.filter((body) => body !== undefined)], free: [] };
}

function titlePlace({ places }: TemplateLayout, title: TextFrame): FilledTemplatePlace | undefined {
  const place = places.find(({ type }) => type === 'title' || type === 'ctrTitle');
  return place && fill(place, title.paragraphs, [title]);
}

/** Ten sizes to try, as office programs step. */
const scales = [1, 0.925, 0.85, 0.775, 0.7, 0.625, 0.55, 0.5] as const;

function fill(
  place: TemplatePlace,
  paragraphs: readonly FrameParagraph[],
  [first]: readonly TextFrame[],
): FilledTemplatePlace | undefined {
  const scale = scales.find((scale) => fits(place, paragraphs, scale));
  if (scale === undefined) return undefined;
  return { place, paragraphs, scale, ...(first?.step !== undefined && { step: first.step }) };
}

/** Of a letter and of a line, em: on the wide side, as the template's fonts are not here to be asked. */
const [letterWidth, lineHeight, levelIndent, gap] = [0.54, 1.2, 1.2, 0.35] as const;

function fits(
  { area, textSize }: TemplatePlace,
  paragraphs: readonly FrameParagraph[],
  scale: number,
): boolean {
  if (!area) return true;
  const size = textSize * scale;
  // The insets that a text has unless it says otherwise, and somewhat more.
  const [width, height] = [area.width - 24, area.height - 12];
  const heights = paragraphs.map(({ level, marker, runs }, at) => {
    const letters = runs.reduce((sum, run) => sum + (run.kind === 'text' ? run.text.length : 8), 0);
    const room = width - (level + (marker ? 1 : 0)) * levelIndent * size;
    const breaks = runs.filter(({ kind }) => kind === 'break').length;
    const lines = Math.max(1, Math.ceil((letters * letterWidth * size) / Math.max(size, room))) + breaks;
    return lines * lineHeight * size + (at === 0 ? 0 : gap * size);
  });
  return heights.reduce((sum, one) => sum + one, 0) <= height;
}

// What keeps the way that Lectern sets it.

function composed(parts: SlideParts, template: Template, content: FrameArea): TemplateSlide {
  const { title, all } = parts;
  const { layouts } = template;
  const by = (kind: TemplateLayout['kind']): TemplateLayout | undefined =>
    layouts.find((layout) => layout.kind === kind);
  const withTitle =
    by('title-only') ?? by('content') ?? layouts.find(({ places }) => places.some(isTitlePlace));
  const layout = (title ? withTitle : (by('blank') ?? withTitle)) ?? layouts[0];
  if (!layout) throw new Error('a template without layouts was taken for one');
  const head = title && titlePlace(layout, title);
  const target = bodyArea(layout, template, head !== undefined);
  const from = head ? content : { ...content, y: 0, height: content.y + content.height };
  const kept = title && !head ? [title, ...all] : all;
  return { layout, filled: head ? [head] : [], free: placedIn(kept, from, target) };
}

function isTitlePlace({ type }: TemplatePlace): boolean {
  return type === 'title' || type === 'ctrTitle';
}

/** Where a slide of the template has its content: as its layout with one text has it, else what is free below the title. */
function bodyArea(layout: TemplateLayout, { layouts, size }: Template, hasTitle: boolean): FrameArea {
  const model = layouts.find(({ kind }) => kind === 'content');
  const body = model?.places.find(({ type, area }) => area && /^(?:obj|body)$/.test(type))?.area;
  const title = layout.places.find(isTitlePlace)?.area;
  const side = Math.min(body?.x ?? size.width * 0.05, size.width * 0.2);
  const top = hasTitle
    ? Math.max(body?.y ?? 0, title ? title.y + title.height : size.height * 0.2)
    : size.height * 0.08;
  const bottom = body ? Math.max(body.y + body.height, size.height * 0.8) : size.height * 0.9;
  return {
    x: side,
    y: top,
    width: body?.width ?? size.width - 2 * side,
    height: Math.max(size.height * 0.3, bottom - top),
  };
}

/** Frames that stand in an area, moved and made smaller or larger into another; what reaches out of it belongs to the deck's own look. */
function placedIn(frames: readonly SlideFrame[], from: FrameArea, to: FrameArea): readonly SlideFrame[] {
  const inside = frames.filter((frame) => frame.kind !== 'shape' || isInside(frame.area, from));
  const spread = inside.reduce((union, { area }) => unionOf(union, area), from);
  const scale = Math.min(to.width / spread.width, to.height / spread.height);
  const place = (area: FrameArea): FrameArea => ({
    x: to.x + (area.x - spread.x) * scale,
    y: to.y + (area.y - spread.y) * scale,
    width: area.width * scale,
    height: area.height * scale,
  });
  return inside.map((frame) => ({ ...scaledLengths(frame, scale), area: place(frame.area) }) as SlideFrame);
}

/** px that what belongs to the content may reach over its edges. */
const slack = 24;

function isInside(area: FrameArea, { x, y, width, height }: FrameArea): boolean {
  return (
    area.x >= x - slack &&
    area.y >= y - slack &&
    area.x + area.width <= x + width + slack &&
    area.y + area.height <= y + height + slack
  );
}

function unionOf(one: FrameArea, other: FrameArea): FrameArea {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  };
}

/** Keys of frames that hold px; every other number is a count, a share or a place in a list. */
const lengths: ReadonlySet<string> = new Set([
  ...[
    'width',
    'height',
    'size',
    'tracking',
    'line',
    'before',
    'after',
    'ascent',
    'descent',
    'indent',
    'first',
    'endIndent',
  ],
  ...['corner', 'gap', 'top', 'right', 'bottom', 'left'],
]);

/** The same frame in another scale: a line's width, a letter's size, a cell's padding. */
function scaledLengths<T>(value: T, scale: number, key = ''): T {
  if (typeof value === 'number') return (lengths.has(key) ? value * scale : value) as T;
  if (Array.isArray(value))
    return value.map((one) =>
      key === 'columns' && typeof one === 'number' ? one * scale : scaledLengths(one, scale),
    ) as T;
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  // Of a picture's crop, shares; of a chart's points, the notes' own numbers.
  const isOther = key === 'crop' || key === 'series' || key === 'area';
  if (isOther) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, scaledLengths(inner, scale, name)]),
  ) as T;
}

/** Letters in the template's own fonts and colours, but for code: the theme's two fonts, regular or bold. */
export function inTemplateFonts(style: FrameTextStyle, fonts: DeckFrames['fonts']): FrameTextStyle {
  if (style.family === fonts.code && fonts.code !== fonts.body) return style;
  return { ...style, family: fonts.body, weight: style.weight >= 600 ? 700 : 400, tracking: 0 };
}
