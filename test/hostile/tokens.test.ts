import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { build } from '../../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-tokens-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const breakouts = [
  'red } section { background: url(https://canary.invalid/token.png) }',
  'red; background: url("https://canary.invalid/token.png")',
  'url(https://canary.invalid/token.png)',
  'image-set("https://canary.invalid/token.png" 1x)',
  'var(--x, url(https://canary.invalid/token.png))',
  "</style><script>canary('token')</script>",
  '"</style><script>canary(1)</script>"',
  'red /* x',
  '"x',
  '\\',
];

test.each(['accent', 'body-font', 'body-size', 'not-there'])(
  '--%s cannot be left by its value',
  async (name) => {
    writeFileSync(join(folder, 'talk.md'), '# Talk\n\n## Whales\n\n- text\n');
    for (const value of breakouts) {
      const hints = `deck:\n  tokens:\n    ${name}: ${JSON.stringify(value)}\n`;
      writeFileSync(join(folder, 'talk.hints.yaml'), hints);
      const { notes, diagnostics } = await build(join(folder, 'talk.md'), {
        cwd: folder,
        outDir: folder,
        formats: ['html'],
      });
      expect([value, diagnostics.some(({ severity }) => severity === 'error')]).toEqual([value, true]);
      expect(notes[0]?.outputs).toEqual([]);
    }
  },
);
