// A deck built for real, to plant faults in.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CheckJob, checkDeck, type DeckReport } from '../../src/check/index.ts';
import { compileFile } from '../../src/pipeline/index.ts';
import { openPrint, printText, render, type Session } from '../../src/render/index.ts';

export interface Faults {
  readonly notes?: string;
  readonly hints?: string;
  /** Rules of a theme that goes behind the default one. */
  readonly css?: string;
  /** Changes the presentation after it was written. */
  readonly html?: (html: string) => string;
  /** Changes the document that is printed; the PDF is printed from it. */
  readonly print?: (html: string) => string;
  /** Changes the PDF after it was written. */
  readonly pdf?: (pdf: Buffer) => Promise<Uint8Array>;
}

export const talk = `# Hippos by night

## Feeding

- Hippos graze for five hours after sunset
- Forty kilograms of grass are enough for them
- See [the sounds](#sounds) they make

<!-- Mention the crocodiles here -->

## Sounds

- The wheeze honk carries over a mile of open water
- Calves answer under water, by clicks

## Weights

| Animal | Tonnes |
|---|---|
| Bull | 1.5 |
| Cow | 1.3 |

## Growth

The weight grows as $w = a t^{2}$ in the first year.
`;

export async function checkWith(session: Session, faults: Faults = {}): Promise<DeckReport> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-test-'));
  const path = join(folder, 'hippos.md');
  writeFileSync(path, faults.notes ?? talk);
  if (faults.hints !== undefined) writeFileSync(join(folder, 'hippos.hints.yaml'), faults.hints);
  const theme = join(folder, 'broken.css');
  writeFileSync(theme, `/* @theme broken */\n@import "recap";\n${faults.css ?? ''}\n`);
  const file = await compileFile('hippos.md', { cwd: folder, theme });
  if (!file.value) throw new Error(file.diagnostics.map(({ message }) => message).join('\n'));
  const { notes, hints, deck, theme: read } = file.value;
  const base = join(folder, 'hippos');
  await render(deck, read, { formats: ['html', 'pdf'], base, notesFolder: folder, session });
  const job: CheckJob = {
    notes,
    hints,
    deck,
    theme: read,
    html: `${base}.html`,
    pdf: `${base}.pdf`,
    print: await printText(deck, read, { pictures: { folder } }),
  };
  if (faults.html) change(job.html, faults.html);
  if (faults.pdf) writeFileSync(job.pdf, await faults.pdf(readFileSync(job.pdf)));
  return checkDeck(faults.print ? await reprinted(job, faults.print, session) : job, session);
}

function change(path: string, edit: (text: string) => string): void {
  const before = readFileSync(path, 'utf8');
  const after = edit(before);
  if (after === before) throw new Error('the fault was not planted');
  writeFileSync(path, after);
}

async function reprinted(job: CheckJob, edit: (html: string) => string, session: Session): Promise<CheckJob> {
  const print = edit(job.print);
  if (print === job.print) throw new Error('the fault was not planted');
  await session.withPage(async (page) => {
    await openPrint(page, print, job.theme.size);
    const { width, height } = job.theme.size;
    const pdf = await page.pdf({ width: `${width}px`, height: `${height}px`, printBackground: true });
    writeFileSync(job.pdf, pdf);
  });
  return { ...job, print };
}
