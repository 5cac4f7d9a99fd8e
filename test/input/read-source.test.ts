import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readSource } from '../../src/input/index.ts';

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'lectern-input-'));
  mkdirSync(join(cwd, 'talks'));
});

function read(name: string, bytes: string | readonly number[]) {
  writeFileSync(join(cwd, name), typeof bytes === 'string' ? bytes : Uint8Array.from(bytes));
  return readSource(name, cwd);
}

test('UTF-8, with a byte order mark or without', () => {
  expect(read('talks/plain.md', 'Größe 中 🎤')).toEqual({
    value: { path: 'talks/plain.md', text: 'Größe 中 🎤' },
    diagnostics: [],
  });
  expect(read('bom.md', '\ufeff# Talk').value?.text).toBe('# Talk');
});

test('UTF-16 with a byte order mark, in both orders', () => {
  expect(read('le.md', [0xff, 0xfe, 0x41, 0, 0xe9, 0])).toMatchObject({
    value: { text: 'Aé' },
    diagnostics: [],
  });
  expect(read('be.md', [0xfe, 0xff, 0, 0x41, 0, 0xe9])).toMatchObject({
    value: { text: 'Aé' },
    diagnostics: [],
  });
});

test('bytes that are not UTF-8 are replaced, with a warning at the first', () => {
  const { value, diagnostics } = read('latin.md', [0x63, 0x61, 0x66, 0xe9, 0x21, 0xe9]);
  expect(value?.text).toBe('caf\ufffd!\ufffd');
  expect(diagnostics).toMatchObject([
    { code: 'input/not-utf8', severity: 'warning', span: { path: 'latin.md', start: 3, end: 4 } },
  ]);
});

test('a replacement character that the author typed is no fault', () => {
  expect(read('typed.md', 'a \ufffd b').diagnostics).toEqual([]);
});

test.each([
  ['talk.pdf', '%PDF-1.7\n', 'a PDF'],
  ['talk.docx', 'PK\u0003\u0004', 'a zip archive, as .docx, .pptx and .odt files are'],
  ['talk.rtf', '{\\rtf1\\ansi', 'an RTF document'],
  ['talk.bin', 'words\0words', 'binary data'],
  ['talk.png', [0x89, 0x50, 0x4e, 0x47], 'a picture'],
  ['talk.doc', [0xd0, 0xcf, 0x11, 0xe0], 'an old Office document'],
])('%s is not text', (name, bytes, kind) => {
  const { value, diagnostics } = read(name, bytes);
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([
    { code: 'input/not-text', severity: 'error', message: `"${name}" is not text but ${kind}` },
  ]);
});

test.each([
  ['tallks/plain.md', 'talks/plain.md'],
  ['talks/plan.md', 'talks/plain.md'],
  ['./talks/plian.md', './talks/plain.md'],
])('%s is answered with %s', (path, near) => {
  expect(readSource(path, cwd).diagnostics).toMatchObject([
    {
      code: 'input/not-found',
      message: `there is no file or folder "${path}"`,
      help: `did you mean "${near}"?`,
    },
  ]);
});

test('an absolute path is answered in full', () => {
  expect(readSource(join(cwd, 'talks/plan.md'), '/').diagnostics[0]?.help).toBe(
    `did you mean "${join(cwd, 'talks/plain.md')}"?`,
  );
});

test('a path below a file, and one that is like nothing', () => {
  expect(readSource('talks/plain.md/more.md', cwd).diagnostics).toMatchObject([{ code: 'input/not-found' }]);
  expect(readSource('zzzzzzzz.md', cwd).diagnostics[0]?.help).toBe(`paths are read from ${cwd}`);
});

test('a folder and a circle of links cannot be read', () => {
  symlinkSync('circle.md', join(cwd, 'circle.md'));
  expect(readSource('talks', cwd).diagnostics).toMatchObject([
    { code: 'input/unreadable', message: '"talks" cannot be read: it is a folder' },
  ]);
  expect(readSource('circle.md', cwd).diagnostics).toMatchObject([
    { code: 'input/unreadable', message: '"circle.md" cannot be read: its symbolic links lead in a circle' },
  ]);
});
