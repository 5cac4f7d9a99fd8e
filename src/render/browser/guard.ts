import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { onInterrupt } from '../interrupt.ts';

/** Sees to it that a browser and its profile do not outlive this process, however that ends. */
export interface Guard {
  /** The browser that is open now: the leader of a process group of its own. */
  watch(pid: number | undefined): void;
  /** All is cleared away: there is nothing left to do. */
  release(): void;
}

/**
 * A shell that waits for the end of what it reads. Listening to signals in this process would do
 * only while it is idle: they would wait for the end of a long calculation, and `kill -9` is not
 * heard at all. `end` is what `process.exit` and systems without such a shell get.
 */
export function guardBrowser(profile: string, end: () => void): Guard {
  if (!existsSync(shell)) return { watch: () => undefined, release: onInterrupt(end) };
  const { stdin } = startShell(profile);
  process.on('exit', end);
  return {
    watch(pid) {
      if (pid !== undefined) stdin.write(`${pid}\n`);
    },
    release() {
      process.off('exit', end);
      stdin.end('done\n');
    },
  };
}

const shell = '/bin/sh';

/**
 * One that was killed may still be writing for a moment. One that was starting, so that its number is
 * not known, ends by itself when nobody drives it any more, and until then may make its profile anew.
 */
const script = `PATH="$PATH:/usr/bin:/bin"
browser=
while read -r word; do
  case $word in
    done) exit 0 ;;
    *) browser=$word ;;
  esac
done
[ -n "$browser" ] && kill -s KILL -- "-$browser"
gone=0
for again in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
  if [ -e "$LECTERN_PROFILE" ]; then gone=0; else gone=$((gone + 1)); fi
  [ -n "$browser" ] && [ $gone -gt 2 ] && break
  rm -rf -- "$LECTERN_PROFILE"
  sleep 0.1
done`;

/** In a group of its own, so that Ctrl-C in a terminal is not for it. Nothing waits for it. */
function startShell(profile: string): ChildProcessByStdio<Writable, null, null> {
  const child = spawn(shell, ['-c', script], {
    env: { ...process.env, LECTERN_PROFILE: profile },
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  child.unref();
  // Where none can be started, `process.exit` still ends the browser.
  child.on('error', () => undefined);
  // Somebody ended it: then nobody cleans up after this process is killed, and nothing else is lost.
  child.stdin.on('error', () => undefined);
  return child;
}
