import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../src/index.ts';
import { pixel } from '../render/talk.ts';

const fixtures: string = fileURLToPath(new URL('../fixtures/hostile/', import.meta.url));

/** What no output may hold, as text or in any encoding that a file is inlined in. */
export const secret = 'CANARY-OUTSIDE-THE-FOLDER';

export interface BuiltCase {
  readonly folder: string;
  /** `out/talk` without its ending. */
  readonly base: string;
  readonly result: Awaited<ReturnType<typeof build>>;
}

/** A copy of all fixtures with what no repository holds well: links out of the folder, a picture. */
export function copyFixtures(): string {
  const root = mkdtempSync(join(tmpdir(), 'lectern-hostile-'));
  cpSync(fixtures, root, { recursive: true });
  for (const name of ['addresses', 'marp']) writeFileSync(join(root, name, 'dot.png'), pixel);
  writeFileSync(join(root, 'outside', 'secret.png'), Buffer.concat([pixel, Buffer.from(secret)]));
  mkdirSync(join(root, 'addresses', 'pictures'));
  symlinkSync(join(root, 'outside', 'secret.svg'), join(root, 'addresses', 'link.svg'));
  symlinkSync(join(root, 'outside'), join(root, 'addresses', 'linked'));
  return root;
}

const formats = ['html', 'marp', 'notes', 'pdf', 'handout', 'png', 'pptx'] as const;

/** Builds one case in every format, as the command line would. */
export async function buildCase(root: string, name: string): Promise<BuiltCase> {
  const folder = join(root, name);
  const outDir = join(folder, 'out');
  const result = await build(join(folder, 'talk.md'), {
    cwd: folder,
    outDir,
    formats,
    handout: { notes: 'full' },
    pdfNotes: 'annotations',
  });
  return { folder, base: join(outDir, 'talk'), result };
}
