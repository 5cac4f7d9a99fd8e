// Every case is built in every format, and the outputs opened by a browser that listens.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSession, type Session } from '../../src/render/index.ts';
import { type BuiltCase, buildCase, copyFixtures, secret } from './build-case.ts';
import { activeParts } from './pdf-actions.ts';
import { watchPage } from './watch-page.ts';

const root = copyFixtures();
const cases = readdirSync(root).filter((name) => name !== 'outside');
let session: Session;

beforeAll(async () => {
  session = await openSession();
});
afterAll(async () => {
  await session.close();
  rmSync(root, { recursive: true, force: true });
});

describe.each(cases)('%s', (name) => {
  let built: BuiltCase;
  beforeAll(async () => {
    built = await buildCase(root, name, session);
  }, 120_000);

  test('is built whole', () => {
    expect(built.result.failures).toEqual([]);
    const errors = built.result.diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
    expect(new Set(built.outputs.map(({ format }) => format)).size).toBe(7);
  });

  test('while it is printed nothing runs and nothing is fetched', () => {
    expect(built.seen).toEqual([]);
  });

  test.each(['bypassed', 'kept'] as const)('the page runs and fetches nothing, policy %s', async (policy) => {
    const misdeeds = await watchPage(session, `${built.base}.html`, policy);
    expect(misdeeds).toEqual({ ran: [], fetched: [], stopped: [] });
  });

  test('the PDFs hold nothing that acts', async () => {
    for (const path of [`${built.base}.pdf`, `${built.base}.handout.pdf`]) {
      expect(await activeParts(readFileSync(path))).toEqual([]);
    }
  });

  test('nothing outside the folder is in any output', () => {
    const leaks = built.outputs.filter(({ path }) => holdsSecret(readFileSync(path)));
    expect(leaks.map(({ path }) => basename(path))).toEqual([]);
  });
});

/** Base64 of the secret at each of the three places where it may begin in a group of three bytes. */
const encoded = ['', 'x', 'xx'].map((shift) =>
  Buffer.from(`${shift}${secret}`)
    .toString('base64')
    .slice(shift === '' ? 0 : 4, -4),
);

function holdsSecret(file: Buffer): boolean {
  const text = file.toString('latin1');
  return [secret, encodeURIComponent(secret), ...encoded].some((form) => text.includes(form));
}

test('what the secret is looked for by does find it', () => {
  for (const shift of ['', 'x', 'xx', 'xxx']) {
    expect(holdsSecret(Buffer.from(Buffer.from(`${shift}${secret} and more`).toString('base64')))).toBe(true);
  }
});
