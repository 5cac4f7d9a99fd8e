import type { Checked, Diagnostic, Source } from '../diagnostics/index.ts';

/**
 * Bytes to text: UTF-8 with or without a byte order mark, UTF-16 with one. The mark is left out.
 * Offsets in diagnostics count from the text that is given here.
 */
export function decodeText(bytes: Uint8Array, path: string): Checked<Source | undefined> {
  const kind = binaryKind(bytes);
  if (kind) return { value: undefined, diagnostics: [notText(path, kind)] };
  const text = decodeStrictly(bytes);
  if (text !== undefined) return { value: { path, text }, diagnostics: [] };
  const replaced = new TextDecoder().decode(bytes);
  return { value: { path, text: replaced }, diagnostics: [notUtf8(path, replaced)] };
}

function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(utf16(bytes) ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** First bytes of files that people name by mistake, as Latin-1. */
const signatures: readonly (readonly [start: string, kind: string])[] = [
  ['%PDF-', 'a PDF'],
  ['PK\x03\x04', 'a zip archive, as .docx, .pptx and .odt files are'],
  ['\xd0\xcf\x11\xe0', 'an old Office document'],
  ['{\\rtf', 'an RTF document'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['GIF8', 'a picture'],
  ['\x1f\x8b', 'a compressed file'],
];

function binaryKind(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  const known = signatures.find(([start]) => head.startsWith(start));
  if (known) return known[1];
  return !utf16(bytes) && bytes.includes(0) ? 'binary data' : undefined;
}

function notText(path: string, kind: string): Diagnostic {
  return {
    code: 'input/not-text',
    severity: 'error',
    message: `"${path}" is not text but ${kind}`,
    span: { path, start: 0, end: 0 },
    help: 'save it as Markdown or plain text, and build that file',
  };
}

function notUtf8(path: string, text: string): Diagnostic {
  const start = Math.max(0, text.indexOf('\ufffd'));
  return {
    code: 'input/not-utf8',
    severity: 'warning',
    message: 'some bytes are not UTF-8: each is shown as \ufffd',
    span: { path, start, end: start + 1 },
    help: `save the file as UTF-8, or convert it: iconv -f WINDOWS-1252 -t UTF-8 "${path}"`,
  };
}
