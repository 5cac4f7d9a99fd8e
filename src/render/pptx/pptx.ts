// PowerPoint is marp-cli's: a picture of each slide, with the presenter notes below. It is given
// slides that are rendered already, and the browser that prints everything else.
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Deck } from '../../deck/index.ts';
import { EnvironmentError } from '../../diagnostics/index.ts';
import type { Theme } from '../../theme/index.ts';
import { executablePath } from '../browser/index.ts';
import { policyElement, scriptBehindSlides } from '../content-policy.ts';
import { fitScript } from '../fit.ts';
import { whileInterruptible } from '../interrupt.ts';
import { type Pages, wholeCss } from '../pages.ts';
import { runMarpCli } from '../run-marp-cli.ts';

/** Starts a browser of its own: marp-cli cannot be given a session. */
export async function pptx(
  deck: Deck,
  theme: Theme,
  pages: Pages,
  browserPath: string | undefined,
): Promise<Uint8Array> {
  const browser = await executablePath(browserPath === undefined ? {} : { browserPath });
  const folder = await mkdtemp(join(tmpdir(), 'lectern-pptx-'));
  return whileInterruptible(folder, async () => {
    const [input, output, engine] = [
      join(folder, 'in.md'),
      join(folder, 'out.pptx'),
      join(folder, 'engine.cjs'),
    ];
    await Promise.all([writeFile(input, ''), writeFile(engine, engineSource(deck, theme, pages))]);
    await convert([
      input,
      '-o',
      output,
      '--engine',
      engine,
      '--browser',
      'chrome',
      '--browser-path',
      browser,
    ]);
    return readFile(output);
  });
}

/** marp-cli's own errors are about the browser, which is all that it still has to do. */
async function convert(argv: readonly string[]): Promise<void> {
  try {
    await runMarpCli(argv);
  } catch (error) {
    if (!(error instanceof Error) || error.constructor.name !== 'CLIError') throw error;
    const remedy = 'Name another browser with --browser-path, or leave out pptx.';
    throw new EnvironmentError(`The PowerPoint file could not be made: ${error.message}`, remedy, {
      cause: error,
    });
  }
}

/** Answers what marp-cli asks of an engine, and what its own plugins would find out about the deck. */
function engineSource({ facts, slides }: Deck, { size }: Theme, pages: Pages): string {
  const fit = fitScript();
  // marp-cli's browser is not kept from the network as Lectern's own is: the page itself is. The
  // template puts the styles into the head, where a policy has to stand.
  const policy = policyElement([...scriptBehindSlides(pages.html), fit]);
  const answer = {
    html: `${pages.html}<script>${fit}</script>`,
    css: `${wholeCss(pages)}</style>${policy}<style>`,
    comments: slides.map(({ presenterNotes }) => (presenterNotes === '' ? [] : [presenterNotes])),
    length: slides.length,
    size,
    title: facts.title,
    lang: facts.lang,
    ...(facts.speaker && { author: facts.speaker }),
    ...(facts.subtitle && { description: facts.subtitle }),
  };
  return `module.exports = class {
  use() { return this }
  get markdown() { return { set() {} } }
  render() { return ${JSON.stringify(answer)} }
}
`;
}
