// A small talk as its reader opens it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { build } from '../../src/index.ts';
import type { Session } from '../../src/render/index.ts';
import { openFile } from './open-page.ts';

export interface OpenTalk {
  readonly open: <T>(query: string, use: (page: Page) => Promise<T>) => Promise<T>;
  readonly remove: () => void;
}

/** Builds the presentation of these notes. */
export async function buildOpenTalk(session: Session, notes: string, hints = ''): Promise<OpenTalk> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-open-'));
  writeFileSync(join(folder, 'talk.md'), notes);
  if (hints !== '') writeFileSync(join(folder, 'talk.hints.yaml'), hints);
  await build(join(folder, 'talk.md'), { cwd: folder, outDir: folder, formats: ['html'] });
  return {
    open: (query, use) => openFile(session, join(folder, 'talk.html'), use, query),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export const herons = `# Herons

## Hunting

- They stand in shallow water until something moves
- At dawn most of all, see [the survey](https://example.com/herons)

Note: slowly

## Nests

- In high trees
- Hundreds of them beside each other

## Voices

- A bark, while they fly
- Clapping of beaks
`;

/** What has the focus, in words. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: element } = document;
    return element?.ariaLabel ?? element?.textContent?.trim().slice(0, 40) ?? '';
  });
}
