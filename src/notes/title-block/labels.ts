import type { Source } from '../../diagnostics/index.ts';
import type { Field, TitleBlock } from '../notes.ts';
import { isDate } from './dates.ts';

/** The fields that a `Label: value` line may fill; `link`, `others` (people) and `detail` stay lines of their own, `machine` says nothing to people. */
export type LabelMeaning =
  | Exclude<keyof TitleBlock, 'tags' | 'details'>
  | 'link'
  | 'others'
  | 'detail'
  | 'machine';

const labels: Readonly<Record<LabelMeaning, string>> = {
  title:
    'title,podcast,talk title,title of the talk,titel,vortragstitel,titel des vortrags,titre,título,titolo,タイトル,題名,演題,标题,標題,题目,제목,название,العنوان,כותרת',
  speaker:
    'speaker,speakers,presenter,presenters,presented by,author,authors,by,talk by,speaker name,referent,referentin,referenten,sprecher,sprecherin,vortragende,vortragender,' +
    'autor,autorin,autoren,auteur,auteurs,orateur,intervenant,ponente,ponentes,autores,relatore,relatori,autore,autori,palestrante,spreker,autori,登壇者,発表者,講演者,著者,演讲者,讲者,演讲人,作者,講者,발표자,저자,' +
    '🎤,🗣,👤,👥,guest,guests,gast,given by,held by,delivered by,lecturer,lecturers,instructor,instructors,teacher,trainer,trainers,tutor,preacher,professor,prof,speaking,interviewee,vortrag von,' +
    'dozent,dozentin,dozenten,lehrende,dozierende,lehrer,lehrerin,conférencier,conférencière,enseignant,enseignante,professeur,professeure,formateur,formatrice,conferenciante,profesor,profesora,docente,docenti,professore,professoressa,relatrice,professora,docent,spreekster,föreläsare,wykładowca,prowadzący,' +
    '講師,講演,登壇,発表,讲师,主讲,主讲人,講員,강사,연사,докладчик,спикер,автор,лектор,преподаватель,ведущий,лекторка,доповідач,المتحدث,المحاضر,الأستاذ,الأستاذة,الدكتور,الدكتورة,מרצה,המרצה',
  affiliation:
    'affiliation,company,organization,organisation,institution,university,firma,organisationseinheit,所属,单位',
  event:
    'event,event name,conference,meetup,series,seminar,occasion,journal,published in,konferenz,veranstaltung,reihe,anlass,tagung,conférence,événement,série,' +
    'evento,conferencia,serie,conferenza,conferência,evenement,course,modul,kurs,lehrveranstaltung,fach,vorlesung,cours,matière,asignatura,curso,corso,insegnamento,disciplina,vak,' +
    'イベント,科目,授業,会议,活动,课程,課程,행사,과목,강좌,мероприятие,конференция,курс,дисциплина,предмет,المقرر,المادة,الفعالية,קורס',
  date: '📅,🗓,📆,date,date and time,when,day,year,datum,wann,jahr,année,fecha,año,data,anno,ano,日付,日時,日期,时间,年,날짜,дата,когда,التاريخ,תאריך,recorded,recorded on,recording date,held,held on,termin,zeit,日程,开课时间,일시',
  place:
    '📍,🏢,place,location,venue,where,room,city,ort,wo,raum,lieu,salle,lugar,sala,luogo,local,plaats,loc,場所,会場,地点,장소,место,аудитория,где,المكان,القاعة,מקום,lecture theatre,hall,campus,hörsaal,saal,amphi,aula,教室,강의실,recorded at',
  subtitle: 'subtitle,untertitel,sous-titre,subtítulo,sottotitolo',
  detail:
    'tags,tag,length,listened,status,type,created,created by,created time,created at,last edited,last edited time,last edited by,last updated,updated,duration,level,track,format,category,schlagwörter,stand,time,contact,kontakt,uhrzeit,heure,hora,étiquettes,etiquetas,タグ,标签,状态,태그',
  link:
    'link,links,url,slides,slide deck,deck,video,recording,video recording,talk,paper,pdf,arxiv,code,repo,repository,github,source,website,web,homepage,blog,doc,docs,transcript,' +
    'youtube,twitter,folien,aufzeichnung,quelle,vidéo,diapositives,grabación,vídeo,diapositivas,スライド,動画,資料,链接,视频,论文',
  others:
    'attendees,attendee,participants,present,absent,apologies,host,chair,facilitator,moderator,moderators,moderation,scribe,scribes,note taker,note takers,notetaker,notetakers,note-taker,timekeeper,teilnehmer,teilnehmende,anwesend,' +
    'entschuldigt,protokoll,mitschrift,notes by,notes taken by,transcribed by,interviewer,also present,reviewers,reviewer,secretary,minute taker,minutes by,written by,' +
    'prise de notes,secrétaire,記録,記録者,기록,записал,записала,конспект,كتبها,كتبه,participants,présents,excusés,asistentes,参加者,出席者,参会人员',
  machine:
    'slug,options,startup,property,email,category,categories,keywords,keyword,modified,updated at,css,layout,template,theme,permalink,published,draft,lang,language,summary,description,excerpt,' +
    'aliases,cssclass,cssclasses,id,uid,image,cover,thumbnail,base header level,html header level,quotes language,latex input,save_as,url_slug,toc,comments,weight',
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
      .replace(/\(s\)$|\ufe0f/gi, '')
      .toLowerCase(),
  );
}

