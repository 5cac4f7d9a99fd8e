// A font file that calls itself whatever it likes.
import { plainFont } from '../render/own-font.ts';

/** KaTeX's main font with another family name: a name table of its own at the end of the file. */
export function fontNamed(family: string): Buffer {
  const font = plainFont();
  const table = nameTable(family);
  for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16) {
    if (font.toString('latin1', at, at + 4) !== 'name') continue;
    font.writeUInt32BE(font.length, at + 8);
    font.writeUInt32BE(table.length, at + 12);
  }
  return Buffer.concat([font, table]);
}

/** OpenType `name`, version 0: family, style, full name and PostScript name in UTF-16, for Windows in English. */
function nameTable(family: string): Buffer {
  const texts = [
    [1, family],
    [2, 'Regular'],
    [4, family],
    [6, 'Own'],
  ] as const;
  const head = Buffer.alloc(6 + 12 * texts.length);
  head.writeUInt16BE(texts.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  const stored = texts.map(([id, text], at) => {
    const bytes = Buffer.from(text, 'utf16le').swap16();
    [3, 1, 0x409, id, bytes.length, offset].forEach((value, index) => {
      head.writeUInt16BE(value, 6 + 12 * at + 2 * index);
    });
    offset += bytes.length;
    return bytes;
  });
  return Buffer.concat([head, ...stored]);
}
