import { existsSync } from 'node:fs';

/** Why Chromium's sandbox is off; `undefined` when it stays on. Root and containers have no use of it. */
export function sandboxOffBecause(): string | undefined {
  if (process.env.CHROME_NO_SANDBOX === '1') return 'CHROME_NO_SANDBOX=1';
  if (process.getuid?.() === 0) return 'running as root';
  if (isContainer()) return 'running in a container';
  return undefined;
}

function isContainer(): boolean {
  return process.env.container !== undefined || ['/.dockerenv', '/run/.containerenv'].some(existsSync);
}
