import type { Paragraph } from 'mdast';
import { type Block, type Phrasing, plainText } from '../../notes/index.ts';
import { leadingOf } from '../compositions/lengths.ts';
import {
  attributionOf,
  isSource,
  nameInItalics,
  readQuotedWords,
  sourceBehindWords,
} from '../content/index.ts';
import type { Box, Content, Layout } from '../layout.ts';

/** Longest quotation that is set large, in characters. */
const longest = 360;

/** A quotation and who said it. */
export const quote: Layout = {
  name: 'quote',
  purpose: 'a quotation, with who said it',
  slots: ['quotation', 'attribution', 'office'],
  overflow: 'whole',
  largest: 'xxxl',
  fills: 'spread',
  score: ({ blocks }) => {
    const parts = readQuote(blocks);
    if (!parts || plainText(parts.quotation).length > longest) return undefined;
    return {
      score: 0.85,
      reason: parts.attribution ? 'a quotation with its source' : 'a quotation by itself',
    };
  },
  isFor: ({ blocks }) => readQuote(blocks) !== undefined,
  arrange: ({ blocks }: Content): Box => {
    const parts = readQuote(blocks) ?? { quotation: blocks, attribution: undefined };
    const isRoomy = leadingOf(parts.quotation) >= 1.2;
    const hasMarks = /^\s*["“”„«»‘‚‹›「『]/u.test(plainText(parts.quotation));
    return {
      kind: 'stack',
      class: hasMarks ? 'quoted' : 'quote',
      gap: 'large',
      boxes: [
        {
          kind: 'flow',
          class: isRoomy ? 'quotation roomy' : 'quotation',
          style: isRoomy ? 'quote-roomy' : 'quote',
          paddingStart: 'large',
          blocks: parts.quotation,
        },
        ...(parts.attribution ? [sourceBox(parts.attribution)] : []),
      ],
    };
  },
};

/** Who said it, under a rule at the right: the name, and below it what it is followed by. */
function sourceBox(attribution: readonly Phrasing[]): Box {
  const { name, rest } = partSource(attribution);
  const line = (part: string, content: readonly Phrasing[]): readonly Box[] =>
    content.length === 0 ? [] : [{ kind: 'line', class: part, style: 'meta', content }];
  return {
    kind: 'row',
    class: 'source',
    gap: 'column',
    inMargin: true,
    widths: [3, 2],
    boxes: [
      { kind: 'flow', class: 'empty', style: 'body', blocks: [] },
      {
        kind: 'stack',
        class: 'under-rule',
        gap: 'none',
        paddingTop: 'small',
        boxes: [...line('attribution', name), ...line('office', rest)],
      },
    ],
  };
}

/** Without its dash; the name ends at the first comma of its first piece of text. */
function partSource(attribution: readonly Phrasing[]): Record<'name' | 'rest', readonly Phrasing[]> {
  const [first, ...others] = attribution;
  if (first?.type !== 'text') return { name: attribution, rest: [] };
  const text = first.value.replace(/^\s*[-–—]{1,2}\s*/u, '');
  const comma = /,\s+|(?=\s\()/u.exec(text);
  if (!comma || comma.index === 0) return { name: [{ ...first, value: text }, ...others], rest: [] };
  const rest = text.slice(comma.index + comma[0].length).trimStart();
  return {
    name: [{ ...first, value: text.slice(0, comma.index) }],
    rest: [{ ...first, value: rest }, ...others],
  };
}

interface QuoteParts {
  readonly quotation: readonly Block[];
  readonly attribution: readonly Phrasing[] | undefined;
}

/**
 * A block quote of paragraphs alone, or words in quotation marks with a name. Who said it stands after a dash: in a last paragraph, on a last line,
 * at the end of that line, or below the quotation; or is one bullet, which is what Markdown makes of a hyphen; or a name in italics below the words.
 */
function readQuote(blocks: readonly Block[]): QuoteParts | undefined {
  const [first, second, ...rest] = blocks;
  if (first?.type === 'paragraph' || first?.type === 'list') return readQuotedWords(blocks);
  if (first?.type !== 'blockquote' || rest.length > 0) return undefined;
  const inside = first.children as Block[];
  const [before, last] = [inside.slice(0, -1), inside.at(-1)];
  if (!last || !before.every((block) => block.type === 'paragraph')) return undefined;
  const source = second ? attributionOf(second) : undefined;
  if (second)
    return source && last.type === 'paragraph' ? { quotation: inside, attribution: source } : undefined;
  const own = attributionOf(last) ?? (before.length > 0 ? nameInItalics(last) : undefined);
  if (own) return before.length > 0 ? { quotation: before, attribution: own } : undefined;
  if (last.type !== 'paragraph') return undefined;
  const parted = lastLine(last);
  if (parted) return { quotation: [...before, parted.text], attribution: parted.source };
  const behind = sourceBehindWords(last);
  if (behind) return { quotation: [...before, ...behind.quotation], attribution: behind.attribution };
  return { quotation: inside, attribution: undefined };
}

/** The last line of a paragraph, when it begins with a dash. */
function lastLine(paragraph: Paragraph): { text: Paragraph; source: readonly Phrasing[] } | undefined {
  const at = paragraph.children.findLastIndex((word) => word.type === 'break');
  if (at > 0) {
    const source = paragraph.children.slice(at + 1);
    if (!isSource(plainText(source))) return undefined;
    return { text: { ...paragraph, children: paragraph.children.slice(0, at) }, source };
  }
  const line = paragraph.children.findLastIndex(
    (word) => word.type === 'text' && /\n\s*(?:[–—]|--)/u.test(word.value),
  );
  const text = paragraph.children[line];
  if (text?.type !== 'text') return undefined;
  const cut = text.value.search(/\n\s*(?:[–—]|--)(?!.*\n)/su);
  const source = [
    { ...text, value: text.value.slice(cut).trimStart() },
    ...paragraph.children.slice(line + 1),
  ];
  if (cut < 0 || !isSource(plainText(source))) return undefined;
  const before = { ...text, value: text.value.slice(0, cut) };
  return { text: { ...paragraph, children: [...paragraph.children.slice(0, line), before] }, source };
}
