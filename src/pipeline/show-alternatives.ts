import { basename } from 'node:path';
import {
  type AlternativesPage,
  alternativesPage,
  type ShownAlternative,
  type ShownVersion,
  screenshotSlides,
} from '../gallery/index.ts';
import type { HintsEdit } from '../hints/index.ts';
import { inSession, type Session } from '../render/index.ts';
import type { Alternative, Alternatives, Version } from './alternatives.ts';

/** What can be seen of a slide's alternatives. */
export interface ShownAlternatives {
  /** Those that look different, the best first. */
  readonly found: Alternatives;
  /** HTML that needs nothing else; not there when there is nothing to choose. */
  readonly page?: string;
}

/** No more than can be compared at a glance. */
const most = 3;
/** Layouts that nothing asks for are shown when there are fewer than these. */
const enough = 2;

/** A long table can go on over dozens of slides that look alike. */
const mostDrawn = 4;

/** A page with each version drawn as it is printed. Throws `EnvironmentError` without a browser. */
export async function showAlternatives(
  all: Alternatives,
  options: { readonly browserPath?: string | undefined } = {},
): Promise<ShownAlternatives> {
  if (all.others.length === 0) return { found: all };
  return inSession(options, async (session) => {
    const now = await draw(all.now, session);
    const others = await drawOthers(all, now, session);
    if (others.length === 0) return { found: { ...all, others: [], none: sameReason(all) } };
    others.sort((a, b) => (b.found.score ?? 0) - (a.found.score ?? 0));
    const { slide } = all;
    const page = { ...titleOf(all.now, slide), slide, now, others: others.map(({ shown }) => shown) };
    return {
      found: { ...all, others: others.map(({ found }) => found) },
      page: alternativesPage(page),
    };
  });
}

interface DrawnAlternative {
  readonly found: Alternative;
  readonly shown: ShownAlternative;
}

/** A layout that looks like one before it is no choice. */
async function drawOthers(
  { others }: Alternatives,
  now: ShownVersion,
  session: Session,
): Promise<DrawnAlternative[]> {
  const seen = new Set([lookOf(now)]);
  const drawn: DrawnAlternative[] = [];
  for (const found of others) {
    if (drawn.length >= (found.suits === 'well' ? most : enough)) continue;
    const shown = { ...(await draw(found, session)), ...hintOf(found) };
    if (!seen.has(lookOf(shown))) drawn.push({ found, shown });
    seen.add(lookOf(shown));
  }
  return drawn;
}

function lookOf({ slides }: ShownVersion): string {
  return slides.map(({ picture }) => picture).join('\n');
}

function sameReason({ others, now }: Alternatives): string {
  const names = others.map(({ layout }) => `\`${layout}\``).join(' and ');
  return `${names} can hold it too, and would look just like \`${now.layout}\``;
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
  const drawn = slides.slice(0, mostDrawn);
  const pictures = file.value ? await screenshotSlides(file.value, drawn, file, session) : [];
  return {
    layout,
    ...(score !== undefined && { score }),
    reason,
    count: slides.length,
    slides: drawn.map((number, at) => ({ number, picture: pictures[at] ?? '' })),
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
