// What decks of other programs say to their program. A slide shows none of it: what Lectern has a setting for is
// obeyed, what it does by itself needs no word, and the rest is named in one warning.
import { type SlideTool, spaces, withoutCode } from './slide-tool.ts';

export interface Directive {
  readonly start: number;
  readonly end: number;
  /** What is left undone, as the author calls it; empty where nothing is. */
  readonly names: readonly string[];
  /** Markdown in its place, at most as long. */
  readonly instead?: string;
}

interface DirectiveSyntax {
  readonly tools: readonly SlideTool[];
  /** A text with a directive that it finds; held against it by a test. */
  readonly example: string;
  /** With the flags `g` and `m`. `skip` is what stands before the directive. */
  readonly pattern: RegExp;
  /** Where the directive ends, in lower case, when its pattern finds its beginning alone. */
  readonly until?: string;
  /** `inside` is what stands before that end. */
  readonly read: (found: RegExpExecArray, inside: string) => Pick<Directive, 'names' | 'instead'> | undefined;
}

const quiet = { names: [] } as const;

/** Names before colons at the start of lines, without those that need no word. */
function keysIn(text: string, known: RegExp): readonly string[] {
  const keys = [...text.matchAll(/^[ \t]*[_$]?([A-Za-z][\w-]*)[ \t]*:/gm)].map(([, key = '']) => key);
  return keys.filter((key) => !known.test(key));
}

const marpKeys =
  /^(?:marp|theme|style|headingDivider|lang|math|size|title|author|description|keywords|url|image|class|paginate|header|footer|color|transition|auto-?[Ss]caling|background(?:Color|Image|Position|Repeat|Size))$/;
/** What Lectern obeys or does by itself. */
const marpKnown =
  /^(?:marp|headingDivider|lang|math|size|title|author|description|keywords|url|image|paginate|header|footer)$/;
