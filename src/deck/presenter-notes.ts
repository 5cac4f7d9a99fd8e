// Presenter notes as plain text, and as the comment that Marp collects them from.
import type { Nodes } from 'mdast';
import type { Block } from '../notes/index.ts';

/**
 * Presenter notes as one HTML comment, which Marp collects unless it reads it as a directive. Marp asks
 * YAML: a comment is a directive when it is a mapping with a name it knows. So the first line is kept
 * from starting anything but plain text, with a word joiner, which nobody sees.
 */
export function presenterComment(text: string): string {
  const [first = '', ...rest] = withoutClosing(text).trim().split('\n');
  return `<!--\n${[plainStart(first), ...rest].join('\n')}\n-->`;
}

const joiner = '\u2060';

/** `-->` ends the comment wherever it stands. */
function withoutClosing(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/--(?=!?>)/g, `--${joiner}`);
}

/** A dash with a space starts a YAML list, which is no mapping, so the usual bullets stay as they are. */
function plainStart(line: string): string {
  const quiet = /^(?:[\p{L}\p{N}]|- )/u.test(line) && !toolDirective.test(line);
  return `${quiet ? '' : joiner}${line.replace(/:(?=\s|$)/g, `:${joiner}`)}`;
}

/** Comments to other tools, which Marp leaves out of the notes. */
const toolDirective = /^(?:prettier-ignore|markdownlint-|lint )/;

/** The words of blocks as a speaker reads them: paragraphs apart by an empty line, items on lines of their own. */
export function spokenText(blocks: readonly Block[]): string {
  return blocks
    .map((block) => blockText(block))
    .filter((text) => text !== '')
    .join('\n\n');
}

/** The sources of diagrams among the blocks, as `spokenText` has them. */
export function diagramsIn(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'code') return block.lang === 'mermaid' ? [block.value] : [];
    return 'children' in block ? diagramsIn(block.children as Block[]) : [];
  });
}

function blockText(node: Block): string {
  if (node.type === 'list')
    return node.children.map((item, at) => itemText(item, numberOf(node, at))).join('\n');
  if (node.type === 'table') {
    return node.children.map((row) => row.children.map(inlineText).join(' | ')).join('\n');
  }
  if (node.type === 'callout') {
    const head = [node.calloutKind, node.title.map(inlineText).join('')].filter(Boolean).join(': ');
    return [head, spokenText(node.children)].filter(Boolean).join('\n\n');
  }
  if (node.type === 'blockquote' || node.type === 'footnoteDefinition') return spokenText(node.children);
  return 'value' in node ? node.value : inlineText(node);
}

function itemText(item: Extract<Block, { type: 'list' }>['children'][number], marker: string): string {
  const text = item.children.map(blockText).filter(Boolean).join('\n');
  const task = item.checked == null ? '' : item.checked ? '☑ ' : '☐ ';
  return `${marker} ${task}${text.replaceAll('\n', '\n  ')}`.trimEnd();
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
