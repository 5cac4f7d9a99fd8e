import type { Span } from '../../diagnostics/index.ts';

/** A token with a value as it is written where `span` lies: on the command line, in CSS or in YAML. */
export function tokenRemedy(token: string, value: string, { path }: Span): string {
  if (path === '--token') return `--token ${token}="${value}"`;
  if (path.startsWith('--')) return `${path} "${value}"`;
  return path.endsWith('.css') ? `--${token}: ${value}` : `${token}: "${value}"`;
}
