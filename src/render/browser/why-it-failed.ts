import { execFile } from 'node:child_process';
import { limits } from '../../diagnostics/index.ts';

/**
 * What a browser prints that would not start, its last lines; empty when it says nothing. It is
 * started once more for this: while it is driven through a pipe nobody reads its complaints.
 */
export function whyItFailed(executablePath: string, switches: readonly string[]): Promise<string> {
  const args = ['--headless', ...switches, '--dump-dom', 'about:blank'];
  return new Promise((resolve) => {
    const patience = { timeout: limits.browserComplaintMilliseconds, killSignal: 'SIGKILL' } as const;
    execFile(executablePath, args, patience, (error, _stdout, stderr) => {
      // It did start this time: what it printed is no reason.
      resolve(error ? lastLines(stderr || error.message) : '');
    });
  });
}

function lastLines(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^(#\d+ |\s+r[\w]+: )/.test(line));
  return lines.slice(-4).join('\n');
}
