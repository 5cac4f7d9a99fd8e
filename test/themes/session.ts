import { afterAll, beforeAll } from 'vitest';
import { openSession, type Session } from '../../src/render/index.ts';

/** One browser for the tests of a file. */
export function withSession(): () => Session {
  let session: Session | undefined;
  beforeAll(async () => {
    session = await openSession();
  }, 60_000);
  afterAll(async () => session?.close());
  return () => {
    if (!session) throw new Error('no browser is open yet');
    return session;
  };
}
