import { extname } from 'node:path';
import type { Span } from '../../diagnostics/index.ts';

/** A token as somebody wrote it, in the hints or on the command line; nothing is known of its value. */
export interface WrittenToken {
  /** Without its dashes. */
  readonly name: string;
  readonly value: string;
  readonly span: Span;
  /** Where the path of a font file starts. */
  readonly folder: string;
  /** A font file must be in this folder or below; undefined when any may be read. */
  readonly within?: string | undefined;
}

export const fontEndings: ReadonlySet<string> = new Set(['.woff2', '.woff', '.ttf', '.otf']);

/** Whether a font is named by a file, not by its family. */
export function isFontFile({ name, value }: WrittenToken): boolean {
  return name.endsWith('-font') && fontEndings.has(extname(value).toLowerCase());
}

/** A token with a value as it is written where `span` lies: on the command line, in CSS or in YAML. */
export function tokenRemedy(token: string, value: string, { path }: Span): string {
  if (path === '--token') return `--token ${token}="${value}"`;
  if (path.startsWith('--')) return `${path} "${value}"`;
  return path.endsWith('.css') ? `--${token}: ${value}` : `${token}: "${value}"`;
}
