import type { ListItem, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { htmlBlocks } from './html/html-blocks.ts';
import { htmlPhrasing } from './html/html-phrasing.ts';
import { logseqCode, logseqTasks, withoutOwnProperties } from './logseq.ts';
import { resolveReferences } from './markdown/links.ts';
import { type MarkdownKind, readMarkdown } from './markdown/read-markdown.ts';
import { limitDepth, rewriteTree } from './markdown/rewrite-tree.ts';
import { shortcodes } from './markdown/shortcodes.ts';
import { tidyBlocks, tidyLinks } from './markdown/tidy-blocks.ts';
import { at, endOf, moveOffsets, startOf } from './markdown/tree.ts';
import { typedBullets } from './markdown/typed-bullets.ts';
import { highlights, percentBlocks, percentRemarks, wikilinks, withoutBlockIds } from './obsidian.ts';
import { readQuestions } from './questions.ts';
import { flattenCallouts, readQuotes } from './quotes.ts';
import type { Reading } from './reading.ts';

/**
 * Markdown → blocks with only what `Block` allows: no raw HTML, no references, no comments
 * (those are left in `reading`). `place` gives the offset in the notes of an offset in `text`.
 */
export function readBlocks(
  text: string,
  kind: MarkdownKind,
  place: (offset: number) => number,
  reading: Reading,
): Root {
  const source = reading.source.text;
  const bulleted = typedBullets(text, kind === 'document' ? 'front matter' : 'text');
  const tree = readMarkdown(bulleted.text, kind);
  moveOffsets(tree, (offset) => place(bulleted.place(offset)));
  limitDepth(tree, source);
  resolveReferences(tree, source);
  rewriteTree(tree, {
    blocks: (children, parent) => rewriteBlocks(children, parent, reading),
    phrasing: (children) => rewritePhrasing(children, reading),
    emptied: (item) => shownAsWritten(item, source),
  });
  flattenCallouts(tree);
  return tree;
}

function rewriteBlocks(children: RootContent[], parent: Nodes, reading: Reading): RootContent[] {
  const place = parent.type === 'root' ? 'root' : 'inner';
  const blocks = percentBlocks(htmlBlocks(children, reading, place), reading);
  const source = reading.source.text;
  const plain = withoutOwnProperties(withoutBlockIds(readQuotes(blocks, reading), source), source);
  const tidy = tidyBlocks(plain, parent, source);
  return readQuestions(reading.isLogseq ? logseqTasks(tidy, source) : tidy, parent, source);
}

/** An item of which nothing is left, but tags that end nothing: they are shown. A comment goes with its bullet. */
function shownAsWritten(item: ListItem, source: string): ListItem | undefined {
  const written = source.slice(startOf(item), endOf(item));
  const marker = /^(?:[-*+•◦▪▫‣⁃·–]|\d+[.)])\s*/.exec(written)?.[0].length ?? 0;
  const value = written.slice(marker).trimEnd();
  if (!value.startsWith('</') || value.includes('<!--')) return undefined;
  const position = at(startOf(item) + marker, startOf(item) + marker + value.length);
  return {
    ...item,
    children: [{ type: 'paragraph', children: [{ type: 'text', value, position }], position }],
  };
}

function rewritePhrasing(children: PhrasingContent[], reading: Reading): PhrasingContent[] {
  const source = reading.source.text;
  const written = percentRemarks(htmlPhrasing(children, reading), reading);
  const words = reading.isLogseq ? logseqCode(written, source) : written;
  return tidyLinks(shortcodes(highlights(wikilinks(words, source), source), source));
}
