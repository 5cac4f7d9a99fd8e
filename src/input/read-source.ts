import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  type Checked,
  type Diagnostic,
  type DiagnosticCode,
  limits,
  nearest,
  type Source,
} from '../diagnostics/index.ts';
import { readUserFile } from '../user-file.ts';

/**
 * A user's file as text, under the path the user gave; undefined when it cannot be read, with the
 * reason. Bytes that are not UTF-8 become U+FFFD with a warning.
 */
export function readSource(path: string, cwd: string): Checked<Source | undefined> {
  const bytes = readBytes(path, cwd);
  if (!(bytes instanceof Uint8Array)) return { value: undefined, diagnostics: [bytes] };
  return decodeText(bytes, path);
}

function readBytes(path: string, cwd: string): Uint8Array | Diagnostic {
  const file = readUserFile(resolve(cwd, path), { limit: limits.sourceFileBytes });
  if (file instanceof Uint8Array) {
    const size = file.length > limits.sourceBytes ? withoutPictures(file) : file.length;
    return size > limits.sourceBytes ? tooLarge(path, size) : file;
  }
  const { kind, reason, help, bytes = 0 } = file;
  if (kind === 'missing') return notFound(path, cwd);
  if (kind === 'too-large') return tooLarge(path, bytes);
  return inputError('input/unreadable', path, `"${path}" cannot be read: ${reason}`, help);
}

/** What is between `data:` and the end of a picture's bytes in base64. */
export const dataAddress: RegExp = /data:[\w.+-]+\/[\w.+-]+;base64,[\w+/=-]*/g;

/** The bytes that are text: exports of word processors hold their pictures as addresses. */
function withoutPictures(file: Buffer): number {
  return file.toString('latin1').replace(dataAddress, '').length;
}

function tooLarge(path: string, size: number): Diagnostic {
  const message = `"${path}" holds ${inMegabytes(size)}, and at most ${inMegabytes(limits.sourceBytes)} are read`;
  return inputError('input/too-large', path, message, 'divide it into several files, a talk each');
}

function inMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** There is nothing under this path; names the nearest thing there is. */
export function notFound(path: string, cwd: string): Diagnostic {
  const near = nearestPath(path, cwd);
  const help = near ? `did you mean "${near}"?` : `paths are read from ${cwd}`;
  return inputError('input/not-found', path, `there is no file or folder "${path}"`, help);
}

/** An error about a whole file, with no place inside it. */
export function inputError(code: DiagnosticCode, path: string, message: string, help: string): Diagnostic {
  return { code, severity: 'error', message, span: { path, start: 0, end: 0 }, help };
}

/**
 * Bytes to text: UTF-8 with or without a byte order mark, UTF-16 with one. The mark is left out.
 * Offsets in diagnostics count from the text that is given here.
 */
function decodeText(bytes: Uint8Array, path: string): Checked<Source | undefined> {
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

/** The path that exists and that a user most likely meant: one wrong name in it, in any place. */
function nearestPath(path: string, cwd: string): string | undefined {
  const names = path.split(/[\\/]/);
  const wrong = names.findIndex(
    (_, index) => !existsSync(resolve(cwd, names.slice(0, index + 1).join('/') || '/')),
  );
  const folder = names.slice(0, wrong);
  const near = nearest(
    names[wrong] ?? '',
    namesIn(resolve(cwd, folder.join('/') || (wrong > 0 ? '/' : '.'))),
  );
  if (near === undefined) return undefined;
  const candidate = [...folder, near, ...names.slice(wrong + 1)].join('/');
  return existsSync(resolve(cwd, candidate)) ? candidate : undefined;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    // A file in place of the folder, or a folder that may not be read: no name to offer.
    return [];
  }
}
