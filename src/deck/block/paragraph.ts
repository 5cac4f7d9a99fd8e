import type { Paragraph, PhrasingContent } from 'mdast';
import { isFound, missingLabel } from '../phrasing/image.ts';
import type { Printer } from '../printer.ts';
import { box } from './box.ts';

/** One line. A paragraph of nothing but pictures that are not there becomes their boxes. */
export function paragraph(node: Paragraph, printer: Printer): string {
  const missing = node.children.every((child) => isBlank(child) || isMissing(child, printer));
  if (missing && node.children.some((child) => !isBlank(child))) return missingBoxes(node);
  return startSafe(printer.line(node.children));
}

/**
 * A line that begins a block of another kind gets a backslash before its sign; one that is a
 * single tag would be read as a block of HTML and gets a blank before it, which shows as nothing.
 */
export function startSafe(line: string): string {
  if (loneTag.test(line)) return `&#32;${line}`;
  return line.replace(blockSign, '\\$&').replace(itemNumber, '$1\\$2');
}

const loneTag = /^<[^<>]*>$/;
const blockSign = /^(?:#(?=#{0,5}(?:\s|$))|[-+](?=\s|$)|-(?=[-\s]*$)|=(?==*\s*$)|>)/;
const itemNumber = /^(\d{1,9})([.)])(?=\s|$)/;

function missingBoxes(node: Paragraph): string {
  return node.children
    .filter((child) => child.type === 'image')
    .map(({ url, alt, title }) => box('picture-missing', missingLabel({ url, alt: alt ?? '', title })))
    .join('\n\n');
}

function isMissing(node: PhrasingContent, printer: Printer): boolean {
  return node.type === 'image' && !isFound(printer.pictures(node.url));
}

function isBlank(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
}
