import type { Root } from 'mdast';

/** The same tree once more, for who is going to change it. */
export function copyTree(tree: Root): Root {
  return copy(tree);
}

function copy<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copy) as T;
  const made: Record<string, unknown> = {};
  for (const key in value) made[key] = copy(value[key]);
  return made as T;
}
