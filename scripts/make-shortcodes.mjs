/**
 * Writes src/notes/markdown/shortcode-table.ts from GitHub's list of emoji, as the package gemoji holds
 * it. Run it when that package is renewed: `node scripts/make-shortcodes.mjs`.
 */
import { writeFileSync } from 'node:fs';
import { gemoji } from 'gemoji';

const pairs = gemoji.flatMap(({ emoji, names }) => names.map((name) => `${name} ${emoji}`));
const text = `// Written by scripts/make-shortcodes.mjs from gemoji (MIT, Copyright (c) Titus Wormer <tituswormer@gmail.com>), which follows GitHub's list.

/** A name and its emoji, line by line. One text, as it is cheap to load and seldom looked at. */
export const shortcodeTable: string = \`
${pairs.sort().join('\n')}
\`;
`;
writeFileSync(new URL('../src/notes/markdown/shortcode-table.ts', import.meta.url), text);
