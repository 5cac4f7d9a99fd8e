import type { ListItem, Paragraph } from 'mdast';
import type { Hints } from '../hints/index.ts';
import { type Block, type Phrasing, type PresenterNote, plainText, type Section } from '../notes/index.ts';
import type { Slide } from './plan.ts';
import { withoutHead } from './prepare/prepare-blocks.ts';
import { slicePhrasing } from './split/slice-phrasing.ts';

/** The same slides with each presenter note on the slide that holds the last word before it. */
export function attachPresenterNotes(
  slides: readonly Slide[],
  notes: readonly PresenterNote[],
): readonly Slide[] {
  if (notes.length === 0 || slides.length === 0) return slides;
  const starts = slides
    .flatMap((slide, index) => slide.spans.map(({ start }) => ({ start, index })))
    .sort((a, b) => a.start - b.start);
  const added = slides.map((): Block[] => []);
  for (const note of notes) {
    const at = starts[countUpTo(note.span.start, starts) - 1]?.index ?? 0;
    added[at]?.push(...note.blocks);
  }
  return slides.map((slide, index) => {
    const blocks = added[index] ?? [];
    return blocks.length > 0 ? { ...slide, presenterNotes: [...slide.presenterNotes, ...blocks] } : slide;
  });
}

/** How many of these begin at the offset or before it. */
function countUpTo(offset: number, starts: readonly { readonly start: number }[]): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** All presenter notes of a section and its sub-sections, in the order of the notes; what a hint hides is among them. */
export function collectPresenterNotes(section: Section, hints: Hints): readonly PresenterNote[] {
  if (hints.sections.get(section)?.show === false)
    return [{ blocks: wholeSection(section), span: section.span }];
  return [
    ...section.presenterNotes,
    ...section.sections.flatMap((child) => collectPresenterNotes(child, hints)),
  ];
}

function wholeSection(section: Section): readonly Block[] {
  const title: Block = { type: 'paragraph', children: [{ type: 'strong', children: [...section.title] }] };
  const notes = section.presenterNotes.flatMap(({ blocks }) => blocks);
  return [
    ...(section.title.length > 0 ? [title] : []),
    ...section.blocks,
    ...notes,
    ...section.sections.flatMap(wholeSection),
  ];
}

// `details: notes`: the slide says what it is about, and the presenter notes hold the rest.

/** Blocks with bullets of level 1 and the first sentences of paragraphs alone, and what was taken out of them. */
export interface PartedDetails {
  readonly blocks: readonly Block[];
  readonly details: readonly PresenterNote[];
}

/** `lang` says where sentences end; `path` is that of the notes. */
export function partDetails(blocks: readonly Block[], lang: string, path: string): PartedDetails {
  const details: PresenterNote[] = [];
  const take = (taken: readonly Block[], node: { position?: ListItem['position'] }): void => {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    // Behind the first character of what stays: it belongs to the slide that shows that.
    details.push({ blocks: taken, span: { path, start: Math.min(start + 1, end), end } });
  };
  const kept = blocks.map((block): Block => {
    if (block.type === 'list')
      return { ...block, children: block.children.map((item) => keepFirst(item, take)) };
    return block.type === 'paragraph' ? keepSentence(block, lang, take) : block;
  });
  return { blocks: kept, details };
}

type Take = (taken: readonly Block[], node: { position?: ListItem['position'] }) => void;

function keepFirst(item: ListItem, take: Take): ListItem {
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph' || rest.length === 0) return item;
  const plain = withoutHead(first);
  const strong: Phrasing = { type: 'strong', children: plain.children };
  take([{ type: 'paragraph', children: [strong] }, ...(rest as Block[])], item);
  return { ...item, children: [plain] };
}

function keepSentence(paragraph: Paragraph, lang: string, take: Take): Paragraph {
  const words = paragraph.children as Phrasing[];
  const end = endOfFirst(plainText(words), lang);
  const [first = [], rest = []] =
    end === undefined ? [] : slicePhrasing(words, [end, Number.POSITIVE_INFINITY]);
  if (rest.length === 0 || plainText(rest).trim() === '') return paragraph;
  take([{ ...paragraph, children: rest as Paragraph['children'] }], paragraph);
  return { ...paragraph, children: first as Paragraph['children'] };
}

/** The last word before the point is no abbreviation: "vs.", "e.g.", "Dr." */
const wholeWord =
  /(?:\p{L}{4}|\d|[)\]’”"'»]|\p{Ideographic}|[\p{Script=Hiragana}\p{Script=Katakana}])[.!?。！？…]+["”’»)]?\s*$/u;

/** Characters of a first sentence, at least: less is a label or a greeting. */
const shortest = 16;

/** Where the first sentence ends, in characters; undefined where it is all there is. */
function endOfFirst(text: string, lang: string): number | undefined {
  if (!/[.!?。！？…]/u.test(text)) return undefined;
  for (const { index, segment } of new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)) {
    const end = index + segment.length;
    if (end >= text.trimEnd().length) return undefined;
    if (end >= shortest && wholeWord.test(segment)) return end;
  }
  return undefined;
}
