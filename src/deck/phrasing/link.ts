// Links and pictures in a line, with the addresses and attributes they need.
import type { PhrasingContent } from 'mdast';
import { missingLabel } from '../../layouts/index.ts';
import { breakOpportunities, type Picture, textBreaks } from '../../theme/index.ts';
import type { MarkdownPrinter } from '../printer.ts';
import { escapeWords, type InlineToken } from './join-tokens.ts';

/** A link around the tokens of its label; the label alone where markdown-it would make no link. */
export function link(
  url: string,
  title: string | null | undefined,
  label: readonly InlineToken[],
): readonly InlineToken[] {
  const target = destination(url);
  if (target === undefined) return label;
  return [{ kind: 'tag', text: '[' }, ...label, { kind: 'tag', text: `](${target}${linkTitle(title)})` }];
}

/** `<https://example.org>`, for an address that is shown as it is on one line, and that no reader shows differently. */
export function autolink(url: string, children: readonly PhrasingContent[]): string | undefined {
  const [only] = children;
  const same = children.length === 1 && only?.type === 'text' && only.value === url;
  if (!same || !plainUrl.test(url) || url.includes('xn--')) return undefined;
  return textBreaks(url).length + breakOpportunities(url).length > 0 ? undefined : `<${url}>`;
}

const plainUrl = /^https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/[\w.~/=+,-]*(?:\?[\w.~/=+&-]+)?)?$/;

export interface ImageFacts {
  readonly url: string;
  readonly alt: string;
  readonly title: string | null | undefined;
}

/** A picture inside a line, one that was found. */
export function printImage(facts: ImageFacts, printer: MarkdownPrinter): string {
  printer.used.pictures.add(facts.url);
  const url = printer.pictureUrl(facts.url);
  const target = destination(url);
  if (target === undefined || !isPlainAlt(facts.alt)) return imageElement({ ...facts, url });
  return `![${facts.alt}](${target}${linkTitle(facts.title)})`;
}

export function isFound(picture: Picture): boolean {
  return picture.status === 'found';
}

/** What stands in the box of a picture that is not there. */
export function printMissing(facts: ImageFacts): string {
  const { text, kind } = missingLabel(facts);
  const words = escapeWords(text, { inLink: false, inCell: false });
  return kind === 'file' ? `<span class="file">${words}</span>` : words;
}

/**
 * Marp reads words of the description as keywords (`bg`, `w:100px`, `50%`), and markdown-it loses
 * escaped characters in it. Such a description goes into a tag, where it is only text.
 */
function isPlainAlt(alt: string): boolean {
  return /^[\p{L}\p{M}\p{N} .,;'’“”–—-]*$/u.test(alt) && !alt.split(' ').some((word) => keyword.test(word));
}

const keyword =
  /^(?:bg|blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia|auto|contain|cover|fit|left|right|vertical|horizontal)$/;

function imageElement({ url, alt, title }: ImageFacts): string {
  const colon = /^(?:https?:|data:image\/)/i.test(url.trim())
    ? url.trim()
    : url.trim().replaceAll(':', '%3A');
  return `<img${attribute('src', colon)}${attribute('alt', alt)}${attribute('title', title)} />`;
}

/** An address as Markdown takes it between the parentheses of a link. Returns undefined when markdown-it would refuse it. */
export function destination(url: string): string | undefined {
  const trimmed = url.trim();
  if (refused.test(trimmed) && !/^data:image\/(?:gif|png|jpeg|webp);/i.test(trimmed)) return undefined;
  if (trimmed === '') return '<>';
  return trimmed.replace(needsCode, percentEncoded).replace(/&(?=#|[a-z])/gi, '&amp;');
}

/** A link's title in quotes with a space before it; empty when there is none. */
export function linkTitle(title: string | null | undefined): string {
  if (!title) return '';
  const escaped = title
    .replace(/\s+/g, ' ')
    .replace(/[\\"&<>`$*_|]/g, (character) => `&#${character.charCodeAt(0)};`);
  return ` "${escaped}"`;
}

/** Schemes that markdown-it makes no link of. */
const refused = /^(?:vbscript|javascript|file|data):/i;

/** Characters that end an address, or that mean something before links are read. */
const needsCode = /[\p{Cc}\s<>`\\"()|[\]]/gu;

function percentEncoded(character: string): string {
  return encodeURIComponent(character).replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'));
}

/** A value between double quotes in a tag, escaped so that it ends neither the tag nor the table cell nor the quotes. */
export function attribute(name: string, value: string | null | undefined): string {
  if (!value) return '';
  const text = value
    .replace(/\s+/g, ' ')
    .replace(/[&"<>`|$\\]/g, (character) => entities.get(character) ?? character);
  return ` ${name}="${text}"`;
}

/** Marp's sanitiser decodes numbers and leaves what comes out of `&#38;` to be decoded again. */
const entities: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '&': '&amp;',
    '"': '&quot;',
    '<': '&lt;',
    '>': '&gt;',
    '`': '&#96;',
    '|': '&#124;',
    $: '&#36;',
    '\\': '&#92;',
  }),
);
