import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, lectern } from './lectern.ts';

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly args: readonly string[];
  readonly code: number;
  /** All of stderr. */
  readonly says: string;
}

const talk = '# Talk\n\n- a point\n';

const cases: readonly Case[] = [
  {
    name: 'no such file, one with a similar name',
    files: { 'talk.md': talk },
    args: ['tallk.md'],
    code: 1,
    says: `tallk.md error there is no file or folder "tallk.md" [input/not-found]
  help: did you mean "talk.md"?

1 error in 1 file
`,
  },
  {
    name: 'no such file, and nothing like it',
    files: { 'talk.md': talk },
    args: ['deep/down/notes.txt'],
    code: 1,
    says: `deep/down/notes.txt error there is no file or folder "deep/down/notes.txt" [input/not-found]
  help: paths are read from FOLDER

1 error in 1 file
`,
  },
  {
    name: 'a folder with no notes',
    files: { 'pictures/a.png': 'x', 'pictures/README.md': talk },
    args: ['pictures'],
    code: 1,
    says: `pictures error the folder "pictures" holds no notes [input/no-notes]
  help: notes are .md, .markdown, .txt, .org, .rst, .adoc, .asciidoc, .qmd and .rmd files; README.md and *.marp.md do not count

1 error in 1 file
`,
  },
  {
    name: 'an empty file',
    files: { 'talk.md': ' \n\t\r\n' },
    args: ['talk.md'],
    code: 1,
    says: `talk.md: nothing written
talk.md error "talk.md" holds no text [input/empty]
  help: write a line of notes

1 error in 1 file
`,
  },
  {
    name: 'a file that is not text',
    files: { 'talk.pdf': '%PDF-1.7\n' },
    args: ['talk.pdf'],
    code: 1,
    says: `talk.pdf: nothing written
talk.pdf error "talk.pdf" is not text but a PDF [input/not-text]
  help: save it as Markdown or plain text, and build that file

1 error in 1 file
`,
  },
  {
    name: 'hints that are no YAML',
    files: { 'talk.md': talk, 'talk.hints.yaml': 'deck: {\n  theme: recap\n' },
    args: ['talk.md'],
    code: 1,
    says: `talk.md: nothing written
talk.hints.yaml:3:1 error a \`}\` is missing [hints/syntax]
    │
  3 │ 
    │ ^
  help: close the bracket with \`}\`

1 error in 1 file
`,
  },
  {
    name: 'unknown keys, layouts and sections, and a hint for two sections, all in one run',
    files: {
      'talk.md': '# Talk\n\n## Pretraining\n\n- x\n\n## Results\n\n- y\n\n## Safety\n\n### Results\n\n- z\n',
      'talk.hints.yaml':
        'deck: { tittle: x }\nsections:\n  Pretraining: { layout: bulets }\n  Applause: { layout: bullets }\n  Results: { layout: bullets }\n',
    },
    args: ['talk.md'],
    code: 1,
    says: `talk.md: nothing written
talk.hints.yaml:1:9 error \`tittle\` means nothing in \`deck\` [hints/unknown-key]
    │
  1 │ deck: { tittle: x }
    │         ^^^^^^
  help: did you mean \`title\`?

talk.hints.yaml:3:26 error there is no layout \`bulets\` [hints/unknown-layout]
    │
  3 │   Pretraining: { layout: bulets }
    │                          ^^^^^^
  help: did you mean \`bullets\`?

talk.hints.yaml:4:3 error the notes have no section \`Applause\` [hints/unknown-section]
    │
  4 │   Applause: { layout: bullets }
    │   ^^^^^^^^
  help: the sections are \`Pretraining\`, \`Results [1]\`, \`Safety\` and \`Safety > Results\`

talk.hints.yaml:5:3 error 2 sections could be meant by \`Results\` [hints/ambiguous-section]
    │
  5 │   Results: { layout: bullets }
    │   ^^^^^^^
  talk.md:7:1 for this one write \`Results [1]\`
    │
  7 │ ## Results
    │ ^^^^^^^^^^
  talk.md:13:1 for this one write \`Safety > Results\`
     │
  13 │ ### Results
     │ ^^^^^^^^^^^
  help: say which, for example \`Results [1]\`, or mean them all with a star: \`Results*\`

4 errors in 1 file
`,
  },
  {
    name: 'a hints file that is not there',
    files: { 'talk.md': talk, 'talk.yaml': '' },
    args: ['talk.md', '--hints', 'tlk.yaml'],
    code: 1,
    says: `talk.md: nothing written
tlk.yaml error there is no file or folder "tlk.yaml" [input/not-found]
  help: did you mean "talk.yaml"?

1 error in 1 file
`,
  },
  {
    name: 'a file in place of the folder for the outputs',
    files: { 'talk.md': talk, out: '' },
    args: ['talk.md', '-o', 'out'],
    code: 1,
    says: `lectern: "out" cannot be the folder for the outputs: it is a file
  Name a folder: -o DIR. Outputs are named after the notes.
`,
  },
  {
    name: 'a folder for the outputs below a file',
    files: { 'talk.md': talk, out: '' },
    args: ['talk.md', '-o', 'out/deeper/still'],
    code: 1,
    says: `lectern: "out/deeper/still" cannot be the folder for the outputs: FOLDER/out is a file
  Name a folder: -o DIR. Outputs are named after the notes.
`,
  },
  {
    name: 'the notes in place of the folder for the outputs',
    files: { 'talk.md': talk },
    args: ['talk.md', '-o', 'talk.md'],
    code: 1,
    says: `lectern: "talk.md" cannot be the folder for the outputs: it is a file
  Name a folder: -o DIR. Outputs are named after the notes.
`,
  },
  {
    name: 'a file that is to be made in place of the folder for the outputs',
    files: { 'talk.md': talk },
    args: ['talk.md', '-o', 'slides.html'],
    code: 1,
    says: `lectern: "slides.html" cannot be the folder for the outputs: it is named like a file
  Name a folder: -o DIR. Outputs are named after the notes.
`,
  },
  {
    name: 'two notes with the same outputs',
    files: { 'a/talk.md': talk, 'b/Talk.txt': talk },
    args: ['a', 'b', '-o', 'out'],
    code: 1,
    says: `lectern: "a/talk.md" and "b/Talk.txt" would write the same files, FOLDER/out/Talk.*
  Rename one, or build them into different folders.
`,
  },
  {
    name: 'notes that their own output would replace',
    files: { 'talk.html': talk },
    args: ['talk.html'],
    code: 1,
    says: `lectern: building "talk.html" would write over FOLDER/talk.html, which is an input
  Build into another folder: -o DIR.
`,
  },
  {
    name: 'one hints file for two notes',
    files: { 'a.md': talk, 'b.md': talk, 'a.hints.yaml': '' },
    args: ['a.md', 'b.md', '--hints', 'a.hints.yaml'],
    code: 1,
    says: `lectern: one hints file cannot serve 2 notes files
  leave --hints out: talk.hints.yaml beside talk.md is found by its name
`,
  },
];

