import { preparedFile } from '../prepared-file.ts';

/** File name of the page that is made beforehand. */
export const shellName = 'presentation.html';

let shell: Promise<string> | undefined;

/** The page of every presentation, with placeholders. Takes 70 ms where it was not made beforehand. */
export function presentationShell(): Promise<string> {
  shell ??= preparedOrMade();
  shell.catch(() => {
    shell = undefined;
  });
  return shell;
}

async function preparedOrMade(): Promise<string> {
  return (await preparedFile(shellName)) ?? (await import('./make-shell.ts')).makeShell();
}
