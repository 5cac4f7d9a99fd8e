import { type Diagnostic, type DiagnosticCode, limits, type Span } from '../diagnostics/index.ts';
import type { Hints } from '../hints/index.ts';
import { type Notes, walkNotes } from '../notes/index.ts';
import type { Picture, Pictures } from '../theme/index.ts';

/** A picture where the notes name it. */
export interface NamedPicture {
  readonly url: string;
  readonly start: number;
  readonly end: number;
}

/** A warning for each picture that cannot be shown; a labelled box stands in its place. */
export function validatePictures(
  notes: Notes,
  hints: Hints,
  pictures: Pictures,
): { readonly diagnostics: readonly Diagnostic[] } {
  const { path } = notes.source;
  const inNotes = picturesIn(notes).map(({ url, start, end }) => ({ url, span: { path, start, end } }));
  const diagnostics = [...inNotes, ...picturesOfDeck(hints)].flatMap(({ url, span }) => {
    const { status } = pictures(url);
    if (status === 'found') return [];
    return [{ ...problems[status](shortened(url)), severity: 'warning' as const, span }];
  });
  return { diagnostics };
}

function picturesOfDeck({ deck, spans }: Hints): { readonly url: string; readonly span: Span }[] {
  return (['logo', 'background'] as const).flatMap((name) => {
    const [url, span] = [deck[name], spans?.get(`deck.${name}`)];
    return url && span ? [{ url, span }] : [];
  });
}

type Problem = Pick<Diagnostic, 'message' | 'help'> & { readonly code: DiagnosticCode };

const problems: Readonly<Record<Exclude<Picture['status'], 'found'>, (url: string) => Problem>> = {
  missing: (url) => ({
    code: 'notes/picture-missing',
    message: `there is no picture "${url}"`,
    help: 'paths start at the folder of the notes; a labelled box stands in its place',
  }),
  outside: (url) => ({
    code: 'notes/picture-outside',
    message: `the picture "${url}" lies outside the folder of the notes`,
    help: 'copy it into the folder of the notes; a labelled box stands in its place',
  }),
  remote: (url) => ({
    code: 'notes/picture-remote',
    message: `the picture "${url}" would have to be fetched from the network`,
    help: 'save it beside the notes, or build with --allow-remote; a labelled box stands in its place',
  }),
  unreadable: (url) => ({
    code: 'notes/picture-unreadable',
    message: `the picture "${url}" is in a format that cannot be shown`,
    help: 'save it as PNG, JPEG, WebP, GIF or SVG; a labelled box stands in its place',
  }),
  'too-large': (url) => ({
    code: 'notes/picture-too-large',
    message: `the picture "${url}" has more than ${limits.picturePixels / 1e6} million pixels or ${limits.pictureBytes / 1e6} MB, or draws more than ${limits.svgElements} shapes`,
    help: 'save it smaller: a slide needs 4,000 × 2,000, and a drawing fewer shapes; a labelled box stands in its place',
  }),
};

/** The frame below the message shows the rest. */
function shortened(url: string): string {
  return url.length > 60 ? `${url.slice(0, 59)}…` : url;
}

/** Every picture of the notes, in no order that matters. */
export function picturesIn(notes: Notes): readonly NamedPicture[] {
  const found = new Map<number, NamedPicture>();
  walkNotes(notes, (node) => {
    if (node.type !== 'image') return;
    const start = node.position?.start.offset ?? 0;
    found.set(start, { url: node.url, start, end: node.position?.end.offset ?? start });
  });
  return [...found.values()];
}
