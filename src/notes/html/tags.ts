import type { Element } from '../block.ts';

/** Tags that stay as what they are. */
const elements: ReadonlySet<string> = new Set<Element['name']>([
  'span',
  'mark',
  'kbd',
  'sub',
  'sup',
  'u',
  'small',
  'abbr',
  'ins',
  'q',
  'cite',
  'bdi',
]);

/** Tags for which Markdown has a marker of its own. */
const markdownNames: ReadonlyMap<string, 'strong' | 'emphasis' | 'delete'> = new Map([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'emphasis'],
  ['em', 'emphasis'],
  ['var', 'emphasis'],
  ['dfn', 'emphasis'],
  ['s', 'delete'],
  ['del', 'delete'],
  ['strike', 'delete'],
]);

/** Inline tags that say nothing a slide could show: only their content stays. */
const inlineWrappers: ReadonlySet<string> = new Set(
  'font big nobr label picture time data bdo acronym ruby rb rbc rtc'.split(' '),
);

/** Tags that begin and end a block. Those that are not built into something vanish, their content stays. */
const blocks: ReadonlySet<string> = new Set(
  (
    'p div center section article header footer main nav aside figure figcaption address hgroup details summary ' +
    'h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tfoot tr td th blockquote pre'
  ).split(' '),
);

/** Tags without content that show nothing. */
const silent: ReadonlySet<string> = new Set('wbr source col colgroup meta link base track param'.split(' '));

export type TagRole =
  | { readonly role: 'element'; readonly name: Element['name'] }
  | { readonly role: 'markdown'; readonly name: 'strong' | 'emphasis' | 'delete' }
  | {
      readonly role:
        | 'code'
        | 'link'
        | 'image'
        | 'break'
        | 'rule'
        | 'wrapper'
        | 'media'
        | 'reading'
        | 'block'
        | 'silent'
        | 'refused';
    };

/** What becomes of a tag, the name in lower case. */
export function tagRole(name: string): TagRole {
  const markdownName = markdownNames.get(name);
  if (markdownName !== undefined) return { role: 'markdown', name: markdownName };
  if (elements.has(name)) return { role: 'element', name: name as Element['name'] };
  if (blocks.has(name)) return { role: 'block' };
  return {
    role:
      plainRoles.get(name) ??
      (inlineWrappers.has(name) ? 'wrapper' : silent.has(name) ? 'silent' : 'refused'),
  };
}

const plainRoles: ReadonlyMap<string, 'code' | 'link' | 'image' | 'break' | 'rule' | 'media' | 'reading'> =
  new Map([
    ['video', 'media'],
    ['audio', 'media'],
    ['iframe', 'media'],
    ['embed', 'media'],
    ['object', 'media'],
    ['rt', 'reading'],
    ['rp', 'reading'],
    ['code', 'code'],
    ['tt', 'code'],
    ['samp', 'code'],
    ['a', 'link'],
    ['img', 'image'],
    ['br', 'break'],
    ['hr', 'rule'],
  ]);
