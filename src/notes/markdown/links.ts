import type {
  Definition,
  ImageReference,
  Link,
  LinkReference,
  Nodes,
  PhrasingContent,
  RootContent,
} from 'mdast';
import { endOf, startOf, walk } from './tree.ts';

/** `[text][label]` becomes the link or picture it means; the definitions leave the text. */
export function resolveReferences(tree: Nodes, source: string): void {
  const definitions = new Map<string, Definition>();
  walk(tree, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node);
    }
  });
  if (definitions.size === 0) return;
  const used = new Set<Nodes>();
  walk(tree, (node) => {
    if (!('children' in node)) return;
    node.children = node.children.map((child) => resolved(child, definitions, used)) as never[];
  });
  walk(tree, (node) => {
    if (!('children' in node)) return;
    node.children = (node.children as RootContent[]).flatMap((child) =>
      child.type === 'definition' ? remains(child, used, source) : [child],
    ) as never[];
  });
}

function resolved(
  node: Nodes,
  definitions: ReadonlyMap<string, Definition>,
  used: Set<Nodes>,
): Nodes | PhrasingContent {
  if (node.type !== 'linkReference' && node.type !== 'imageReference') return node;
  const definition = definitions.get(node.identifier);
  if (definition === undefined) return node;
  used.add(definition);
  return direct(node, definition);
}

function direct(node: LinkReference | ImageReference, definition: Definition): PhrasingContent {
  const target = { url: definition.url, title: definition.title ?? null };
  const position = node.position ? { position: node.position } : {};
  return node.type === 'imageReference'
    ? { type: 'image', ...target, alt: node.alt ?? '', ...position }
    : { type: 'link', ...target, children: node.children, ...position };
}

/**
 * `[Note]: unclear` has the form of a definition but is prose, so it stays as text. A real
 * one may go unseen; `[//]: # (words)` is a widespread way to write a comment.
 */
function remains(node: Definition, used: ReadonlySet<Nodes>, source: string): RootContent[] {
  const written = source.slice(startOf(node), endOf(node));
  const position = node.position ? { position: node.position } : {};
  if (isCommentDefinition(node)) return [{ type: 'html', value: `<!--${node.title ?? ''}-->`, ...position }];
  if (used.has(node) || isAddress(node.url) || written.includes('<')) return [];
  return [{ type: 'paragraph', children: [{ type: 'text', value: written, ...position }], ...position }];
}

function isCommentDefinition(node: Definition): boolean {
  return (node.url === '#' || node.url === '') && /^(\/\/|comment|_|#)/i.test(node.label ?? node.identifier);
}

function isAddress(url: string): boolean {
  return /[/.#@:]/.test(url);
}

const schemes: ReadonlySet<string> = new Set(['http', 'https', 'mailto', 'tel', 'ftp']);

/** Web, mail and relative addresses. Control characters and spaces don't hide a scheme. */
export function isSafeUrl(url: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip them inside a scheme
  const bare = url.replace(/[\u0000-\u0020\u007f-\u009f\u200b-\u200f\ufeff]+/g, '');
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(bare)?.[1];
  return scheme === undefined ? !bare.startsWith('//') : schemes.has(scheme.toLowerCase());
}

/** Letters of an address beyond which slides show its host and its last part; of these; of what is left of a longer part; the fewest that say something. */
const address = { whole: 60, host: 40, last: 36, end: 24, least: 8 } as const;

/**
 * What is shown of a link whose words are its address and too long to be read: its host and its last part, or two where
 * that is a number; undefined for another.
 */
export function shortAddress({ url, children }: Link): string | undefined {
  const [only, ...others] = children;
  if (only?.type !== 'text' || others.length > 0 || only.value.length <= address.whole) return undefined;
  const [, shown = ''] = /^(?:https?:\/\/)?(\S+)$/i.exec(only.value) ?? [];
  if (shown === '' || url.replace(/^https?:\/\//i, '') !== shown) return undefined;
  const host = (/^[^/?#]+/.exec(shown)?.[0] ?? '').replace(/^www\./i, '').slice(-address.host);
  const [path = ''] = /^[^?#]*/.exec(shown) ?? [];
  const slash = Math.min(path.length - 2, shown.length - address.least);
  const last = shown.slice(path.lastIndexOf('/', slash) + 1);
  if (last.length <= address.last) return `${host}/…/${last}`;
  const end = shown.slice(-address.end);
  const cut = end.slice(0, -address.least).search(/[/?&#=_.-]/);
  return `${host}/…${cut === -1 ? end : end.slice(cut)}`;
}
