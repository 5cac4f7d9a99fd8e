// A date that begins a line: "2019", "2019–2021", "March 2024", "Q3 2025", "14 March", "2024-05-02".
// Never a version, an issue number or a figure that looks like a year.
import { type Phrasing, plainText } from '../../notes/index.ts';
import { joinLead } from './lead-in.ts';

export interface Dated {
  readonly date: readonly Phrasing[];
  readonly rest: readonly Phrasing[];
  readonly when: When;
}

/** Month and day are 0 where the date does not say; so is the year, then the line before has it. */
export interface When {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** English, German, French and Spanish, January first; then the seasons. */
const monthNames: readonly string[] = [
  'jan(?:uary|uar|vier)?|ene(?:ro)?',
  'feb(?:ruary|ruar|rero)?|février',
  'mar(?:ch|s|zo)?|märz',
  'apr(?:il)?|avril|abril',
  'may|mai|mayo',
  'june?|juni|juin|junio',
  'july?|juli|juillet|julio',
  'aug(?:ust)?|août|agosto',
  'sept?(?:ember|embre|iembre)?',
  'o[ck]t(?:ober|obre|ubre)?',
  'nov(?:ember|embre|iembre)?',
  'de[cz](?:ember)?|décembre|dic(?:iembre)?',
];
const seasonNames: readonly string[] = [
  'spring|frühling|frühjahr|printemps|primavera',
  'summer|sommer|été|verano',
  'autumn|fall|herbst|automne|otoño',
  'winter|hiver|invierno',
];

const year = '(?<year>1\\d{3}|20\\d\\d)';
const month = `(?<name>${[...monthNames, ...seasonNames].join('|')})\\.?`;
const day = '(?<day>0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th|\\.)?(?!\\d)';
const until = '(?:\\s?[-–—]\\s?(?:1\\d{3}|20\\d\\d|present|today|now|heute)|[-–—/]\\d\\d(?!\\d))?';

const patterns: readonly RegExp[] = [
  `${year}[-/](?<month>0?[1-9]|1[0-2])(?:[-/]${day})?`,
  `${year}\\.(?<month>0?[1-9]|1[0-2])\\.${day}`,
  `${day}[./](?<month>0?[1-9]|1[0-2])[./]${year}`,
  `(?<part>[QH][1-4])[\\s/]?${year}`,
  `${year}[\\s/-]?(?<part>[QH][1-4])`,
  `${year}年(?:\\s?(?<month>\\d{1,2})月(?:\\s?${day}日)?)?`,
  `${day}\\s(?:of\\s)?${month}(?:,?\\s${year})?`,
  `${month}\\s${day}(?:,?\\s${year})?`,
  `${month}(?:,?\\s${year})?`,
  `(?:(?:c|ca)\\.\\s?|circa\\s|around\\s|early\\s|mid[\\s-]|late\\s|since\\s)?${year}(?:s|${until})`,
].map((pattern) => new RegExp(`^${pattern}(?![\\p{L}\\d/]|[.,:-]\\d)`, 'iu'));

/** Asked first: most lines begin with no figure and with no month or season. */
const mayBegin =
  /^[^\d]{0,14}\d|^(?:jan|ene|f[eé][bv]|m[aä]r|apr|a[vb]r|ma[iy]|ju[inl]|aug|ao[uû]|ago|sep|o[ck]t|nov|d[eéi][cz]|spr|frü|pri|su|som|été|ver|aut|fal|her|oto|win|hiv|inv)/iu;

/** What separates a date from its words. A year alone may do without, as long as it is of our time. */
const separator = /^(?:\s*[:：–—-]+\s+|\s*[:：]\s*$|：|\s*,\s+)/u;
const ofOurTime = /^(?:19|20)\d\d/u;

/** The date at the start of a line and the words after it, when there are both. */
export function readDated(words: readonly Phrasing[]): Dated | undefined {
  const [first, ...after] = joinLead(words);
  if (first?.type === 'strong' || first?.type === 'emphasis') return emphasized(first, after);
  if (first?.type !== 'text') return undefined;
  const found = dateAt(first.value);
  if (!found) return undefined;
  const behind = first.value.slice(found.length);
  const parted = separator.exec(behind)?.[0];
  if (parted === undefined && !(ofOurTime.test(first.value) && /^\s/u.test(behind))) return undefined;
  const rest = behind.slice(parted?.length ?? 0).trimStart();
  if (rest === '' && after.length === 0) return undefined;
  return {
    date: [{ ...first, value: first.value.slice(0, found.length) }],
    rest: rest === '' ? after : [{ ...first, value: rest }, ...after],
    when: found.when,
  };
}

/** The date is what is bold, alone; the colon may stand inside or after it. */
function emphasized(
  first: Extract<Phrasing, { type: 'strong' | 'emphasis' }>,
  [next, ...after]: readonly Phrasing[],
): Dated | undefined {
  const text = plainText([first])
    .trim()
    .replace(/\s*[:：]$/u, '');
  const found = dateAt(text);
  if (found?.length !== text.length || next?.type !== 'text') return undefined;
  const value = next.value.replace(/^\s*(?:[:：,–—-]+\s+)?/u, '');
  if (value === '' && after.length === 0) return undefined;
  return { date: [first], rest: value === '' ? after : [{ ...next, value }, ...after], when: found.when };
}

/** The date a text begins with: how many characters it has and what it says. */
export function dateAt(text: string): { readonly length: number; readonly when: When } | undefined {
  if (!mayBegin.test(text)) return undefined;
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match) return { length: match[0].length, when: readWhen(match.groups ?? {}) };
  }
  return undefined;
}

function readWhen(groups: Readonly<Record<string, string | undefined>>): When {
  return { year: Number(groups.year ?? 0), month: readMonth(groups), day: Number(groups.day ?? 0) };
}

/** Quarters, halves and seasons by the month they begin in. */
function readMonth({ month: digits, name, part }: Readonly<Record<string, string | undefined>>): number {
  if (digits !== undefined) return Number(digits);
  if (part !== undefined) return 1 + (Number(part[1]) - 1) * (/^q/iu.test(part) ? 3 : 6);
  const named = (names: readonly string[]): number =>
    names.findIndex((pattern) => new RegExp(`^(?:${pattern})$`, 'iu').test(name ?? ''));
  return named(monthNames) >= 0
    ? named(monthNames) + 1
    : named(seasonNames) >= 0
      ? 3 + 3 * named(seasonNames)
      : 0;
}
