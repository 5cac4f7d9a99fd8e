import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { notesText } from './notes-text.ts';
import { faultsOf } from './survive.ts';

export interface FuzzRun {
  readonly cases: number;
  readonly seeds: readonly string[];
  /** Where the smallest text for each failure goes. */
  readonly outDir: string;
  /** The first seed: the same cases for the same number. */
  readonly seed: number;
  /** The text that is about to be compiled, for whoever waits for it. */
  readonly onCase: (text: string) => void;
}

const batch = 100;

/** ms for one batch, making a failing text smaller included; what is then not compiled is not counted. */
const mostTime = 600_000;

/** Compiles so many random texts and prints what goes wrong, with the smallest text that shows it. */
export async function runCases({ cases, seeds, seed: firstSeed, outDir, onCase }: FuzzRun): Promise<number> {
  const property = fc.asyncProperty(notesText(seeds), async (text) => {
    onCase(text);
    const faults = await faultsOf(text);
    if (faults.length > 0) throw new Error(faults.join('\n'));
  });
  let failures = 0;
  let compiled = 0;
  for (let done = 0; done < cases; done += batch) {
    const numRuns = Math.min(batch, cases - done);
    const {
      failed,
      counterexample,
      errorInstance,
      seed,
      numRuns: ran,
    } = await fc.check(property, {
      numRuns,
      seed: firstSeed + done,
      interruptAfterTimeLimit: mostTime,
    });
    compiled += ran;
    if (!failed || !counterexample) continue;
    failures += 1;
    const path = join(outDir, `${seed}.md`);
    writeFileSync(path, counterexample[0]);
    process.stdout.write(`${path}: ${String((errorInstance as Error).stack).slice(0, 1500)}\n\n`);
  }
  process.stdout.write(`${compiled} cases, ${failures} of ${Math.ceil(cases / batch)} batches failed\n`);
  return failures;
}
