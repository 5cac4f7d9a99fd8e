// The properties of a page that Notion writes below its title, a line each.
import type { RootContent } from 'mdast';
import type { Source } from '../../diagnostics/index.ts';
import type { Block } from '../block.ts';
import { asParagraph, endOf, startOf } from '../markdown/tree.ts';
import type { Field, Notes } from '../notes.ts';
import { fieldOf } from './fields.ts';
import { labelMeaning, titleKey } from './labels.ts';
import { between, isDated, type KeyedLine, keyedLines, type Metadata, rangeOf } from './metadata.ts';

/** How databases of notes keep a page: nobody says it in a talk. */
const kept =
  /^(?:created(?: time| by| at)?|last edited(?: time| by)?|status|tags?|priority|owner|assignee|assigned to)$/;

/** Lines of such properties, and keys of a database among them, at least. */
const fewest = { lines: 3, kept: 2 } as const;

/** Properties of people that the cover has. */
const people = /^(?:owner|assignee|assigned to|team members?)$/;

/** The date, people and what else is known of a talk go to the cover. The others are none of its text, as in front matter. */
export function propertiesBelowTitle(blocks: readonly RootContent[], source: Source): Metadata {
  const [title, block, ...others] = blocks;
  const isTitled = title?.type === 'heading' && title.depth === 1 && block?.type === 'paragraph';
  const lines = isTitled ? (keyedLines(block, source) ?? []) : [];
  const fields = new Map<string, Field[]>();
  const details: Block[] = [];
  if (!isTitled || !areProperties(lines)) return { fields, details, rest: blocks, leftOut: [] };
  const shown: Notes['leftOut'][number][] = [];
  for (const { key, value, line } of lines) {
    const meaning = labelMeaning(key);
    const field = fieldOf(value, source);
    const name = titleKey(key);
    if (field === undefined || (kept.test(key) && !people.test(key))) continue;
    if (name !== undefined && isDated(key, meaning, field) && !fields.has(name)) fields.set(name, [field]);
    else if (name !== undefined || meaning === 'others' || people.test(key)) details.push(asParagraph(line));
    else continue;
    shown.push(fields.get(name ?? '')?.[0] === field ? field.span : rangeOf(line));
  }
  return {
    fields,
    details,
    rest: [title, ...others],
    leftOut: between(shown, startOf(block), endOf(block)),
  };
}

function areProperties(lines: readonly KeyedLine[]): boolean {
  return lines.length >= fewest.lines && lines.filter(({ key }) => kept.test(key)).length >= fewest.kept;
}
