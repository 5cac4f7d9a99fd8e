import type { FootnoteDefinition } from 'mdast';
import type { Block } from '../../notes/index.ts';
import type { Place, Printer } from '../printer.ts';
import { box } from './box.ts';

/** A note below the text, with the same sign before it as stands in the text. */
export function footnote(node: FootnoteDefinition, printer: Printer, place: Place): string {
  const { identifier } = node;
  const sign = { type: 'footnoteReference', identifier, label: node.label ?? identifier } as const;
  const [first, ...rest] = node.children;
  const lead: Block[] =
    first?.type === 'paragraph'
      ? [{ ...first, children: [sign, { type: 'text', value: ' ' }, ...first.children] }, ...rest]
      : [{ type: 'paragraph', children: [sign] }, ...node.children];
  return box('footnote', printer.blocks(lead, place));
}
