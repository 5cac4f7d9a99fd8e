// Notes may come from anybody: their front matter names no file outside their folder. A hints file is the user's own.
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../src/index.ts';
import { folderWith } from '../cli/lectern.ts';

const css = '@import "recap";\n';
const notes = (hints: string): string => `---\nlectern:\n  deck: ${hints}\n---\n\n# Talk\n\n## One\n\n- a\n`;

async function codesOf(talk: string, hints?: string): Promise<readonly string[]> {
  const files = {
    'talks/talk.md': talk,
    'outside.css': css,
    'talks/inside.css': css,
    'outside.woff2': 'no font',
  };
  const folder = folderWith({ ...files, ...(hints !== undefined && { 'talks/talk.hints.yaml': hints }) });
  symlinkSync('../outside.css', join(folder, 'talks', 'linked.css'));
  const { diagnostics } = await build('talks/talk.md', { cwd: folder, formats: ['marp'] });
  return diagnostics.map(({ code }) => code);
}

test.each([
  '{ theme: ../outside.css }',
  '{ theme: /etc/outside.css }',
  '{ theme: linked.css }',
  '{ tokens: { body-font: ../outside.woff2 } }',
  '{ tokens: { body-font: /usr/share/fonts/none.ttf } }',
])('%s in the front matter is refused', async (hints) => {
  expect(await codesOf(notes(hints))).toEqual(['theme/outside']);
});

test('a theme beside the notes is read, and any that a hints file names', async () => {
  expect(await codesOf(notes('{ theme: inside.css }'))).toEqual([]);
  expect(await codesOf(notes('{ lang: en }'), 'deck: { theme: ../outside.css }\n')).toEqual([]);
});
