// A theme whose text and titles are set in a font file of the user's own, uncompressed as most are.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  readTheme,
  readThemeFiles,
  resolveTokens,
  type Theme,
  type WrittenToken,
} from '../../src/theme/index.ts';
import { temporaryFolder } from './talk.ts';

/** KaTeX brings uncompressed fonts, with kerning, Latin and Greek letters. */
export function plainFont(): Buffer {
  const katex = dirname(createRequire(import.meta.url).resolve('katex/package.json'));
  return readFileSync(join(katex, 'dist/fonts/KaTeX_Main-Regular.ttf'));
}

export async function themeWith(font: Buffer, css = ''): Promise<Theme> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'own.ttf'), font);
  writeFileSync(join(folder, 'own.css'), `/* @theme own */\n@import "recap";\n${css}`);
  const span = { path: 'talk.hints.yaml', start: 1, end: 2 };
  const tokens: readonly WrittenToken[] = [
    { name: 'body-font', value: './own.ttf', span, folder },
    { name: 'heading-font', value: './own.ttf', span, folder },
  ];
  const files = await readThemeFiles({ theme: './own.css', folder, fontFiles: tokens });
  const resolved = await resolveTokens(files.value, tokens, '16:9');
  return readTheme(files.value, { size: '16:9', ...resolved.value }).value;
}

/** `OS/2.fsType`, what the licence allows, is 8 bytes into its table. */
export function withLicenceBits(font: Buffer, bits: number): Buffer {
  for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16) {
    if (font.toString('latin1', at, at + 4) === 'OS/2')
      font.writeUInt16BE(bits, font.readUInt32BE(at + 8) + 8);
  }
  return font;
}
