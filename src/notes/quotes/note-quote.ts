import type { Blockquote, PhrasingContent } from 'mdast';
import type { Block } from '../block.ts';
import { at, endOf, startOf } from '../markdown/positions.ts';
import { sliceText, textOffsets } from '../markdown/text-offsets.ts';
import { plainText } from '../plain-text.ts';

const words = "(?:(?:speaker|presenter)(?:[’']s)? )?notes?";
const withColon = new RegExp(`^\\s*${words}\\s*[:：]\\s*$`, 'i');
const label = new RegExp(`^\\s*${words}\\s*$`, 'i');
const colon = /^\s*[:：]\s*/;
const opening = new RegExp(`^\\s*${words}\\s*[:：]\\s*`, 'i');

/** What a `> Note:` quote says, without the marker; nothing when it is an ordinary quote. */
export function noteOf(quote: Blockquote, source: string): Block[] | undefined {
  const [paragraph, ...others] = quote.children;
  if (paragraph?.type !== 'paragraph') return undefined;
  const rest = behindMarker(paragraph.children, source);
  if (rest === undefined) return undefined;
  const first = rest[0];
  if (first === undefined) return others;
  return [{ ...paragraph, children: rest, position: at(startOf(first), endOf(paragraph)) }, ...others];
}

function behindMarker(children: readonly PhrasingContent[], source: string): PhrasingContent[] | undefined {
  const [first, second] = children;
  if (first?.type === 'text') return cutStart(children, opening, source);
  if (first?.type !== 'strong' && first?.type !== 'emphasis') return undefined;
  const text = plainText([first]);
  if (withColon.test(text)) return cutStart(children.slice(1), /^\s*/, source);
  if (label.test(text) && second?.type === 'text') return cutStart(children.slice(1), colon, source);
  return undefined;
}

/** Without what the pattern finds at the start of the first text. */
function cutStart(
  children: readonly PhrasingContent[],
  pattern: RegExp,
  source: string,
): PhrasingContent[] | undefined {
  const first = children[0];
  if (first?.type !== 'text') return first === undefined || pattern.test('') ? [...children] : undefined;
  const found = pattern.exec(first.value);
  if (found === null) return undefined;
  const rest = sliceText(first, found[0].length, first.value.length, textOffsets(first, source));
  return [...(rest ? [rest] : []), ...children.slice(1)];
}
