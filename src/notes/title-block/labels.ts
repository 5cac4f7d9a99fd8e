import type { Source } from '../../diagnostics/index.ts';
import type { Field, TitleBlock } from '../notes.ts';

/** The fields that a `Label: value` line under the title may fill; `link` and `detail` stay lines of their own. */
type LabelMeaning = Exclude<keyof TitleBlock, 'title' | 'tags' | 'details'> | 'link' | 'detail';

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
export function labelMeaning(label: string): LabelMeaning | undefined {
  return meanings.get(
    label
      .trim()
      .replace(/\(s\)$/i, '')
      .toLowerCase(),
  );
}

type Known = Omit<TitleBlock, 'details' | 'title'> & { readonly title?: Field };

const keys: readonly (readonly [Exclude<keyof Known, 'tags'>, readonly string[]])[] = [
  ['title', ['title', 'titel', 'titre']],
  ['subtitle', ['subtitle', 'subtitel', 'untertitel']],
  ['speaker', ['speaker', 'speakers', 'presenter', 'presenters', 'author', 'authors']],
  ['affiliation', ['affiliation', 'company', 'institute', 'institution', 'organization']],
  ['event', ['event', 'conference', 'meetup']],
  ['date', ['date']],
  ['place', ['place', 'location', 'venue']],
];

/** Whether a value of this key is shown on the title slide. */
export function saysOfTheTalk(key: string): boolean {
  return keys.some(([, candidates]) => candidates.includes(key.toLowerCase()));
}

/** What the front matter says about the talk. Several speakers become one field. */
export function frontMatterTitle(fields: ReadonlyMap<string, readonly Field[]>, source: Source): Known {
  const known: { -readonly [key in keyof Known]: Known[key] } = {};
  for (const [name, candidates] of keys) {
    const key = candidates.find((candidate) => fields.has(candidate));
    const field = key === undefined ? undefined : joined(fields.get(key) ?? [], source);
    if (field !== undefined) known[name] = field;
  }
  const tags = fields.get('tags') ?? fields.get('keywords');
  if (tags !== undefined) known.tags = tags;
  return known;
}

function joined(fields: readonly Field[], source: Source): Field | undefined {
  const first = fields[0];
  const last = fields.at(-1);
  if (first === undefined || last === undefined || first === last) return first;
  const text = fields.map((field) => field.text).join(', ');
  const span = { path: source.path, start: first.span.start, end: last.span.end };
  const position = first.content[0]?.position;
  return { text, content: [{ type: 'text', value: text, ...(position ? { position } : {}) }], span };
}
