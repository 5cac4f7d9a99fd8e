// What a library remembers between builds, so that only what changed is built again.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Format } from '../../render/index.ts';
import type { Talk } from '../../site/index.ts';

/** Stands in the folder of the library. Taking it away builds every talk again. */
export const manifestName = '.lectern.json';

export interface Manifest {
  /** By the path of the notes inside the library, with slashes. */
  readonly talks: Readonly<Record<string, TalkRecord>>;
  /** Files of earlier builds that no talk has any more. */
  readonly leftovers: readonly string[];
  /** Files beside the page with pictures that are not in it. */
  readonly pictures: readonly string[];
}

/** The last build of one talk. */
export interface TalkRecord {
  /** Of all that a build depends on beside the files; empty when the last build failed. */
  readonly key: string;
  /** Hashes of the files it was made of, by their path from the notes' folder; `null` where there was none. */
  readonly inputs: Readonly<Record<string, string | null>>;
  readonly outputs: readonly OutputRecord[];
  readonly talk: Talk;
  readonly diagnostics: readonly Diagnostic[];
  /** Where its diagnostics point from: the folder the build ran in and the notes as they were named. */
  readonly cwd: string;
  readonly path: string;
}

export interface OutputRecord {
  readonly format: Format;
  /** Relative to the library, with slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly presenterNotes?: true;
}

const format = 1;

/** The manifest of a library. One that cannot be read is none: everything is built again. */
export function readManifest(site: string): Manifest {
  const none: Manifest = { talks: {}, leftovers: [], pictures: [] };
  const text = reading(join(site, manifestName));
  if (text === undefined) return none;
  try {
    const { format: written, ...manifest } = Object(JSON.parse(text)) as Partial<Manifest> & {
      format?: number;
    };
    const isWhole = manifest.talks && manifest.leftovers && manifest.pictures;
    return written === format && isWhole ? { ...none, ...manifest } : none;
  } catch (error) {
    if (error instanceof SyntaxError) return none;
    throw error;
  }
}

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify({ format, ...manifest })}\n`;
}

function reading(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Not there, or not ours to read: writing it will say so.
    return undefined;
  }
}
