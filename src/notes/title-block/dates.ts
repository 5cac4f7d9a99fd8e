const month =
  '(?:jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|février|m(?:ar(?:ch|s)?|är(?:z)?)|apr(?:il)?|avril|ma[iy]|june?|juni|juin|july?|juli|juillet|' +
  'aug(?:ust)?|août|sep(?:t(?:ember|embre)?)?|o[ck]t(?:ober|obre)?|nov(?:ember|embre)?|de[cz](?:ember)?|décembre)\\.?';
const weekday =
  '(?:(?:mon|tues?|wednes|wed|thurs?|thu|fri|satur|sat|sun)(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)[.,]?\\s+';
const year = '(?:19|20)\\d\\d';
const day = '\\d{1,2}(?:st|nd|rd|th|\\.)?';
const range = `${day}(?:\\s*[-–]\\s*${day})?`;
const clock = '(?:[,T]?\\s*(?:at\\s+)?\\d{1,2}[:.h]\\d\\d(?::\\d\\d)?\\s*(?:[ap]m|uhr|utc|z|[A-Z]{3,4})?)?';
const date =
  `(?:${year}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]${year}|${range}\\s+(?:of\\s+)?${month},?\\s+${year}|` +
  `${month}\\s+${range},?\\s+${year}|${month}\\s+${year}|${year}年\\s*\\d{1,2}月(?:\\s*\\d{1,2}日)?(?:\\s*[(（].[)）])?)`;

const alone = new RegExp(`^(?:${weekday})?${date}${clock}$`, 'i');
const placeFirst = new RegExp(`^([^\\d:]{2,40}?)\\s*[,·|]\\s*((?:${weekday})?${date}${clock})$`, 'i');
const placeLast = new RegExp(`^((?:${weekday})?${date}${clock})\\s*[,·|]\\s*([^\\d:]{2,40})$`, 'i');

/** Every date has one; the patterns above take longer to compile than most notes to read. */
const anyYear = new RegExp(year);

/** A line that is a date and nothing else: `2023-09-14`, `14 September 2023`, `2019年8月31日`. */
export function isDate(line: string): boolean {
  return line.length < 60 && anyYear.test(line) && alone.test(line);
}

/** `Berlin, 14 September 2023` and the other way round: where in the line each part stands. */
export function readDateAndPlace(
  line: string,
): { readonly date: string; readonly place: string } | undefined {
  if (line.length > 90 || !anyYear.test(line)) return undefined;
  const last = placeLast.exec(line);
  if (last !== null && isPlace(last[2] as string))
    return { date: last[1] as string, place: last[2] as string };
  const first = placeFirst.exec(line);
  if (first !== null && isPlace(first[1] as string))
    return { date: first[2] as string, place: first[1] as string };
  return undefined;
}

/** At most six words, the first with a capital letter: "Grace Hopper Celebration, Orlando". */
function isPlace(text: string): boolean {
  return text.split(/\s+/).length <= 6 && /^[\p{Lu}\p{Lo}]/u.test(text);
}
