import type { Nodes } from 'mdast';
import { missingLabel } from '../../src/layouts/index.ts';
import type { Block, Phrasing } from '../../src/notes/index.ts';
import { normal } from './read-html.ts';

/** The words that blocks must show, written down without any regard to Markdown. */
export function expectedText(blocks: readonly Block[]): string {
  return normal(blocks.map(text).join(' '));
}

function text(node: Nodes | Phrasing | Block): string {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return ` ${line(node.children)} `;
    case 'tableCell':
      return ` ${line(node.children)} `;
    case 'listItem':
      return ` ${itemText(node)} `;
    case 'callout':
      return ` ${node.calloutKind.charAt(0).toUpperCase()}${node.calloutKind.slice(1)} ${line(node.title)} ${node.children.map(text).join(' ')}`;
    case 'footnoteDefinition':
      return ` ${node.label} ${node.children.map(text).join(' ')}`;
    case 'code':
      return ` ${node.value} `;
    case 'math':
      return ` ${node.value} `;
    case 'html':
      return ` ${line([{ type: 'text', value: node.value }])} `;
    case 'definition':
    case 'thematicBreak':
      return ' ';
    default:
      return 'children' in node ? node.children.map(text).join(' ') : '';
  }
}

function itemText(item: Extract<Nodes, { type: 'listItem' }>): string {
  const [first, ...rest] = item.children.map(text);
  const task = item.checked == null ? '' : item.checked ? '☑ ' : '☐ ';
  return `${task}${[first ?? '', ...rest].join(' ')}`;
}

/** A run of text: the notes' own line breaks are a space, and nothing between Chinese or Japanese. */
function line(nodes: readonly Phrasing[]): string {
  const onlyBoxes = nodes.every((node) => node.type === 'image' && node.url === 'gone.png');
  return nodes
    .map(inline)
    .join(onlyBoxes ? ' ' : '')
    .replace(
      /(?<=([\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uff60]))[ \t]*\n[ \t\n]*(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uff60])/gu,
      '',
    )
    .replaceAll('\u0001', '');
}

function inline(node: Phrasing): string {
  switch (node.type) {
    case 'text':
    case 'html':
      return node.value;
    case 'inlineCode':
      return `\u0001${node.value.replaceAll('\n', ' ')}\u0001`;
    case 'inlineMath':
      return ` ${node.value} `;
    case 'break':
      return '\u0001 \u0001';
    case 'image':
      return node.url === 'gone.png' ? `\u0001${missingLabel(node).text}\u0001` : `\u0001 ${node.alt} \u0001`;
    case 'imageReference':
      return node.alt ?? '';
    case 'footnoteReference':
      return `\u0001${node.label}\u0001`;
    default:
      return 'children' in node ? (node.children as Phrasing[]).map(inline).join('') : '';
  }
}
