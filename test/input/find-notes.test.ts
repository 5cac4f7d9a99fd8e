import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { findHints, findNotes } from '../../src/input/index.ts';

const files = [
  'talks/b.md',
  'talks/a.markdown',
  'talks/deep/er/c.TXT',
  'talks/README.md',
  'talks/readme.rst',
  'talks/a.marp.md',
  'talks/a.hints.yaml',
  'talks/node_modules/x/readme.md',
  'talks/node_modules/x/docs.md',
  'talks/.drafts/d.md',
  'talks/[1] first.md',
  'pictures/p.png',
  'signs/d.org',
  'signs/c.rst',
  'signs/b.adoc',
  'signs/a.asciidoc',
  'signs/e.qmd',
  'signs/f.Rmd',
  'signs/g.html',
];
let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'lectern-find-'));
  for (const file of files) {
    mkdirSync(join(cwd, dirname(file)), { recursive: true });
    writeFileSync(join(cwd, file), 'text');
  }
  symlinkSync('..', join(cwd, 'talks/deep/up'));
});

const paths = async (...patterns: string[]) => (await findNotes(patterns, cwd)).value;

test('a folder gives its notes by name, without what is no talk', async () => {
  const all = ['talks/[1] first.md', 'talks/a.markdown', 'talks/b.md', 'talks/deep/er/c.TXT'];
  expect(await paths('talks')).toEqual(all);
  expect(await paths('./talks/')).toEqual(all);
});

test('notes in other markups than Markdown are found by their endings', async () => {
  expect(await paths('signs')).toEqual(
    ['a.asciidoc', 'b.adoc', 'c.rst', 'd.org', 'e.qmd', 'f.Rmd'].map((name) => `signs/${name}`),
  );
});

test('an absolute glob gives absolute paths', async () => {
  expect(await paths(join(cwd, 'talks/b*'))).toEqual([join(cwd, 'talks/b.md')]);
});

test('a glob, a file with brackets in its name, and each file once', async () => {
  expect(await paths('talks/*.md')).toEqual(['talks/[1] first.md', 'talks/b.md']);
  expect(await paths('talks/[1] first.md')).toEqual(['talks/[1] first.md']);
  expect(await paths('talks/b.md', 'talks/../talks/b.md', 'talks/*')).toHaveLength(3);
});

test('a file that is named outright may have any name', async () => {
  expect(await paths('talks/README.md', 'pictures/p.png')).toEqual(['talks/README.md', 'pictures/p.png']);
});

test('every path that gives nothing is reported, the others are still found', async () => {
  const { value, diagnostics } = await findNotes(['pictures', 'talk', 'talks/b.md', '*.docx'], cwd);
  expect(value).toEqual(['talks/b.md']);
  expect(diagnostics.map(({ code, message, help }) => [code, message, help])).toEqual([
    [
      'input/no-notes',
      'the folder "pictures" holds no notes',
      'notes are .md, .markdown, .txt, .org, .rst, .adoc, .asciidoc, .qmd and .rmd files; README.md and *.marp.md do not count',
    ],
    ['input/not-found', 'there is no file or folder "talk"', 'did you mean "talks"?'],
    [
      'input/no-notes',
      'no notes match "*.docx"',
      'notes are .md, .markdown, .txt, .org, .rst, .adoc, .asciidoc, .qmd and .rmd files; README.md and *.marp.md do not count',
    ],
  ]);
});

test('hints stand beside the notes', () => {
  expect(findHints('talks/a.markdown', cwd)).toBe('talks/a.hints.yaml');
  expect(findHints('talks/b.md', cwd)).toBeUndefined();
});
