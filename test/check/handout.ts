// A handout built for real, to plant faults in.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { checkHandout, type DeckReport, type HandoutJob } from '../../src/check/index.ts';
import type { Compiled } from '../../src/compile.ts';
import type { Handout } from '../../src/handout/index.ts';
import { compileFile } from '../../src/pipeline/index.ts';
import { handoutOf } from '../../src/pipeline/render-inputs.ts';
import { handoutLayout, render, type Session } from '../../src/render/index.ts';

export interface HandoutFaults {
  readonly notes?: string;
  readonly hints?: string;
  /** Rules that come to the page when it is laid out. */
  readonly css?: string;
  /** Changes the page after it was laid out. Runs in the browser. */
  readonly page?: () => void;
  /** The file is made of these notes instead. */
  readonly printed?: string;
  /** Changes the file after it was written. */
  readonly pdf?: (pdf: Buffer) => Promise<Uint8Array>;
}

/** Slide 1 is the title; the notes of slide 2 fill more than a page, slide 3 has none, slide 4 short ones. */
export const herons: string = `# Herons

## Hunting

- They stand still for an hour
- Then they strike

<!--
Begin with the pond.

### What they catch

${'Frogs and fish and voles pass by slowly while everybody waits. '.repeat(30)}

### When they rest

${'Nobody has seen a tired heron and nobody has asked one. '.repeat(90)}
-->

### Patience

It grows as $p = t^{2}$ with every year.

## Nests

| Tree | Nests |
|---|---|
| Oak | 12 |

## Flight

- See [the nests](#nests) from above

<!-- Spread your arms, about $w = 2l$ wide. -->
`;

export async function planted(session: Session, faults: HandoutFaults = {}): Promise<HandoutJob> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-test-'));
  const hints = faults.hints ?? '';
  if (faults.printed !== undefined) await write(folder, faults.printed, hints, session);
  const { value, handout } = await compiled(folder, faults.notes ?? herons, hints);
  const { notes, deck, theme } = value;
  const pdf = join(folder, 'herons.handout.pdf');
  if (faults.printed === undefined) await write(folder, faults.notes ?? herons, hints, session);
  if (faults.pdf) writeFileSync(pdf, await faults.pdf(readFileSync(pdf)));
  const open = async (page: Page): ReturnType<typeof handoutLayout> => {
    const layout = await handoutLayout(page, { deck, theme, handout }, { pictures: { folder } });
    if (faults.css !== undefined) await page.addStyleTag({ content: faults.css });
    if (faults.page) await page.evaluate(faults.page);
    return layout;
  };
  return { notes, hints: value.hints, deck, theme, handout: { pdf, open } };
}

export async function checkHandoutWith(session: Session, faults: HandoutFaults = {}): Promise<DeckReport> {
  return checkHandout(await planted(session, faults), session);
}

async function write(folder: string, notes: string, hints: string, session: Session): Promise<void> {
  const { value, handout } = await compiled(folder, notes, hints);
  const base = join(folder, 'herons');
  await render(value.deck, value.theme, {
    formats: ['handout'],
    handout,
    base,
    notesFolder: folder,
    session,
  });
}

type Made = { readonly value: Compiled; readonly handout: Handout };

async function compiled(folder: string, notes: string, hints: string): Promise<Made> {
  writeFileSync(join(folder, 'herons.md'), notes);
  writeFileSync(join(folder, 'herons.hints.yaml'), hints);
  const { value, diagnostics } = await compileFile('herons.md', { cwd: folder });
  if (!value) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return { value, handout: handoutOf(value, {}) };
}
