import type { Nodes } from 'mdast';
import { walk } from './walk.ts';

/** Stands for a dollar that opens nothing; of Unicode's private use, as long as the sign itself. */
const stand = '\ue0a4';

/**
 * Markdown takes all that follows an unclosed `$$` for a formula. Where a heading or the end comes
 * first, the sign is hidden from the parser; `showDollars` puts it back.
 */
export function hideUnclosedMath(text: string): string {
  if (!text.includes('$$') || text.includes(stand)) return text;
  let code: string | undefined;
  let open: number | undefined;
  let offset = 0;
  const hidden: number[] = [];
  for (const line of text.split(/(?<=\n)|(?<=\r)(?!\n)/)) {
    const bare = line.replace(/^[\s>*+\-\d.)]*/, '').trimEnd();
    const fence = /^(?:`{3,}|~{3,})/.exec(bare)?.[0];
    if (code !== undefined) code = fence?.startsWith(code) && bare === fence ? undefined : code;
    else if (open !== undefined) {
      if (/^\$\$+$/.test(bare)) open = undefined;
      else if (/^#{1,6}[ \t]/.test(line)) {
        hidden.push(open);
        open = undefined;
      }
    } else if (fence !== undefined) code = fence;
    else if (/^\$\$[^$]*$/.test(bare)) open = offset + line.indexOf('$$');
    offset += line.length;
  }
  if (open !== undefined) hidden.push(open);
  return hidden.reduce((all, at) => `${all.slice(0, at)}${stand}${stand}${all.slice(at + 2)}`, text);
}

export function showDollars(tree: Nodes, hidden: string): void {
  if (!hidden.includes(stand)) return;
  walk(tree, (node) => {
    if ('value' in node) node.value = node.value.replaceAll(stand, '$');
  });
}
