import type { PhrasingContent } from 'mdast';
import type { Source } from '../../diagnostics/index.ts';
import type { Field } from '../notes.ts';
import { readBilling, speakerFields } from './billing.ts';
import { isDate, readDateAndPlace } from './dates.ts';
import { cutText, fieldOf, oneLine, splitWords } from './fields.ts';
import { readPeople } from './person-names.ts';

export type MetaName = 'speaker' | 'affiliation' | 'event' | 'date' | 'place' | 'subtitle';
export type MetaFields = Readonly<Partial<Record<MetaName, Field>>>;

/** A line under the title: its words, and the same as one line of text. */
interface TitleLine {
  readonly content: readonly PhrasingContent[];
  readonly text: string;
  readonly source: Source;
}

/** What the line says: fields, `link` for one that only points somewhere, undefined for ordinary words. */
type LineMeaning = MetaFields | 'link' | undefined;

/** What a line may look like, and how it is read. The first that understands it decides. */
const patterns: readonly { readonly example: string; readonly read: (line: TitleLine) => LineMeaning }[] = [
  { example: '[Slides](…), [video](…)', read: ({ content }) => (isOnlyLinks(content) ? 'link' : undefined) },
  { example: 'Speaker: Ada Lovelace (Analytical Engines)', read: labelled },
  { example: 'A talk by Ada Lovelace', read: bySpeaker },
  { example: '14 September 2023', read: dated },
  { example: 'Berlin, 14 September 2023', read: datedAndPlaced },
];

/** The label stays in the field's content, so that it is shown as written; the field's text is the value alone. */
export function readMetaLine(content: readonly PhrasingContent[], source: Source): LineMeaning {
  const text = oneLine(content);
  if (text === '' || text.length > 200) return undefined;
  for (const { read } of patterns) {
    const meaning = read({ content, text, source });
    if (meaning !== undefined) return meaning;
  }
  return undefined;
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

function labelled({ content, text, source }: TitleLine): LineMeaning {
  const found = /^([^:：]{1,30}?)\s*[:：]\s*(.+)$/.exec(text);
  if (found === null) return undefined;
  const meaning = meaningOf(found[1] as string);
  if (meaning === 'detail') return text.length <= 100 ? 'link' : undefined;
  if (meaning === undefined || meaning === 'link') return pointsSomewhere(content) ? 'link' : undefined;
  return labelField(content, meaning, (found[2] as string).trim(), source);
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

function bySpeaker({ content, text, source }: TitleLine): LineMeaning {
  if (!/^(?:(?:a )?talk |presented |given )?by\s/i.test(text)) return undefined;
  const people = cutText(content, 0, /^\s*by(?:\s+|$)/i, source.text);
  if (people[0] !== content[0]) return readBilling(people, 'dash', source);
  const found = /\sby\s+(.+)$/i.exec(text);
  const named = found && readPeople(found[1] as string, 'dash');
  return named ? speakerFields(content, named.names, named.affiliation, source) : undefined;
}

function dated({ content, text, source }: TitleLine): LineMeaning {
  const date = isDate(text) ? fieldOf(content, source) : undefined;
  return date && { date };
}

function datedAndPlaced({ content, text, source }: TitleLine): LineMeaning {
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
  return text.startsWith(both.date) ? { date: first, place: second } : { place: first, date: second };
}

/** The fields that a `Label: value` line under the title may fill; `link` and `detail` stay lines of their own. */
export type LabelMeaning =
  | 'speaker'
  | 'affiliation'
  | 'event'
  | 'date'
  | 'place'
  | 'subtitle'
  | 'link'
  | 'detail';

const labels: Readonly<Record<LabelMeaning, string>> = {
  speaker:
    'speaker,speakers,presenter,presenters,presented by,author,authors,by,talk by,speaker name,referent,referentin,referenten,sprecher,sprecherin,vortragende,vortragender,' +
    'autor,autorin,autoren,auteur,auteurs,orateur,intervenant,ponente,ponentes,autores,relatore,relatori,autore,autori,palestrante,spreker,autori,登壇者,発表者,講演者,著者,演讲者,讲者,演讲人,作者,講者,발표자,저자',
  affiliation:
    'affiliation,company,organization,organisation,institution,university,firma,organisationseinheit,所属,单位',
  event:
    'event,conference,meetup,series,seminar,konferenz,veranstaltung,conférence,événement,evento,conferencia,conferenza,conferência,evenement,イベント,会议,活动',
  date: 'date,when,day,datum,wann,fecha,data,日付,日時,日期,时间,날짜',
  place:
    'place,location,venue,where,room,city,ort,wo,raum,lieu,salle,lugar,sala,luogo,local,plaats,loc,場所,会場,地点',
  subtitle: 'subtitle,untertitel,sous-titre,subtítulo,sottotitolo',
  detail:
    'tags,tag,status,type,created,created by,created time,created at,last edited,last edited time,last edited by,last updated,updated,duration,level,track,format,category,schlagwörter,stand,étiquettes,etiquetas,タグ,标签,状态,태그',
  link:
    'link,links,url,slides,slide deck,deck,video,recording,video recording,talk,paper,pdf,arxiv,code,repo,repository,github,source,website,web,homepage,blog,doc,docs,transcript,' +
    'youtube,twitter,folien,aufzeichnung,quelle,vidéo,diapositives,grabación,vídeo,diapositivas,スライド,動画,資料,链接,视频,论文',
};

const meanings: ReadonlyMap<string, LabelMeaning> = new Map(
  (Object.keys(labels) as LabelMeaning[]).flatMap((meaning) =>
    labels[meaning].split(',').map((label) => [label, meaning] as const),
  ),
);

/** What a label before a colon means, if anything. */
export function meaningOf(label: string): LabelMeaning | undefined {
  return meanings.get(
    label
      .trim()
      .replace(/\(s\)$/i, '')
      .toLowerCase(),
  );
}
