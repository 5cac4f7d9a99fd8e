import { existsSync } from 'node:fs';

/** What the decision depends on. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's number; nothing on Windows. */
  readonly uid: number | undefined;
  readonly isContainer: boolean;
}

/** Why Chromium's sandbox is off; `undefined` when it stays on. Root and containers have no use of it. */
export function sandboxOffBecause({ env, uid, isContainer }: Surroundings = here()): string | undefined {
  if (env.CHROME_NO_SANDBOX === '1') return 'CHROME_NO_SANDBOX=1';
  if (uid === 0) return 'running as root';
  if (isContainer) return 'running in a container';
  return undefined;
}

function here(): Surroundings {
  const { env } = process;
  const files = ['/.dockerenv', '/run/.containerenv'];
  return { env, uid: process.getuid?.(), isContainer: env.container !== undefined || files.some(existsSync) };
}
