// What was recorded and written down: who speaks before the words, times and sounds in brackets. The times and sounds are left
// out, and an answer stands with its question.
import type { Edit, WrittenRange } from '../markdown/rewritten-text.ts';
import { isBlankLine, type TextLine, textLines, withoutLineEnd } from '../markdown/source-lines.ts';

/** Anything that `transcriptEdits` looks for. */
export const timeCode: RegExp = /[[(](?:\d{1,2}:)?\d{1,2}:\d\d(?:[.,]\d{1,3})?[\])]/;

const code = '[[(](?:\\d{1,2}:)?\\d{1,2}:\\d\\d(?:[.,]\\d{1,3})?[\\])]';
const name = "\\p{Lu}[\\p{L}\\p{M}.’'-]*(?: [\\p{Lu}\\d][\\p{L}\\p{M}.’'\\d-]*){0,3}";
const said = new RegExp(`^(?:${code}[ \\t]+)?(${name})(?:[ \\t]+${code})?[ \\t]*: +(?=\\S)`, 'du');
const named = new RegExp(`^(?:(${name})[ \\t]+${code}|${code}[ \\t]+(${name})):?[ \\t]*$`, 'du');
const alone = new RegExp(`^${code}[ \\t]*$`);
const leading = new RegExp(`^${code}[ \\t]+(?=\\S)`);
const within = /^[[(]((?:\d{1,2}:)?\d{1,2}:\d\d[ \t]*[-–—:,][ \t]*)(?=\p{L})/du;
const end =
  /^[[(](?:END|End|Ende|FIN|Fin)(?: of (?:recording|tape|interview))?[ \t]*(?:\d[\d:.]{3,11})?[\])][ \t]*$/;
const sound =
  /[[(](?:(?:long|short|general|more) )?(?:laugh(?:s|ter|ing)?|pause|applause|silence|music|crosstalk|cough(?:s|ing)?|sigh(?:s|ing)?|chuckl(?:es|ing)|Lachen|lacht|Pause|Beifall|Applaus|rires?|applaudissements)(?:, \w{1,12})?[\])] ?/giu;

/** Turns, and times or sounds among them, that make a transcript. */
const fewest = { turns: 4, marks: 2 } as const;

interface Turn {
  readonly line: TextLine;
  readonly at: number;
  readonly name: WrittenRange;
  /** Where the words begin that are said. */
  readonly words: number;
  readonly isAbove: boolean;
}

export function transcriptEdits(text: string): Edit[] {
  const lines = textLines(text, 'text');
  const turns = spokenTurns(
    lines.flatMap((line, at) => turnAt(lines, line, at)),
    text,
  );
  const codes = lines.filter(
    ({ text: words, isPlain }) =>
      isPlain && [alone, leading, within, end].some((sign) => sign.test(withoutLineEnd(words))),
  );
  const coded = turns.filter(
    ({ line: { text: words, start, isPlain }, words: to }) =>
      isPlain && !leading.test(words) && timeCode.test(words.slice(0, to - start)),
  );
  const marks = codes.length + coded.length;
  const names = new Set(turns.map((turn) => text.slice(turn.name.start, turn.name.end)));
  const isTranscript =
    turns.length >= fewest.turns && marks >= fewest.marks && names.size > 1 && names.size < turns.length;
  if (!isTranscript) return [];
  const from = turns[0]?.at ?? 0;
  const answering = answeringTurns(turns, lines, text);
  const byLine = new Map(turns.map((turn) => [turn.line, turn]));
  return lines.flatMap((line, at): Edit[] => {
    const turn = byLine.get(line);
    if (turn)
      return [
        turnEdit(turn, lines[at - 1], answering.has(turn) ? '  ' : '- '),
        ...soundEdits(line, turn.words),
      ];
    const words = withoutLineEnd(line.text);
    if (!line.isPlain || isBlankLine(line)) return [];
    const isSound = words.trim().replace(sound, '') === '' && at > from;
    if (alone.test(words) || end.test(words) || isSound)
      return [{ start: line.start, end: line.start + words.length, parts: [] }];
    const inside = within.exec(words)?.indices?.[1];
    const gone = inside ?? [0, leading.exec(words)?.[0].length ?? 0];
    const [open, close] = [line.start + gone[0], line.start + gone[1]];
    const before = close > open ? [{ start: open, end: close, parts: [] }] : [];
    return [...before, ...(at > from ? soundEdits(line, close) : [])];
  });
}

/** `Ana: words`, or a name and a time above words. */
function turnAt(lines: readonly TextLine[], line: TextLine, at: number): Turn[] {
  if (!line.isPlain) return [];
  const { text, start } = line;
  const match = said.exec(text);
  const head = match ? null : named.exec(text.trimEnd());
  const below = lines[at + 1];
  const place = match?.indices?.[1] ?? head?.indices?.[1] ?? head?.indices?.[2];
  if (!place || (head && (below === undefined || isBlankLine(below) || !below.isPlain))) return [];
  const words = match ? start + match[0].length : (below?.start ?? 0);
  return [
    { line, at, name: { start: start + place[0], end: start + place[1] }, words, isAbove: head !== null },
  ];
}

/** Names that speak again, and others behind the first of these: before it stands what the notes say of the recording. */
function spokenTurns(turns: readonly Turn[], text: string): readonly Turn[] {
  const nameOf = ({ name: { start, end: to } }: Turn): string => text.slice(start, to);
  const counts = new Map<string, number>();
  for (const turn of turns) counts.set(nameOf(turn), (counts.get(nameOf(turn)) ?? 0) + 1);
  return turns.slice(
    Math.max(
      0,
      turns.findIndex((turn) => (counts.get(nameOf(turn)) ?? 0) > 1),
    ),
  );
}

/** Each stands with the question before it, which is no answer itself. */
function answeringTurns(turns: readonly Turn[], lines: readonly TextLine[], text: string): ReadonlySet<Turn> {
  const found = new Set<Turn>();
  for (const [index, turn] of turns.entries()) {
    const before = turns[index - 1];
    if (before && !found.has(before) && answers(lines, before, turn, text)) found.add(turn);
  }
  return found;
}

/** Somebody else speaks behind a question. */
function answers(lines: readonly TextLine[], before: Turn, turn: Turn, text: string): boolean {
  const isOther =
    text.slice(before.name.start, before.name.end) !== text.slice(turn.name.start, turn.name.end);
  const between = lines
    .slice(before.at, turn.at)
    .filter((line) => !isBlankLine(line) && !alone.test(line.text.trimEnd()));
  const last = between.at(-1)?.text.replace(sound, '').trimEnd() ?? '';
  return isOther && between.length <= (before.isAbove ? 2 : 1) && /[?？]["”’]?$/u.test(last);
}

function turnEdit({ line, name: who, words }: Turn, above: TextLine | undefined, lead: '- ' | '  '): Edit {
  const gap = above && !isBlankLine(above) ? '\n' : '';
  return { start: line.start, end: words, parts: [`${gap}${lead}**`, who, ':** '] };
}

function soundEdits({ text, start }: TextLine, from: number): Edit[] {
  return [...withoutLineEnd(text).matchAll(sound)].flatMap(({ 0: written, index }) =>
    start + index < from ? [] : [{ start: start + index, end: start + index + written.length, parts: [] }],
  );
}
