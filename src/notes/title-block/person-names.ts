import { isDenseName } from './dense-names.ts';

/** Words that a title has and a name has not; `Reinforcement Learning` looks like a name else. */
const topicWords: ReadonlySet<string> = new Set(
  (
    'a about advanced agenda algorithms an analysis and android api app application applications apps architecture art basics beginners best better big book ' +
    'build building business case change chapter checklist cloud code computer computing concepts conference control course css culture current data ' +
    'database databases day days deep design developer developers development devops discussion distributed docs dos edition engineering engineers ' +
    'essentials everything evolution examples experience extended fast first for foundations framework from fundamentals future game getting go good great guide ' +
    'hands history how ideas ii iii impact in infrastructure insights intelligence internals intro introduction it its java javascript journey key keynote ' +
    'kubernetes language languages large last learned learning lecture less lessons life linear live machine made making management meeting meetup method methods ' +
    'minutes mistakes mobile model models modern more my native network networks neural new next node not notes of on online open operating optimization ' +
    'our overview panel paper parser part parts patterns performance pipeline platform power practical practice practices principles problem problems ' +
    'process processing product production programming project projects python question questions quick react real reading recap recording reference ' +
    'regression reinforcement release report research review roadmap rules rust safety scale science scratch script search security seminar server service services session simple ' +
    'simplified slides software source spring stack started state statistics status story strategies strategy study stuff summary support system systems talk talks team tech ' +
    'techniques technology test testing text the theory things thinking thoughts time tips to tool tools topics training transcript transformers trends tricks tutorial ui ' +
    'understanding update updates use user using ux version video vision way web week what when why with work working workshop world you your zero'
  ).split(' '),
);

/** Endings of words for things and subjects, never of names that are often met. */
const topicEnding =
  /(?:tion|sion|ology|ography|ities|ness|ability|icity|ware|ization|graphics|onomics|ematics)s?$/i;

const particle = /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|bin|ibn|al|el|ter|ten|zu|zur|y|e)$/;
const nameWord = /^(?:\p{Lu}\.?|(?:\p{Lu}\.-?)+|(?:[\p{L}][’'])?\p{Lu}[\p{L}\p{M}’'.-]*\p{L}\p{M}*\.?)$/u;

/** Says whether a text is one or several people, with or without `(where they are from)`. */
export interface People {
  readonly names: string;
  readonly affiliation: string | undefined;
}

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
  const people = names
    .split(/\s*(?:,|;|&|\/|[、，；]|\band\b|\bund\b|\bet\b|\by\b)\s*/)
    .filter((name) => name !== '');
  const single = evidence === 'by' || affiliation !== undefined;
  const fits =
    people.length > 0 && people.length <= 6 && people.every((name) => isName(name, single ? 1 : 2));
  return fits ? { names, affiliation } : undefined;
}

function isName(name: string, fewest: number): boolean {
  if (isDenseName(name, fewest === 1 ? 'by' : 'dash')) return true;
  if (/[\d:!?"“”]/.test(name)) return false;
  const words = name.split(/\s+/);
  const proper = words.filter((word) => !particle.test(word));
  return (
    words.length <= 5 &&
    proper.length >= fewest &&
    proper.every((word) => nameWord.test(word) && !isTopic(word)) &&
    !proper.every((word) => word === word.toUpperCase() && word.replace(/\W/g, '').length > 1)
  );
}

function isTopic(word: string): boolean {
  return topicWords.has(word.toLowerCase()) || topicEnding.test(word);
}
