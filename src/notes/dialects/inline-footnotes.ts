import type { FootnoteDefinition, PhrasingContent } from 'mdast';
import { sliceText, textOffsets } from '../markdown/source-text.ts';
import { at, endOf, startOf } from '../markdown/tree.ts';
import type { Reading } from '../reading.ts';

/** `words^[a remark]`: the remark becomes a footnote, kept in the reading, and its number takes its place. */
export function inlineFootnotes(children: PhrasingContent[], reading: Reading): PhrasingContent[] {
  if (!children.some((child) => child.type === 'text' && child.value.includes('^['))) return children;
  const source = reading.source.text;
  const out: PhrasingContent[] = [];
  let open: { readonly index: number; readonly start: number } | undefined;
  let depth = 0;
  for (const child of children) {
    if (child.type !== 'text') {
      out.push(child);
      continue;
    }
    const offset = textOffsets(child, source);
    let from = 0;
    const push = (to: number): void => {
      const part = sliceText(child, from, to, offset);
      if (part) out.push(part);
    };
    for (const { 0: sign, index } of child.value.matchAll(/\^\[|[[\]]/g)) {
      const isEscaped = /^(?:\\\^|\^\\)/.test(source.slice(offset(index), offset(index) + 2));
      const isOpening = sign === '^[' && open === undefined && !isEscaped;
      if (isOpening) {
        push(index);
        open = { index: out.length, start: offset(index) };
        from = index + 2;
        depth = 0;
      } else if (open && sign !== ']') depth += 1;
      else if (open && depth > 0) depth -= 1;
      else if (open) {
        push(index);
        const end = offset(index) + 1;
        const inside = out.splice(open.index);
        out.push(
          inside.length === 0 ? literal(open.start, end, source) : footnote(inside, open.start, end, reading),
        );
        from = index + 1;
        open = undefined;
      }
    }
    push(child.value.length);
  }
  // Without an end it is text like any other.
  return open === undefined ? out : restored(out, open, source);
}

function literal(start: number, end: number, source: string): PhrasingContent {
  return { type: 'text', value: source.slice(start, end), position: at(start, end) };
}

function restored(
  out: readonly PhrasingContent[],
  open: { readonly index: number; readonly start: number },
  source: string,
): PhrasingContent[] {
  return [...out.slice(0, open.index), literal(open.start, open.start + 2, source), ...out.slice(open.index)];
}

function footnote(
  children: PhrasingContent[],
  start: number,
  end: number,
  { inlineFootnotes: found, source }: Reading,
): PhrasingContent {
  const label = `${1 + (found.length === 0 ? lastNumber(source.text) : Number(found.at(-1)?.label))}`;
  const identifier = `inline-${found.length + 1}`;
  const [first, last] = [children[0] as PhrasingContent, children.at(-1) as PhrasingContent];
  const position = at(startOf(first), endOf(last));
  const definition: FootnoteDefinition = {
    type: 'footnoteDefinition',
    identifier,
    label,
    children: [{ type: 'paragraph', children, position }],
    position: at(start, end),
  };
  found.push(definition);
  return { type: 'footnoteReference', identifier, label, position: at(start, end) };
}

/** The highest number that footnotes have in the notes. */
function lastNumber(text: string): number {
  let most = 0;
  for (const { 1: number } of text.matchAll(/\[\^(\d{1,6})\]/g)) most = Math.max(most, Number(number));
  return most;
}