test.each(cases)('$name', async ({ files, args, code, says }) => {
  const folder = folderWith(files);
  const before = readdirSync(folder, { recursive: true });
  expect(await lectern(folder, args)).toEqual({ code, stdout: '', stderr: says });
  expect(readdirSync(folder, { recursive: true })).toEqual(before);
});

test('bytes that are not UTF-8 are a warning, and the deck is built', async () => {
  const folder = folderWith({ 'talk.md': Uint8Array.from([...Buffer.from('# Talk\n\n- caf'), 0xe9, 0x0a]) });
  const { code, stderr } = await lectern(folder, ['talk.md', '--to', 'html', '--quiet']);
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: `talk.md:3:6 warning some bytes are not UTF-8: each is shown as \ufffd [input/not-utf8]
    │
  3 │ - caf\ufffd
    │      ^
  help: save the file as UTF-8, or convert it: iconv -f WINDOWS-1252 -t UTF-8 "talk.md"

1 warning in 1 file
`,
  });
  expect(readFileSync(join(folder, 'talk.html'), 'utf8')).toContain('caf\ufffd');
});

test('--strict makes a warning fail, and says so', async () => {
  const folder = folderWith({ 'talk.md': '# Talk\n\n![loss](loss.png)\n' });
  const { code, stderr } = await lectern(folder, ['talk.md', '--to', 'marp', '--strict', '--quiet']);
  expect(code).toBe(1);
  expect(stderr).toBe(`talk.md:3:1 warning there is no picture "loss.png" [notes/picture-missing]
    │
  3 │ ![loss](loss.png)
    │ ^^^^^^^^^^^^^^^^^
  help: paths start at the folder of the notes; its description stands in its place, if it has one

1 warning in 1 file
lectern: warnings count as errors because of --strict
`);
});

