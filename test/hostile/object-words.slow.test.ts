// Words that every JavaScript object answers to. Wherever a person may write a word it is a word
// like any other: known or unknown, and never a stack trace.
import { expect, test } from 'vitest';
import { folderWith, lectern } from '../cli/lectern.ts';
import { notesOf, objectWords } from './object-words.ts';

test.each(objectWords)('%s in every place of the notes', async (word) => {
  const folder = folderWith({ 'talk.md': notesOf(word) });
  for (const args of [
    ['--to', 'html,marp,notes'],
    ['--lang', word],
    ['--theme', word],
  ]) {
    await runs(folder, ['build', 'talk.md', '-o', 'out', ...args]);
  }
  for (const command of ['explain', 'init']) await runs(folder, [command, 'talk.md']);
});

const free = (word: string): readonly string[] => [
  `deck: { lang: ${word}, agenda: true }`,
  `deck: { theme: ${word} }`,
  `deck: { tokens: { ${word}: red, accent: ${word}, body-font: ${word}, scale: ${word} } }`,
  `deck: { logo: ${word}, background: a.${word} }`,
  `deck: { title: ${word}, date: ${word}, ${word}: ${word} }`,
  `deck: { size: ${word}, details: ${word}, agenda: ${word} }`,
  `handout: { paper: ${word}, notes: ${word}, ${word}: 3 }`,
  `${word}: { ${word}: ${word} }`,
  `sections: { ${word}: { layout: ${word}, details: ${word} } }`,
  `sections: { ${word}: { ${word}: ${word} } }`,
  `sections: { "${word} > ${word}": { title: ${word} }, "${word}*": { show: false } }`,
  `sections: { ${word}: { slides: [{ take: ${word}, layout: ${word} }, { ${word}: ${word} }] } }`,
  `outline: [{ title: ${word}, from: ${word} }, { ${word}: ${word} }]`,
];

test.each(objectWords)('%s in every place of the hints', async (word) => {
  for (const hints of free(word)) {
    const folder = folderWith({ 'talk.md': notesOf(word), 'talk.hints.yaml': `${hints}\n` });
    await runs(folder, ['build', 'talk.md', '-o', 'out', '--to', 'html']);
  }
});

test.each(objectWords)('%s on the command line', async (word) => {
  const folder = folderWith({ 'talk.md': '# Talk\n\n## Part\n\n- one\n' });
  for (const args of [
    [word],
    [`--${word}`, 'talk.md'],
    ['talk.md', '--to', word],
    ['talk.md', '--token', `${word}=${word}`],
    ['theme', word],
    ['theme', 'show', word],
    ['theme', 'new', `${word}.css`, '--from', word],
    ['explain', 'talk.md', '--slide', word],
    ['explain', 'talk.md', '--pick', word],
    ['help', word],
  ]) {
    await runs(folder, args);
  }
});

test('as names of the talks of a library, built twice', async () => {
  const talk = '# Talk\n\n## Part\n\n- one\n';
  const folder = folderWith(Object.fromEntries(objectWords.map((word) => [`talks/${word}.md`, talk])));
  for (let time = 0; time < 2; time += 1) await runs(folder, ['talks', '-o', 'site', '--to', 'html']);
});

/** Ends well or with a problem of the user's, and says so without a stack trace. */
async function runs(folder: string, args: readonly string[]): Promise<void> {
  const { code, stdout, stderr } = await lectern(folder, args);
  const said = `${stdout}\n${stderr}`;
  const isTrace = /\n\s+at .*:\d+:\d+|TypeError|\[native code\]|\[object |undefined/.test(said);
  expect({ args, code, trace: isTrace ? said : '' }).toEqual({ args, code: code === 0 ? 0 : 1, trace: '' });
}
