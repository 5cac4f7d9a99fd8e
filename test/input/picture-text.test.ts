import { expect, test } from 'vitest';
import { build } from '../../src/index.ts';
import { folderWith, lectern } from '../cli/lectern.ts';
import { pixel } from '../render/talk.ts';

async function warnedLines(notes: string): Promise<readonly number[]> {
  const text = `# Talk\n\n## Part\n\n${notes}\n`;
  const folder = folderWith({ 'talk.md': text, 'a.png': pixel });
  const { diagnostics } = await build('talk.md', { cwd: folder, formats: ['marp'] });
  return diagnostics
    .filter(({ code }) => code === 'notes/picture-without-text')
    .map(({ span }) => text.slice(0, span.start).split('\n').length);
}

test.each([
  ['![](a.png)', [5]],
  ['- words\n- ![ ](a.png) more', [6]],
  ['![][one]\n\n[one]: a.png', [5]],
  ['<img src="a.png">', [5]],
  ['![](a.png)\n\n![](a.png)', [5, 7]],
])('%j has no words', async (notes, lines) => {
  expect(await warnedLines(notes)).toEqual(lines);
});

test.each([
  '![Low tide](a.png)',
  '![](a.png "Low tide")',
  '<img src="a.png" alt="Low tide">',
  '<img src="a.png" alt="">',
  '![](missing.png)',
  '`![](a.png)`',
])('%j has, or says that it needs none, or is not shown', async (notes) => {
  expect(await warnedLines(notes)).toEqual([]);
});

test('--strict fails for it', async () => {
  const folder = folderWith({ 'talk.md': '# Talk\n\n![](a.png)\n', 'a.png': pixel });
  const { code, stderr } = await lectern(folder, ['talk.md', '--to', 'html', '--strict']);
  expect(code).toBe(1);
  expect(stderr).toContain('talk.md:3:1 warning');
});
