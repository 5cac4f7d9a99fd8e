// What the lines of a title block look like. A new pattern is a row of a table and a function that reads it.
import type { PhrasingContent } from 'mdast';
import type { Source } from '../../diagnostics/index.ts';
import { startOf } from '../markdown/tree.ts';
import type { Field, TitleBlock } from '../notes.ts';
import { isDate, isPlace, partDate, readDateAndPlace } from './dates.ts';
import { cuts, cutText, fieldOf, oneLine, splitWords, trimmed } from './fields.ts';
import { isFilingLabel, labelMeaning } from './labels.ts';
import { behindKey } from './metadata.ts';
import { isEvent, isSurelySomebody, readBilling, readPeople, speakerFields } from './people.ts';

type TitleName = Exclude<keyof TitleBlock, 'tags' | 'details'>;
export type TitleFields = Readonly<Partial<Record<TitleName, Field>>>;

/**
 * What a line says of the talk; `detail` for one that speaks of it and stays a line of its own, `page` for one that a
 * program keeps of the notes: it is not shown.
 */
export type Meaning = TitleFields | 'detail' | 'page';

/** The heading that may name the talk, a heading right below it, a line of the blocks below, a line of a slide that is the cover, a line that is set off. */
export type LineKind = 'title' | 'heading-below' | 'line' | 'cover-line' | 'byline';

/** A line's words, and the same as one line of text. */
interface TitleWords {
  readonly content: readonly PhrasingContent[];
  readonly text: string;
  readonly source: Source;
}

interface TitlePattern {
  /** Something that it reads; held against it by a test. */
  readonly example: string;
  readonly read: (words: TitleWords) => Meaning | undefined;
}

/** What a heading may look like that names the talk and who gives it. */
const named: readonly TitlePattern[] = [
  { example: 'Title: Notes on Engines', read: labelledTitle },
  { example: '"Notes on Engines" by Ada Lovelace', read: titleBySpeaker },
  { example: 'Keynote: Ada Lovelace', read: keynote },
  { example: 'Notes on Engines - Ada Lovelace - Analytical Engines', read: titleDashSpeakerDashPlace },
  {
    example: 'Notes on Engines - Ada Lovelace (Analytical Engines), EngineConf 1843',
    read: titleDashSpeaker,
  },
];

const billed: readonly TitlePattern[] = [
  {
    example: 'Ada Lovelace (Analytical Engines)',
    read: ({ content, source }) => readBilling(content, 'dash', source),
  },
  { example: 'Ada Lovelace - Analytical Engines', read: speakerDashPlace },
  { example: 'by Ada Lovelace', read: bySpeaker },
];

const billedBelow: readonly TitlePattern[] = [
  ...billed,
  { example: 'Speaker: Ada Lovelace', read: labelledSpeaker },
];

const spoken: readonly TitlePattern[] = [
  {
    example: '[Slides](https://engines.org)',
    read: ({ content }) => (isOnlyLinks(content) ? 'detail' : undefined),
  },
  { example: 'Speaker: Ada Lovelace (Analytical Engines)', read: labelled },
  { example: 'A talk by Ada Lovelace', read: bySpeaker },
  { example: '14 September 2023', read: dated },
  { example: '#engines #talk', read: ({ text }) => (ofPage.test(text) ? 'page' : undefined) },
  { example: 'Talk for the Analytical Society, London, 14 September 2023', read: occasion },
  { example: 'Ada Lovelace, EngineConf 1843', read: billedWithOccasion },
  { example: 'Berlin, 14 September 2023', read: datedAndPlaced },
  { example: 'Prof. Ada Lovelace (Analytical Engines)', read: titledPerson },
  { example: 'Engine hall 2.14, Thu 14 September 2023, 16:00', read: occasionInParts },
];

/** By where a line stands; the first that understands it decides. */
export const titlePatterns: Readonly<Record<LineKind, readonly TitlePattern[]>> = {
  title: [...named, { example: 'Notes on Engines, 6 May 2023', read: datedTitle }],
  'heading-below': billedBelow,
  line: spoken,
  'cover-line': [...spoken, ...billed],
  byline: [...spoken, ...billed, { example: 'Ada Lovelace, engine team', read: speakerCommaRole }],
};

