import { nearest } from '../diagnostics/index.ts';
import { UsageError } from '../usage-error.ts';
import type { Flags } from './arguments.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';
import { themeCheck } from './theme-check.ts';
import type { ThemeRequestLine } from './theme-line.ts';
import { themeList } from './theme-list.ts';
import { themeNew } from './theme-new.ts';
import { themeShow } from './theme-show.ts';

const actions: ReadonlyMap<string, (line: ThemeRequestLine, io: Io) => Promise<ExitCode>> = new Map(
  Object.entries({
    list: themeList,
    show: themeShow,
    new: themeNew,
    check: themeCheck,
  }),
);

/** `lectern theme list | show | new | check`. */
export async function themeCommand(
  { paths, flags }: { readonly paths: readonly string[]; readonly flags: Flags },
  io: Io,
): Promise<ExitCode> {
  const [action = 'list', name, ...more] = paths;
  const run = actions.get(action);
  if (!run) throw unknownAction(action);
  if (more.length > 0)
    throw new UsageError(`theme ${action} takes one theme`, `write lectern theme ${action} ${name}`);
  return run({ name, flags }, io);
}

function unknownAction(action: string): UsageError {
  const near = nearest(action, [...actions.keys()]);
  const all = [...actions.keys()].join(', ');
  return new UsageError(
    `there is no command "theme ${action}"`,
    near ? `did you mean lectern theme ${near}?` : `there are ${all}`,
  );
}
