import { type Phrasing, plainText } from '../../notes/index.ts';
import type { Box, Layout, LineBox, Opening } from '../layout.ts';

/** The first slide: title, subtitle, who speaks, where and when. */
export const title: Layout = {
  name: 'title',
  purpose: 'the first slide: title, subtitle, speaker, event and date',
  slots: ['subtitle', 'speaker', 'affiliation', 'event', 'details'],
  overflow: 'whole',
  largest: 'xxxl',
  fills: 'floor',
  score: ({ role }) =>
    role === 'opening' ? { score: 1, reason: 'the deck opens with its title' } : undefined,
  arrange: ({ opening = {}, blocks }): Box => {
    const details: Box[] =
      blocks.length > 0 ? [{ kind: 'flow', class: 'details', style: 'meta', blocks }] : [];
    const start = [...line('subtitle', 'subtitle', opening.subtitle), ...details];
    const end = group(opening);
    if (start.length === 0 || end.length === 0)
      return { kind: 'stack', class: 'opening', gap: 'medium', boxes: [...start, ...end] };
    return {
      kind: 'row',
      class: 'opening',
      gap: 'column',
      widths: [2, 1],
      boxes: [{ kind: 'stack', class: 'about', gap: 'medium', boxes: start }, ...end],
    };
  },
};

/** Who speaks, and on what occasion: lines that belong together. */
function group(opening: Opening): Box[] {
  const boxes = [
    ...speakersOf(opening.speaker).flatMap((words) => line('speaker', 'meta', words)),
    ...line('affiliation', 'meta', opening.affiliation),
    ...occasions(opening).flatMap((words) => line('event', 'meta', words)),
  ];
  return boxes.length > 0 ? [{ kind: 'stack', class: 'occasion', gap: 'none', boxes }] : [];
}

function line(slot: string, style: LineBox['style'], content: readonly Phrasing[] | undefined): LineBox[] {
  return content && content.length > 0 ? [{ kind: 'line', class: slot, style, content }] : [];
}

/** Fewest and most speakers that have a line each, and characters of a name. */
const speakers = { least: 3, most: 6, name: 36 } as const;

/** Each of several speakers: "Ada King, Bo Li, Cy Young". Two names between commas may be a name and where it works. */
function speakersOf(words: Opening['speaker'] = []): readonly (readonly Phrasing[])[] {
  const [only, ...others] = words;
  if (only?.type !== 'text' || others.length > 0) return [words];
  const names = only.value.split(/\s*[,，、;]\s*/u);
  if (names.length < speakers.least || names.length > speakers.most) return [words];
  if (names.some((name) => name === '' || name.length > speakers.name)) return [words];
  return names.map((value) => [{ ...only, value }]);
}

/** Characters that stand on one line of the narrower column. */
const oneLine = 24;

/** Event, place and date: on one line with a middle dot between where they are short, else each on its own. */
function occasions({ event, place, date }: Opening): readonly (readonly Phrasing[])[] {
  const parts = [event, place, date].flatMap((part) => (part !== undefined && part.length > 0 ? [part] : []));
  if (plainText(parts.flat()).length > oneLine) return parts;
  const dot = { type: 'text', value: ' · ' } as const;
  return [parts.flatMap((part, index) => (index > 0 ? [dot, ...part] : part))];
}

/** Longest main title that may be parted from a subtitle at its colon, in characters. */
const longestMain = 36;

/** "Llama 2: Open Foundation Models" → the name large, the rest below it. Undefined when one line serves better. */
export function partTitle(text: string): { readonly main: string; readonly sub: string } | undefined {
  const match = /^([^:：]+)[:：]\s+(\S.*)$/u.exec(text);
  if (!match?.[1] || !match[2] || match[1].length > longestMain || isKind(match[1])) return undefined;
  return { main: match[1].trim(), sub: match[2].trim() };
}

/** Words for kinds of gatherings and of notes, and for the order among several. */
const kinds: ReadonlySet<string> = new Set(
  (
    'lecture lectures talk talks keynote workshop seminar session meeting minutes notes note report trip travel reading paper book class course week day chapter part unit module lesson ' +
    'tutorial panel review recap live liveblog transcript interview webinar podcast episode episodes season presentation sermon address hearing recitation summary slides retro retrospective topic subject ' +
    'vorlesung vl vortrag sitzung protokoll woche tag kapitel teil einheit übung seminarvortrag folge staffel thema cours séance leçon conférence atelier réunion compte rendu chapitre partie exposé ' +
    'épisode saison semaine jour sujet clase conferencia charla taller reunión sesión capítulo episodio semana día tema lezione conferenza riunione seminario puntata settimana giorno argomento aula palestra ' +
    'reunião episódio dia college lezing vergadering aflevering hoofdstuk onderwerp dag avsnitt odcinek epizoda díl ' +
    'лекция семинар доклад занятие встреча протокол глава урок выпуск эпизод серия неделя тема лекція випуск المحاضرة محاضرة الدرس درس ندوة ورشة الحلقة حلقة الأسبوع הרצאה שיעור פרק ' +
    '講義 講座 第 回 話 강의 강 회 화 제'
  ).split(' '),
);

/** What is short for such a word, or as much as one, where a number stands beside it: "Ep. 4", "E12", "Nr. 7", "Act 2". */
const kindsOfNumbers: ReadonlySet<string> = new Set(
  'ep eps e w wk wks l lec ch chap pt no nr num nº n vol volume issue number nummer ausgabe heft numéro número numero nro act tome kw sprint hour step v ver version level'.split(
    ' ',
  ),
);

const ordinal =
  /^(?:\d+|[ivx]+|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|eins|zwei|drei|erste|zweite|dritte|un|une|deux|trois|uno|dos|tres|due|tre|st|nd|rd|th|the|of|and|de|la|der|die)$/u;

/** 第十二回, 第3課, 第一章 */
const chineseOrdinal = /^第[\d一二三四五六七八九十百]{1,5}\p{L}{1,2}$/u;

const seasonAndEpisode = /^s\d{1,3} ?ep?\d{1,3}$/iu;

/**
 * "Lecture 7", "Trip report", "Ep. 4", "#5", "11": what it is, or which of several, and not what it is about. Nothing
 * of the kind stands alone as a title.
 */
function isKind(text: string): boolean {
  const whole = text.trim();
  if (!/\p{L}/u.test(whole) || chineseOrdinal.test(whole) || seasonAndEpisode.test(whole)) return true;
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+|\d+/gu) ?? [];
  const isNumbered = words.some((word) => /^\d/.test(word) || /^[ivx]{1,5}$/.test(word));
  const named = words.filter((word) => kinds.has(word) || (isNumbered && kindsOfNumbers.has(word)));
  if (named.length === 0) return words.every((word) => /^(?:\d+|[ivx]{2,5}|st|nd|rd|th)$/.test(word));
  const [first = '', ...rest] = words;
  if (rest.length === 1 && kinds.has(first) && /\p{sc=Arabic}/u.test(first)) return true;
  return words.every((word) => named.includes(word) || ordinal.test(word));
}
