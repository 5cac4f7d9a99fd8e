import { afterEach, expect, test, vi } from 'vitest';
import { renderMarp } from '../../src/render/marp/index.ts';
import { baseTheme, deckOf } from './talk.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const lines = ['const krill = "small";', 'return [krill, 2 * whales];'];

async function slidesWith(code: readonly string[]): Promise<string> {
  const body = `\`\`\`js\n${code.join('\n')}\n\`\`\``;
  return (await renderMarp(deckOf([{ title: 'Songs', body }], { code: true }), await baseTheme())).html;
}

test('code is coloured to the end however slow the machine is', async () => {
  const quick = await slidesWith(lines);
  let time = Date.now();
  vi.spyOn(Date, 'now').mockImplementation(() => {
    time += 600;
    return time;
  });
  expect(await slidesWith(lines)).toBe(quick);
});

test('a line that nobody could read is left as it is', async () => {
  const html = await slidesWith([`const a = [${'1, '.repeat(1000)}];`, 'const b = 2;']);
  expect(html.match(/--marp-shiki-token-keyword/g)?.length).toBe(2);
});

test('listings behind more characters than any talk has are not coloured', async () => {
  const line = `const whale = ${'1'.repeat(200)};`;
  const html = await slidesWith(Array.from({ length: 1300 }, () => line));
  expect(html).not.toContain('--marp-shiki-token-keyword');
});
