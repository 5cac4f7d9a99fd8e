import type { Heading } from 'mdast';
import type { Phrasing } from '../../notes/index.ts';
import type { Printer } from '../printer.ts';

/** A heading inside a slide; the first two depths belong to the slide's title. */
export function heading(node: Heading, printer: Printer): string {
  return headingLine(Math.max(3, node.depth), node.children, printer);
}

/** `suffix` is printed as it is. Empty when there are no words. */
export function headingLine(
  depth: number,
  content: readonly Phrasing[],
  printer: Printer,
  suffix = '',
): string {
  const line = `${printer.line(content)}${suffix}`;
  return line === '' ? '' : `${'#'.repeat(depth)} ${line.replace(closingSigns, '$1\\$2')}`;
}

/** `#` signs at the end of a heading are not shown. */
const closingSigns = /(^|[ \t])(#+)$/;
