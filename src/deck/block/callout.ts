import type { Callout } from '../../notes/index.ts';
import { escapeWords } from '../phrasing/escape-words.ts';
import type { Place, Printer } from '../printer.ts';
import { box } from './box.ts';
import { startSafe } from './paragraph.ts';

/** A box whose first line is the kind as a word, and the title. */
export function callout(node: Callout, printer: Printer, place: Place): string {
  const kind = node.calloutKind.toLowerCase();
  const word = escapeWords(kind.charAt(0).toUpperCase() + kind.slice(1), { inLink: false, inCell: false });
  const title = printer.line(node.title);
  const kindWord = `<span class="callout-kind">${word}</span>`;
  const label = `<span class="callout-title">${kindWord}${title === '' ? '' : ` ${title}`}</span>`;
  const content = printer.blocks(node.children, place);
  const name = kind.replace(/[^a-z0-9-]+/g, '-');
  return box(
    `callout callout-${name}`,
    content === '' ? startSafe(label) : `${startSafe(label)}\n\n${content}`,
  );
}
