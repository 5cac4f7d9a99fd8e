import type { PhrasingContent } from 'mdast';
import type { Source } from '../../diagnostics/index.ts';
import type { Field } from '../notes.ts';
import { readBilling, speakerFields } from './billing.ts';
import { isDate, readDateAndPlace } from './dates.ts';
import { cutText, fieldOf, oneLine, splitContent } from './fields.ts';
import { meaningOf } from './labels.ts';
import { readPeople } from './person-names.ts';

export type MetaName = 'speaker' | 'affiliation' | 'event' | 'date' | 'place' | 'subtitle';
export type MetaFields = Readonly<Partial<Record<MetaName, Field>>>;

/**
 * What a line under the title says about the talk: fields, or `link` for one that only points
 * somewhere. Nothing for ordinary words. The label stays in the field's content, so that it
 * is shown as written; the field's text is the value alone.
 */
export function readMetaLine(
  line: readonly PhrasingContent[],
  source: Source,
): MetaFields | 'link' | undefined {
  const text = oneLine(line);
  if (text === '' || text.length > 200) return undefined;
  if (isOnlyLinks(line)) return 'link';
  return labelled(line, text, source) ?? bySpeaker(line, text, source) ?? dated(line, text, source);
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

function labelled(
  line: readonly PhrasingContent[],
  text: string,
  source: Source,
): MetaFields | 'link' | undefined {
  const found = /^([^:：]{1,30}?)\s*[:：]\s*(.+)$/.exec(text);
  if (found === null) return undefined;
  const meaning = meaningOf(found[1] as string);
  const value = (found[2] as string).trim();
  if (meaning === 'detail') return text.length <= 100 ? 'link' : undefined;
  if (pointsSomewhere(line))
    return meaning === undefined || meaning === 'link' ? 'link' : labelField(line, meaning, value, source);
  return meaning === undefined || meaning === 'link' ? undefined : labelField(line, meaning, value, source);
}

/** `Label: https://…` or `Label: [words](url)`: the value is links and nothing else. */
function pointsSomewhere(line: readonly PhrasingContent[]): boolean {
  const first = line.findIndex((node) => node.type === 'link');
  if (first <= 0 || !/[:：]\s*$/.test(oneLine(line.slice(0, first)))) return false;
  return isOnlyLinks(line.slice(first));
}

function labelField(
  line: readonly PhrasingContent[],
  name: MetaName,
  value: string,
  source: Source,
): MetaFields | undefined {
  if (value.length > 120) return undefined;
  const people = name === 'speaker' ? readPeople(value, 'by') : undefined;
  if (people !== undefined) return speakerFields(line, people.names, people.affiliation, source);
  const field = fieldOf(line, source, value);
  return field && { [name]: field };
}

function bySpeaker(line: readonly PhrasingContent[], text: string, source: Source): MetaFields | undefined {
  if (!/^(?:(?:a )?talk |presented |given )?by\s/i.test(text)) return undefined;
  const people = cutText(line, 0, /^\s*by(?:\s+|$)/i, source.text);
  if (people[0] !== line[0]) return readBilling(people, 'dash', source);
  const found = /\sby\s+(.+)$/i.exec(text);
  const named = found && readPeople(found[1] as string, 'dash');
  return named ? speakerFields(line, named.names, named.affiliation, source) : undefined;
}

function dated(line: readonly PhrasingContent[], text: string, source: Source): MetaFields | undefined {
  const whole = fieldOf(line, source);
  if (whole && isDate(text)) return { date: whole };
  const both = readDateAndPlace(text);
  const only = line.length === 1 ? line[0] : undefined;
  if (both === undefined || only?.type !== 'text') return undefined;
  const joint = /\s*[,·|]\s*/g;
  joint.lastIndex = only.value.startsWith(both.date) ? both.date.length : both.place.length;
  const found = joint.exec(only.value);
  if (found === null) return undefined;
  const [left, right] = splitContent(line, 0, found.index, found.index + found[0].length, source.text);
  const first = fieldOf(cutText(left, 0, /^\s+/, source.text), source);
  const second = fieldOf(right, source);
  if (!first || !second) return undefined;
  return text.startsWith(both.date) ? { date: first, place: second } : { place: first, date: second };
}
