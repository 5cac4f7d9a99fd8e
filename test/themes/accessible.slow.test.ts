import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { compileSample, sampleFolder } from '../../src/gallery/sample.ts';
import { render } from '../../src/render/index.ts';
import { builtInThemes } from '../../src/theme/index.ts';
import { withSession } from './session.ts';

const session = withSession();

test.each(await builtInThemes())(
  'axe finds nothing in the HTML of a deck in %s',
  async (name) => {
    const { value } = await compileSample({ theme: name, folder: '.' }, '16:9');
    const base = join(await mkdtemp(join(tmpdir(), 'lectern-axe-')), 'talk');
    await render(value.deck, value.theme, { formats: ['html'], base, notesFolder: sampleFolder });
    const html = await readFile(`${base}.html`, 'utf8');
    expect(Buffer.byteLength(html)).toBeLessThan(700_000);
    const found = await session().withPage(async (page) => {
      await page.setContent(html);
      await page.evaluate(axe.source);
      return page.evaluate(async () => {
        const { axe: runner } = globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const { violations } = await runner.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
      });
    });
    expect(found).toEqual([]);
  },
  60_000,
);
