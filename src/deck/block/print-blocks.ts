import type { Block } from '../../notes/index.ts';
import type { Place, Printed, Printer } from '../printer.ts';
import { callout } from './callout.ts';
import { code } from './code.ts';
import { footnote } from './footnote.ts';
import { heading } from './heading.ts';
import { list } from './list.ts';
import { math } from './math.ts';
import { paragraph, startSafe } from './paragraph.ts';
import { quote } from './quote.ts';
import { table } from './table.ts';

/** Each block's Markdown, without the space between them. */
export function printBlocks(nodes: readonly Block[], printer: Printer, place: Place): Printed[] {
  return nodes
    .map((node) => ({ node, text: printBlock(node, printer, place) }))
    .filter(({ text }) => text !== '');
}

function printBlock(node: Block, printer: Printer, place: Place): string {
  switch (node.type) {
    case 'paragraph':
      return paragraph(node, printer);
    case 'heading':
      return heading(node, printer);
    case 'list':
      return list(node, printer, place);
    case 'code':
      return code(node, printer, place);
    case 'math':
      return math(node, printer);
    case 'table':
      return table(node, printer);
    case 'blockquote':
      return quote(node, printer, place);
    case 'callout':
      return callout(node, printer, place);
    case 'footnoteDefinition':
      return footnote(node, printer, place);
    case 'thematicBreak':
      // Inside a box `---` would still start a new slide.
      return '<hr />';
    case 'html':
      // Notes turn the HTML they allow into blocks and elements; what is left is text.
      return startSafe(printer.line([{ type: 'text', value: node.value }]));
    case 'definition':
      return '';
  }
}
