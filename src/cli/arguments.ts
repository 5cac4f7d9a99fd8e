import { parseArgs } from 'node:util';
import { nearest } from '../diagnostics/index.ts';
import { UsageError } from '../usage-error.ts';
import { type Command, type CommandName, commands, type Option } from './commands.ts';
import { isLongWord, optionMeant } from './option-meant.ts';

/** What the user asked for. `topic` is the command that help was asked about. */
export type Request =
  | { readonly kind: 'version' }
  | { readonly kind: 'help'; readonly topic: Command | undefined }
  | { readonly kind: CommandName; readonly paths: readonly string[]; readonly flags: Flags };

/** Values of options, and the names of the switches that are on. */
export interface Flags {
  readonly values: ReadonlyMap<string, string>;
  readonly switches: ReadonlySet<string>;
}

/** Throws `UsageError` for what no command knows. `build` is meant when no command is named. */
export function parseArguments(argv: readonly string[]): Request {
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
