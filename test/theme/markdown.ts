import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mathFromMarkdown } from 'mdast-util-math';
import { gfm } from 'micromark-extension-gfm';
import { math } from 'micromark-extension-math';
import type { Block, Phrasing } from '../../src/notes/index.ts';

export function blocksOf(markdown: string): Block[] {
  return fromMarkdown(markdown, {
    extensions: [gfm(), math()],
    mdastExtensions: [gfmFromMarkdown(), mathFromMarkdown()],
  }).children as Block[];
}

export function phrasing(markdown: string): Phrasing[] {
  const [block] = blocksOf(markdown);
  return block?.type === 'paragraph' ? (block.children as Phrasing[]) : [];
}
