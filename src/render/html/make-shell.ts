// marp-cli is the templater: its presentation page (overview, presenter view, touch, progress bar)
// is to be had only through its command line. It is run once, on an engine that answers with
// placeholders, when Lectern is built; the page it makes is filled for each deck.
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whileInterruptible } from '../interrupt.ts';
import { runMarpCli } from '../run-marp-cli.ts';
import { placeholder, shellFields } from './placeholder.ts';

/** The page with a placeholder wherever something of a deck goes. */
export async function makeShell(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-shell-'));
  return whileInterruptible(folder, async () => {
    const [input, output, engine] = ['in.md', 'out.html', 'engine.cjs'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await Promise.all([writeFile(input, ''), writeFile(engine, engineSource())]);
    const template = ['--template', 'bespoke', '--bespoke.progress'];
    await runMarpCli([input, '-o', output, '--engine', engine, ...template]);
    return readFile(output, 'utf8');
  });
}

/** What marp-cli asks of an engine is a class with `render`; the rest it hands over is not needed. */
function engineSource(): string {
  const answer = {
    html: placeholder('html'),
    css: placeholder('css'),
    comments: [[placeholder('note')]],
    ...Object.fromEntries(shellFields.map((name) => [name, placeholder(name)])),
  };
  return `module.exports = class {
  use() { return this }
  get markdown() { return { set() {} } }
  render() { return ${JSON.stringify(answer)} }
}
`;
}
