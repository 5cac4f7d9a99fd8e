// Numbers as people write them in tables: `1,204`, `62 %`, `$3.5`, `7B`, `12 ms`.

export interface NumberColumn {
  readonly values: readonly number[];
  /** What stands before, behind and above the numbers, the same for all: `%`, `$`, `(ms)`. */
  readonly unit: string;
}

const cellPattern = /^([~≈]?\s?[$€£¥]?)\s?([+−–-]?)\s?(\d[\d.,'’\u00a0\u202f]*?)\s?([%‰°\p{L}µ/²³]{0,8}|×)$/u;

/** A column in which every cell is a number that measures something, all in one unit. */
export function readColumn(name: string, cells: readonly string[]): NumberColumn | undefined {
  if (/^(?:#|no\.?|nr\.?|n[°º]|id|rank|rang|year|jahr|version|issue|page|chapter|phone|zip)$/iu.test(name))
    return undefined;
  const matches = cells.map((cell) => cellPattern.exec(cell));
  const units = new Set(matches.map((match) => `${match?.[1]?.trim()}|${match?.[4]}`));
  if (matches.some((match) => match === null) || units.size > 1) return undefined;
  const digits = matches.map((match) => match?.[3] ?? '');
  const read = decimalReader(digits);
  if (!read) return undefined;
  const values = digits.map(
    (text, at) => (matches[at]?.[2] && matches[at]?.[2] !== '+' ? -1 : 1) * read(text),
  );
  if (values.some((value) => !Number.isFinite(value)) || isCounted(values) || isYears(digits))
    return undefined;
  const above = /[([]([^()[\]]*)[)\]]\s*$/u.exec(name)?.[1] ?? '';
  return { values, unit: `${[...units][0]}|${above}` };
}

/** How the column's numbers are read; undefined where a separator can be of the thousands or of the fraction. */
function decimalReader(texts: readonly string[]): ((text: string) => number) | undefined {
  const [comma, dot] = [useOf(texts, ','), useOf(texts, '.')];
  if (comma === 'fraction') return dot === 'fraction' ? undefined : european;
  if (dot === 'thousands' && comma === 'none') return european;
  // `1,204` is a thousand in English and hardly ever a fraction; `1.204` is either.
  return dot === 'either' ? undefined : english;
}

type Use = 'none' | 'thousands' | 'fraction' | 'either';

/** What a separator is for in all numbers of a column: one that can be only one thing decides. */
function useOf(texts: readonly string[], separator: ',' | '.'): Use {
  const uses = new Set(texts.map((text) => useIn(text, separator)));
  return (['fraction', 'thousands', 'either'] as const).find((use) => uses.has(use)) ?? 'none';
}

function useIn(text: string, separator: ',' | '.'): Use {
  const parts = text.split(separator);
  const [whole = '', ...rest] = parts;
  if (rest.length === 0) return 'none';
  if (rest.length > 1) return 'thousands';
  if (/[.,]/u.test(rest[0] ?? '')) return 'thousands';
  if (/[.,]/u.test(whole)) return 'fraction';
  return /^[1-9]\d{0,2}$/u.test(whole) && /^\d{3}$/u.test(rest[0] ?? '') ? 'either' : 'fraction';
}

function english(text: string): number {
  return Number(text.replace(/[,'’\u00a0\u202f]/gu, ''));
}

function european(text: string): number {
  return Number(text.replace(/[.'’\u00a0\u202f]/gu, '').replace(',', '.'));
}

/** 1, 2, 3 … are the numbers of the rows. */
function isCounted(values: readonly number[]): boolean {
  return values.every((value, at) => at === 0 || value === (values[at - 1] ?? 0) + 1);
}

function isYears(texts: readonly string[]): boolean {
  return texts.every((text) => /^(?:1[5-9]|20)\d\d$/u.test(text));
}
