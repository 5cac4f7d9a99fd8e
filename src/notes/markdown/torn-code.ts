import type { PhrasingContent } from 'mdast';
import { startOf } from './tree.ts';

/** Where code that an editor has cut into pieces goes on: `` `"` ``, `` `C` `` and `` `"` `` are written as `` `"``C``"` ``. */
const joint = /(?<=[^`\s])``(?=[^`\s])/g;

/** Code without the backticks between its pieces. A longer fence says that backticks are meant. */
export function joinTornCode(children: PhrasingContent[], source: string): PhrasingContent[] {
  return children.map((node) => {
    if (node.type !== 'inlineCode' || !node.value.includes('``')) return node;
    const isFenced = source.startsWith('``', startOf(node));
    return isFenced ? node : { ...node, value: node.value.replace(joint, '') };
  });
}
