/**
 * Compares predicted with rendered heights and writes RESULTS.md: `npm run accuracy -- [FOLDER…]`.
 * The notes in the folders named are compared as well, on lines of their own.
 */
import { withSource } from '../../scripts/source-server.mjs';

await withSource(async (load) => {
  const { writeResults } = await load('/test/accuracy/write-results.ts');
  await writeResults(process.argv.slice(2));
});
