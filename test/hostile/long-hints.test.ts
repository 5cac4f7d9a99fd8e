// A text of the hints may stand on every slide, one of the title block has a slide's title: both are short.
import { expect, test } from 'vitest';
import { folderWith, lectern } from '../cli/lectern.ts';

const long = '中'.repeat(30_000);

test.each([
  ['a footer', {}, `deck:\n  footer: "${long}"\n`, '`footer` wants at most 2000 characters, not 30000'],
  ['a title of a section', {}, `sections:\n  One:\n    title: "${long}"\n`, '`title` wants at most 2000'],
  ['a speaker', { speaker: long }, '', 'this stands on the title slide and has more than 2,000 characters'],
])('%s of 30,000 characters is told', async (_, fields, hints, message) => {
  const front = Object.entries(fields).map(([name, text]) => `---\n${name}: "${text}"\n---\n\n`);
  const folder = folderWith({
    'talk.md': `${front.join('')}# Talk\n\n## One\n\n- a\n`,
    'talk.hints.yaml': hints === '' ? 'deck: {}\n' : hints,
  });
  const { code, stderr } = await lectern(folder, ['talk.md', '--to', 'html']);
  expect(stderr).toContain(message);
  expect(code).toBe(1);
});
