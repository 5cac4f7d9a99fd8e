import type { Phrasing } from '../../notes/index.ts';
import { fold } from '../match/fold.ts';
import type { Unit } from '../match/units.ts';

/**
 * The title of a section that begins with a paragraph of the very words of its title: that is its heading.
 * Links and the like stay, emphasis goes, as a title has its own. Nothing where the section begins otherwise.
 */
export function headingIn(unit: Unit | undefined, title: string): readonly Phrasing[] | undefined {
  if (unit?.block.type !== 'paragraph' || title === '' || unit.folded !== fold(title)) return undefined;
  const { children } = unit.block;
  return children.every(isWords) ? [{ type: 'text', value: title }] : children;
}

/** Nothing that comparing passes over but emphasis: a name with `_` stays as it is written. */
function isWords(node: Phrasing): boolean {
  if (node.type === 'strong' || node.type === 'emphasis') return node.children.every(isWords);
  return node.type === 'text' && !/[*_`~=]/.test(node.value);
}
