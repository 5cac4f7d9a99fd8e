// While it prints, the browser runs nothing of the notes and asks for nothing.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileFile } from '../../src/build/compile-file.ts';
import { handoutOf } from '../../src/build/handout-of.ts';
import { openSession, render, type Session } from '../../src/render/index.ts';
import { copyFixtures } from './build-case.ts';

const root = copyFixtures();
let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(async () => {
  await session.close();
  rmSync(root, { recursive: true, force: true });
});

/** The same session, told of all that its pages do. */
function watched(seen: string[]): Session {
  return {
    ...session,
    withPage: (use) =>
      session.withPage(async (page) => {
        page.on('request', (request) => {
          if (!/^(?:data|about):/.test(request.url())) seen.push(request.url());
        });
        page.on('dialog', (dialog) => void dialog.dismiss().then(() => seen.push('dialog')));
        await page.exposeFunction('canary', (name: unknown) => void seen.push(String(name)));
        return use(page);
      }),
  };
}

const cases = readdirSync(root).filter((name) => name !== 'outside');

test.each(cases)('%s', { timeout: 60_000 }, async (name) => {
  const { value, folder } = await compileFile(join(root, name, 'talk.md'), { cwd: root });
  if (!value) throw new Error('the case cannot be read');
  const seen: string[] = [];
  const rendered = await render(value.deck, value.theme, {
    formats: ['pdf', 'handout', 'png'],
    base: join(root, name, 'printed'),
    notesFolder: folder,
    handout: handoutOf(value, { handout: { notes: 'full' } }),
    session: watched(seen),
  });
  expect(rendered.artifacts.length).toBeGreaterThan(2);
  expect(seen).toEqual([]);
});

test('a page of the session reaches neither the network nor files', async () => {
  const reached = await session.withPage(async (page) => {
    await page.setContent(
      '<img src="https://canary.invalid/x.png"><img src="file:///etc/hostname"><p>here</p>',
    );
    return page.evaluate(async () => {
      const tries = ['https://canary.invalid/', 'http://127.0.0.1/', 'file:///etc/hostname'];
      const answers = await Promise.all(
        tries.map((url) =>
          fetch(url).then(
            () => url,
            () => undefined,
          ),
        ),
      );
      return answers.filter((answer) => answer !== undefined);
    });
  });
  expect(reached).toEqual([]);
});