const filing =
  /^(?:tags?|keywords?|key words|categor(?:y|ies)|labels|schlagwörter|schlagworte|stichwörter|stichworte|kategorien?|mots[- ]clés?|étiquettes?|catégories?|etiquetas|palabras clave|palavras-chave|categorías?|categorias?|parole chiave|etichette|categorie|trefwoorden|categorieën|теги|метки|ключевые слова|категории|タグ|キーワード|カテゴリー?|标签|標籤|关键词|關鍵詞|分类|태그|키워드|분류|الكلمات المفتاحية|وسوم|תגיות)$/u;

/** Whether what stands behind a label is words that notes are sorted by. */
export function isFilingLabel(label: string): boolean {
  return filing.test(label.trim().toLowerCase());
}

type Known = Omit<TitleBlock, 'details' | 'title'> & { readonly title?: Field };

/** In front matter, the first of several counts. A key in another language counts where none of these is there. */
const keys: readonly (readonly [Exclude<keyof Known, 'tags'>, readonly string[]])[] = [
  ['title', ['title', 'titel', 'titre']],
  ['subtitle', ['subtitle', 'sub_title', 'subtitel', 'untertitel']],
  ['speaker', ['speaker', 'speakers', 'presenter', 'presenters', 'author', 'authors']],
  ['affiliation', ['affiliation', 'company', 'institute', 'institution', 'organization']],
  ['event', ['event', 'conference', 'meetup']],
  ['date', ['date']],
  ['place', ['place', 'location', 'venue']],
];

function isTitleName(meaning: LabelMeaning): meaning is Exclude<keyof Known, 'tags'> {
  return meaning !== 'link' && meaning !== 'others' && meaning !== 'detail' && meaning !== 'machine';
}

/** What a value of this key is on the title slide; undefined for what is not shown there. */
export function titleKey(key: string): Exclude<keyof Known, 'tags'> | undefined {
  const found = keys.find(([, candidates]) => candidates.includes(key.toLowerCase()))?.[0];
  const meaning = found ?? labelMeaning(key);
  return meaning && isTitleName(meaning) ? meaning : undefined;
}

/** What the front matter says about the talk. Several speakers become one field. */
export function frontMatterTitle(fields: ReadonlyMap<string, readonly Field[]>, source: Source): Known {
  const known: { -readonly [key in keyof Known]: Known[key] } = {};
  for (const [name, candidates] of keys) {
    const others = [...fields.keys()].filter(
      (key) => titleKey(key) === name && saysSomething(key, fields.get(key)),
    );
    const key = candidates.find((candidate) => others.includes(candidate)) ?? others[0];
    const field = key === undefined ? undefined : joined(fields.get(key) ?? [], source);
    if (field !== undefined) known[name] = withoutEmphasis(field);
  }
  const tags = fields.get('tags') ?? fields.get('keywords');
  if (tags !== undefined) known.tags = tags;
  return known;
}

/** In front matter, what the notes are about where they have no title. */
const topics = [
  'topic',
  'lecture',
  'session',
  'lesson',
  'subject',
  'thema',
  'sujet',
  'tema',
  'argomento',
  'onderwerp',
  'тема',
  '主题',
  'テーマ',
  '주제',
];

const courses =
  /^(?:course|series|modul|kurs|lehrveranstaltung|fach|vorlesung|cours|matière|asignatura|curso|corso|insegnamento|disciplina|vak|seminar|科目|授業|课程|課程|과목|강좌|курс|дисциплина|предмет|المقرر|المادة|קורס)$/;

/** Names of files that say nothing. */
const anyFile =
  /^(?:notes?|my[-_ ]notes|index|readme|untitled|unbenannt|talk|lecture|slides?|main|content|_index)$/i;

/** A title for notes without one: the topic of the front matter, or its course where the file's name says nothing. */
export function titleInstead(
  fields: ReadonlyMap<string, readonly Field[]>,
  known: Known,
  source: Source,
): Known {
  const says = (key: string): boolean => {
    const text =
      fields
        .get(key)
        ?.map((field) => field.text)
        .join(' ') ?? '';
    return /\p{L}/u.test(text) && !/^https?:/.test(text) && saysSomething(key, fields.get(key));
  };
  const topic = topics.find(says);
  const title = topic === undefined ? undefined : joined(fields.get(topic) ?? [], source);
  if (title) return { ...known, title: withoutEmphasis(title) };
  const course = [...fields.keys()].find((key) => courses.test(key) && says(key));
  const { event, ...others } = known;
  const isNamed = !anyFile.test(source.path.replace(/^.*[\\/]|\.[^.]*$/g, ''));
  const isCourse = event !== undefined && event.text === fields.get(course ?? '')?.[0]?.text;
  return isCourse && !isNamed ? { ...others, title: event } : known;
}

/** `*`, `**` and `_` around words: front matter is no Markdown, but people write it so. */
const emphasised = /(?<![\p{L}\p{N}*_\\])(\*{1,3}|_{1,3})(?=[^\s*_])([^*_]+)(?<=\S)\1(?![\p{L}\p{N}*_])/gu;

function withoutEmphasis(field: Field): Field {
  const text = field.text.replace(emphasised, '$2');
  if (text === field.text) return field;
  const content = field.content.map((node) =>
    node.type === 'text' ? { ...node, value: node.value.replace(emphasised, '$2') } : node,
  );
  return { ...field, text, content };
}

/** `true`, and a date that a program fills in, say nothing; under a key of another language a date must look like one. */
function saysSomething(key: string, fields: readonly Field[] = []): boolean {
  const text = fields.map((field) => field.text).join(' ');
  if (/^(?:true|false|null|~)$/i.test(text)) return false;
  if (titleKey(key) !== 'date') return true;
  if (key !== 'date') return isDate(text) || /^(?:19|20)\d\d(?:-\d\d)?$/.test(text);
  return !/^(?:today|now|last[- ]modified|auto|none)$|`r |\{\{|\\today|!r /i.test(text);
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
