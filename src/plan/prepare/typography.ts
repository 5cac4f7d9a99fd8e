// Curly quotes, real dashes, no line break between a figure and its unit. The author's words
// stay as they are: only punctuation and spaces change, never in code or formulas.
import type { Phrasing } from '../../notes/index.ts';

interface Quotes {
  readonly double: readonly [string, string];
  readonly single: readonly [string, string];
}

/** Quotation marks by language, as the Unicode CLDR has them; English for the others. */
const quotesByLang: ReadonlyMap<string, Quotes> = new Map(
  Object.entries({
    en: { double: ['“', '”'], single: ['‘', '’'] },
    de: { double: ['„', '“'], single: ['‚', '‘'] },
    cs: { double: ['„', '“'], single: ['‚', '‘'] },
    pl: { double: ['„', '”'], single: ['‚', '’'] },
    ro: { double: ['„', '”'], single: ['‚', '’'] },
    sv: { double: ['”', '”'], single: ['’', '’'] },
    fi: { double: ['”', '”'], single: ['’', '’'] },
  }),
);

/** Languages whose straight quotes are left alone: their own marks cannot be told from the text. */
const leaveAlone = /^(?:fr|ja|zh|ko|ru|uk|ar|he|fa)\b/u;

/** Units that stay on the line of their figure. */
const figureAndUnit =
  /(\d) (?=(?:%|[kKMBT]\b|[KMGTP]i?B\b|[kMG]?Hz\b|ms\b|min\b|km\b|cm\b|mm\b|kg\b|[kMG]W\b|GPUs?\b|CPUs?\b|tokens?\b|days?\b|hours?\b|million\b|billion\b))/gu;

/** Figures in groups of three, and what is known by its number, or by its bearer's name, stay on one line: "40 000", "Art. 7". */
const groupedFigure = /(?<![\d.,])(\d{1,3}) (?=\d{3}(?!\d))/gu;
const numberedName = /(?<!\p{L})(§§?|(?:Art|Abs|Rn|Nr|No|Fig|Dr|Prof)\.) (?=[\p{Lu}\d])/gu;

/** A range of amounts with the unit at both, or at the second: "1.5x-7x", "5-10%". Never numbers alone: they may be a date, a score, a name. */
const range =
  /(?<![\p{L}\p{N}.,:/_#-])(\d+(?:[.,]\d+)?(?:%|°C?|[x×]|[kKMB])?)-(\d+(?:[.,]\d+)?(?:%|°C?|[x×]|[kKMB]))(?![\p{L}\p{N}_/-]|[.,:]\d)/gu;

/** Quotes, hyphens, figures and abbreviations before a space: most runs of text have none of them. */
const mayChange = /["'-]|[\d§.] /u;

/** A run of text with its punctuation set right. `before` is the last letter of what precedes it. */
export function typesetText(text: string, lang: string, before = ''): string {
  if (!mayChange.test(text)) return text;
  const dashed = text
    .replace(/(\S|^)( +)-{1,2}( +)(?=\S)/gu, (_, last: string) => `${last}${last === '' ? ' ' : '\u00a0'}– `)
    .replace(/(\w)---(\w)/gu, '$1—$2')
    .replace(groupedFigure, '$1\u00a0')
    .replace(numberedName, '$1\u00a0');
  const joined = dashed.replace(range, '$1–$2').replace(figureAndUnit, '$1\u00a0');
  return leaveAlone.test(lang)
    ? joined
    : curlQuotes(joined, quotesByLang.get(lang.slice(0, 2)) ?? english, before);
}

const english: Quotes = { double: ['“', '”'], single: ['‘', '’'] };

function curlQuotes(text: string, quotes: Quotes, before: string): string {
  return text.replace(/["']/gu, (mark, at: number) => {
    const previous = at === 0 ? before : (text[at - 1] ?? '');
    const next = text[at + 1] ?? '';
    if (mark === "'" && /[\p{L}\p{N}]/u.test(previous)) return '’';
    if (/\d/u.test(previous) && !/[\p{L}]/u.test(next) && mark === '"') return mark;
    const opens = previous === '' || /[\s([{<\u00a0–—/„“‚‘]/u.test(previous);
    const [open, close] = mark === '"' ? quotes.double : quotes.single;
    return opens && next !== '' && !/\s/u.test(next) ? open : close;
  });
}

/** Inline nodes with their text set right; code, formulas and addresses untouched. */
export function typesetPhrasing(nodes: readonly Phrasing[], lang: string): Phrasing[] {
  let before = '';
  return nodes.map((node): Phrasing => {
    if (node.type === 'text') {
      const value = typesetText(node.value, lang, before);
      before = value.at(-1) ?? before;
      return value === node.value ? node : { ...node, value };
    }
    if (!('children' in node) || isBareAddress(node)) {
      before = 'x';
      return node;
    }
    const children = typesetPhrasing(node.children as Phrasing[], lang);
    before = 'x';
    return { ...node, children } as Phrasing;
  });
}

/** A link whose words are its address is shown to the letter. */
function isBareAddress(node: Phrasing): boolean {
  const [only] = node.type === 'link' ? node.children : [];
  return node.type === 'link' && only?.type === 'text' && /^\S*(?:[./]\S*){2}$/u.test(only.value);
}
