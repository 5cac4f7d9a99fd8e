// What a library remembers between builds, so that only what changed is built again.
import { join } from 'node:path';
import { codes, type Diagnostic, limits } from '../../diagnostics/index.ts';
import { type Format, formats } from '../../render/index.ts';
import type { Talk } from '../../site/index.ts';
import { readUserFile } from '../../user-file.ts';

/** Stands in the folder of the library. Taking it away builds every talk again. */
export const manifestName = '.lectern.json';

export interface Manifest {
  /** By the path of the notes inside the library, with slashes. */
  readonly talks: ReadonlyMap<string, TalkRecord>;
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

/** The manifest of a library. One that cannot be read, or has another shape, is none: everything is built again. */
export function readManifest(site: string): Manifest {
  const written = parsed(readText(join(site, manifestName)) ?? '');
  if (!isManifest(written)) return { talks: new Map(), leftovers: [], pictures: [] };
  const { talks, leftovers, pictures } = written;
  return { talks: new Map(Object.entries(talks)), leftovers, pictures };
}

export function manifestText({ talks, leftovers, pictures }: Manifest): string {
  return `${JSON.stringify({ format, talks: Object.fromEntries(talks), leftovers, pictures })}\n`;
}

interface WrittenManifest extends Omit<Manifest, 'talks'> {
  readonly talks: Readonly<Record<string, TalkRecord>>;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function readText(path: string): string | undefined {
  const file = readUserFile(path, { limit: limits.manifestBytes });
  // Not there, or not ours to read: writing it will say so.
  return file instanceof Uint8Array ? file.toString('utf8') : undefined;
}

// The manifest is a file that anyone may have written, so every field that is used later is looked at first.

type Is = (value: unknown) => boolean;

const isText: Is = (value) => typeof value === 'string';
const isNumber: Is = (value) => typeof value === 'number';
const isOneOf =
  (values: readonly unknown[]): Is =>
  (value) =>
    values.includes(value);
const isListOf =
  (is: Is): Is =>
  (value) =>
    Array.isArray(value) && value.every(is);
const isRecordOf =
  (is: Is): Is =>
  (value) =>
    isRecord(value) && Object.values(value).every(is);
const isObject =
  (needed: Readonly<Record<string, Is>>, optional: Readonly<Record<string, Is>> = {}): Is =>
  (value) =>
    isRecord(value) &&
    Object.entries(needed).every(([key, is]) => Object.hasOwn(value, key) && is(value[key])) &&
    Object.entries(optional).every(([key, is]) => !Object.hasOwn(value, key) || is(value[key]));

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isSpan = isObject({ path: isText, start: isNumber, end: isNumber });

const isDiagnostic = isObject(
  {
    code: isOneOf(Object.keys(codes)),
    severity: isOneOf(['error', 'warning']),
    message: isText,
    span: isSpan,
  },
  { help: isText, related: isListOf(isObject({ span: isSpan, message: isText })) },
);

const isSize = { width: isNumber, height: isNumber };
const isColours = isObject({ background: isText, text: isText, muted: isText, accent: isText });
const isScreenshot = isObject({ kind: isOneOf(['screenshot']), webp: isText, ...isSize });
const isCard = isObject({ kind: isOneOf(['card']), colours: isColours, ...isSize });

const isTalk = isObject(
  {
    title: isText,
    tags: isListOf(isText),
    lang: isText,
    dir: isOneOf(['ltr', 'rtl']),
    slides: isNumber,
    sections: isListOf(isText),
    folder: isText,
    files: isListOf(isObject({ format: isText, path: isText })),
    picture: (value) => isScreenshot(value) || isCard(value),
  },
  {
    subtitle: isText,
    speaker: isText,
    affiliation: isText,
    event: isText,
    date: isText,
    writtenDate: isText,
  },
);

const isTalkRecord = isObject({
  key: isText,
  inputs: isRecordOf((value) => value === null || isText(value)),
  outputs: isListOf(
    isObject(
      { format: isOneOf(formats), path: isText, bytes: isNumber },
      { presenterNotes: isOneOf([true]) },
    ),
  ),
  talk: isTalk,
  diagnostics: isListOf(isDiagnostic),
  cwd: isText,
  path: isText,
});

const isWritten = isObject({
  format: isOneOf([format]),
  talks: isRecordOf(isTalkRecord),
  leftovers: isListOf(isText),
  pictures: isListOf(isText),
});

function isManifest(value: unknown): value is WrittenManifest {
  return isWritten(value);
}
