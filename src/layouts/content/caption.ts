import type { Image } from 'mdast';
import type { Phrasing } from '../../notes/index.ts';

/** Longest caption, in letters: what is longer describes the picture for those who cannot see it. */
const longest = 140;

/** What programs write where a description belongs. */
const filler =
  /^(?:(?:the |an? )?(?:alt(?:ernative)?(?: text)?|caption|image|picture|photo|img|screen ?shot|screen ?capture|figure|fig|diagram|graphic|logo|icon|slide|untitled|pasted image|bild|abbildung)\b[\s\d.:_()/x×|-]*(?:(?:at|um|from)\b[\s\d.:apm-]*)?|[^\p{L}]*)$/iu;

/** The words below a picture: its title, or a description that was written to be read. */
export function captionOf(image: Image): readonly Phrasing[] {
  const words = [image.title, image.alt].find((text) => text && isCaption(text.trim(), image.url));
  const position = image.position ? { position: image.position } : {};
  return words ? [{ type: 'text', value: words.replace(/\s+/gu, ' ').trim(), ...position }] : [];
}

/** Is this a description, and not a file's name, a size or what a program wrote? */
export function isCaption(text: string, url: string): boolean {
  if (text.length > longest || filler.test(text) || !/\p{L}{2}/u.test(text)) return false;
  if (/^\S*[\w-]\.[a-z]{2,4}$|:\/\/|\\/iu.test(text)) return false;
  if (!/\s|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u.test(text)) return false;
  return bare(text) !== bare(fileStem(url));
}

function fileStem(url: string): string {
  const name =
    url
      .replace(/[?#].*$/su, '')
      .split(/[\\/]/u)
      .at(-1) ?? '';
  return decoded(name).replace(/\.\w+$/u, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A `%` that begins no code is a sign like others.
    return text;
  }
}

/** Without signs, spaces and the numbers that exports add. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}]/gu, '');
}
