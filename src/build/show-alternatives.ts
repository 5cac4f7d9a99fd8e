import { basename } from 'node:path';
import {
  type AlternativesPage,
  alternativesPage,
  photographSlides,
  type ShownAlternative,
  type ShownVersion,
} from '../gallery/index.ts';
import type { HintsEdit } from '../hints/index.ts';
import { openSession, type Session } from '../render/index.ts';
import type { Alternative, Alternatives, Version } from './alternatives.ts';

/** A page with each version drawn as it is printed. Throws `EnvironmentError` without a browser. */
export async function showAlternatives(
  { slide, now, others }: Alternatives,
  options: { readonly browserPath?: string | undefined } = {},
): Promise<string> {
  const { browserPath } = options;
  const session = await openSession(browserPath === undefined ? {} : { browserPath });
  try {
    const shown: ShownAlternative[] = [];
    const first = await draw(now, session);
    for (const other of others) shown.push({ ...(await draw(other, session)), ...hintOf(other) });
    return alternativesPage({ ...titleOf(now, slide), slide, now: first, others: shown });
  } finally {
    await session.close();
  }
}

function titleOf({ file }: Version, slide: number): Pick<AlternativesPage, 'notes' | 'title' | 'size'> {
  const { plan, theme } = file.value ?? {};
  return {
    notes: basename(file.path),
    title: plan?.slides[slide - 1]?.title?.text ?? '',
    size: theme?.size ?? { width: 1280, height: 720 },
  };
}

async function draw(
  { file, layout, score, reason, slides }: Version,
  session: Session,
): Promise<ShownVersion> {
  const { value, folder, fetched } = file;
  const options = { folder, ...(fetched && { fetched }) };
  const pictures = value ? await photographSlides(value, slides, options, session) : [];
  return {
    layout,
    ...(score !== undefined && { score }),
    reason,
    slides: slides.map((number, at) => ({ number, picture: pictures[at] ?? '' })),
  };
}

function hintOf({ hint, hintsPath, changes }: Alternative): Omit<ShownAlternative, keyof ShownVersion> {
  return { place: placeText(hint, basename(hintsPath)), yaml: hint.text, fresh: hint.fresh, changes };
}

/** Where the lines of a hint go: "In `talk.hints.yaml`, in place of lines 4–6:". */
export function placeText({ kind, lines: [first, last] = [0, 0] }: HintsEdit, file: string): string {
  const range = first === last ? `line ${first}` : `lines ${first}–${last}`;
  switch (kind) {
    case 'create':
      return `In \`${file}\`, a new file beside the notes:`;
    case 'append':
      return `At the end of \`${file}\`:`;
    case 'insert':
      return `In \`${file}\`, below line ${last}:`;
    case 'replace':
      return `In \`${file}\`, in place of ${range}:`;
    case 'whole':
      return `In place of all of \`${file}\`:`;
  }
}
