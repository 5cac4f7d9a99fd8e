// A date that begins a line: "2019", "2019–2021", "March 2024", "Q3 2025", "14 March", "2024-05-02", "Q3"; or a time, a weekday or a
// week that is counted: "03:12", "Monday", "Week 2".
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
  /** Of a clock, since midnight; of a week, since Monday; of weeks, sprints and the like, which of them: with what is counted. */
  readonly counted?: { readonly what: string; readonly number: number };
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

/** The same, Monday first. */
const weekdayNames: readonly string[] = [
  'mon(?:day|tag)?|lundi|lunes|lunedì|maandag|segunda(?:-feira)?|mån(?:dag)?|mandag',
  'tue(?:s(?:day)?)?|die(?:nstag)?|mardi|martes|martedì|dinsdag|terça(?:-feira)?|tis(?:dag)?|tirsdag',
  'wed(?:nesday)?|mit(?:twoch)?|mercredi|miércoles|mercoledì|woensdag|quarta(?:-feira)?|ons(?:dag)?',
  'thu(?:rs(?:day)?)?|don(?:nerstag)?|jeudi|jueves|giovedì|donderdag|quinta(?:-feira)?|tor(?:sdag)?',
  'fri(?:day)?|fre(?:itag)?|vendredi|viernes|venerdì|vrijdag|sexta(?:-feira)?|fre(?:dag)?',
  'sat(?:urday)?|sam(?:stag)?|sonnabend|samedi|sábado|sabato|zaterdag|lör(?:dag)?|lørdag',
  'sun(?:day)?|son(?:ntag)?|dimanche|domingo|domenica|zondag|sön(?:dag)?|søndag',
];

/** What runs from its first to its last, by its number. */
const countedNames =
  'weeks?|wk|sprints?|days?|months?|years?|hours?|iterations?|kw|woche|tag|monat|jahr|stunde|semaine|jour|mois|année|semana|día|mes|settimana|giorno|mese|dag|maand|vecka|månad|uge';

const year = '(?<year>1\\d{3}|20\\d\\d)';
const month = `(?<name>${[...monthNames, ...seasonNames].join('|')})\\.?`;
const day = '(?<day>0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th|\\.)?(?!\\d)';
const until = '(?:\\s?[-–—]\\s?(?:1\\d{3}|20\\d\\d|present|today|now|heute)|[-–—/]\\d\\d(?!\\d))?';

const untilDay = '(?:\\s?[–—]\\s?\\d{4}-\\d\\d-\\d\\d)?';
const untilTime = '(?:\\s?[-–—]\\s?(?:[01]?\\d|2[0-3]):[0-5]\\d(?:\\s?[ap]\\.?m\\.?)?)?';

/** How a date is written, to ask whether a text begins so, and that with nothing behind it that would make it something else. */
interface DatePattern {
  readonly begins: RegExp;
  readonly whole: () => RegExp;
}

/**
 * The date, and nothing behind it that would make it a version, an issue's number or a longer word. That is asked where
 * a date begins: the letters of all scripts take long to compile.
 */
function atStart(pattern: string): DatePattern {
  let whole: RegExp | undefined;
  return {
    begins: new RegExp(`^${pattern}`, 'i'),
    whole() {
      whole ??= new RegExp(`^${pattern}(?![\\p{L}\\d/]|[.,:-]\\d)`, 'iu');
      return whole;
    },
  };
}

const yearAlone = `(?:(?:c|ca)\\.\\s?|circa\\s|around\\s|early\\s|mid[\\s-]|late\\s|since\\s)?${year}(?:s|${until})`;

