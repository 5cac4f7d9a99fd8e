// What was meant by an option that a command does not have.
import leven from 'leven';
import type { Format } from '../pipeline/index.ts';
import type { Command } from './commands.ts';

/** An option as it was typed, without dashes, and the value beside it, if there is one. */
interface Unknown {
  readonly word: string;
  readonly value: string | undefined;
}

/** What to write instead; nothing when no option of the command is near. */
export function optionMeant({ word, value }: Unknown, command: Command): string | undefined {
  const has = (name: string): boolean => Object.hasOwn(command.options, name);
  const name = otherWords.get(word);
  if (name !== undefined && has(name)) return `--${name}`;
  const format = formatWords.get(word);
  if (format !== undefined && has('to')) return `--to ${format}`;
  const token = tokenWords.get(word);
  if (token !== undefined && has('token')) return `--token ${token}=${shellValue(value)}`;
  const near = nearestOption(word, Object.keys(command.options));
  return near && `--${near}`;
}

/** Whether a word after one dash is a long option, not short ones in a row. */
export function isLongWord(word: string, command: Command): boolean {
  return Object.hasOwn(command.options, word) || otherWords.has(word) || formatWords.has(word);
}

/** What other programs call it. */
const otherWords: ReadonlyMap<string, string> = new Map([
  ...['output', 'outdir', 'out-dir', 'output-dir'].map((word) => [word, 'out'] as const),
  ...['format', 'formats'].map((word) => [word, 'to'] as const),
]);

/** Complete, as the compiler sees: the list itself would load all that renders. */
const formats: Readonly<Record<Format, true>> = {
  html: true,
  pdf: true,
  handout: true,
  notes: true,
  marp: true,
  png: true,
  pptx: true,
};

const formatWords: ReadonlyMap<string, string> = new Map([
  ...Object.keys(formats).map((word) => [word, word] as const),
  ['powerpoint', 'pptx'],
]);

/** Tokens of `themes/README.md`, and words for them. */
const tokenWords: ReadonlyMap<string, string> = new Map([
  ...['background', 'text', 'accent', 'surface', 'muted', 'rule', 'on-accent'].map(same),
  ...['body-font', 'heading-font', 'code-font'].map(same),
  ...['body-weight', 'strong-weight', 'heading-weight'].map(same),
  ...['body-size', 'line-height', 'title-size', 'deck-title-size', 'figure-size', 'scale'].map(same),
  ...['margin', 'title-top', 'content-top', 'content-bottom', 'rule-width', 'corner'].map(same),
  ...['font', 'fonts', 'font-family'].map((word) => [word, 'body-font'] as const),
  ...['font-size', 'fontsize'].map((word) => [word, 'body-size'] as const),
  ...['color', 'colour'].map((word) => [word, 'accent'] as const),
]);

function same(name: string): readonly [string, string] {
  return [name, name];
}

/** In quotes where a shell would read more than letters. */
function shellValue(value: string | undefined): string {
  if (value === undefined) return 'VALUE';
  return /^[\w.%-]+$/.test(value) ? value : `"${value}"`;
}

/**
 * Options are short, so few letters may differ: one, two neighbours that changed places, or from six letters on two. A
 * part between dashes stands for the whole, `--browser` for `--browser-path`.
 */
function nearestOption(word: string, names: readonly string[]): string | undefined {
  const distances = names.map((name) => ({ name, distance: leven(word.toLowerCase(), name) }));
  const near = distances
    .filter(({ name, distance }) => distance <= (word.length < 6 ? 1 : 2) || isSwapped(word, name, distance))
    .sort((a, b) => a.distance - b.distance)[0]?.name;
  const ofPart = names.filter((name) => name.startsWith(`${word}-`) || name.endsWith(`-${word}`));
  return near ?? (ofPart.length === 1 ? ofPart[0] : undefined);
}

function isSwapped(word: string, name: string, distance: number): boolean {
  return distance === 2 && [...word.toLowerCase()].sort().join('') === [...name].sort().join('');
}
