import type { PhrasingContent, Text } from 'mdast';
import { at } from '../markdown/positions.ts';
import { sliceText, textOffsets } from '../markdown/text-offsets.ts';

const wikilink = /(!?)\[\[([^[\]\r\n]+)\]\]/g;
const picture = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$/i;

/** `[[Page|label]]` becomes its label, `![[pic.png]]` a picture. */
export function wikilinks(children: PhrasingContent[], source: string): PhrasingContent[] {
  if (!children.some((child) => child.type === 'text' && child.value.includes('[['))) return children;
  return children.flatMap((child) => (child.type === 'text' ? readText(child, source) : [child]));
}

function readText(node: Text, source: string): PhrasingContent[] {
  const offset = textOffsets(node, source);
  const parts: PhrasingContent[] = [];
  let from = 0;
  for (const found of node.value.matchAll(wikilink)) {
    const end = found.index + found[0].length;
    const position = at(
      offset(found.index),
      end < node.value.length ? offset(end) : (node.position?.end.offset ?? 0),
    );
    if (!source.startsWith(found[1] === '!' ? '![[' : '[[', position.start.offset)) continue;
    const before = sliceText(node, from, found.index, offset);
    if (before) parts.push(before);
    parts.push({ ...target(found[1] as string, found[2] as string), position });
    from = end;
  }
  if (from === 0) return [node];
  const rest = sliceText(node, from, node.value.length, offset);
  return rest ? [...parts, rest] : parts;
}

/** A number behind the bar of a picture is its width; words are its description. */
function target(sign: string, inner: string): PhrasingContent {
  const bar = inner.indexOf('|');
  const page = (bar === -1 ? inner : inner.slice(0, bar)).trim();
  const label = bar === -1 ? '' : inner.slice(bar + 1).trim();
  if (sign === '!' && picture.test(page)) {
    return { type: 'image', url: page, alt: /^\d+(?:x\d+)?$/.test(label) ? '' : label };
  }
  return { type: 'text', value: label || page.replace(/^#+\^?/, '') || page };
}
