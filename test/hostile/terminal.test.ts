// Whatever a name holds, the terminal gets letters: it is not steered, and no line is forged.
import { expect, test, vi } from 'vitest';
import { folderWith, lectern } from '../cli/lectern.ts';

/** A colour, a bell, a title of the window, a line that says what is not so, C1 and an override of the direction. */
const name = 'n\u001b[31m\u0007\u001b]0;x\u0007\nwrote evil.pdf\r\u009b2J\u202etxt';
const quoted = JSON.stringify(name);
const line = name.replace(/[\n\r]/g, ' ');

const notes = `---
title: ${quoted}
---

# Talk ${line}

## Part ${line}

- [${line}](#${encodeURIComponent(name)}) ![${line}](<a${line}.png>)

## Diagram

\`\`\`mermaid
${line} LR
  a --> b
\`\`\`

## Broken ${line}

$\\${line}$
`;

const hints = `deck: { theme: ${quoted}, tokens: { ${quoted}: ${quoted}, body-font: ${quoted} }, ${quoted}: 1, lang: ${quoted}, logo: ${quoted} }
sections:
  ${quoted}: { layout: ${quoted} }
outline: [{ title: ${quoted}, from: ${quoted} }]
`;

/** Forged: a line that begins as the false one does. Steered: a control character that ends no line. */
function misdeeds(text: string): readonly string[] {
  return [...(text.match(/^wrote evil.*$/gm) ?? []), ...(text.match(/(?!\n)\p{Cc}|[\u202a-\u202e]/gu) ?? [])];
}

const hasAnyName = process.platform !== 'win32';
const file = `${name}.md`;

test.skipIf(!hasAnyName).each([
  ['a file of that name', { [file]: notes }, [file, '--to', 'html,marp']],
  ['its problems as JSON', { [file]: notes }, [file, '--to', 'html', '--json']],
  ['a folder of that name', { [`${name}/a.md`]: notes }, [name, '-o', 'out', '--to', 'marp']],
  ['hints', { 'talk.md': notes, 'talk.hints.yaml': hints }, ['talk.md', '--to', 'html']],
  [
    'a front matter',
    { 'talk.md': notes.replace('---\n', `---\nlectern:\n  ${quoted}: 1\n`) },
    ['talk.md', '--to', 'html'],
  ],
  ['a file that is not there', {}, [file]],
  ['a theme', { 'talk.md': notes }, ['talk.md', '--to', 'html', '--theme', `${name}.css`]],
  ['a token', { 'talk.md': notes }, ['talk.md', '--to', 'html', '--token', `${name}=${name}`]],
  ['an option', {}, [`--${name}`]],
  ['a command', {}, ['theme', name]],
  ['a format', { 'talk.md': notes }, ['talk.md', '--to', name]],
  ['an output', { 'talk.md': notes }, ['talk.md', '--to', 'html', '-o', name]],
  ['explain', { [file]: notes }, ['explain', file]],
  ['explain as JSON', { [file]: notes }, ['explain', file, '--json']],
  ['a slide that is not there', { [file]: notes }, ['explain', file, '--alternatives', name]],
  ['init', { [file]: notes }, ['init', file]],
  ['init that is there', { 'talk.md': notes, [name]: '' }, ['init', 'talk.md', '-o', name]],
  ['a theme to be made', {}, ['theme', 'new', name]],
  ['a theme of that file', {}, ['theme', 'new', 'own', '-o', `${name}.css`]],
])('%s', async (_, files, args) => {
  const { code, stdout, stderr } = await lectern(folderWith(files as Record<string, string>), args);
  expect([0, 1, 2]).toContain(code);
  expect(stdout + stderr).toMatch(/evil|n[\u241b\\]/);
  expect(misdeeds(stdout + stderr)).toEqual([]);
});

test.each(['message', 'errmessage', 'show'])(
  'a formula says nothing to the terminal: \\%s',
  async (command) => {
    const said: string[] = [];
    const spies = (['log', 'warn', 'error'] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation((...words) => void said.push(words.join(' '))),
    );
    const formula = `\\${command}{wrote evil.pdf} x`;
    await lectern(folderWith({ 'talk.md': `# Talk\n\n## A\n\n$${formula}$\n\n$$\n${formula}\n$$\n` }), [
      'talk.md',
      '--to',
      'html',
    ]);
    for (const spy of spies) spy.mockRestore();
    expect(said).toEqual([]);
  },
);

test('a hints file that is looked at on a terminal does not steer it; one that goes on is whole', async () => {
  const folder = folderWith({ 'talk.md': `# Talk\n\n## a\u009b b\n\n- one\n` });
  const piped = await lectern(folder, ['init', 'talk.md', '-o', '-']);
  expect(piped.stdout).toContain('\u009b');
});
