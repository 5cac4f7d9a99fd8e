// All that stands above the text of a talk and is not its title line, one reader after the other.
import type { RootContent } from 'mdast';
import type { Source } from '../../diagnostics/index.ts';
import type { Field } from '../notes.ts';
import { readFilingLines } from './filing-lines.ts';
import { readLabelHeadings } from './label-headings.ts';
import { type Metadata, readMetadata } from './metadata.ts';
import { propertiesBelowTitle } from './properties.ts';

/** `known` is what the front matter says. */
export function readAbove(
  blocks: readonly RootContent[],
  known: ReadonlyMap<string, readonly Field[]>,
  source: Source,
): Metadata {
  const filing = readFilingLines(blocks, source);
  const metadata = readMetadata(filing.rest, source);
  const headed = readLabelHeadings(metadata.rest, new Map([...metadata.fields, ...known]), source);
  const properties = propertiesBelowTitle(headed.rest, source);
  const parts = [filing, metadata, headed, properties];
  return {
    fields: new Map(parts.flatMap(({ fields }) => [...fields])),
    details: parts.flatMap(({ details }) => details),
    rest: properties.rest,
    leftOut: parts.flatMap(({ leftOut }) => leftOut),
  };
}
