import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { check, findingText } from '../../src/pipeline/index.ts';
import { notesText } from './notes-text.ts';

export interface DecksRun {
  readonly decks: number;
  readonly seeds: readonly string[];
  readonly seed: number;
  /** The notes of decks with findings go here. */
  readonly outDir: string;
}

/** Builds so many random decks, looks at them in the browser, and gives what `check` finds. */
export async function findingsOf({
  decks,
  seeds,
  seed,
}: Omit<DecksRun, 'outDir'>): Promise<ReadonlyMap<string, readonly string[]>> {
  return findingsIn(
    fc.sample(notesText(seeds), { numRuns: decks, seed }).filter((text) => text.trim() !== ''),
  );
}

/** What `check` finds in decks of these notes, by their text. */
export async function findingsIn(texts: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-fuzz-'));
  for (const [at, text] of texts.entries()) writeFileSync(join(folder, `${at}.md`), text);
  try {
    const { notes, sources } = await check(
      texts.map((_, at) => `${at}.md`),
      { cwd: folder, hints: null },
    );
    const found = notes.map(
      ({ path, report }) =>
        [
          texts[Number.parseInt(path, 10)] ?? '',
          (report?.findings ?? []).map((finding) => findingText(finding, sources)),
        ] as const,
    );
    return new Map(found.filter(([, findings]) => findings.length > 0));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same, told; gives how many decks have findings. */
export async function checkDecks(run: DecksRun): Promise<number> {
  const found = await findingsOf(run);
  let number = 0;
  for (const [text, findings] of found) {
    number += 1;
    const path = join(run.outDir, `deck-${run.seed}-${number}.md`);
    writeFileSync(path, text);
    process.stdout.write(`${path}:\n${findings.slice(0, 5).join('\n')}\n\n`);
  }
  process.stdout.write(`${run.decks} decks looked at, findings in ${found.size}\n`);
  return found.size;
}