const plainClasses =
  /^[ \t]*["']?(?:lead|invert|center|middle|title|cover|fit)(?:[ \t]+(?:lead|invert|center|middle))*["']?[ \t]*$/;

/** A comment that says nothing but Marp's own keys. */
function marpComment(inside: string): Pick<Directive, 'names'> | undefined {
  const lines = inside.split(/\r?\n/).filter((line) => /^ ?[^\s-]/.test(line));
  const isDirective =
    lines.length > 0 && lines.every((line) => marpKeys.test(/^ ?_?([\w-]+)[ \t]*:/.exec(line)?.[1] ?? ''));
  if (!isDirective) return undefined;
  const unknown = lines.filter((line) => !plainClasses.test(/^ ?_?class[ \t]*:(.*)$/.exec(line)?.[1] ?? '-'));
  return { names: keysIn(unknown.join('\n'), marpKnown) };
}

const slidevKeys =
  /^(?:layout|class|background|image|transition|clicks|level|title|hideInToc|src|disabled|hide|preload|routeAlias|zoom|name|url|dragPos|lineNumbers|theme|backgroundSize|clicksStart|magicMove|mdc|aspectRatio|duration|info|drawings|fonts|colorSchema|canvasWidth|favicon|highlighter|download|exportFilename|addons|themeConfig|author|keywords|monaco|remoteAssets|selectable|record|routerMode|presenter|htmlAttrs|defaults|plantUmlServer|twoslash|css|wakeLock|overviewSnapshots)$/;
const slidevKnown =
  /^(?:layout|level|title|hideInToc|clicks|clicksStart|name|routeAlias|preload|disabled|info|author|keywords|mdc|lineNumbers|highlighter|download|exportFilename|duration|aspectRatio)$/;
const isPicture = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i;

/** Front matter of one slide. The picture that it names is shown. */
function slidevSlide([, inside = '']: RegExpExecArray): Pick<Directive, 'names' | 'instead'> | undefined {
  const keys = keysIn(inside, /^$/);
  if (!keys.some((key) => slidevKeys.test(key))) return undefined;
  const picture = /^(?:image|background):[ \t]*["']?([^\s"']+)["']?[ \t]*$/m.exec(inside)?.[1];
  const shown = picture !== undefined && isPicture.test(picture) ? picture : undefined;
  const names = keysIn(inside, slidevKnown).filter(
    (key) => !(shown && (key === 'image' || key === 'background')),
  );
  return { names, ...(shown && { instead: `![](${shown})` }) };
}

const remarkKnown = /^(?:class|name|layout|template|count|exclude|title)$/;
const decksetKnown =
  /^(?:slidenumbers|slidecount|footer|autoscale|build-lists|presenter-notes|slide-dividers|fit-header)$/;

/** The first that understands a place decides. */
export const directiveSyntaxes: readonly DirectiveSyntax[] = [
  {
    tools: ['marp'],
    example: '<!-- _class: lead -->',
    pattern: /<!--/gm,
    until: '-->',
    read: (_, inside) => marpComment(inside),
  },
  {
    tools: ['marp'],
    example: '# <!-- fit --> Kites',
    pattern: /<!--[ \t]*fit[ \t]*-->[ \t]*/gm,
    read: () => quiet,
  },
  {
    tools: ['marp', 'slidev', 'reveal', 'pandoc', 'remark'],
    example: '<style scoped>h1 { color: red }</style>',
    pattern: /<style\b[^<>]*>/gim,
    until: '</style>',
    read: () => ({ names: ['<style>'] }),
  },
  {
    tools: ['slidev', 'reveal', 'pandoc', 'remark'],
    example: '<script>alert(1)</script>',
    pattern: /<script\b/gim,
    until: '</script>',
    read: () => ({ names: ['<script>'] }),
  },
  {
    tools: ['reveal'],
    example: '<!-- .slide: data-background="kite.png" -->',
    pattern: /<!--[ \t]*\.(?:slide|element):/gm,
    until: '-->',
    read: (_, inside) => {
      const picture = /data-background(?:-image)?=["']?([^\s"']+)/.exec(inside)?.[1];
      const isShown = picture !== undefined && isPicture.test(picture);
      const attributes = [...inside.matchAll(/(?<![\w-])([\w-]+)=/g)].map(([, name = '']) => name);
      const isFragment = /class=["']?fragment\b/.test(inside);
      const names = attributes.filter(
        (name) =>
          !(isShown && name.startsWith('data-background')) &&
          !(isFragment && name === 'class') &&
          name !== 'id' &&
          name !== 'data-fragment-index',
      );
      return { names, ...(isShown && { instead: `![](${picture})` }) };
    },
  },
  {
    tools: ['slidev'],
    example: '# Kites\n\n---\nlayout: center\n---',
    pattern: /(?<=^---[ \t]*\r?\n)((?:(?!---)(?:[\w-]+:|[ \t-]|(?=\r?$)).*\n)+)---[ \t]*$/gm,
    read: slidevSlide,
  },
  { tools: ['slidev'], example: '::right::', pattern: /^::[a-z-]+::[ \t]*$/gm, read: () => quiet },
  {
    tools: ['slidev'],
    example: '<v-clicks>',
    pattern: /<\/?v-(?:clicks?|after|switch|mark)\b[^>\n]*>/gm,
    read: () => quiet,
  },
  {
    tools: ['slidev'],
    example: '<Tweet id="20" />',
    pattern: /<\/?([A-Z][\w.]*|arrow|[a-z][a-z\d]*[-:][\w:-]+)(?=[\s/>])[^<>]{0,1000}>/gm,
    read: ([, name = '']) => ({ names: [`<${name}>`] }),
  },
  {
    tools: ['slidev'],
    example: '<a href="https://e.org"><carbon:logo-github /></a>',
    pattern:
      /<(a|button)\b[^<>]{0,1000}>\s{0,20}(?:<[a-z][a-z\d]*[-:][\w:-]+[^<>]{0,1000}>\s{0,20}){1,3}<\/\1>/gm,
    read: ([, name = '']) => ({ names: [`<${name}>`] }),
  },
  {
    tools: ['slidev'],
    example: '<div @click="$slidev.nav.next">Press Space for next page</div>',
    pattern:
      /(?<=^[ \t]*|>[ \t]*)Press Space(?:bar)?(?: (?:for|to see) (?:the )?next (?:page|slide))?(?=[ \t]*(?:<|$))/gm,
    read: () => quiet,
  },
  {
    tools: ['slidev', 'remark'],
    example: 'Slide {{ $page }}',
    pattern: /\{\{[^{}\n]*\}\}/gm,
    read: () => ({ names: ['{{ … }}'] }),
  },
  {
    tools: ['deckset'],
    example: '[.build-lists: true]',
    pattern: /^\[\.(?!notes\]|speaker\]|column\])([a-z-]+)(?::[^\]\n]*)?\][ \t]*$/gm,
    read: ([, name = '']) => ({
      names: /^(?:build-lists|slidenumbers|footer|autoscale|hide-footer)$/.test(name) ? [] : [name],
    }),
  },
  {
    tools: ['deckset'],
    example: '# [fit] Kites',
    pattern: /(?<=^#{1,6}[ \t]*)\[(?:fit|\d+%)\][ \t]*/gm,
    read: () => quiet,
  },
  {
    tools: ['deckset'],
    example: 'slidenumbers: true\nfooter: Kites\n\n# Kites',
    pattern: /^(?<![\s\S])\ufeff?(?:[a-z][a-z-]*:.*(?:\r?\n|$))+/gm,
    read: ([text]) => ({ names: keysIn(text, decksetKnown) }),
  },
  {
    tools: ['remark'],
    example: 'class: center, middle\n\n# Kites',
    pattern:
      /(?<=(?<![\s\S])\ufeff?|^---?[ \t]*\r?\n\s{0,9})(?:(?:class|name|layout|template|count|exclude|title|background-[a-z]+):.*(?:\r?\n|$))+/gm,
    read: ([text]) => {
      const picture = /^background-image:[ \t]*url\(["']?([^"')\s]+)/m.exec(text)?.[1];
      const names = keysIn(text, remarkKnown).filter((key) => !picture || !key.startsWith('background-'));
      return { names, ...(picture && { instead: `![](${picture})` }) };
    },
  },
  { tools: ['remark'], example: '--\n\nWind', pattern: /^--[ \t]*$/gm, read: () => quiet },
  {
    tools: ['reveal'],
    example: 'Wind\n\n--\n\nString',
    pattern: /^--[ \t]*\r?\n(?=[ \t]*\r?\n)/gm,
    read: () => ({ names: [], instead: '---' }),
  },
  {
    tools: ['presenterm', 'powerpoint'],
    example: '# Kites\n\n<!-- end_slide -->',
    pattern: /(?<=\n[ \t]*\r?\n)<!--[ \t]*(?:end_slide|Slide number: \d+)[ \t]*-->/gm,
    read: () => ({ names: [], instead: '---' }),
  },
  {
    tools: ['powerpoint'],
    example: '<!-- Slide number: 1 -->',
    pattern: /<!-- Slide number: \d+ -->/gm,
    read: () => quiet,
  },
  {
    tools: ['presenterm'],
    example: '<!-- pause -->',
    pattern:
      /<!--[ \t]*(?:(?:end_slide|pause|reset_layout|jump_to_middle|no_footer|skip_slide|new_?lines?|column_layout|column|incremental_lists|font_size|alignment|list_item_newlines|include)\b[^\n]*?)-->|(?<=<!--[ \t]*)speaker_note:/gm,
    read: () => quiet,
  },
  {
    tools: ['pandoc'],
    example: '\\pause',
    pattern: /^\\(?:pause|newpage|clearpage)[ \t]*$/gm,
    read: () => quiet,
  },
  {
    tools: ['pandoc'],
    example: '{{< include _kites.qmd >}}',
    pattern: /\{\{<[ \t]*(?!pagebreak)([\w-]+)[^{}\n]*>\}\}/gm,
    read: ([, name = '']) => ({ names: [`{{< ${name} >}}`] }),
  },
  { tools: ['pandoc', 'reveal'], example: '. . .', pattern: /^\.[ \t]\.[ \t]\.[ \t]*$/gm, read: () => quiet },
];

/** All directives for these programs, in order, outside of code and front matter. */
export function findDirectives(text: string, tool: SlideTool): readonly Directive[] {
  const seen = withoutCode(
    text.replace(/^\ufeff?---[ \t]*\r?\n[\s\S]*?(?=\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$))/, spaces),
  );
  const lower = seen.toLowerCase();
  const found = directiveSyntaxes
    .filter(({ tools }) => tools.includes(tool))
    .flatMap(({ pattern, until, read }): Directive[] => {
      const last = until === undefined ? -1 : lower.lastIndexOf(until);
      return [...seen.matchAll(pattern)].flatMap((match) => {
        const inside = match.index + match[0].length;
        const close = until === undefined ? inside : inside > last ? -1 : lower.indexOf(until, inside);
        const directive = close === -1 ? undefined : read(match, seen.slice(inside, close));
        return directive ? [{ ...directive, start: match.index, end: close + (until ?? '').length }] : [];
      });
    });
  let end = 0;
  return found
    .sort((a, b) => a.start - b.start)
    .filter((directive) => {
      const isFree = directive.start >= end;
      if (isFree) end = directive.end;
      return isFree;
    });
}

/** Keys of front matter that ask for looks, which only the program has. */
const looks =
  /^(?:style|theme|class|color|background(?:Color|Image|Position|Repeat|Size)?|transition|css|fonts|themeConfig|colorSchema|highlightTheme|revealOptions)$/i;

export function isLook(key: string): boolean {
  return looks.test(key);
}

const marpWords =
  /(?<=^|\s)(?:bg|(?:w|h|width|height|blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia):\S+|blur|grayscale|invert|sepia)(?=\s|$)/g;
const marpPlaces =
  /(?<=^|\s)(?:bg|(?:left|right)(?::\d+%)?|fit|cover|contain|auto|vertical|horizontal|\d+%)(?=\s|$)/g;
const decksetWords =
  /^(?:(?:left|right|fit|fill|inline|original|filtered|autoplay|mute|loop|hide|top|bottom|\d+%|corner-radius\(\d+\))(?:\s+|$))+$/;

/** What a picture is said to show, without what says how it stands. */
export function shownText(alt: string, tool: SlideTool): string {
  if (tool === 'deckset' && decksetWords.test(alt.trim())) return '';
  if (tool !== 'marp') return alt;
  const isBackground = /(?<=^|\s)bg(?=\s|$)/.test(alt);
  return (isBackground ? alt.replace(marpPlaces, '') : alt)
    .replace(marpWords, '')
    .replace(/\s+/g, ' ')
    .trim();
}
