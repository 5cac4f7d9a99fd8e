import type { Nodes } from 'mdast';
import type { Block } from '../notes/index.ts';

/** The words of blocks as a speaker reads them: paragraphs apart by an empty line, items on lines of their own. */
export function plainText(blocks: readonly Block[]): string {
  return blocks
    .map((block) => blockText(block))
    .filter((text) => text !== '')
    .join('\n\n');
}

function blockText(node: Block): string {
  if (node.type === 'list')
    return node.children.map((item, at) => itemText(item, numberOf(node, at))).join('\n');
  if (node.type === 'table') {
    return node.children.map((row) => row.children.map(inlineText).join(' | ')).join('\n');
  }
  if (node.type === 'callout') {
    const head = [node.calloutKind, node.title.map(inlineText).join('')].filter(Boolean).join(': ');
    return [head, plainText(node.children)].filter(Boolean).join('\n\n');
  }
  if (node.type === 'blockquote' || node.type === 'footnoteDefinition') return plainText(node.children);
  return 'value' in node ? node.value : inlineText(node);
}

function itemText(item: Extract<Block, { type: 'list' }>['children'][number], sign: string): string {
  const text = item.children.map(blockText).filter(Boolean).join('\n');
  const task = item.checked == null ? '' : item.checked ? '☑ ' : '☐ ';
  return `${sign} ${task}${text.replaceAll('\n', '\n  ')}`.trimEnd();
}

function numberOf(node: Extract<Block, { type: 'list' }>, at: number): string {
  return node.ordered ? `${(node.children[0]?.data?.number ?? node.start ?? 1) + at}.` : '-';
}

function inlineText(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if (node.type === 'footnoteReference') return `[${node.label ?? node.identifier}]`;
  if ('value' in node) return node.value.replace(/\s*[\r\n]\s*/g, ' ');
  return 'children' in node ? node.children.map(inlineText).join('') : '';
}
