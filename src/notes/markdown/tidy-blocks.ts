import type { Heading, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { startOf } from './positions.ts';
import { isSafeUrl } from './safe-url.ts';

/**
 * Small repairs that make later stages simpler: a formula that stands alone is a block, a
 * heading inside a bullet is a bold line, and nothing empty is left over.
 */
export function tidyBlocks(children: RootContent[], parent: Nodes, source: string): RootContent[] {
  return children.flatMap((child): RootContent[] => {
    if (child.type === 'paragraph') return tidyParagraph(child, source);
    if (child.type === 'heading' && parent.type === 'listItem') return boldLine(child);
    if (child.type === 'list' && child.children.length === 0) return [];
    if (child.type === 'math' && child.meta) {
      return [{ ...child, value: `${child.meta}\n${child.value}`, meta: null }];
    }
    return [child];
  });
}

function tidyParagraph(node: Paragraph, source: string): RootContent[] {
  const words = node.children.filter((child) => !isBlank(child));
  const only = words[0];
  if (only === undefined) return [];
  const position = node.position ? { position: node.position } : {};
  if (words.length === 1 && only.type === 'inlineMath' && source.startsWith('$$', startOf(only))) {
    return [{ type: 'math', value: only.value.trim(), meta: null, ...position }];
  }
  return [node];
}

function isBlank(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
}

function boldLine(heading: Heading): RootContent[] {
  if (heading.children.length === 0) return [];
  const position = heading.position ? { position: heading.position } : {};
  return [
    {
      type: 'paragraph',
      children: [{ type: 'strong', children: heading.children, ...position }],
      ...position,
    },
  ];
}

/** Links that lead where no slide should lead keep their words only. */
export function tidyLinks(children: PhrasingContent[]): PhrasingContent[] {
  if (!children.some((child) => child.type === 'link' && !isSafeUrl(child.url))) return children;
  return children.flatMap((child): PhrasingContent[] =>
    child.type === 'link' && !isSafeUrl(child.url) ? child.children : [child],
  );
}
