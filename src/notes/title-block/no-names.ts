// Words in capitals that are part of no person's name.

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

export function isTopicWord(word: string): boolean {
  return topicWords.has(word.toLowerCase()) || topicEnding.test(word);
}

/** What names of places and products begin with, and people's hardly ever. */
const firstOfPlaces: ReadonlySet<string> = new Set(
  (
    'san santa santo são sao saint los las hong kuala buenos rio río puerto costa port fort cape mount mt lake sri tel abu addis sierra monte villa grand south north east west northern southern ' +
    'eastern western central upper lower outer inner united saudi sankt bad ober unter castel isla île mont côte porto cidade nova nueva nouvelle ' +
    'apache google amazon aws microsoft azure visual adobe apple oracle docker red blue raspberry unreal cloudflare github gitlab elastic intel nvidia mozilla meta facebook twitter eclipse internet'
  ).split(' '),
);

/** What they end with. Surnames such as Park, Hall and Lake are none of these. */
const lastOfPlaces: ReadonlySet<string> = new Set(
  (
    'city island islands valley university institute college school museum library labs lab inc ltd gmbh framework coast mountains ocean sea republic airport station harbour harbor county district province ' +
    'peninsula desert canyon falls springs studio suite server engine maps drive office assistant protocol compiler kernel manager browser editor community foundation company corp committee group department'
  ).split(' '),
);

/** "San Francisco", "Apache Kafka", "Kansas City": written as a name is. */
export function isPlaceOrProduct(words: readonly string[]): boolean {
  const [first = '', last = ''] = [words[0]?.toLowerCase(), words.at(-1)?.toLowerCase()];
  return words.length > 1 && (firstOfPlaces.has(first) || lastOfPlaces.has(last));
}
