import { readHints } from '../../src/hints/index.ts';
import { parseNotes } from '../../src/notes/index.ts';
import { makePlan, type Plan } from '../../src/plan/index.ts';
import { createMeasure, type Measure, readTheme, readThemeFiles, type Theme } from '../../src/theme/index.ts';

export interface Studio {
  readonly theme: Theme;
  readonly measure: Measure;
}

/** The default theme, and a measure that finds every picture, 800×600. */
export async function openStudio(): Promise<Studio> {
  const { value: files } = await readThemeFiles({ theme: 'recap', folder: '.' });
  const theme = readTheme(files, { size: '16:9' }).value;
  return { theme, measure: createMeasure(theme, () => ({ status: 'found', width: 800, height: 600 })) };
}

/** The plan of notes, with hints or without. */
export function planOf(studio: Studio, text: string, hints?: string): Plan {
  const parsed = parseNotes({ path: 'talk.md', text });
  const source = hints === undefined ? undefined : { path: 'talk.hints.yaml', text: hints };
  const { value } = readHints(source, parsed.value);
  return makePlan({ ...studio, ...value, fileName: 'talk' }).value;
}
