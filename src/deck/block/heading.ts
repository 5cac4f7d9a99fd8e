import type { Heading } from 'mdast';
import type { Phrasing } from '../../notes/index.ts';
import type { Printer } from '../printer.ts';

/** A heading inside a slide; the first two depths belong to the slide's title. */
export function heading(node: Heading, printer: Printer): string {
  return headingLine(Math.max(3, node.depth), node.children, printer);
}

/** What stands around the words is printed as it is. Empty when there are no words. */
export function headingLine(
  depth: number,
  content: readonly Phrasing[],
  printer: Printer,
  { before, after }: { readonly before: string; readonly after: string } = { before: '', after: '' },
): string {
  const line = `${before}${printer.line(content)}${after}`;
  return line === '' ? '' : `${'#'.repeat(depth)} ${line.replace(closingSigns, '$1\\$2')}`;
}

/** `#` signs at the end of a heading are not shown. */
const closingSigns = /(^|[ \t])(#+)$/;
