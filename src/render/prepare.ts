// What is the same for every deck is made when Lectern itself is built: `scripts/bundle.mjs` writes
// it into `dist/prepared/`, where `preparedFile` looks.

import { asPreparedFile } from '../package-file.ts';
import { builtInThemes, readThemeFiles } from '../theme/index.ts';
import { makeShell, shellName } from './html/presentation.ts';
import { emojiArchive, readDrawings } from './marp/emoji.ts';
import { convertTheme, type StyleRequest, styleName } from './marp/theme-css.ts';
import { zip } from './pptx/xml-and-zip.ts';

/** The files by their names. */
export async function preparedFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = [asPreparedFile(shellName, await makeShell())];
  for (const request of await builtInStyles()) {
    files.push(asPreparedFile(styleName(request), await convertTheme(request)));
  }
  files.push([emojiArchive, await emojiDrawings()]);
  return new Map(files);
}

async function emojiDrawings(): Promise<Uint8Array> {
  const drawings = await readDrawings(() => true);
  return zip([...drawings].map(([name, svg]) => ({ name, content: Buffer.from(svg).toString('utf8') })));
}

const sizes = ['16:9', '4:3'] as const;
const yesAndNo = [false, true] as const;

/** Each theme of the package in each size, with and without what formulas and emoji add. */
async function builtInStyles(): Promise<readonly StyleRequest[]> {
  const names = await builtInThemes();
  const themes = await Promise.all(names.map((theme) => readThemeFiles({ theme, folder: '.' })));
  return themes.flatMap(({ value: theme }) =>
    sizes.flatMap((size) =>
      yesAndNo.flatMap((math) =>
        yesAndNo.map((emoji) => ({
          theme,
          size,
          features: { code: false, mermaid: false, math, emoji },
          own: '',
        })),
      ),
    ),
  );
}
