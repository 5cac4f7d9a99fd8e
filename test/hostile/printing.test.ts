// Whatever stood on a page: the browser that prints reaches nothing. (What notes do while they are printed: notes.test.ts.)
import { expect, test } from 'vitest';
import { openSession } from '../../src/render/index.ts';

test('a page of the session reaches neither the network nor files', async () => {
  const session = await openSession();
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
  await session.close();
  expect(reached).toEqual([]);
});
