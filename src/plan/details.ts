// `details: notes`: the slide says what it is about, and the presenter notes hold the rest.
import type { ListItem, Paragraph } from 'mdast';
import { type Block, type Phrasing, type PresenterNote, plainText } from '../notes/index.ts';
import { withoutHead } from './prepare/set-off-head.ts';
import { slicePhrasing } from './split/slice-phrasing.ts';

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
