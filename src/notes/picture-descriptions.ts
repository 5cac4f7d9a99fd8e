// What stands where Markdown has a picture’s description, and says how large it is and where it stands.

/** `300`, `300x200`, `60%`, `12em`. */
const size = /^\d{2,4}(?:x\d{1,4})?(?:px)?$|^\d{1,3}(?:\.\d+)?(?:%|r?em|cm|vw|vh)$/;

/** What Obsidian’s themes know behind the bar. */
const classes: ReadonlySet<string> = new Set(
  (
    'center centre ctr left right inline inl inll inlr wrap float float-left float-right l-float r-float white dark light ' +
    'darkmode lightmode invert invertw invertb round rounded circle shadow border noborder nobrd banner cover fit fill ' +
    'full small medium large tiny thumb wide wsmall wmed wtiny wfull hsmall hmed htiny lp rp locl locr sban'
  ).split(' '),
);

/** remark’s macros: `:scale 60%`, `:img words, 60%`. */
const macro =
  /^:(?:scale|width|height|w|h|size|resize|img|image|pic|picture|fig|figure|center|left|right|float|rotate|(?:max|min)-(?:width|height))(?=[\s,:]|$)[\s,:]*/i;

/** `w:300`, `height=4cm`. */
const setting =
  /(?:^|\s)(?:w|h|width|height|scale|size)[:=]\d+(?:\.\d+)?(?:px|%|r?em|cm|mm|in|pt|vw|vh)?(?=\s|$)/gi;

/** Words that say in Marp and Deckset where a picture stands, if there are no others. */
const places =
  /^(?=.*(?<!\S)(?:bg|inline|fit|fill|original|filtered)(?!\S))(?:(?:bg|inline|fit|fill|original|filtered|cover|contain|auto|left|right|top|bottom|vertical|horizontal|autoplay|mute|loop|hide|(?:left|right):\d+%|\d+%|(?:blur|brightness|contrast|grayscale|invert|opacity|saturate|sepia)(?::[\w.%]+)?|corner-radius\(\d+\))(?:\s+|$))+$/i;

/** The words of a description that describe something. */
export function describingWords(written: string): string {
  const bars = behindBars(written);
  const own = macro.test(bars) ? withoutSizes(bars.replace(macro, '')) : bars;
  const words = /[:=]\d/.test(own) ? own.replace(setting, '').replace(/\s+/g, ' ').trim() : own;
  return places.test(words) ? '' : words;
}

/** `words|center|400`: behind the bars stand sizes and classes, and before them if nothing else does. */
function behindBars(written: string): string {
  if (!written.includes('|')) return written;
  const [first = '', ...others] = written.split('|');
  const kept = others.filter((part) => !isSetting(part));
  if (kept.length === others.length && first.trim() !== '') return written;
  const isDescribed = kept.length > 0 || !isSetting(first);
  return isDescribed
    ? [first, ...kept]
        .map((part) => part.trim())
        .filter(Boolean)
        .join('|')
    : '';
}

/** Words that are all sizes and classes; none at all too. */
function isSetting(part: string): boolean {
  const words = part
    .trim()
    .toLowerCase()
    .split(/[\s,]+/);
  return words.every((word) => word === '' || size.test(word) || classes.has(word.replace(/^#/, '')));
}

function withoutSizes(words: string): string {
  return words
    .split(',')
    .map((part) =>
      part
        .trim()
        .split(/\s+/)
        .filter((word) => !size.test(word))
        .join(' '),
    )
    .filter(Boolean)
    .join(', ');
}