/** Letters that such a line has at most; more is a paragraph by accident. */
const longest: Readonly<Record<LineKind, number>> = {
  title: 300,
  'heading-below': 300,
  line: 200,
  'cover-line': 200,
  byline: 100,
};

/** What the first pattern says that understands the line. */
export function readMeaning(
  content: readonly PhrasingContent[],
  kind: LineKind,
  source: Source,
): Meaning | undefined {
  const text = oneLine(content);
  if (text === '' || text.length > longest[kind]) return undefined;
  return firstMeaning(titlePatterns[kind], { content, text, source });
}

function firstMeaning(patterns: readonly TitlePattern[], words: TitleWords): Meaning | undefined {
  for (const { read } of patterns) {
    const meaning = read(words);
    if (meaning !== undefined) return meaning;
  }
  return undefined;
}

/** `# Title: Notes on Engines`, with who speaks behind it as in other titles. "Podcast" says more than that. */
function labelledTitle({ content, text, source }: TitleWords): TitleFields | undefined {
  const [, label = '', value = ''] = labelAtStart.exec(text) ?? [];
  if (labelMeaning(label) !== 'title' || /^podcast$/i.test(label.trim()) || !/\p{L}/u.test(value))
    return undefined;
  const rest = behindKey(content, source);
  const words = { content: rest, text: oneLine(rest), source };
  const found = firstMeaning(titlePatterns.title, words);
  return typeof found === 'object' ? found : titled(rest, {}, source);
}

/** A label of speakers before what can only be names. */
function labelledSpeaker({ content, text, source }: TitleWords): TitleFields | undefined {
  const [, label = '', value = ''] = labelAtStart.exec(text) ?? [];
  if (labelMeaning(label) !== 'speaker') return undefined;
  return readBilling(behindKey(content, source), 'dash', source) ?? namedBy(value, content, source);
}

function namedBy(
  value: string,
  content: readonly PhrasingContent[],
  source: Source,
): TitleFields | undefined {
  const people = readPeople(value.trim(), 'by');
  return people && speakerFields(behindKey(content, source), people.names, people.affiliation, source);
}

