import { parseArgs } from 'node:util';
import leven from 'leven';
import { nearest, UsageError } from '../diagnostics/index.ts';
import { type Command, type CommandName, commands, formatNames, type Option } from './commands.ts';

/** What the user asked for. `topic` is the command that help was asked about. */
export type CommandRequest =
  | { readonly kind: 'version' }
  | { readonly kind: 'help'; readonly topic: Command | undefined }
  | { readonly kind: CommandName; readonly paths: readonly string[]; readonly flags: Flags };

/** Values of options, and the names of the switches that are on. */
export interface Flags {
  readonly values: ReadonlyMap<string, string>;
  readonly switches: ReadonlySet<string>;
}

/** Throws `UsageError` for what no command knows. `build` is meant when no command is named. */
export function parseArguments(argv: readonly string[]): CommandRequest {
  const [first, ...rest] = argv;
  if (first === undefined || first === '--help' || first === '-h') return { kind: 'help', topic: undefined };
  if (first === '--version' || first === '-v' || first === '-V') return { kind: 'version' };
  if (first === 'help') return { kind: 'help', topic: rest[0] === undefined ? undefined : topicOf(rest[0]) };
  const named = isCommand(first);
  const command = commands[named ? first : 'build'];
  const { paths, flags } = parseCommand(command, named ? rest : argv);
  if (flags.switches.has('help')) return { kind: 'help', topic: command };
  return { kind: command.name, paths, flags };
}

function isCommand(word: string): word is CommandName {
  return Object.hasOwn(commands, word);
}

function topicOf(word: string): Command {
  if (isCommand(word)) return commands[word];
  throw new UsageError(`there is no command "${word}"`, meant(word, Object.keys(commands)));
}

function parseCommand(command: Command, args: readonly string[]): { paths: readonly string[]; flags: Flags } {
  const { tokens } = parseArgs({
    args: [...args],
    options: parseArgsOptions(command),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const paths: string[] = [];
  const values = new Map<string, string>();
  const switches = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'positional') paths.push(token.value);
    if (token.kind !== 'option') continue;
    const value = checkOption(command, token, args.slice(token.index, token.index + 2));
    if (value === undefined) switches.add(token.name);
    else values.set(token.name, withEarlier(values.get(token.name), value, command.options[token.name]));
  }
  return { paths, flags: { values, switches } };
}

/** One a line, of an option that may be given several times; else the last one counts. */
function withEarlier(earlier: string | undefined, value: string, option: Option | undefined): string {
  return option?.repeat && earlier !== undefined ? `${earlier}\n${value}` : value;
}

type ParseArgsOptions = Record<string, { type: 'string' | 'boolean'; short?: string }>;

function parseArgsOptions(command: Command): ParseArgsOptions {
  return Object.fromEntries(
    Object.entries(command.options).map(([name, { short, value }]) => [
      name,
      { type: value ? 'string' : 'boolean', ...(short && { short }) },
    ]),
  );
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

/** The option's value, or nothing for a switch. `typed` is the whole word on the command line, and what follows. */
function checkOption(
  command: Command,
  { name, rawName, value, inlineValue }: OptionToken,
  [typed = rawName, next]: readonly string[],
): string | undefined {
  const option = Object.hasOwn(command.options, name) ? command.options[name] : undefined;
  const oneDash = /^-(\w[\w-]+)/.exec(typed)?.[1];
  const isLong = oneDash !== undefined && isLongWord(oneDash, command);
  if (!option || isLong)
    throw unknownOption(command, oneDash === undefined ? rawName : `-${oneDash}`, valueBeside(typed, next));
  if (!option.value) {
    if (value === undefined) return undefined;
    throw new UsageError(`${rawName} takes no value`, `write ${rawName} alone`);
  }
  const missing =
    value === undefined || value === '' || (!inlineValue && value.length > 1 && value.startsWith('-'));
  if (!missing) return value;
  throw new UsageError(`${rawName} needs a value`, `write ${rawName} ${option.value}`);
}

/** What is written beside an option: after `=`, or as the next word where that is neither option nor notes. */
function valueBeside(typed: string, next: string | undefined): string | undefined {
  const written = /=(.+)$/s.exec(typed)?.[1];
  return written ?? (next && /^-|\.(?:md|markdown|txt)$/i.test(next) ? undefined : next);
}

function unknownOption(command: Command, rawName: string, value: string | undefined): UsageError {
  const near = optionMeant({ word: rawName.replace(/^-+/, ''), value }, command);
  const all = Object.keys(command.options).map((name) => `--${name}`);
  return new UsageError(
    `lectern ${command.name} has no option ${rawName}`,
    near ? `did you mean ${near}?` : `there are ${all.join(', ')}`,
  );
}

function meant(word: string, candidates: readonly string[]): string {
  const near = nearest(word, candidates);
  return near ? `did you mean ${near}?` : `there are ${candidates.join(', ')}`;
}

// What was meant by an option that a command does not have.
/** An option as it was typed, without dashes, and the value beside it, if there is one. */
interface Unknown {
  readonly word: string;
  readonly value: string | undefined;
}

/** What to write instead; undefined when no option of the command is near. */
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
function isLongWord(word: string, command: Command): boolean {
  return Object.hasOwn(command.options, word) || otherWords.has(word) || formatWords.has(word);
}

/** What other programs call it. */
const otherWords: ReadonlyMap<string, string> = new Map([
  ...['output', 'outdir', 'out-dir', 'output-dir'].map((word) => [word, 'out'] as const),
  ...['format', 'formats'].map((word) => [word, 'to'] as const),
]);

const formatWords: ReadonlyMap<string, string> = new Map([
  ...Object.keys(formatNames).map((word) => [word, word] as const),
  ['powerpoint', 'pptx'],
]);

/** Tokens of `themes/README.md`, and words for them. */
const tokenWords: ReadonlyMap<string, string> = new Map([
  ...[
    'background',
    'text',
    'accent',
    'surface',
    'muted',
    'rule',
    'on-accent',
    'tint',
    'strong',
    'second',
  ].map(same),
  ...['body-font', 'heading-font', 'code-font'].map(same),
  ...['body-weight', 'strong-weight', 'heading-weight'].map(same),
  ...['body-size', 'line-height', 'title-size', 'deck-title-size', 'figure-size', 'scale'].map(same),
  ...['margin', 'title-top', 'content-top', 'content-bottom', 'rule-width', 'corner'].map(same),
  ...['compositions-never', 'compositions-order', 'title-beside'].map(same),
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
