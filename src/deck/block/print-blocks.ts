import type { Blockquote, FootnoteDefinition, Heading, Paragraph, PhrasingContent } from 'mdast';
import type { Block, Callout, Phrasing } from '../../notes/index.ts';
import { printCode, printMath } from '../code-and-math.ts';
import { escapeWords } from '../phrasing/join-tokens.ts';
import { isFound, printMissing } from '../phrasing/link.ts';
import { type BlockContext, box, deepest, type MarkdownPrinter, type PrintedBlock } from '../printer.ts';
import { list } from './list.ts';
import { printTable } from './print-table.ts';

/** Each block's Markdown, without the space between them. */
export function printBlocks(
  nodes: readonly Block[],
  printer: MarkdownPrinter,
  context: BlockContext,
): PrintedBlock[] {
  return nodes
    .map((node) => ({ node, text: printBlock(node, printer, context) }))
    .filter(({ text }) => text !== '');
}

function printBlock(node: Block, printer: MarkdownPrinter, context: BlockContext): string {
  switch (node.type) {
    case 'paragraph':
      return paragraph(node, printer);
    case 'heading':
      return heading(node, printer);
    case 'list':
      return list(node, printer, context);
    case 'code':
      return printCode(node, printer, context);
    case 'math':
      return printMath(node, printer);
    case 'table':
      return printTable(node, printer);
    case 'blockquote':
      return printQuote(node, printer, context);
    case 'callout':
      return callout(node, printer, context);
    case 'footnoteDefinition':
      return footnote(node, printer, context);
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

/** One line. A paragraph of nothing but pictures that are not there becomes their boxes. */
export function paragraph(node: Paragraph, printer: MarkdownPrinter): string {
  const missing = node.children.every((child) => isBlank(child) || isMissing(child, printer));
  if (missing && node.children.some((child) => !isBlank(child))) return missingBoxes(node);
  const line = startSafe(printer.line(node.children));
  return node.data?.isCaption ? box('table-caption', line) : line;
}

/**
 * A line that begins a block of another kind gets a backslash before its marker; one that is a
 * single tag would be read as a block of HTML and gets a blank before it, which is not seen.
 */
export function startSafe(line: string): string {
  if (loneTag.test(line)) return `&#32;${line}`;
  return line.replace(blockMarker, '\\$&').replace(itemNumber, '$1\\$2');
}

const loneTag = /^<[^<>]*>$/;
const blockMarker = /^(?:#(?=#{0,5}(?:\s|$))|[-+](?=\s|$)|-(?=[-\s]*$)|=(?==*\s*$)|>)/;
const itemNumber = /^(\d{1,9})([.)])(?=\s|$)/;

function missingBoxes(node: Paragraph): string {
  return node.children
    .filter((child) => child.type === 'image')
    .map(({ url, alt, title }) =>
      box('picture-missing', startSafe(printMissing({ url, alt: alt ?? '', title }))),
    )
    .join('\n\n');
}

function isMissing(node: PhrasingContent, printer: MarkdownPrinter): boolean {
  return node.type === 'image' && !isFound(printer.pictures(node.url));
}

function isBlank(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
}

/** A heading inside a slide; the first two depths belong to the slide's title. */
export function heading(node: Heading, printer: MarkdownPrinter): string {
  return headingLine(Math.max(3, node.depth), node.children, printer);
}

/** What stands around the words is printed as it is. Empty when there are no words. */
export function headingLine(
  depth: number,
  content: readonly Phrasing[],
  printer: MarkdownPrinter,
  { before, after }: { readonly before: string; readonly after: string } = { before: '', after: '' },
): string {
  const line = `${before}${printer.line(content)}${after}`;
  return line === '' ? '' : `${'#'.repeat(depth)} ${line.replace(closingHashes, '$1\\$2')}`;
}

/** `#` characters at the end of a heading are not shown. */
const closingHashes = /(^|[ \t])(#+)$/;

export function printQuote(node: Blockquote, printer: MarkdownPrinter, context: BlockContext): string {
  const level = context.level + 1;
  if (level > deepest) return box('quote', printer.blocks(node.children, context));
  const content = printer.blocks(node.children, { ...context, level });
  return content.replace(/^(.?)/gm, (_, first: string) => (first === '' ? '>' : `> ${first}`));
}

/** A box whose first line is the kind as a word, and the title. */
export function callout(node: Callout, printer: MarkdownPrinter, context: BlockContext): string {
  const kind = node.calloutKind.toLowerCase();
  const word = escapeWords(kind.charAt(0).toUpperCase() + kind.slice(1), { inLink: false, inCell: false });
  const title = printer.line(node.title);
  const kindWord = `<span class="callout-kind">${word}</span>`;
  const label = `<span class="callout-title">${kindWord}${title === '' ? '' : ` ${title}`}</span>`;
  const content = printer.blocks(node.children, context);
  const name = kind.replace(/[^a-z0-9-]+/g, '-');
  return box(
    `callout callout-${name}`,
    content === '' ? startSafe(label) : `${startSafe(label)}\n\n${content}`,
  );
}

/** A note below the text, with the same number before it as stands in the text. */
export function footnote(node: FootnoteDefinition, printer: MarkdownPrinter, context: BlockContext): string {
  const { identifier } = node;
  const reference = { type: 'footnoteReference', identifier, label: node.label ?? identifier } as const;
  const [first, ...rest] = node.children;
  const lead: Block[] =
    first?.type === 'paragraph'
      ? [{ ...first, children: [reference, { type: 'text', value: ' ' }, ...first.children] }, ...rest]
      : [{ type: 'paragraph', children: [reference] }, ...node.children];
  return box('footnote', printer.blocks(lead, context));
}
