// Whether two texts speak of the same thing, by their words.

const small: ReadonlySet<string> = new Set(
  'the and for with from into that this what why how are our your some more new und der die das les des una los las del della'.split(
    ' ',
  ),
);

/**
 * Whether two short texts speak of the same thing: they share a word that matters, endings
 * and hyphens aside ("Finetuning (SFT)" and "Fine-tuning"), or one holds the other.
 */
export function shareWord(a: string, b: string): boolean {
  const wordsOfB = significant(b);
  if (significant(a).some((word) => wordsOfB.some((other) => haveSameStem(word, other)))) return true;
  const [tight, other] = [compact(a), compact(b)];
  return tight.length >= 2 && other.length >= 2 && (tight.includes(other) || other.includes(tight));
}

/** Whether a text has a word, in any of its forms: endings and hyphens aside where a script has them. */
export function holdsWord(text: string, word: string): boolean {
  if (compact(text).includes(compact(word))) return true;
  const [own] = significant(word);
  return (
    own !== undefined && /^[a-z]/u.test(own) && significant(text).some((other) => haveSameStem(own, other))
  );
}

function significant(text: string): string[] {
  const words =
    fold(text)
      .replace(/(?<=\p{L})[-‐‑–'’](?=\p{L})/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => word.length >= 3 && !small.has(word));
}

/** Equal up to the ending: they share all but at most four letters, and at least four. */
function haveSameStem(a: string, b: string): boolean {
  const shortest = Math.min(a.length, b.length);
  let same = 0;
  while (same < shortest && a[same] === b[same]) same += 1;
  if (a === b) return true;
  return same >= 4 && Math.max(a.length, b.length) - same <= 4 && same >= shortest - 3;
}

/** Letters of a file's name that says something. */
const shortestName = 5;

/** Whether a file is called after a line: `2024-team-offsite.md` after "Team offsite". */
export function namesFile(line: string, path: string): boolean {
  const name = compact(path.replace(/^.*[\\/]|\.[^.]*$/g, '').replace(/^[\d\W_]+/, ''));
  const words = compact(line);
  const [shorter, longer] = name.length < words.length ? [name, words] : [words, name];
  return shorter.length >= shortestName && longer.includes(shorter) && shorter.length * 2 >= longer.length;
}

/** Whether a line has all words of a file's name, two at least: `3_slow-rivers.md` and "Slow rivers: what they carry to the sea". */
export function holdsNameOfFile(line: string, path: string): boolean {
  const name = path.replace(/^.*[\\/]|\.[^.]*$/g, '');
  const words = name.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const isTelling = words.length >= 2 && words.some((word) => word.length >= shortestName);
  return isTelling && words.every((word) => holdsWord(line, word));
}

function compact(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
