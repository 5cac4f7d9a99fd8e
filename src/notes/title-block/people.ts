import type { PhrasingContent } from 'mdast';
import type { Source } from '../../diagnostics/index.ts';
import type { Field } from '../notes.ts';
import { isDate, isPlace } from './dates.ts';
import { cuts, cutText, fieldOf, oneLine, splitWords } from './fields.ts';
import { beginsWithGivenName } from './given-names.ts';
import { isPlaceOrProduct, isTopicWord } from './no-names.ts';

const particle = /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|bin|ibn|al|el|ter|ten|zu|zur|y|e)$/;
const nameWord = /^(?:\p{Lu}\.?|(?:\p{Lu}\.-?)+|(?:[\p{L}][’'])?\p{Lu}[\p{L}\p{M}’'.-]*\p{L}\p{M}*\.?)$/u;

/** Says whether a text is one or several people, with or without `(where they are from)`. */
interface People {
  readonly names: string;
  readonly affiliation: string | undefined;
}

const betweenPeople = /\s*(?:,|;|&|\/|[、，；]|\band\b|\bund\b|\bet\b|\by\b)\s*/;

/**
 * People's names as a talk's title gives them. A wrong guess is worse than none: every word
 * must look like a part of a name, and a single word counts only when an affiliation follows
 * or when the author wrote "by".
 */
export function readPeople(text: string, evidence: 'by' | 'dash'): People | undefined {
  const found = /^([^()（）]+?)\s*(?:[(（]([^()（）]+)[)）])?$/.exec(text.trim());
  if (found === null) return undefined;
  const names = found[1] as string;
  const affiliation = found[2]?.trim();
  const people = names.split(betweenPeople).filter((name) => name !== '');
  const single = evidence === 'by' || affiliation !== undefined;
  const fits =
    people.length > 0 && people.length <= 6 && people.every((name) => isName(name, single ? 1 : 2));
  return fits ? { names, affiliation } : undefined;
}

/** Whether one of the people has a name that no thing has: a given name that is often met, or none in capitals. */
export function isSurelySomebody(names: string): boolean {
  return names
    .split(betweenPeople)
    .some((name) => beginsWithGivenName(name) || isNameWithoutCapitals(name, 'dash'));
}

function isName(name: string, fewest: number): boolean {
  if (isNameWithoutCapitals(name, fewest === 1 ? 'by' : 'dash')) return true;
  if (/[\d:!?"“”]/.test(name)) return false;
  const words = name.split(/\s+/);
  const proper = words.filter((word) => !particle.test(word));
  return (
    words.length <= 5 &&
    proper.length >= fewest &&
    (fewest === 1 || !isPlaceOrProduct(words)) &&
    proper.every((word) => nameWord.test(word) && !isTopicWord(word)) &&
    !proper.every((word) => word === word.toUpperCase() && word.replace(/\W/g, '').length > 1)
  );
}

/** Family names that are seldom the start of another word; about half of all people have one of them. */
const chinese =
  '王李张張刘劉陈陳杨楊赵趙黄黃吴吳徐孙孫胡朱郭罗羅梁宋郑鄭谢謝韩韓冯馮董萧蕭曹袁邓鄧沈彭吕呂苏蘇卢盧蒋蔣蔡贾賈魏薛潘杜戴钟鍾汪姜';
const japanese =
  '佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 清水 山崎 池田 橋本 阿部 石川 山下 中島 石井 小川 ' +
  '前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 斉藤 福田 太田 西村 藤井 金子 岡本 藤原 三浦 中野 中川 原田 松田 竹内 小野 田村 中山 和田 石田';
const korean = '김이박최정강조윤장임한오서신권황안송류홍';

/** Words that begin like one of these names. */
const words: ReadonlySet<string> = new Set(
  (
    '张量 張量 张力 張力 陈述 陳述 陈旧 黄金 黃金 黄页 罗马 羅馬 罗列 苏州 蘇州 唐诗 宋词 宋代 杜绝 李群 王者 王国 王國 王朝 刘海 徐州 郑州 韩国 韓国 韓國 韩语 ' +
    '韓語 吴语 朱砂 钟表 汪洋 姜汁 胡同 胡椒 梁柱 沈阳 苏联 이론 이해 이상 이미지 이벤트 이슈 조건 조사 정보 정리 정책 정의 강의 강좌 장점 장치 임베딩 한국 ' +
    '한국어 한글 오류 오디오 서버 서비스 신경망 신호 권한 안전 안내 최적화 최신화 정규화 이진화 조합론 강화학'
  ).split(' '),
);

const honorific = /(?:さん|さま|氏|先生|教授|博士|老师|老師|女士|님|씨|교수)$/u;
const surname = new RegExp(
  `^(?:[${chinese}]\\p{sc=Han}{1,2}|(?:${japanese.replaceAll(' ', '|')})[ 　]?[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}々]{1,3}|[${korean}]\\p{sc=Hangul}{2})$`,
  'u',
);
const anyWithoutCapitals =
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}々ー]{2,8}(?:[ 　・·][\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}々ー]{1,8}){0,2}$/u;

