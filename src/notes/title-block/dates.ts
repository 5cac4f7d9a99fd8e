import type { PhrasingContent, Text } from 'mdast';
import type { Source } from '../../diagnostics/index.ts';
import { sliceText, textOffsets } from '../markdown/source-text.ts';
import type { Field } from '../notes.ts';
import { fieldOf, oneLine, splitWords, trimmed } from './fields.ts';

const month =
  '(?:jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|février|m(?:ar(?:ch|s)?|är(?:z)?)|apr(?:il)?|avril|ma[iy]|june?|juni|juin|july?|juli|juillet|' +
  'aug(?:ust)?|août|sep(?:t(?:ember|embre)?)?|o[ck]t(?:ober|obre)?|nov(?:ember|embre)?|de[cz](?:ember)?|décembre|' +
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|' +
  'settembre|ottobre|dicembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|januari|februari|maart|mei|augustus|' +
  'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر)\\.?';
const weekday =
  '(?:(?:mon|tues?|wednes|wed|thurs?|thu|fri|satur|sat|sun)(?:day)?|m[oi]|d[io]|fr|s[ao]|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت)[.,]?\\s+|(?:on|le|am|el|il|den)\\s+';
const year = '(?:19|20)\\d\\d';
const day = '\\d{1,2}(?:st|nd|rd|th|\\.)?';
const range = `${day}(?:\\s*[-–]\\s*${day})?`;
const clock = '(?:[,T]?\\s*(?:at\\s+)?\\d{1,2}[:.h]\\d\\d(?::\\d\\d)?\\s*(?:[ap]m|uhr|utc|z|[A-Z]{3,4})?)?';
const date =
  `(?:${year}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]${year}|${range}\\s+(?:of\\s+|de\\s+)?${month},?\\s+(?:de\\s+)?${year}|` +
  `${month}\\s+${range}(?:,?\\s+${year})?|${range}\\s+(?:of\\s+|de\\s+)?${month}|${month}\\s+${year}|${year}年\\s*\\d{1,2}月(?:\\s*\\d{1,2}日)?(?:\\s*[(（].[)）])?)`;

const alone = new RegExp(`^(?:${weekday})?${date}${clock}$`, 'i');
const placeFirst = new RegExp(`^([^\\d:]{2,40}?)\\s*[,·|]\\s*((?:${weekday})?${date}${clock})$`, 'i');
const placeLast = new RegExp(`^((?:${weekday})?${date}${clock})\\s*[,·|]\\s*([^\\d:]{2,40})$`, 'i');

/** Every date has one; the patterns above take longer to compile than most notes to read. */
const anyNumber = /(?<!\d)(?:\d{1,2}|\d{4})(?!\d)/;

/** A line that is a date and nothing else: `2023-09-14`, `14 September 2023`, `Sept 22`, `2019年8月31日`. */
export function isDate(line: string): boolean {
  return line.length < 60 && anyNumber.test(line) && alone.test(line);
}

