// The YAML library reads nested values by recursion; some thousand levels exhaust the stack and
// end the process. So the depth is bounded before it reads, roughly and on the safe side.

import { limits } from '../diagnostics/index.ts';

export function isNestedTooDeeply(yaml: string): boolean {
  return Math.max(deepestBracket(yaml), deepestIndicator(yaml)) > limits.yamlDepth;
}

/** Brackets inside quotes count too: on the safe side. */
function deepestBracket(yaml: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of yaml.matchAll(/[[\]{}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** `- - - x` nests on one line, indentation over several. */
function deepestIndicator(yaml: string): number {
  let deepest = 0;
  for (const [lead] of yaml.matchAll(/^[ \t?:-]+/gm)) {
    const indicators = lead.match(/[-?:](?=[ \t]|$)/g)?.length ?? 0;
    deepest = Math.max(deepest, indicators, lead.search(/[^ \t]|$/));
  }
  return deepest;
}
