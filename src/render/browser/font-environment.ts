import { type Dirent, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { escapeXml } from '../../escape.ts';

/**
 * Variables for a browser on a system without any font, as small containers are: Chromium on Linux
 * draws no text there, in embedded fonts neither, until fontconfig knows one. It is told of KaTeX's, which come
 * as TrueType; they are seen only where no embedded font has a character. The settings go into `profile`.
 */
export function fontEnvironment(
  profile: string,
  folders: readonly string[] = systemFolders(),
): Readonly<Record<string, string>> {
  const isTold = process.platform !== 'linux' || process.env.FONTCONFIG_FILE !== undefined;
  if (isTold || folders.some(holdsFont)) return {};
  const file = join(profile, 'fonts.conf');
  writeFileSync(file, settings(profile));
  return { FONTCONFIG_FILE: file };
}

/** Where fontconfig looks by itself. */
function systemFolders(): readonly string[] {
  const home = process.env.XDG_DATA_HOME ?? join(homedir(), '.local/share');
  return ['/usr/share/fonts', '/usr/local/share/fonts', join(home, 'fonts'), join(homedir(), '.fonts')];
}

/** Ends at the first one found. */
function holdsFont(folder: string): boolean {
  const entries = entriesOf(folder);
  if (entries.some((entry) => !entry.isDirectory() && /\.(?:ttf|otf|ttc|otc|pf[ab])$/i.test(entry.name)))
    return true;
  return entries.some((entry) => entry.isDirectory() && holdsFont(join(folder, entry.name)));
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    // Missing, or not for this user: the browser finds nothing there either.
    return [];
  }
}

/** Those of the system, which may know of fonts elsewhere, come first. */
function settings(profile: string): string {
  const system = join(process.env.FONTCONFIG_PATH ?? '/etc/fonts', 'fonts.conf');
  const katex = dirname(createRequire(import.meta.url).resolve('katex/dist/katex.css'));
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<include ignore_missing="yes">${escapeXml(system)}</include>
<dir>${escapeXml(join(katex, 'fonts'))}</dir>
<cachedir>${escapeXml(join(profile, 'fontconfig'))}</cachedir>
</fontconfig>
`;
}
