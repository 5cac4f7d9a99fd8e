import type { Heading, Paragraph, RootContent } from 'mdast';
import type { Source } from '../diagnostics/index.ts';
import { endOf, startOf } from './markdown/tree.ts';
import { plainText } from './plain-text.ts';
import { kindOfHeading } from './section-kind.ts';

/** Letters of a line that can still be a heading. */
const longest = 80;

/** Bold lines that label what follows and head nothing: remarks, captions, questions of a Q&A. */
const labels =
  /^(?:note|notes|nb|n\.b|warning|tip|hint|important|caution|(?:speaker|presenter) notes?|(?:figure|fig|table|listing)\b.*|[qa]\s*\d*\s*[.:：].*)\s*[:：]?$/i;

/**
 * A line that is all bold and stands alone is a sub-heading when something follows that it can
 * head: `**Results**`, `__Summary:__`. A sentence in bold is a sentence. The first line of notes
 * without an H1 names them, if it is the only one or stands right above another.
 */
export function readBoldHeadings(blocks: readonly RootContent[], source: Source): RootContent[] {
  let depth = 1;
  const isBold = blocks.map((block, at) => isHeadingLike(block, source) && heads(blocks[at + 1], source));
  const title = namesNotes(blocks, isBold, source) ? 0 : -1;
  return blocks.map((block, at) => {
    if (block.type === 'heading') depth = block.depth;
    if (block.type !== 'paragraph' || !(isBold[at] || at === title)) return block;
    return headingOf(block, at === title ? 1 : Math.min(6, depth + 1));
  });
}

function isHeadingLike(block: RootContent | undefined, source: Source): block is Paragraph {
  if (block?.type !== 'paragraph' || !isBoldLine(block, source)) return false;
  const text = plainText([block]).trim();
  return (
    text.length <= longest &&
    /[\p{L}\p{N}]/u.test(text) &&
    !/[\n.!…。！]|[,;]$/u.test(text.replace(/^\d+(?:\.\d+)*[.)]?\s|\.(?=\S)/gu, '')) &&
    !labels.test(text)
  );
}

/** Bold words alone, a colon behind them allowed; bold by Markdown's own markers, not a `<summary>`. */
function isBoldLine({ children }: Paragraph, source: Source): boolean {
  const [bold, ...rest] = children.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  const isAlone = rest.length === 0 || (rest.length === 1 && /^\s*[:：]\s*$/.test(plainText(rest)));
  return (
    bold?.type === 'strong' && isAlone && /^(?:\*\*|__)/.test(source.text.slice(startOf(bold), endOf(bold)))
  );
}

/** A list or words below it; not another line like it, a rule or a real heading. */
function heads(next: RootContent | undefined, source: Source): boolean {
  if (next === undefined || next.type === 'heading' || next.type === 'thematicBreak') return false;
  return !isHeadingLike(next, source);
}

function namesNotes(blocks: readonly RootContent[], isBold: readonly boolean[], source: Source): boolean {
  const first = blocks[0];
  if (!isHeadingLike(first, source) || blocks.some((block) => block.type === 'heading' && block.depth === 1))
    return false;
  const text = plainText([first]).trim();
  if (/[:：]$/.test(text) || kindOfHeading(text) !== 'talk') return false;
  const next = blocks[1];
  return next?.type === 'heading' || isHeadingLike(next, source) || isBold.filter(Boolean).length === 1;
}

function headingOf(block: Paragraph, depth: number): Heading {
  const children = block.children.flatMap((node) => (node.type === 'strong' ? node.children : [node]));
  return {
    type: 'heading',
    depth: depth as Heading['depth'],
    children,
    ...(block.position && { position: block.position }),
  };
}
