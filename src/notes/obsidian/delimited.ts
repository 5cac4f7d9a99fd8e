import type { PhrasingContent } from 'mdast';
import { mergeText } from '../markdown/merge-text.ts';
import { at, startOf } from '../markdown/positions.ts';
import { sliceText, textOffsets } from '../markdown/text-offsets.ts';

/** A pair of the same signs around words: `==x==`, `%%x%%`. */
export interface Delimiter {
  readonly sign: string;
  /** `before` and `after` are the characters beside the sign; empty at the end of a text. */
  readonly opens: (before: string, after: string) => boolean;
  readonly closes: (before: string, after: string) => boolean;
}

interface Sign {
  readonly kind: 'sign';
  readonly offset: number;
  readonly before: string;
  readonly after: string;
}

/** Replaces what stands between two signs, in the same run of words; a sign without its other half stays. */
export function delimited(
  children: PhrasingContent[],
  source: string,
  delimiter: Delimiter,
  replace: (inner: PhrasingContent[], start: number, end: number) => PhrasingContent[],
): PhrasingContent[] {
  if (!children.some((child) => child.type === 'text' && child.value.includes(delimiter.sign)))
    return children;
  const out: PhrasingContent[] = [];
  let open: { sign: Sign; index: number } | undefined;
  for (const item of children.flatMap((child) => cut(child, delimiter.sign, source))) {
    if (!('kind' in item)) out.push(item);
    else if (open !== undefined && delimiter.closes(item.before, item.after)) {
      const inner = out.splice(open.index).slice(1);
      const end = item.offset + delimiter.sign.length;
      for (const node of replace(mergeText(inner), open.sign.offset, end)) out.push(node);
      open = undefined;
    } else {
      if (open === undefined && delimiter.opens(item.before, item.after))
        open = { sign: item, index: out.length };
      out.push(literal(item, delimiter.sign));
    }
  }
  return mergeText(out);
}

function literal(sign: Sign, value: string): PhrasingContent {
  return { type: 'text', value, position: at(sign.offset, sign.offset + value.length) };
}

/** A text at its signs. Signs that were escaped in the notes are no signs. */
function cut(child: PhrasingContent, sign: string, source: string): (PhrasingContent | Sign)[] {
  if (child.type !== 'text' || !child.value.includes(sign)) return [child];
  const offset = textOffsets(child, source);
  const parts: (PhrasingContent | Sign)[] = [];
  let from = 0;
  for (let i = child.value.indexOf(sign); i !== -1; i = child.value.indexOf(sign, i + sign.length)) {
    if (!source.startsWith(sign, offset(i))) continue;
    const before = sliceText(child, from, i, offset);
    if (before) parts.push(before);
    from = i + sign.length;
    parts.push({
      kind: 'sign',
      offset: offset(i),
      before: child.value[i - 1] ?? '',
      after: child.value[from] ?? '',
    });
  }
  const rest = sliceText(child, from, child.value.length, offset);
  if (rest)
    parts.push(
      from === 0 ? child : { ...rest, position: at(startOf(rest), child.position?.end.offset ?? 0) },
    );
  return parts;
}
