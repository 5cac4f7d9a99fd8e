import { readFileSync } from 'node:fs';
import { packageFile } from '../package-file.ts';
import { type Command, commands } from './commands.ts';

/** The help of one command, or the list of all. */
export function helpText(topic: Command | undefined): string {
  return topic ? commandHelp(topic) : overview();
}

function overview(): string {
  const list = Object.values(commands).map(({ name, summary }) => [`lectern ${name}`, summary] as const);
  return lines(
    'lectern turns talk notes and a few layout hints into a slide deck.',
    '',
    'Usage: lectern NOTES… [options]',
    '       lectern COMMAND …',
    '',
    ...table([...list, ['lectern help COMMAND', 'options and examples of a command']]),
    '',
    'Examples:',
    ...table(commands.build.examples),
    '',
    'Exit codes: 0 fine · 1 the input has errors · 2 the environment cannot · 70 a bug',
  );
}

function commandHelp({ name, usage, about, options, examples }: Command): string {
  const rows = Object.entries(options).map(([option, { short, value, help }]) => {
    const flags = `${short ? `-${short}, ` : '    '}--${option}${value ? ` ${value}` : ''}`;
    return [flags, help] as const;
  });
  const example = examples.length > 1 ? 'Examples:' : 'Example:';
  const head = [`Usage: lectern ${name} ${usage}`, '', ...about];
  return lines(...head, '', 'Options:', ...table(rows), '', example, ...table(examples));
}

function table(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}   ${right}`.trimEnd());
}

function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}

/** Read from the package's own package.json. */
export function lecternVersion(): string {
  return (JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string }).version;
}
