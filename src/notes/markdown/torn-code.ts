import type { InlineCode, PhrasingContent } from 'mdast';
import { startOf } from './tree.ts';

/** Where code that an editor has cut into pieces goes on: `` `"` ``, `` `C` `` and `` `"` `` are written as `` `"``C``"` ``. */
const joint = /(?<=[^`\s])``(?=[^`\s])/g;

/** A piece that was an underscore, which the editor took for a mark of emphasis. */
const emphasized = /^(\*{1,2})_\1$/;

/** Code without the backticks between its pieces. A longer fence says that backticks are meant. */
export function joinTornCode(children: PhrasingContent[], source: string): PhrasingContent[] {
  return children.map((node) => {
    if (node.type !== 'inlineCode') return node;
    const link = linkInCode(node, children);
    if (link || !node.value.includes('``')) return link ?? node;
    const isFenced = source.startsWith('``', startOf(node));
    if (isFenced) return node;
    const pieces = node.value.split(joint).map((piece) => piece.replace(emphasized, '_'));
    return { ...node, value: pieces.join('') };
  });
}

/** Code that is a whole link, beside another to the same address: an editor wrote a link with a piece of code in it. */
function linkInCode(node: InlineCode, beside: readonly PhrasingContent[]): PhrasingContent | undefined {
  const [, value, url] = /^\[([^[\]]+)\]\((https?:\/\/[^\s()]+)\)$/.exec(node.value) ?? [];
  if (value === undefined || url === undefined) return undefined;
  if (!beside.some((other) => other.type === 'link' && other.url === url)) return undefined;
  const { position } = node;
  return { type: 'link', url, children: [{ ...node, value }], ...(position && { position }) };
}
