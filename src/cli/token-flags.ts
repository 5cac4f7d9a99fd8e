import { UsageError } from '../usage-error.ts';

/** `--token accent=#b4540a`, one a line, as names and values. */
export function tokenFlags(text: string | undefined): Readonly<Record<string, string>> | undefined {
  if (text === undefined) return undefined;
  return Object.fromEntries(text.split('\n').map(nameAndValue));
}

function nameAndValue(line: string): readonly [string, string] {
  const at = line.indexOf('=');
  const [name, value] = [line.slice(0, Math.max(at, 0)).trim(), line.slice(at + 1).trim()];
  if (at > 0 && name !== '' && value !== '') return [name, value];
  throw new UsageError(`--token ${line} has no name and value`, 'write --token accent=#b4540a');
}
