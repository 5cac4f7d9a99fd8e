// A drawing carries into the notes of a handout all that it needs: a property that is not set there draws nothing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileFile } from '../../src/pipeline/index.ts';
import { handoutOf } from '../../src/pipeline/render-inputs.ts';
import { handoutDocument } from '../../src/render/handout/print-handout.ts';
import { folderWith } from '../cli/lectern.ts';

const diagram = (source: string): string => `\n\`\`\`mermaid\n${source}\n\`\`\`\n`;
const notes = `# Boats

## Ways

First the way they go.
${diagram('flowchart LR\n  A[Harbour] --> B{Tide?}\n  B -->|high| C((Sea))')}

## Talk

Then what they say.
${diagram('sequenceDiagram\n  Boat->>Harbour: May I?\n  Harbour-->>Boat: Come in')}

## States

And how they are.
${diagram('stateDiagram-v2\n  [*] --> Afloat\n  Afloat --> Aground')}

\`\`\`python
sail(away)
\`\`\`
`;

test('every property that drawings and code use in notes is set on the page', async () => {
  const folder = folderWith({ 'talk.md': notes });
  const { value } = await compileFile('talk.md', { cwd: folder });
  if (!value) throw new Error('the talk cannot be read');
  const handout = handoutOf(value, { handout: { notes: 'full' } });
  const { html, css } = await handoutDocument(
    handout,
    value.theme,
    { faces: [], spareFaces: [] },
    { folder },
  );
  expect(html.match(/<svg[^>]*>/g)?.length ?? 0).toBeGreaterThanOrEqual(3);
  const base = readFileSync(join(import.meta.dirname, '../../themes/base.css'), 'utf8');
  // Each property that has no value to fall back on.
  const used = new Set([...html.matchAll(/var\(\s*(--[\w-]+)\s*\)/g)].map(([, name]) => name));
  const set = new Set([...`${css}${html}`.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));
  expect(used.size).toBeGreaterThan(3);
  // The colours of code are set for slides and notes alike.
  const ofSlides = (name: string): boolean => name.startsWith('--marp-shiki') && base.includes(name);
  expect([...used].filter((name = '') => !set.has(name) && !ofSlides(name))).toEqual([]);
});
