import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../src/index.ts';
import { compileFile } from '../../src/pipeline/compile-file.ts';
import { handoutOf } from '../../src/pipeline/render-inputs.ts';
import { type Artifact, render, type Session } from '../../src/render/index.ts';
import { pixel } from '../render/talk.ts';

const fixtures: string = fileURLToPath(new URL('../fixtures/hostile/', import.meta.url));

/** What no output may hold, as text or in any encoding that a file is inlined in. */
export const secret = 'CANARY-OUTSIDE-THE-FOLDER';

export interface BuiltCase {
  readonly folder: string;
  /** `out/talk` without its ending. */
  readonly base: string;
  readonly result: Awaited<ReturnType<typeof build>>;
  /** Every output, the printed ones too. */
  readonly outputs: readonly Artifact[];
  /** What the notes did and asked for while they were printed. */
  readonly seen: readonly string[];
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

/** Builds one case as the command line would, and prints it in a session that is listened to. */
export async function buildCase(root: string, name: string, session: Session): Promise<BuiltCase> {
  const folder = join(root, name);
  const [path, outDir] = [join(folder, 'talk.md'), join(folder, 'out')];
  const base = join(outDir, 'talk');
  const result = await build(path, { cwd: folder, outDir, formats: ['html', 'marp', 'notes'] });
  const { value } = await compileFile(path, { cwd: folder });
  if (!value) throw new Error(`${path} cannot be read`);
  const seen: string[] = [];
  const printed = await render(value.deck, value.theme, {
    formats: ['pdf', 'handout', 'png', 'pptx'],
    base,
    notesFolder: folder,
    handout: handoutOf(value, { handout: { notes: 'full' } }),
    pdfNotes: 'annotations',
    session: watched(session, seen),
  });
  const outputs = [...(result.notes[0]?.outputs ?? []), ...printed.artifacts];
  return { folder, base, result, outputs, seen };
}

/** The same session, told of all that its pages do. */
function watched(session: Session, seen: string[]): Session {
  return {
    ...session,
    withPage: (use) =>
      session.withPage(async (page) => {
        page.on('request', (request) => {
          if (!/^(?:data|about):/.test(request.url())) seen.push(request.url());
        });
        page.on('dialog', (dialog) => void dialog.dismiss().then(() => seen.push('dialog')));
        await page.exposeFunction('canary', (name: unknown) => void seen.push(String(name)));
        return use(page);
      }),
  };
}
