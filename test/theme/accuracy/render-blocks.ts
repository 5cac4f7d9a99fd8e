import type { PhrasingContent } from 'mdast';
import type { Block } from '../../../src/notes/index.ts';
import { addressBreaks, breakOpportunities, hyphenated } from '../../../src/theme/index.ts';

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
          return node.value
            .split(/(?<=\s)|(?=\s)/)
            .map(renderWord)
            .join('');
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

/** A word as the deck prints it: short ones with hyphens whole; an address with the places where a line may end, its parts whole. */
function renderWord(word: string): string {
  const breaks = addressBreaks(word);
  if (!breaks) return escapeHtml(word).replace(hyphenated, '<span class="whole">$&</span>');
  return [...breaks, word.length]
    .map((end, at) => word.slice(breaks[at - 1] ?? 0, end))
    .map((part) =>
      breakOpportunities(part).length > 0
        ? `<span class="whole">${escapeHtml(part)}</span>`
        : escapeHtml(part),
    )
    .join('<wbr>');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
