import { join } from 'node:path';
import { checkDecks } from './check-decks.ts';
import { runCases } from './run-cases.ts';
import { seedsFrom } from './seeds.ts';
import { startWatchdog } from './watchdog.ts';

/** The whole of `npm run fuzz`; gives how many things went wrong. */
export async function fuzz(paths: readonly string[], outDir: string): Promise<number> {
  const { CASES = '10000', DECKS = '50', SEED = '1000000' } = process.env;
  const seeds = seedsFrom(paths);
  const dog = startWatchdog(join(outDir, 'current.md'), 120);
  const run = { seeds, outDir, seed: Number(SEED) };
  const failures = await runCases({ ...run, cases: Number(CASES), onCase: dog.onCase });
  dog.stop();
  return failures + (await checkDecks({ ...run, decks: Number(DECKS) }));
}
