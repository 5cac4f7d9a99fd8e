// What each kind of token may hold. Nothing that could end a declaration passes: a value is printed
// into a stylesheet, and may come from a file that somebody else wrote.

import { extname } from 'node:path';
import { type Diagnostic, nearest, type Span } from '../../diagnostics/index.ts';
import { cssString } from '../../escape.ts';
import type { Value } from '../evaluate.ts';
import { eastAsianFamily } from '../script-fonts.ts';
import { familyName } from '../text-styles.ts';
import type { ThemeFiles } from '../theme.ts';
import { cssColour, readColour } from './colour.ts';

type TokenKind = 'colour' | 'font' | 'fonts' | 'length' | 'number' | 'weight' | 'scale' | 'word';

/** By its name, or by what the theme has for it. */
export function kindOfToken(name: string, values: ReadonlyMap<string, Value>): TokenKind {
  if (name === 'scale') return 'scale';
  if (name.endsWith('-font')) return 'font';
  if (name.endsWith('-font-fallback')) return 'fonts';
  if (name.endsWith('-weight')) return 'weight';
  const value = values.get(`--${name}`);
  if (value?.kind === 'length' || value?.kind === 'number') return value.kind;
  return value && cssColour(value.text) ? 'colour' : 'word';
}

type Parse = (token: WrittenToken, files: ThemeFiles) => string | undefined;

const parsers: Readonly<Record<TokenKind, Parse>> = {
  colour: ({ value }) => (isPlain(value) ? readColour(value) : undefined),
  font: ({ value }, files) => fontOf(value, files),
  fonts: ({ value }, files) => fontsOf(value, files),
  length: ({ value }) => within(value, /^(\d+(?:\.\d+)?)px$/, 0, 2000) ?? negativeLength(value),
  number: ({ value }) => within(value, /^(\d+(?:\.\d+)?)$/, 0.5, 3),
  weight: ({ value }) => within(value, /^(\d{3})$/, 100, 900),
  scale: ({ value }) => within(value, /^(\d+(?:\.\d+)?)$/, 0.75, 1.5),
  word: ({ value }) => (/^[a-z][a-z-]*(?:, *[a-z][a-z-]*)*$/.test(value.trim()) ? value.trim() : undefined),
};

const expectations: Readonly<Record<TokenKind, string>> = {
  colour: 'a colour without transparency, such as `"#b4540a"`, `teal` or `oklch(55% 0.14 45)`',
  font: '',
  fonts: 'families that come with Lectern, such as `Commissioner, Noto Sans CJK`, or `none`',
  length: 'a length in px, such as `28px`',
  number: 'a number from 0.5 to 3, such as `1.4`',
  weight: 'a weight from 100 to 900, such as `600`',
  scale: 'a number from 0.75 to 1.5, such as `1.1`',
  word: 'a word, such as `normal`, or several with commas between',
};

/** The value as CSS, or what is wrong with it. */
export function readToken(token: WrittenToken, kind: TokenKind, files: ThemeFiles): string | Diagnostic {
  return parsers[kind](token, files) ?? valueProblem(token, kind, files);
}

function isPlain(value: string): boolean {
  return /^[\w\s.,%#+/()-]*$/.test(value);
}

function within(value: string, pattern: RegExp, least: number, most: number): string | undefined {
  const number = Number(pattern.exec(value.trim())?.[1]);
  return number >= least && number <= most ? value.trim() : undefined;
}

/** Tracking may be negative. */
function negativeLength(value: string): string | undefined {
  const text = value.trim();
  return text.startsWith('-') ? prefixed(within(text.slice(1), /^(\d+(?:\.\d+)?)px$/, 0, 20)) : undefined;
}

function prefixed(text: string | undefined): string | undefined {
  return text && `-${text}`;
}

function fontOf(value: string, { fonts, fontFiles }: ThemeFiles): string | undefined {
  const family = fontFiles?.get(value) ?? familyName(value);
  const known = fonts.families?.() ?? [];
  const same = known.find((name) => name.toLowerCase() === family.toLowerCase()) ?? family;
  return fonts.faces(same).length > 0 ? cssString(same) : undefined;
}

/** A list for letters that a font has not. */
function fontsOf(value: string, files: ThemeFiles): string | undefined {
  if (value.trim() === 'none') return 'none';
  const families = value
    .split(',')
    .map((name) =>
      familyName(name) === eastAsianFamily ? JSON.stringify(eastAsianFamily) : fontOf(name, files),
    );
  return families.includes(undefined) ? undefined : families.join(', ');
}

function valueProblem({ name, value, span }: WrittenToken, kind: TokenKind, files: ThemeFiles): Diagnostic {
  const problem = { severity: 'error', span } as const;
  if (kind !== 'font') {
    const message = `\`${excerpt(value)}\` cannot be used for \`${name}\``;
    return { code: 'theme/token', message, help: `write ${expectations[kind]}`, ...problem };
  }
  const names = files.fonts.families?.() ?? [];
  const near = nearest(familyName(value), names);
  const list = `the fonts are ${names.join(', ')}; a font of your own is named by its path: ./fonts/Acme.woff2`;
  return {
    code: 'theme/font',
    message: `there is no font \`${excerpt(value)}\``,
    help: near ? `did you mean \`${near}\`?` : list,
    ...problem,
  };
}

function excerpt(value: string): string {
  const line = value.replaceAll(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

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
