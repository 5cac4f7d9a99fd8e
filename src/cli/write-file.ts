import { EnvironmentError, type UsageError } from '../diagnostics/index.ts';

/**
 * Does what writes `path`, a file that a command makes. Throws `exists` where a file is there that must stay, and an
 * `EnvironmentError` for what else the system has against it.
 */
export function writing(path: string, write: () => void, exists?: UsageError): void {
  try {
    write();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (exists && code === 'EEXIST') throw exists;
    const remedy = 'choose another place: -o FILE';
    throw new EnvironmentError('files/not-written', `cannot write ${path}: ${message}`, remedy, {
      cause: error,
    });
  }
}