/** Dates by what they begin with: a text is asked only for those that can be meant. */
const digitPatterns: readonly DatePattern[] = [
  `${year}[-/](?<month>0?[1-9]|1[0-2])(?:[-/]${day}${untilDay})?`,
  `${year}\\.(?<month>0?[1-9]|1[0-2])\\.${day}`,
  `${day}[./](?<month>0?[1-9]|1[0-2])[./]${year}`,
  `${year}[\\s/-]?(?<part>[QH][1-4])`,
  `${year}年(?:\\s?(?<month>\\d{1,2})月(?:\\s?${day}日)?)?`,
  `${day}\\s(?:of\\s)?${month}(?:,?\\s${year})?`,
  `(?<hour>[01]?\\d|2[0-3]):(?<minute>[0-5]\\d)(?::[0-5]\\d)?(?:\\s?(?<half>[ap])\\.?m\\.?)?(?:\\s?(?:uhr|h|utc|gmt|cest|cet))?${untilTime}`,
  `(?<hour>0?[1-9]|1[0-2])\\s?(?<half>[ap])\\.?m\\.?`,
  `(?<hour>[01]?\\d|2[0-3])(?:h(?<minute>[0-5]\\d)?|[.](?<minute2>[0-5]\\d)\\s?uhr|\\s?uhr)`,
  yearAlone,
].map(atStart);
const letterPatterns: readonly DatePattern[] = [
  `(?<part>[QH][1-4])[\\s/]?${year}`,
  `${month}\\s${day}(?:,?\\s${year})?`,
  `${month}(?:,?\\s${year})?`,
  `(?<part>[QH][1-4])`,
  `(?<what>${countedNames})\\s?(?<number>\\d{1,3})(?:\\s?[-–—/]\\s?\\d{1,3})?`,
  `(?<weekday>${weekdayNames.join('|')})`,
  yearAlone,
].map(atStart);

/** Asked first: most lines begin with no figure and with no month or season. */
const mayBegin =
  /^[^\d]{0,14}\d|^(?:jan|ene|f[eé][bv]|m[aä]r|apr|a[vb]r|ma[iy]|ju[inl]|aug|ao[uû]|ago|sep|o[ck]t|nov|d[eéi][cz]|spr|frü|pri|su|som|été|ver|aut|fal|her|oto|win|hiv|inv|mon|lun|maa|seg|mån|man|tue|die|mar|din|ter|tis|tir|wed|mit|mer|mié|woe|qua|ons|thu|don|jeu|gio|qui|tor|fri|fre|ven|vie|vri|sex|sat|sam|sab|sáb|zat|lör|lør|sun|son|dim|dom|zon|sön|søn|[qh][1-4])/iu;

/** What separates a date from its words. A year alone may do without, as long as it is of our time, and so may a time. */
const separator = /^(?:\s*[:：–—-]+\s+|\s*[:：]\s*$|：|\s*,\s+)/u;
const needsNone = /^(?:(?:19|20)\d\d(?!:)|\d{1,2}[:h.]\d\d)/u;

/** The date at the start of a line and the words after it, when there are both. */
export function readDated(words: readonly Phrasing[]): Dated | undefined {
  const [first, ...after] = joinLead(words);
  if (first?.type === 'strong' || first?.type === 'emphasis') return emphasized(first, after);
  if (first?.type !== 'text') return undefined;
  const found = dateAt(first.value);
  if (!found) return undefined;
  const behind = first.value.slice(found.length);
  const parted = separator.exec(behind)?.[0];
  if (parted === undefined && !(needsNone.test(first.value) && /^\s/u.test(behind))) return undefined;
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
  for (const { begins, whole } of /^\d/u.test(text) ? digitPatterns : letterPatterns) {
    const match = begins.test(text) ? whole().exec(text) : null;
    if (match) return { length: match[0].length, when: readWhen(match.groups ?? {}) };
  }
  return undefined;
}

function readWhen(groups: Readonly<Record<string, string | undefined>>): When {
  const counted = readCounted(groups);
  return {
    year: Number(groups.year ?? 0),
    month: readMonth(groups),
    day: Number(groups.day ?? 0),
    ...(counted && { counted }),
  };
}

function readCounted(groups: Readonly<Record<string, string | undefined>>): When['counted'] {
  const { what, number, weekday, hour, minute, minute2, half } = groups;
  if (what !== undefined) return { what: what.toLowerCase().replace(/s$/u, ''), number: Number(number) };
  if (weekday !== undefined) {
    const at = weekdayNames.findIndex((names) => new RegExp(`^(?:${names})$`, 'iu').test(weekday));
    return { what: 'weekday', number: at };
  }
  if (hour === undefined) return undefined;
  const noon =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return { what: 'clock', number: 60 * noon + Number(minute ?? minute2 ?? 0) };
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
