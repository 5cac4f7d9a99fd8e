import type { PhrasingContent } from 'mdast';
import type { Source } from '../../diagnostics/index.ts';
import type { Field } from '../notes.ts';
import { isDate } from './dates.ts';
import { cuts, cutText, fieldOf, oneLine, splitWords } from './fields.ts';
import { readPeople } from './person-names.ts';

/** What stands behind a title: who speaks, and on what occasion. */
export interface Billing {
  readonly speaker?: Field;
  readonly affiliation?: Field;
  readonly event?: Field;
  readonly date?: Field;
}

const joint = /\s*[,，、]\s*|\s+(?:[-–—|｜•·/]|--|---|at|@)\s+|\s*／\s*/gu;

/**
 * `First Last`, `First Last (Where)`, and behind a comma or dash the event or the date. Nothing
 * unless all of it is one of these: half a guess would tear a title apart.
 */
export function readBilling(
  content: readonly PhrasingContent[],
  evidence: 'by' | 'dash',
  source: Source,
): Billing | undefined {
  const alone = readSpeakers(content, evidence, source);
  if (alone !== undefined) return alone;
  for (const [left, right] of cuts(content, joint, source)) {
    const speakers = readSpeakers(left, evidence, source);
    const occasion = speakers && readOccasion(right, source);
    if (occasion !== undefined) return { ...speakers, ...occasion };
  }
  return undefined;
}

function readSpeakers(
  content: readonly PhrasingContent[],
  evidence: 'by' | 'dash',
  source: Source,
): Billing | undefined {
  const people = readPeople(oneLine(content), evidence);
  return people && speakerFields(content, people.names, people.affiliation, source);
}

function readOccasion(content: readonly PhrasingContent[], source: Source): Billing | undefined {
  const text = oneLine(content);
  const field = fieldOf(content, source);
  if (field === undefined) return undefined;
  if (isDate(text) || /^(?:19|20)\d\d$/.test(text)) return { date: field };
  for (const [left, right] of cuts(content, joint, source)) {
    const event = fieldOf(left, source);
    const date = fieldOf(right, source);
    if (event && date && isDate(date.text) && isEvent(event.text)) return { event, date };
  }
  return isEvent(text) ? { event: field } : undefined;
}

const eventWord =
  /(?:conf(?:erence)?|summit|meet-?up|workshop|symposium|camp|days?|week|fest(?:ival)?|forum|congress|colloquium|seminar|meeting|expo|con|konferenz|tagung|kolloquium)(?:\s|$)/iu;

/** A short name with a capital letter that has a year or a word for a gathering. Asked only beside a name. */
function isEvent(text: string): boolean {
  const words = text.split(/\s+/).length;
  return (
    words <= 7 && /^[\p{Lu}\p{Lo}\d]/u.test(text) && (/\b(?:19|20)\d\d\b/.test(text) || eventWord.test(text))
  );
}

/** Splits "Name (Where)" when the bracket stands in plain text; else both stay together. */
export function speakerFields(
  content: readonly PhrasingContent[],
  names: string,
  where: string | undefined,
  source: Source,
): Pick<Billing, 'speaker' | 'affiliation'> {
  const last = content.at(-1);
  const bracket = last?.type === 'text' ? /\s*[(（]([^()（）]*)[)）]\s*$/.exec(last.value) : null;
  if (where === undefined || bracket === null) {
    const speaker = fieldOf(content, source, names);
    return speaker ? { speaker } : {};
  }
  const [left, right] = splitWords(content, content.length - 1, bracket.index, bracket.index, source.text);
  const inside = cutText(cutText(right, 0, /^\s*[(（]\s*/, source.text), -1, /\s*[)）]\s*$/, source.text);
  const speaker = fieldOf(left, source, names);
  const affiliation = fieldOf(inside, source, where);
  return { ...(speaker ? { speaker } : {}), ...(affiliation ? { affiliation } : {}) };
}
