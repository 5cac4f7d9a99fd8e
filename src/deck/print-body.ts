// The boxes of a slide as nested `<div>`s, and what of them appears one after the other.
import {
  type Box,
  type FlowBox,
  isVector,
  loneImage,
  type MarksBox,
  type RiseBox,
  type RowBox,
} from '../layouts/index.ts';
import type { Slide } from '../plan/index.ts';
import { startSafe } from './block/print-blocks.ts';
import { type BlockContext, box as div, indent, type MarkdownPrinter } from './printer.ts';

/** The slide's body: boxes as nested `<div>`s. */
export function printBody(body: Box, printer: MarkdownPrinter, reveal: Reveal): string {
  return printBox(body, printer, reveal, 'body ');
}

function printBox(box: Box, printer: MarkdownPrinter, reveal: Reveal, before = ''): string {
  const isStep = reveal.boxes.has(box);
  const context: BlockContext = {
    level: isStep ? 2 : 0,
    lists: 0,
    ...(reveal.items === 'all' ? { reveal: 0 } : {}),
  };
  const printed = div(`${before}${boxClasses(box)}`, content(box, printer, reveal, context));
  return isStep ? indent(printed, '* ') : printed;
}

function content(box: Box, printer: MarkdownPrinter, reveal: Reveal, context: BlockContext): string {
  switch (box.kind) {
    case 'flow':
      return printer.blocks(box.blocks, box.frame ? { ...context, frame: box.frame } : context);
    case 'line':
      return startSafe(printer.line(box.content));
    case 'bar':
      return [
        box.inner ? printBox(box.inner, printer, reveal) : '',
        box.label === '' ? '' : again(box.label, printer),
      ]
        .filter(Boolean)
        .join('\n\n');
    case 'marks':
      return marks(box, printer);
    case 'rise':
      return rise(box, printer);
    case 'stack':
    case 'row':
      return box.boxes.map((inner) => printBox(inner, printer, reveal)).join('\n\n');
  }
}

/** Words that stand beside the drawing, too. */
function again(text: string, printer: MarkdownPrinter): string {
  return printer.line([
    { type: 'element', name: 'span', class: 'added', children: [{ type: 'text', value: text }] },
  ]);
}

/** Words of the notes, as they stood in the title. */
function rise({ from, joint, to, shares }: RiseBox, printer: MarkdownPrinter): string {
  const line = (value: string): string => printer.line([{ type: 'text', value }]);
  const column = (label: string, share: number): string =>
    div(`upright share-${share}`, `${div('amount', line(label))}\n\n${div('column', '')}`);
  return [
    column(from, shares[0]),
    div(`joint share-${Math.min(...shares)}`, line(joint)),
    column(to, shares[1]),
  ].join('\n\n');
}

/** Numbered, so that they can be counted from afar. */
function marks({ count, filled }: MarksBox, printer: MarkdownPrinter): string {
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  return numbers
    .map((number) =>
      div(
        filled === 'all' || filled === number ? 'mark-of filled' : 'mark-of',
        again(String(number), printer),
      ),
    )
    .join('\n\n');
}

/** The classes of a box, from a closed list that the stylesheet knows, after the slot's own name. */
export function boxClasses(box: Box): string {
  const place = box.inMargin ? ['in-margin'] : [];
  return [box.class, box.kind, ...ownClasses(box), ...padding(box), ...place].join(' ');
}

function ownClasses(box: Box): string[] {
  switch (box.kind) {
    case 'flow':
      return [...(box.frame ? frameClasses(box) : textClass(box.style)), ...typeClass(box)];
    case 'line':
      return textClass(box.style);
    case 'bar':
      return [`share-${box.share}`, box.labelled];
    case 'marks':
    case 'rise':
      return [];
    case 'stack':
      return [`gap-${box.gap}`];
    case 'row':
      return [`gap-${box.gap}`, columns(box)];
  }
}

function textClass(style: FlowBox['style']): string[] {
  return style === 'body' ? [] : [`text-${style}`];
}

function typeClass({ typeSize }: FlowBox): string[] {
  return typeSize === undefined ? [] : [`type-${typeSize}`];
}

/** A drawing made of lines can be enlarged, a screenshot cannot; one that is large enough need not be. */
function frameClasses({ frame, blocks: [block] }: FlowBox): string[] {
  const image = block && loneImage(block);
  const { width, height } = image?.data?.size ?? { width: 0, height: 0 };
  const isSmall = width < 1200 && height < 500;
  return ['frame', `frame-${frame}`, ...(image && isSmall && isVector(image.url) ? ['vector'] : [])];
}

function padding(box: Box): string[] {
  const sides = {
    pad: box.padding,
    'pad-top': box.paddingTop,
    'pad-start': box.paddingStart,
    'pad-end': box.paddingEnd,
  };
  return Object.entries(sides)
    .filter(([, space]) => space !== undefined && space !== 'none')
    .map(([side, space]) => `${side}-${space}`);
}

/** `columns-3` for three of one width, `columns-3-2` where they differ, in the smallest whole numbers. */
function columns({ widths }: RowBox): string {
  const shares = wholeShares(widths);
  return `columns-${shares.every((share) => share === shares[0]) ? shares.length : shares.join('-')}`;
}

function wholeShares(widths: readonly number[]): number[] {
  const least = Math.min(...widths);
  for (let times = 1; times <= 12; times++) {
    const shares = widths.map((width) => (width / least) * times);
    if (shares.every((share) => Math.abs(share - Math.round(share)) < 0.02)) return shares.map(Math.round);
  }
  return widths.map((width) => Math.round((width / least) * 12));
}

/** What appears one after the other. Marp can do that with list items and nothing else. */
export interface Reveal {
  /** Items of lists that stand in no other list. */
  readonly items: 'all' | 'none';
  /** Boxes that are printed as list items to make them appear. */
  readonly boxes: ReadonlySet<Box>;
}

/** Answers after their questions; else list items; else the boxes that the slide is made of. */
export function revealOf(slide: Slide): Reveal {
  if (!slide.reveal || slide.body === undefined) return { items: 'none', boxes: new Set() };
  const leaves = leavesOf(slide.body);
  const answers = slide.layout === 'qa' ? leaves.filter((box) => box.class === 'answer') : [];
  if (answers.length > 0) return { items: 'none', boxes: new Set(answers) };
  if (leaves.some(hasList)) return { items: 'all', boxes: new Set() };
  return { items: 'none', boxes: new Set(partsOf(slide.body)) };
}

function leavesOf(box: Box): Box[] {
  return 'boxes' in box ? box.boxes.flatMap(leavesOf) : [box];
}

function hasList(box: Box): boolean {
  return box.kind === 'flow' && box.blocks.some((block) => block.type === 'list');
}

function partsOf(box: Box): readonly Box[] {
  if (!('boxes' in box)) return [];
  const [only] = box.boxes;
  return box.boxes.length === 1 && only !== undefined ? partsOf(only) : box.boxes;
}
