import type { RootContent } from 'mdast';
import type { Source } from '../../diagnostics/index.ts';
import type { Field, TitleBlock } from '../notes.ts';
import { readBilling } from './billing.ts';
import { findSpeaker, findTitle } from './find-title.ts';
import { frontMatterTitle } from './front-matter-title.ts';
import { readDeckLine, readMetaBlocks } from './meta-blocks.ts';
import { readTitleHeading } from './title-heading.ts';

export interface TitleAndRest {
  readonly title: TitleBlock;
  readonly rest: readonly RootContent[];
  /** Where the title was read: an agenda is trusted more below a heading that names the talk. */
  readonly from: 'heading' | 'front-matter' | 'nowhere';
}

/**
 * Reads the title and the lines below it, and gives the blocks that are left. What stands in
 * the text goes before what stands in the front matter: it must be shown somewhere.
 */
export function readTitleBlock(
  blocks: readonly RootContent[],
  fields: ReadonlyMap<string, readonly Field[]>,
  source: Source,
): TitleAndRest {
  const known = frontMatterTitle(fields, source);
  const heading = findTitle(blocks, source);
  if (heading === undefined) {
    const from = known.title ? 'front-matter' : 'nowhere';
    return { title: { title: undefined, ...known, details: [] }, rest: blocks, from };
  }
  const speaker = findSpeaker(blocks, heading, source);
  const behind = blocks.slice(blocks.indexOf(speaker ?? heading) + 1);
  const end = behind.findIndex((block) => block.type === 'heading');
  const billing = speaker && readBilling(speaker.children, 'dash', source);
  const named = { ...billing, ...readTitleHeading(heading.children, source) };
  const meta = readMetaBlocks(end === -1 ? behind : behind.slice(0, end), named, source);
  const below = end === -1 ? [] : readDeckLine(behind.slice(meta.count, end));
  return {
    title: { ...known, ...meta.fields, title: named.title, details: [...meta.details, ...below] },
    rest: behind.slice(meta.count + Math.min(1, below.length)),
    from: 'heading',
  };
}
