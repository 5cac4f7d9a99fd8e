import type { Block, Phrasing } from '../../src/notes/index.ts';
import { readMarkdown } from '../../src/notes/markdown/read-markdown.ts';

export function blocksOf(markdown: string): Block[] {
  return readMarkdown(markdown, 'text').children as Block[];
}

export function phrasing(markdown: string): Phrasing[] {
  const [block] = blocksOf(markdown);
  return block?.type === 'paragraph' ? (block.children as Phrasing[]) : [];
}
