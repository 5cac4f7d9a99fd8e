// Many notes files are built in threads, with one browser: the same files as one by one.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { folderWith } from './lectern.ts';

const program = join(import.meta.dirname, '../../scripts/lectern.mjs');
const env = { ...process.env, SOURCE_DATE_EPOCH: '1700000000' };

/** Threads need a worker that Node can run: it is built first when something has changed. */
beforeAll(() => expect(spawnSync(process.execPath, [program, '--version']).status).toBe(0));

const names = Array.from({ length: 12 }, (_, at) => `${String(at).padStart(2, '0')}.md`);
const empty = '04.md';

function folderOfNotes(): string {
  const text = (name: string): string =>
    name === empty ? '' : `# Talk ${name}\n\n## Part\n\n- words of ${name}\n- [gone](#gone)\n`;
  return folderWith(Object.fromEntries(names.map((name) => [name, text(name)])));
}

function run(cwd: string, ...args: string[]): { readonly status: number | null; readonly report: Report } {
  const { status, stdout } = spawnSync(process.execPath, [program, ...args, '--json'], { cwd, env });
  return { status, report: JSON.parse(stdout.toString()) as Report };
}

interface Report {
  readonly notes: readonly {
    readonly path: string;
    readonly diagnostics: unknown;
    readonly slides: unknown;
  }[];
}

test('files and problems are those of building one by one, in the order of the notes', () => {
  const cwd = folderOfNotes();
  const together = run(cwd, ...names, '--to', 'html,pdf', '-o', 'together');
  expect(together.status).toBe(1);
  expect(together.report.notes.map(({ path }) => path)).toEqual(names);
  for (const at of [0, 4, 11]) {
    const alone = run(cwd, names[at] ?? '', '--to', 'html,pdf', '-o', 'alone').report.notes[0];
    const { diagnostics, slides } = together.report.notes[at] ?? {};
    expect({ diagnostics, slides }).toEqual({ diagnostics: alone?.diagnostics, slides: alone?.slides });
  }
  const read = (folder: string, name: string): string => readFileSync(join(cwd, folder, name), 'latin1');
  for (const name of readdirSync(join(cwd, 'alone'))) {
    expect(read('together', name) === read('alone', name), name).toBe(true);
  }
  expect(readdirSync(join(cwd, 'together'))).toHaveLength(2 * (names.length - 1));
}, 60_000);

test('where no browser starts, each file says so and has its HTML', () => {
  const cwd = folderOfNotes();
  const args = ['--to', 'html,pdf', '-o', 'out', '--browser-path', '/no/browser', '--json'];
  const ran = spawnSync(process.execPath, [program, ...names, ...args], { cwd, env, encoding: 'utf8' });
  expect(ran.status).toBe(2);
  expect(ran.stderr.match(/names no program that can be run/g)).toHaveLength(1);
  expect(readdirSync(join(cwd, 'out'))).toEqual(
    names.filter((name) => name !== empty).map((name) => name.replace('.md', '.html')),
  );
}, 60_000);
