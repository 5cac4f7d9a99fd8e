// A font in a PDF has to come with the theme, and be seen to: none is called as a font of the machine's.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSync } from 'fontkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileFile } from '../../src/pipeline/index.ts';
import { handoutOf } from '../../src/pipeline/render-inputs.ts';
import { openSession, render, type Session } from '../../src/render/index.ts';
import { readingFaces } from '../../src/theme/index.ts';
import { folderWith } from '../cli/lectern.ts';
import { fontFiles } from './open-pdf.ts';

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.close());

const notes = `## Shopping

- [ ] Eggs
- [x] Flour → bread
  - [ ] Rye ☆ ≠ ✈ ⌘ ■ ⅔

<!-- ☐ Ask for salt ☑ -->
`;

test.each(['recap', 'signal', 'paper', 'midnight'])(
  'tasks and signs are in fonts of the theme “%s”',
  async (theme) => {
    const folder = folderWith({ 'talk.md': notes, 'talk.hints.yaml': `deck: { theme: ${theme} }\n` });
    const { value } = await compileFile('talk.md', { cwd: folder });
    if (!value) throw new Error('the talk cannot be read');
    await render(value.deck, value.theme, {
      formats: ['pdf', 'handout'],
      base: join(folder, 'talk'),
      notesFolder: folder,
      handout: handoutOf(value, { handout: {} }),
      session,
    });
    const own = [...value.theme.fonts, ...readingFaces(value.theme)].map(({ path }) => nameIn(path));
    expect(own.filter((name) => name.startsWith('DejaVu'))).toEqual([]);
    for (const file of ['talk.pdf', 'talk.handout.pdf']) {
      const used = await fontFiles(readFileSync(join(folder, file)));
      expect(used).toContain('LecternInk');
      expect(used.filter((name) => !own.includes(name))).toEqual([]);
    }
  },
);

function nameIn(path: string): string {
  const font = openSync(path);
  return 'postscriptName' in font ? String(font.postscriptName) : '';
}
