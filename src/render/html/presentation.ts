import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import script from '../../browser/presentation-page.ts?script';
import type { Deck } from '../../deck/index.ts';
import { packageFile, preparedFile } from '../../package-file.ts';
import type { Theme } from '../../theme/index.ts';
import { policyElement, scriptBehindSlides, scriptsIn } from '../content-policy.ts';
import { smallFontCss } from '../fonts/index.ts';
import { temporaryFolder, whileInterruptible } from '../interrupt.ts';
import {
  fillShell,
  placeholder,
  type ShellContent,
  shellFields,
  withNamedSlides,
  withPolicy,
} from '../marp/insides.ts';
import type { Pages } from '../pages.ts';
import { presentationControls } from './presentation-controls.ts';

/** The presentation: one HTML file that opens anywhere and fetches nothing. */
export async function presentation(deck: Deck, theme: Theme, pages: Pages): Promise<string> {
  const shell = await presentationShell();
  const policy = policyElement([...scriptsIn(shell), ...scriptBehindSlides(pages.html), script]);
  const notes = deck.slides.map(({ presenterNotes }) => presenterNotes);
  const fonts = await smallFontCss(pages.faces, theme, pages.html);
  const controls = presentationControls(deck);
  const slides = withNamedSlides(pages.html, controls.slideNames, controls.slide);
  return fillShell(withPolicy(controls.inShell(shell), policy), {
    html: `${slides}${controls.html}<script>${script}</script>`,
    css: `${fonts}\n${pages.styles}\n${await readFile(packageFile('themes/presentation/page.css'), 'utf8')}`,
    fields: metaOf(deck),
    notes,
  });
}

function metaOf({ facts }: Deck): ShellContent['fields'] {
  return {
    lang: facts.lang,
    title: facts.title,
    ...(facts.speaker && { author: facts.speaker }),
    ...(facts.subtitle && { description: facts.subtitle }),
  };
}

// marp-cli is the templater: its presentation page (overview, presenter view, touch, progress bar)
// is to be had only through its command line. It is run once, on an engine that answers with
// placeholders, when Lectern is built; the page it makes is filled for each deck.

/** The page with a placeholder wherever something of a deck goes. */
export async function makeShell(): Promise<string> {
  const folder = temporaryFolder('shell');
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
  return (await preparedFile(shellName)) ?? makeShell();
}

/** Runs marp-cli's command line in this process, with no configuration but these arguments. */
async function runMarpCli(argv: readonly string[]): Promise<void> {
  const { marpCli } = await import('@marp-team/marp-cli');
  const status = await withoutInfo(() => marpCli([...argv, '--no-config-file']));
  if (status !== 0) throw new Error(`marp-cli ended with status ${status}`);
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