/** A day or a month as ISO 8601 has it, the time of day with it. */
const iso =
  /^((?:19|20)\d\d)-(\d\d)(?:-(\d\d)(?:[T ]+\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?\s*(?:Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?)?$/i;

/** Org: `[2024-03-03 Sun]`, `<2024-03-17 Sun 13:00>`. */
const stamp = /^[[<](\d{4}-\d\d-\d\d)(?: \p{L}{2,10}\.?)?(?: \d\d?:\d\d)?[\]>]$/u;

/** The same date as people write it: `2024-03-05T10:00+02:00` → `March 5, 2024`. What is no ISO date stays. */
export function printedDate(text: string, lang: string): string {
  const [, written, month, day] = iso.exec(text.trim().replace(stamp, '$1')) ?? [];
  const time = Date.UTC(Number(written), Number(month) - 1, Number(day ?? 1));
  const isReal = !Number.isNaN(time) && new Date(time).getUTCMonth() === Number(month) - 1;
  if (written === undefined || !isReal) return text;
  const ofMonth = { year: 'numeric', month: 'long', calendar: 'gregory', timeZone: 'UTC' } as const;
  const form = day === undefined ? ofMonth : ({ ...ofMonth, day: 'numeric' } as const);
  return new Intl.DateTimeFormat(lang, form).format(time);
}

/** Words with the date of `field` printed so. */
export function withPrintedDate(field: Field, lang: string): Field {
  const printed = printedDate(field.text, lang);
  if (printed === field.text) return field;
  const content = field.content.map((node) =>
    node.type === 'text' ? { ...node, value: node.value.replace(field.text, printed) } : node,
  );
  return { ...field, content };
}

/** `Berlin, 14 September 2023` and the other way round: where in the line each part stands. */
export function readDateAndPlace(
  line: string,
): { readonly date: string; readonly place: string } | undefined {
  if (line.length > 90 || !anyNumber.test(line)) return undefined;
  const last = placeLast.exec(line);
  if (last !== null && isPlace(last[2] as string))
    return { date: last[1] as string, place: last[2] as string };
  const first = placeFirst.exec(line);
  if (first !== null && isPlace(first[1] as string))
    return { date: first[2] as string, place: first[1] as string };
  return undefined;
}

/** At most six words, the first with a capital letter: "Grace Hopper Celebration, Orlando". */
export function isPlace(text: string): boolean {
  return text.split(/\s+/).length <= 6 && /^[\p{Lu}\p{Lo}]/u.test(text);
}

interface Parted {
  readonly rest: readonly PhrasingContent[];
  readonly date: Field;
}

/** Words that a date belongs to: "since 6 May 2024". */
const joined =
  '(?:in|on|of|since|until|before|after|from|to|at|for|by|and|am|vom|seit|bis|und|le|du|au|dès|et|el|del|al|il|dal|the|der|den|dem|des|de|do|da|van|tot|op)';
/** A name may have one: "Black Tuesday". */
const anyWeekday = '\\p{L}{1,8}(?:day|tag|di|dì|dag|woch)[,.]?';
const ofMonthAndYear =
  '(?:\\d{1,2}(?:st|nd|rd|th|\\.)? (?:of |de )?\\p{L}{3,10}\\.?,? (?:de )?|\\p{L}{3,10}\\.? \\d{1,2}(?:st|nd|rd|th)?,? )(?:19|20)\\d\\d';

/** A date that no word of the title belongs to: set off by a marker, or with its year and not behind "in" or "since". */
const behind = [
  /\s*[([（]([^()[\]（）]{6,40})[)\]）]\s*$/u,
  /(?:\s*[,，:|｜·]\s*|\s+[-–—]{1,3}\s+)((?:\p{L}+[.,]?\s+)?[\p{L}\d][\p{L}\d\s.,/年月日-]{5,28})\s*$/u,
  /(?<!(?:^|\s)(?:in|on|of|since|until|before|after|from|to|at|for|by|am|vom|seit|bis|le|du|el|del|the|der|den|dem|des))\s+(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4})\s*$/iu,
  new RegExp(`(?<=\\S \\S{1,40})(?<!\\s${joined}) (${anyWeekday} ${ofMonthAndYear})\\s*$`, 'iu'),
  new RegExp(`(?<!(?:^|\\s)(?:${joined}|${anyWeekday})) (${ofMonthAndYear})\\s*$`, 'iu'),
];
const before = [
  /^\s*[([（]([^()[\]（）]{6,40})[)\]）]\s*(?=\S)/u,
  /^\s*([\p{L}\d][\p{L}\d\s.,/年月日-]{5,40}?)(?:\s*[:：|｜·]\s*|\s+[-–—]{1,3}\s+)(?=\S)/u,
  /^\s*(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})\s+(?=\p{L})/u,
];

/** `Meeting 2019-08-06`, `2021-05-26: Guiding principles`, `Title (6 May 2024)`. Never the whole title. */
export function partDate(content: readonly PhrasingContent[], source: Source): Parted | undefined {
  return find(content, -1, behind, source) ?? find(content, 0, before, source);
}

/** The patterns ask the last (-1) or the first (0) run of words. */
function find(
  content: readonly PhrasingContent[],
  which: 0 | -1,
  patterns: readonly RegExp[],
  source: Source,
): Parted | undefined {
  const node = content.at(which);
  if (node?.type !== 'text') return undefined;
  const index = which === 0 ? 0 : content.length - 1;
  for (const pattern of patterns) {
    const found = pattern.exec(node.value);
    const words = found?.[1];
    if (found === null || words === undefined || !isDate(words.trim())) continue;
    const start = found.index + found[0].lastIndexOf(words);
    const date = cutOut(node, start, start + words.length, source);
    const [ahead] = splitWords(content, index, found.index, found.index, source.text);
    const end = found.index + found[0].length;
    const [, after] = splitWords(content, index, end, end, source.text);
    const rest = trimmed(which === 0 ? after : ahead, source.text);
    const field = fieldOf(date, source, words.trim());
    if (field && oneLine(rest) !== '') return { rest, date: field };
  }
  return undefined;
}

function cutOut(node: Text, from: number, to: number, source: Source): PhrasingContent[] {
  const part = sliceText(node, from, to, textOffsets(node, source.text));
  return part ? [part] : [];
}
