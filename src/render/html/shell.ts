// marp-cli is the templater: its presentation page (overview, presenter view, touch, progress bar)
// is to be had only through its command line. It is run once, on an engine that answers with
// placeholders, and the page it makes is filled for each deck.
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whileInterruptible } from '../interrupt.ts';

export type ShellField = 'lang' | 'title' | 'author' | 'description';

/** Stands in the page where something goes; no text of a template or a deck contains it. */
export function placeholder(name: ShellField | 'html' | 'css' | 'note'): string {
  return `lectern-placeholder-${name}-7f3a`;
}

/** By the fields it has: a field that is left out leaves no empty `meta` behind. */
const shells = new Map<string, Promise<string>>();

/** The page with placeholders. Takes 70 ms the first time in a process, nothing later. */
export function presentationShell(present: readonly ShellField[]): Promise<string> {
  const key = present.join(' ');
  const known = shells.get(key);
  if (known) return known;
  const made = makeShell(present);
  shells.set(key, made);
  made.catch(() => shells.delete(key));
  return made;
}

async function makeShell(present: readonly ShellField[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-shell-'));
  return whileInterruptible(folder, async () => {
    const [input, output, engine] = ['in.md', 'out.html', 'engine.cjs'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await Promise.all([writeFile(input, ''), writeFile(engine, engineSource(present))]);
    await runMarp([input, '-o', output, '--engine', engine]);
    return readFile(output, 'utf8');
  });
}

async function runMarp(argv: readonly string[]): Promise<void> {
  const { marpCli } = await import('@marp-team/marp-cli');
  const settings = ['--no-config-file', '--template', 'bespoke', '--bespoke.progress'];
  const status = await withoutInfo(() => marpCli([...argv, ...settings]));
  if (status !== 0) throw new Error(`marp-cli ended with status ${status} on the presentation page`);
}

/** marp-cli reports its progress as warnings, and has no switch against it. Everything else passes. */
async function withoutInfo<T>(work: () => Promise<T>): Promise<T> {
  const { warn } = console;
  console.warn = (...words: unknown[]) => {
    if (!String(words[0]).includes('[  INFO ]')) warn(...words);
  };
  try {
    return await work();
  } finally {
    console.warn = warn;
  }
}

/** What marp-cli asks of an engine is a class with `render`; the rest it hands over is not needed. */
function engineSource(present: readonly ShellField[]): string {
  const meta = Object.fromEntries(present.map((name) => [name, placeholder(name)]));
  const answer = {
    html: placeholder('html'),
    css: placeholder('css'),
    comments: [[placeholder('note')]],
    ...meta,
  };
  return `module.exports = class {
  use() { return this }
  get markdown() { return { set() {} } }
  render() { return ${JSON.stringify(answer)} }
}
`;
}