/** Chinese, Japanese and Korean names have no capitals: behind a dash a known family name or a title must say so. */
function isNameWithoutCapitals(name: string, evidence: 'by' | 'dash'): boolean {
  if (!anyWithoutCapitals.test(name)) return false;
  const bare = name.replace(honorific, '').trim();
  if (words.has(name) || words.has(bare)) return false;
  return evidence === 'by' || (bare !== name && bare !== '') || surname.test(name);
}

/** What stands behind a title: who speaks, and on what occasion. */
interface Billing {
  readonly speaker?: Field;
  readonly affiliation?: Field;
  readonly event?: Field;
  readonly place?: Field;
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
    if (event && date && isDate(event.text) && isPlace(date.text)) return { date: event, place: date };
  }
  return isEvent(text) ? { event: field } : undefined;
}

const eventWord =
  /(?:conf(?:erence)?|summit|meet-?up|workshop|symposium|camp|days?|week|fest(?:ival)?|forum|congress|colloquium|seminar|meeting|expo|con|konferenz|tagung|kolloquium)(?:\s|$)/iu;

/** A short name with a capital letter that has a year or a word for a gathering. Asked only beside a name. */
export function isEvent(text: string): boolean {
  const words = text.split(/\s+/).length;
  return (
    words <= 7 && /^[\p{Lu}\p{Lo}\d]/u.test(text) && (/\b(?:19|20)\d\d\b/.test(text) || eventWord.test(text))
  );
}

/** In the brackets behind a name: when somebody was born, or what else there is to say. */
const saysOther = /^(?:b\.|born|geb\.|née?|\*)\s|\d{4}|[:：]/iu;

/** Splits "Name (Where)" when the bracket stands in plain text; else both stay together. */
export function speakerFields(
  content: readonly PhrasingContent[],
  names: string,
  where: string | undefined,
  source: Source,
): Pick<Billing, 'speaker' | 'affiliation'> {
  const last = content.at(-1);
  const bracket = last?.type === 'text' ? /\s*[(（]([^()（）]*)[)）]\s*$/.exec(last.value) : null;
  if (where === undefined || bracket === null || saysOther.test(where)) {
    const speaker = fieldOf(content, source, names);
    return speaker ? { speaker } : {};
  }
  const [left, right] = splitWords(content, content.length - 1, bracket.index, bracket.index, source.text);
  const inside = cutText(cutText(right, 0, /^\s*[(（]\s*/, source.text), -1, /\s*[)）]\s*$/, source.text);
  const speaker = fieldOf(left, source, names);
  const affiliation = fieldOf(inside, source, where);
  return { ...(speaker ? { speaker } : {}), ...(affiliation ? { affiliation } : {}) };
}
