import type { StructureElement, StructureKid } from './structure.ts';

/**
 * Headings begin with `H1` and skip no level on the way down (ISO 14289-1, 7.4.2): each stands one below the heading
 * that it belongs to, however far that is in the talk. There is no heading below `H6`.
 */
export function mendHeadings(root: StructureElement): StructureElement {
  const above: number[] = [];
  const visit = (kid: StructureKid): StructureKid => {
    if (kid.kind !== 'element') return kid;
    const level = Number(/^H([1-6])$/.exec(kid.role)?.[1] ?? 0);
    if (level === 0) return { ...kid, kids: kid.kids.map(visit) };
    while ((above.at(-1) ?? 0) >= level) above.pop();
    above.push(level);
    return { ...kid, role: `H${Math.min(6, above.length)}` };
  };
  return { ...root, kids: root.kids.map(visit) };
}