const by = /(?:^|[\s"”“'’*])(by|von|par|por)\s+/gi;

/** `"Title" by Name`, `[Title](url) by [Name](url)`, `Title by First Last`. */
function titleBySpeaker({ content, source }: TitleWords): TitleFields | undefined {
  for (const [index, node] of [...content.entries()].reverse()) {
    if (node.type !== 'text') continue;
    for (const found of [...node.value.matchAll(by)].reverse()) {
      const word = found.index + found[0].search(/\p{L}/u);
      const [left, right] = splitWords(content, index, word, word, source.text);
      const people = cutText(right, 0, /^\S+\s+/, source.text);
      const billing = readBilling(people, isQuoted(left) ? 'by' : 'dash', source);
      if (billing !== undefined && oneLine(left) !== '') return titled(left, billing, source);
    }
  }
  return undefined;
}

const kindOfTalk =
  /^(\s*(?:(?:opening |closing )?keynote|lightning talk|invited talk|talk|tutorial|lecture|vortrag|conférence|charla))\s*[:：]\s*/i;

/** What is no name is the title, the kind of talk included. */
function keynote({ content, source }: TitleWords): TitleFields | undefined {
  const found = content[0]?.type === 'text' ? kindOfTalk.exec(content[0].value) : null;
  if (found === null) return undefined;
  const [kind, value] = [found[1]?.length ?? 0, found[0].length];
  const [, people] = splitWords(content, 0, value, value, source.text);
  const [title] = splitWords(content, 0, kind, kind, source.text);
  const billing = readBilling(people, 'dash', source);
  return billing && titled(title, billing, source);
}

/** Also `/`, which scripts without spaces prefer; a name must follow in any case. */
const separator = /\s+(?:[-–—|｜/•·]|--|---)\s+|\s*[／]\s*/gu;

/** Also with – — and |. */
function titleDashSpeaker({ content, source }: TitleWords): TitleFields | undefined {
  for (const [left, right] of cuts(content, separator, source)) {
    const billing = readBilling(right, 'dash', source);
    if (billing !== undefined && oneLine(left) !== '') return titled(left, billing, source);
  }
  return undefined;
}

/** Also with – — and |: who speaks, and behind the last of them where from. */
function titleDashSpeakerDashPlace({ content, source }: TitleWords): TitleFields | undefined {
  for (const [front, place] of cuts(content, separator, source)) {
    const affiliation = fieldOf(place, source);
    if (!affiliation || !isOrganisation(affiliation.text) || isEvent(affiliation.text)) continue;
    for (const [title, name] of cuts(front, separator, source)) {
      const people = readPeople(oneLine(name), 'dash');
      if (!people || people.affiliation !== undefined || !isSurelySomebody(people.names)) continue;
      if (oneLine(title) === '') continue;
      return titled(title, { ...speakerFields(name, people.names, undefined, source), affiliation }, source);
    }
  }
  return undefined;
}

/** Where a speaker is from, behind a dash, a comma or "at": a few words with capitals. */
function speakerDashPlace({ content, source }: TitleWords): TitleFields | undefined {
  for (const [left, right] of cuts(
    content,
    /\s+(?:[-–—|·@]|--|at|von|bei|chez|de)\s+|\s*[,，]\s*/gu,
    source,
  )) {
    const people = readPeople(oneLine(left), 'dash');
    const affiliation = fieldOf(right, source);
    if (people === undefined || affiliation === undefined || !isOrganisation(affiliation.text)) continue;
    return { ...speakerFields(left, people.names, undefined, source), affiliation };
  }
  return undefined;
}

/** What somebody is, in a few words without capitals. */
function speakerCommaRole({ content, source }: TitleWords): TitleFields | undefined {
  for (const [left, right] of cuts(content, /\s*[,，]\s*/gu, source)) {
    const people = readPeople(oneLine(left), 'dash');
    const role = fieldOf(right, source);
    if (people && role && /^\p{Ll}[\p{L}\p{M}’'-]*(?: [\p{L}\p{M}’'-]+){0,4}$/u.test(role.text))
      return { ...speakerFields(left, people.names, undefined, source), affiliation: role };
  }
  return undefined;
}

const ofOrganisation =
  /^(?:of|for|the|and|de|du|des|für|und|e|y|et|at|technolog(?:y|ies)|systems?|labs?|research|software|solutions|consulting|institute|university|foundation|group|team|studios?|media|networks?|inc|ltd|llc|gmbh|ag|co|corp)[.,]?$/u;

function isOrganisation(text: string): boolean {
  const [first = '', ...others] = text.split(/\s+/);
  return (
    others.length <= 5 &&
    /^[\p{Lu}\p{Lo}&]/u.test(first) &&
    others.every((word) => /^[\p{Lu}\p{Lo}&]/u.test(word) || ofOrganisation.test(word))
  );
}

/** A title with a date, and perhaps a speaker before it. */
function datedTitle({ content, source }: TitleWords): TitleFields | undefined {
  const parted = partDate(content, source);
  if (!parted) return undefined;
  const { rest, date } = parted;
  const found = firstMeaning(named, { content: rest, text: oneLine(rest), source });
  const title = fieldOf(rest, source);
  return { date, ...(typeof found === 'object' ? found : title ? { title } : {}) };
}

/** A title, without the quotation marks around it. */
function titled(content: readonly PhrasingContent[], others: TitleFields, source: Source): TitleFields {
  const title = fieldOf(unquoted(content, source.text), source);
  return { ...(title ? { title } : {}), ...others };
}

const openQuote = /^\s*["“„«「『]/;
const closeQuote = /["”“»」』]\s*$/;

function isQuoted(content: readonly PhrasingContent[]): boolean {
  const text = oneLine(content);
  const only = content.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  return (openQuote.test(text) && closeQuote.test(text)) || (only.length === 1 && only[0]?.type !== 'text');
}

function unquoted(content: readonly PhrasingContent[], source: string): PhrasingContent[] {
  const text = oneLine(content);
  if (!openQuote.test(text) || !closeQuote.test(text)) return [...content];
  return cutText(cutText(trimmed(content, source), 0, openQuote, source), -1, closeQuote, source);
}

const linkJoint = /^[\s,;|·•–—/()-]*$/;

function isOnlyLinks(line: readonly PhrasingContent[]): boolean {
  const links = line.filter((node) => node.type === 'link');
  return (
    links.length > 0 &&
    !links.some(({ url }) => url.startsWith('#')) &&
    line.every((node) => node.type === 'link' || (node.type === 'text' && linkJoint.test(node.value)))
  );
}

/** Words before a colon, or a sign alone: 📅. */
const labelAtStart = /^([^:：]{1,30}?(?=\s*[:：])|\p{Extended_Pictographic}\ufe0f?(?=\s))\s*[:：]?\s*(.+)$/u;

/** Who is presented by these is no speaker of the usual kind: the label says what. */
const telling = /^(?:guests?|gast|interviewee|preacher|trainers?|tutor|teacher|[^\p{L}]*)$/iu;

/** What says nothing that its place on the slide does not say is not shown; the field's text is the value alone. */
function labelled({ content, text, source }: TitleWords): Meaning | undefined {
  const [, label, value = ''] = labelAtStart.exec(text) ?? [];
  if (label === undefined) return undefined;
  const meaning = labelMeaning(label);
  if (meaning === 'detail' || isFilingLabel(label)) return text.length <= 100 ? 'page' : undefined;
  if (meaning === 'date' && !/\d/.test(value)) return 'detail';
  if (meaning === 'title') return titled(behindKey(content, source), {}, source);
  if (meaning === undefined || meaning === 'link' || meaning === 'machine')
    return pointsSomewhere(content) ? 'detail' : undefined;
  if (meaning === 'others') return 'detail';
  if (value.trim().length > 120) return undefined;
  const people = meaning === 'speaker' ? readPeople(value.trim(), 'by') : undefined;
  const start = content[0] ? startOf(content[0]) : 0;
  // A label that another markup writes in another way, or not at all, has no place of its own in the notes.
  const isWritten = source.text.slice(start, start + label.length + 4).includes(label.trim());
  const isTelling = meaning === 'affiliation' || meaning === 'event' || telling.test(label);
  const shown = isTelling ? content : behindKey(content, source);
  if (people !== undefined && isWritten)
    return speakerFields(shown, people.names, people.affiliation, source);
  const field = fieldOf(shown, source, value.trim());
  const whole = isWritten ? undefined : fieldOf(content, source);
  if (field && whole) return { [meaning]: { ...field, span: whole.span } };
  return field && { [meaning]: field };
}

/** `Label: https://…` or `Label: [words](url)`: the value is links and nothing else. */
function pointsSomewhere(line: readonly PhrasingContent[]): boolean {
  const first = line.findIndex((node) => node.type === 'link');
  if (first <= 0 || !/[:：]\s*$/.test(oneLine(line.slice(0, first)))) return false;
  return isOnlyLinks(line.slice(first));
}

const byWords =
  /^(?:(?:(?:based|notes?|summary|adapted|slides) (?:on|of|from|for) )?(?:an? |the )?(?:talk|lecture|keynote|workshop|vortrag|conférence|exposé|charla|ponencia|palestra|relazione) (?:given )?|presented |given |held )?(?:by|von|par|de|di)\s/i;

function bySpeaker({ content, text, source }: TitleWords): TitleFields | undefined {
  if (!byWords.test(text)) return undefined;
  const people = cutText(content, 0, /^\s*by(?:\s+|$)/i, source.text);
  if (people[0] !== content[0])
    return (
      readBilling(people, 'dash', source) ??
      speakerDashPlace({ content: people, text: oneLine(people), source })
    );
  for (const [left, right] of cuts(content, /\s*[,，·|]\s*/gu, source)) {
    const date = isDate(oneLine(right)) ? fieldOf(right, source) : undefined;
    const billed = date && bySpeaker({ content: left, text: oneLine(left), source });
    if (billed) return { ...billed, date };
  }
  const [, said] = /\s(?:by|von|par|de|di)\s+(.+)$/i.exec(text) ?? [];
  const names = said && (readPeople(said, 'dash') ?? readPeople(beforeComma(said), 'dash'));
  return names ? speakerFields(content, names.names, names.affiliation, source) : undefined;
}

/** "by Ada Lovelace", "Dr. Ada Lovelace", "Ada Lovelace (@ada)", "Speaker: Ada Lovelace": nothing else is written so. */
export function saysWhoSpeaks(line: string): boolean {
  const [, label = ''] = labelAtStart.exec(line) ?? [];
  return (
    (byWords.test(line) && !/^(?:von|par|de|di)\s/i.test(line)) ||
    /^(?:prof|dr|revd?)\.?\s/i.test(line) ||
    /[(（]@[\w.-]{1,40}[)）]$/.test(line) ||
    labelMeaning(label) === 'speaker'
  );
}

/** "Ada Lovelace" of "Ada Lovelace, Analytical Engines", where no sentence goes on and no day is said. */
function beforeComma(said: string): string {
  const [name = '', rest = ''] = said.split(/\s*[,，]\s*(.*)/);
  return rest.length <= 60 && !/[.!?]$|\d/.test(rest) ? name : '';
}

/** A name with the event or the day behind it: without one it may be anybody's. */
function billedWithOccasion({ content, source }: TitleWords): TitleFields | undefined {
  const billing = readBilling(content, 'dash', source);
  return billing?.event || billing?.date ? billing : undefined;
}

/** What programs say of a page, and what they sort it by: a time of day, tags, numbers. */
const ofPage =
  /^(?:(?:created|last (?:edited|modified|updated)) (?:by|on|at) .{1,100}|\d{1,2}[:.]\d\d(?: ?[ap]m)?|(?:#[\p{L}\p{N}_/-]+|\d{8,14})(?:[\s,]+#[\p{L}\p{N}_/-]+)*)$/iu;

function dated({ content, text, source }: TitleWords): TitleFields | undefined {
  const date = isDate(text) ? fieldOf(content, source) : undefined;
  return date && { date };
}

function datedAndPlaced({ content, text, source }: TitleWords): TitleFields | undefined {
  const both = readDateAndPlace(text);
  const only = content.length === 1 ? content[0] : undefined;
  if (both === undefined || only?.type !== 'text') return undefined;
  const joint = /\s*[,·|]\s*/g;
  joint.lastIndex = only.value.startsWith(both.date) ? both.date.length : both.place.length;
  const found = joint.exec(only.value);
  if (found === null) return undefined;
  const [left, right] = splitWords(content, 0, found.index, found.index + found[0].length, source.text);
  const first = fieldOf(cutText(left, 0, /^\s+/, source.text), source);
  const second = fieldOf(right, source);
  if (!first || !second) return undefined;
  const [date, where] = text.startsWith(both.date) ? [first, second] : [second, first];
  return isEvent(where.text) ? { event: where, date } : { place: where, date };
}

/** Characters and parts of a line that says when and where, and words of each part. */
const inParts = { characters: 120, least: 2, most: 7, words: 6 } as const;

const betweenParts = /\s*[,，;·|]\s*/gu;

/** "16:00", "7.15 pm", "14:15–15:45 Uhr", "9 h 30 – 12 h 45". */
const time =
  /^(?:\d{1,2}(?:[:.]\d\d| ?h(?: ?\d\d)?)(?: ?[ap]\.?m\.?| uhr)?|\d{1,2} ?[ap]\.?m\.?)(?:\s*(?:[-–—]|to|bis|à|for)\s*\d{1,2}(?:[:.]\d\d| ?h(?: ?\d\d)?)(?: ?[ap]\.?m\.?)?(?: uhr)?)?$/iu;

const honorific =
  /^(?:prof|dr|mr|mrs|ms|miss|sir|dame|rev|revd|fr|pastor|rabbi|imam|cllr|herr|frau|doz|pd|mme|m|mlle|sr|sra|don|ing|доц|проф|д|د|أ)\.?\s(?=\S)/iu;

/** "5 May 2024 | Town Hall": a bar is no sign of print. */
function withoutBars(node: PhrasingContent): PhrasingContent {
  return node.type === 'text' ? { ...node, value: node.value.replace(/ \| /g, ' · ') } : node;
}

/** Somebody with a title, and where from. */
function titledPerson({ content, text, source }: TitleWords): TitleFields | undefined {
  const people = honorific.test(text) ? readPeople(text, 'by') : undefined;
  return people && speakerFields(content, people.names, people.affiliation, source);
}

/**
 * "Biology 2.14, Thu 18 Jan 2024, 16:00": parts between commas, one of them a day, or two others and a time of day. They stay
 * one line, but for a person with a title that it begins with. Words of a sentence are none of these parts.
 */
function occasionInParts({ content, text, source }: TitleWords): TitleFields | undefined {
  const parts = text.split(betweenParts);
  if (text.length > inParts.characters || parts.length < inParts.least || parts.length > inParts.most)
    return undefined;
  const day = parts.find((part) => isDate(part) && !/^on\s/i.test(part));
  const isTimed = parts.length > inParts.least && parts.some((part) => time.test(part));
  if (day === undefined && !isTimed) return undefined;
  if (!parts.every((part) => isDate(part) || time.test(part) || isOccasionPart(part))) return undefined;
  const first = parts[0] ?? '';
  const [name = content, rest = []] = honorific.test(first)
    ? (cuts(content, betweenParts, source).at(-1) ?? [])
    : [];
  const people = rest.length > 0 ? readPeople(first.replace(/\.(?= )/g, ''), 'by') : undefined;
  const date = fieldOf(people ? rest : content, source, day);
  const line = date && { ...date, content: date.content.map(withoutBars) };
  return line && { ...(people ? speakerFields(name, first, undefined, source) : {}), date: line };
}

/** "Beekeepers, monthly meeting, 9 April, the Plough": what stands before the day, and from the day on. */
export function partTitleAndDay(
  content: readonly PhrasingContent[],
  source: Source,
): readonly [PhrasingContent[], PhrasingContent[]] | undefined {
  const text = oneLine(content);
  const parts = text.split(betweenParts);
  const at = parts.findIndex((part) => isDate(part));
  if (
    text.length > inParts.characters ||
    at < 1 ||
    !parts.every((part) => isDate(part) || time.test(part) || isOccasionPart(part))
  )
    return undefined;
  return cuts(content, betweenParts, source).at(-at);
}

/** A few words that are no clause: a room, a house, a person, how many came. */
function isOccasionPart(part: string): boolean {
  const words = part.split(/\s+/);
  const isName =
    /^[\p{Lu}\p{Lo}\d~]/u.test(part) ||
    words.length < 3 ||
    words.slice(1).some((word) => /^\p{Lu}/u.test(word));
  const isSentence = /[:：]\s|(?<=\p{Ll}{4}|\d|\))[.!?]\s+\p{Lu}|[.!?:：]$/u;
  return (
    words.length <= inParts.words &&
    isName &&
    !isSentence.test(part.replace(/\b(?:st|dr|prof|nr|str|dept|univ|inst|bldg|rm|no)\.$/iu, ''))
  );
}

/** What is given, and before whom; what follows is the occasion. */
const givenAt =
  /^(?:(?:an? |the )?(?:talk|lecture|keynote|workshop|seminar|presentation|vortrag|conférence|exposé|charla|ponencia|palestra|relazione|lezing)(?: (?:given|held))?|presented|given|held|gehalten) (?:for|at|to|in|before|bei[mn]?|für|vor|auf|am|im|in|à|pour|au|chez|devant|para|en|no|na|per|al|alla|voor|bij|op) /i;

/** "Talk for the Green Streets group, Leeds, 3 May": before whom, where perhaps, and when. Without a day it may be anything. */
function occasion({ content, text, source }: TitleWords): TitleFields | undefined {
  if (!givenAt.test(text)) return undefined;
  for (const [left, right] of cuts(content, /\s*[,，·|]\s*/gu, source)) {
    const when = oneLine(right);
    const both = isDate(when) ? undefined : datedAndPlaced({ content: right, text: when, source });
    const date = isDate(when) ? fieldOf(right, source) : both?.date;
    if (!date) continue;
    const [[before, behind] = [left, []]] = both ? [] : cuts(left, /\s*[,，·|]\s*/gu, source);
    const place = isPlace(oneLine(behind)) ? fieldOf(behind, source) : (both?.place ?? both?.event);
    const event = fieldOf(place === undefined || both ? left : before, source);
    if (event) return { event, ...(place ? { place } : {}), date };
  }
  return undefined;
}
