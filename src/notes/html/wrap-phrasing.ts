import type { PhrasingContent } from 'mdast';
import { at } from '../markdown/positions.ts';
import { isSafeUrl } from '../markdown/safe-url.ts';
import { plainText } from '../plain-text.ts';
import type { Tag } from './html-items.ts';
import { roleOf } from './tags.ts';

/** The node that a pair of tags makes of what is between them; the bare content where it makes none. */
export function wrapPhrasing(start: Tag, end: Tag, children: PhrasingContent[]): PhrasingContent[] {
  const role = roleOf(start.name);
  const position = at(start.start, end.end);
  if (role.role === 'markdown') return [{ type: role.name, children, position }];
  if (role.role === 'code') return inlineCode(children, position);
  if (role.role === 'element') return element(start, role.name, children, position);
  const url = start.attributes.get('href')?.trim();
  if (role.role !== 'link' || url === undefined || !isSafeUrl(url)) return children;
  return [
    {
      type: 'link',
      url,
      title: start.attributes.get('title') ?? null,
      children: children as never[],
      position,
    },
  ];
}

type Position = ReturnType<typeof at>;

/** Code holds letters only, so a picture or formula inside makes it ordinary text. */
function inlineCode(children: PhrasingContent[], position: Position): PhrasingContent[] {
  const value = plainText(children);
  return value === '' ? children : [{ type: 'inlineCode', value, position }];
}

type ElementNode = Extract<PhrasingContent, { type: 'element' }>;

function element(
  tag: Tag,
  name: ElementNode['name'],
  children: PhrasingContent[],
  position: Position,
): PhrasingContent[] {
  const dir = directionOf(tag);
  if (name === 'span' && dir === undefined) return children;
  const node: ElementNode = { type: 'element', name: name === 'span' ? 'bdi' : name, children, position };
  const title = tag.attributes.get('title')?.trim();
  if (dir !== undefined) node.dir = dir;
  if (name === 'abbr' && title) node.title = title;
  return [node];
}

/** The `dir` attribute, where it says one of the two directions. */
export function directionOf(tag: Tag): 'ltr' | 'rtl' | undefined {
  const dir = tag.attributes.get('dir')?.toLowerCase();
  return dir === 'rtl' || dir === 'ltr' ? dir : undefined;
}
