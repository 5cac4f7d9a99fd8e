import { expect, test } from 'vitest';
import { compile } from '../../src/compile.ts';
import { makeHandout } from '../../src/handout/index.ts';
import { readThemeFiles } from '../../src/theme/index.ts';

async function compiled(lang: string) {
  const text = '# Herons\n\n## Hunting\n\n- At dawn\n\n## Nests\n\n- In trees\n';
  const { value } = await compile({
    notes: { path: 'herons.md', text },
    hints: { path: 'herons.hints.yaml', text: `deck: { lang: "${lang}", agenda: true }\n` },
    themeFiles: readThemeFiles,
    pictures: () => ({ status: 'missing' }),
    folder: '.',
  });
  return value;
}

async function wordsOf(lang: string): Promise<readonly string[]> {
  const { plan, notes } = await compiled(lang);
  const { words } = makeHandout({ plan, notes, hints: { toc: true } });
  return [plan.slides[1]?.title?.text ?? '', words.contents];
}

test.each([
  ['de', 'Überblick', 'Inhalt'],
  ['DE-at', 'Überblick', 'Inhalt'],
  ['pt-BR', 'Agenda', 'Índice'],
  ['tlh', 'Agenda', 'Contents'],
])('Lectern’s own words in the language %s', async (lang, agenda, contents) => {
  expect(await wordsOf(lang)).toEqual([agenda, contents]);
});

test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
  'a language called %s is one that is not known',
  async (lang) => {
    expect(await wordsOf(lang)).toEqual(['Agenda', 'Contents']);
  },
);
