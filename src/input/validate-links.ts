import type { Image, Link } from 'mdast';
import { type Diagnostic, type DiagnosticCode, limits, nearest, type Span } from '../diagnostics/index.ts';
import type { Hints } from '../hints/index.ts';
import { anchorOf, type Notes, walkNotes } from '../notes/index.ts';
import type { Picture, Pictures } from '../theme/index.ts';

/** A warning for each link to a heading that the notes do not have; its words stay, without the link. */
export function validateLinks(notes: Notes): { readonly diagnostics: readonly Diagnostic[] } {
  const { path } = notes.source;
  const diagnostics = linksIn(notes).flatMap((link): Diagnostic[] => {
    const name = anchorOf(link.url);
    if (name === undefined || name === '' || notes.anchors.has(name)) return [];
    const start = link.position?.start.offset ?? 0;
    const near = nearest(name, notes.anchors.keys());
    return [
      {
        code: 'notes/link-target',
        severity: 'warning',
        message: `the link leads to "#${name}", and no heading of the notes has this name`,
        span: { path, start, end: link.position?.end.offset ?? start },
        help: near ? `did you mean \`#${near}\`?` : 'its words are shown without the link',
      },
    ];
  });
  return { diagnostics };
}

function linksIn(notes: Notes): readonly Link[] {
  const found: Link[] = [];
  walkNotes(notes, (node) => {
    if (node.type === 'link') found.push(node);
  });
  return found.sort((a, b) => (a.position?.start.offset ?? 0) - (b.position?.start.offset ?? 0));
}

/** A picture where the notes name it. */
interface NamedPicture {
  readonly url: string;
  /** Whether it has an alternative text or a title, or says of itself that it is for looks alone. */
  readonly isDescribed: boolean;
  readonly start: number;
  readonly end: number;
}

/** A warning for each picture that cannot be shown; its description stands in its place, if it has one. */
export function validatePictures(
  notes: Notes,
  hints: Hints,
  pictures: Pictures,
): { readonly diagnostics: readonly Diagnostic[] } {
  const { path } = notes.source;
  const named = picturesIn(notes);
  const inNotes = named.map(({ url, start, end }) => ({ url, span: { path, start, end } }));
  const diagnostics = [...inNotes, ...picturesOfDeck(hints)].flatMap(({ url, span }) => {
    const picture = pictures(url);
    if (picture.status === 'found') return [];
    const problem = problems[picture.status](shortened(url));
    const near = picture.status === 'missing' ? picture.near : undefined;
    const help =
      near === undefined
        ? problem.help
        : `did you mean \`${near}\`? Its description stands in its place, if it has one`;
    return [{ ...problem, help, severity: 'warning' as const, span }];
  });
  const silent = named.filter(({ url, isDescribed }) => !isDescribed && pictures(url).status === 'found');
  const wordless = silent.map(({ url, start, end }) => withoutText(url, { path, start, end }));
  return { diagnostics: [...diagnostics, ...wordless] };
}

/** Those that are not shown have a warning already, and a box with their name. */
function withoutText(url: string, span: Span): Diagnostic {
  return {
    code: 'notes/picture-without-text',
    severity: 'warning',
    message: `the picture "${shortened(url)}" has no alternative text: whoever cannot see it is told nothing`,
    span,
    help: 'write what it shows, as in `![The harbour at low tide](harbour.jpg)`; one for looks alone is `<img alt="" src="…">`',
  };
}

function hasWords({ alt, title }: Image): boolean {
  return Boolean(alt?.trim() || title?.trim());
}

/** HTML's way to say that a picture says nothing, an `alt` that is there and empty; or behind a slide of Marp or another program. */
function isDecorative(written: string): boolean {
  if (/^!\[(?:[^\]\n]*\s)?bg[\s\]]/.test(written) || !/^!\[|<img\b/i.test(written)) return true;
  return /<img\b[^<>]*\salt\s*=\s*(?:""|'')/i.test(written);
}

function picturesOfDeck({ deck, spans }: Hints): { readonly url: string; readonly span: Span }[] {
  return (['logo', 'background'] as const).flatMap((name) => {
    const [url, span] = [deck[name], spans?.get(`deck.${name}`)];
    return url && span ? [{ url, span }] : [];
  });
}

type PictureProblem = Pick<Diagnostic, 'message'> & { readonly code: DiagnosticCode; readonly help: string };

const problems: Readonly<Record<Exclude<Picture['status'], 'found'>, (url: string) => PictureProblem>> = {
  missing: (url) => ({
    code: 'notes/picture-missing',
    message: `there is no picture "${url}"`,
    help: 'paths start at the folder of the notes; its description stands in its place, if it has one',
  }),
  outside: (url) => ({
    code: 'notes/picture-outside',
    message: `the picture "${url}" lies outside the folder of the notes`,
    help: 'copy it into the folder of the notes; its description stands in its place, if it has one',
  }),
  remote: (url) => ({
    code: 'notes/picture-remote',
    message: `the picture "${url}" would have to be fetched from the network`,
    help: 'save it beside the notes, or build with --allow-remote; its description stands in its place, if it has one',
  }),
  unreadable: (url) => ({
    code: 'notes/picture-unreadable',
    message: `the picture "${url}" is in a format that cannot be shown`,
    help: 'save it as PNG, JPEG, WebP, GIF or SVG; its description stands in its place, if it has one',
  }),
  'too-large': (url) => ({
    code: 'notes/picture-too-large',
    message: `the picture "${url}" has more than ${limits.picturePixels / 1e6} million pixels or ${limits.pictureBytes / 1e6} MB, or draws more than ${limits.svgElements} shapes`,
    help: 'save it smaller: a slide needs 4,000 × 2,000, and a drawing fewer shapes; its description stands in its place, if it has one',
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
    const end = node.position?.end.offset ?? start;
    const isDescribed = hasWords(node) || isDecorative(notes.source.text.slice(start, end));
    found.set(start, { url: node.url, isDescribed, start, end });
  });
  return [...found.values()];
}