test('an error leaves the earlier output whole', async () => {
  const folder = folderWith({ 'talk.md': talk, 'talk.hints.yaml': 'dek: {}', 'talk.html': 'earlier' });
  expect((await lectern(folder, ['talk.md'])).code).toBe(1);
  expect(readFileSync(join(folder, 'talk.html'), 'utf8')).toBe('earlier');
});

test('an error in one file does not stop the others', async () => {
  const folder = folderWith({ 'a.md': '', 'b.md': talk });
  const { code, stdout, stderr } = await lectern(folder, ['a.md', 'b.md', 'c.md', '--to', 'marp']);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^b\.marp\.md {3}2 slides {3}\d+ bytes\nbuilt in TIME\n$/);
  expect(stderr).toContain('[1/2] a.md: nothing written\n[2/2] wrote b.marp.md after TIME\n');
  expect(stderr).toContain('2 errors in 2 files');
});

test('a folder in place of an output: what went before is written, exit 2', async () => {
  const folder = folderWith({ 'talk.md': talk, 'talk.html/page': '' });
  const { code, stderr } = await lectern(folder, ['talk.md', '--to', 'marp,html', '--quiet']);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^lectern: FOLDER\/talk\.html cannot be written: EISDIR/);
  expect(stderr).toContain(
    '\n  A folder has the name of the output: rename it, or choose another folder with -o.\n',
  );
  expect(readdirSync(folder).sort()).toEqual(['talk.html', 'talk.marp.md', 'talk.md']);
});

test('no browser: the HTML is written all the same, exit 2', async () => {
  const folder = folderWith({ 'talk.md': talk });
  const { code, stdout, stderr } = await lectern(folder, ['talk.md', '--browser-path', '/no/browser']);
  expect(code).toBe(2);
  expect(stdout).toMatch(/^talk\.html {3}2 slides {3}\d+ kB\nbuilt in TIME\n$/);
  expect(stderr).toBe(`wrote talk.html after TIME
lectern: --browser-path names no program that can be run: /no/browser
  Give the path of a Chrome, Edge or Chromium executable.
`);
});

test('many warnings of a kind are counted, not listed', async () => {
  const pictures = Array.from({ length: 30 }, (_, n) => `![chart ${n}](https://example.org/${n}.png)\n`).join(
    '\n',
  );
  const folder = folderWith({ 'talk.md': `# Talk\n\n${pictures}\n![lost](lost.png)\n` });
  const { code, stderr } = await lectern(folder, ['talk.md', '--to', 'marp', '--quiet']);
  expect(code).toBe(0);
  expect(stderr.match(/\[notes\/picture-remote\]\n {4}/g)).toHaveLength(5);
  expect(stderr).toContain('there is no picture "lost.png" [notes/picture-missing]');
  expect(stderr).toMatch(
    /\n\n25 more like these in talk\.md \[notes\/picture-remote\]\nall of them: --json\n\n31 warnings in 1 file\n$/,
  );
});
