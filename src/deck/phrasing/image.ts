import type { Picture } from '../../theme/index.ts';
import type { Printer } from '../printer.ts';
import { attribute } from './attribute.ts';
import { destination, linkTitle } from './destination.ts';
import { escapeWords } from './escape-words.ts';

export interface ImageFacts {
  readonly url: string;
  readonly alt: string;
  readonly title: string | null | undefined;
}

/** A picture inside a line; in its place a label when there is nothing to show. */
export function image(facts: ImageFacts, printer: Printer, cell?: 'cell'): string {
  if (!isFound(printer.pictures(facts.url)))
    return `<span class="picture-missing">${missingLabel(facts, cell)}</span>`;
  printer.used.pictures.add(facts.url);
  const url = printer.pictureUrl(facts.url);
  const target = destination(url);
  if (target === undefined || !isPlainAlt(facts.alt)) return imageElement({ ...facts, url });
  return `![${facts.alt}](${target}${linkTitle(facts.title)})`;
}

export function isFound(picture: Picture): boolean {
  return picture.status === 'found';
}

/** What stands in the box of a picture that is not there: its description and its file's name. */
export function missingLabel({ alt, url }: ImageFacts, cell?: 'cell'): string {
  const around = { inLink: false, inCell: cell === 'cell' };
  const words = escapeWords(alt.replace(/\s+/g, ' '), around);
  const file = escapeWords(fileName(url), around);
  return `${words}${words === '' ? '' : ' '}<span class="file">${file}</span>`;
}

/**
 * Marp takes words of the description as orders (`bg`, `w:100px`, `50%`), and markdown-it loses
 * escaped characters in it. Such a description goes into a tag, where it is nothing but text.
 */
function isPlainAlt(alt: string): boolean {
  return /^[\p{L}\p{M}\p{N} .,;'’“”–—-]*$/u.test(alt) && !alt.split(' ').some((word) => order.test(word));
}

const order =
  /^(?:bg|blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia|auto|contain|cover|fit|left|right|vertical|horizontal)$/;

function imageElement({ url, alt, title }: ImageFacts): string {
  const colon = /^(?:https?:|data:image\/)/i.test(url.trim())
    ? url.trim()
    : url.trim().replaceAll(':', '%3A');
  return `<img${attribute('src', colon)}${attribute('alt', alt)}${attribute('title', title)} />`;
}

function fileName(url: string): string {
  const path = url.startsWith('data:') ? 'data:' : url.replace(/[?#].*$/s, '');
  return path.split(/[\\/]/).filter(Boolean).at(-1) ?? url;
}
