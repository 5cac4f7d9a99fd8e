import type { PhrasingContent } from 'mdast';
import type { Block } from '../../../src/notes/index.ts';

/** Blocks as the HTML that a Markdown processor makes of them. */
export function renderBlocks(blocks: readonly Block[]): string {
  return blocks.map((block) => renderBlock(block, 'loose')).join('\n');
}

function renderBlock(block: Block, list: 'tight' | 'loose'): string {
  switch (block.type) {
    case 'paragraph':
      return list === 'tight' ? renderInline(block.children) : `<p>${renderInline(block.children)}</p>`;
    case 'heading':
      return `<h3>${renderInline(block.children)}</h3>`;
    case 'list': {
      const kind = block.spread || block.children.some(({ spread }) => spread) ? 'loose' : 'tight';
      const items = block.children.map(
        ({ children }) => `<li>${children.map((each) => renderBlock(each, kind)).join('\n')}</li>`,
      );
      return block.ordered ? `<ol>${items.join('\n')}</ol>` : `<ul>${items.join('\n')}</ul>`;
    }
    case 'blockquote':
      return `<blockquote>${renderBlocks(block.children)}</blockquote>`;
    case 'code':
      return `<pre><code>${escapeHtml(block.value)}</code></pre>`;
    case 'table': {
      const rows = block.children.map(({ children }, at) => {
        const name = at === 0 ? 'th' : 'td';
        return `<tr>${children.map((cell) => `<${name}>${renderInline(cell.children)}</${name}>`).join('')}</tr>`;
      });
      return `<table${block.data?.tight ? ' class="tight"' : ''}>${rows.join('')}</table>`;
    }
    default:
      throw new Error(`no HTML for ${block.type}`);
  }
}

function renderInline(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      switch (node.type) {
        case 'text':
          return escapeHtml(node.value);
        case 'strong':
          return `<strong>${renderInline(node.children)}</strong>`;
        case 'emphasis':
          return `<em>${renderInline(node.children)}</em>`;
        case 'inlineCode':
          return `<code>${escapeHtml(node.value)}</code>`;
        case 'link':
          return `<a href="#">${renderInline(node.children)}</a>`;
        case 'break':
          return '<br>';
        default:
          throw new Error(`no HTML for ${node.type}`);
      }
    })
    .join('');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
