// The texts of a slide as a reader takes them in: words counted, pieces of a line joined.
import type { Area, CompositionSnapshot, TextSnapshot } from '../../browser/index.ts';

/** Scripts that put no spaces between words. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** What stands between spaces and has a letter or a digit; by dictionary where a script has no spaces. */
export function countSeenWords(text: string): number {
  return text.split(/\s+/).reduce((sum, piece) => {
    if (!/[\p{L}\p{N}]/u.test(piece)) return sum;
    if (!unspaced.test(piece)) return sum + 1;
    const parts = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(piece);
    return sum + [...parts].filter(({ isWordLike }) => isWordLike).length;
  }, 0);
}

/** Texts in reading order as one: pieces of a line stay together, lines and blocks are parted. */
export function joined(texts: readonly TextSnapshot[]): string {
  let text = '';
  let before: TextSnapshot | undefined;
  for (const next of texts) {
    if (before && !isSameLine(before, next)) text += ' ';
    text += next.text;
    before = next;
  }
  return text.replace(/\s+/g, ' ').trim();
}

function isSameLine(before: TextSnapshot, next: TextSnapshot): boolean {
  const [last, first] = [before.lines.at(-1), next.lines[0]];
  if (before.block !== next.block || !last || !first) return false;
  return first.top < last.bottom && first.bottom > last.top;
}

/** Slides count their title and their body; the words at their edges stand on every slide. */
export function seenWords(texts: readonly TextSnapshot[]): number {
  return countSeenWords(joined(texts));
}

export function bodyTexts({ texts }: CompositionSnapshot): readonly TextSnapshot[] {
  return texts.filter(({ place }) => place === 'body');
}

/** What is read as text, not looked at: no tables, code, formulas, labels and small print. */
export function isRunning({ kind, place }: TextSnapshot): boolean {
  return place === 'body' && (kind === 'body' || kind === 'heading');
}

/** The box around them all. */
export function around(areas: readonly Area[]): Area {
  return {
    left: Math.min(...areas.map(({ left }) => left)),
    top: Math.min(...areas.map(({ top }) => top)),
    right: Math.max(...areas.map(({ right }) => right)),
    bottom: Math.max(...areas.map(({ bottom }) => bottom)),
  };
}

/** The middle one; of an even number the mean of the two. NaN for none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2;
}

/** The number that so large a share of the numbers does not exceed. NaN for none. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
