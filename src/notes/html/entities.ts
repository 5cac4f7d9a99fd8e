import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/** `&amp;`, `&#8211;`, `&#x2013;` as characters; what is none of HTML's stays as written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,31}));/gi,
    (written, decimal, hex, name) => {
      if (name !== undefined) return decodeNamedCharacterReference(name) || written;
      return character(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal));
    },
  );
}

function character(code: number): string {
  const allowed = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return allowed ? String.fromCodePoint(code) : '\ufffd';
}
