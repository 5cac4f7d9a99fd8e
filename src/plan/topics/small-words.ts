/** The words of a language that say nothing by themselves, and what stands between them is a phrase. */
export interface SmallWords {
  /** All of them. */
  readonly all: ReadonlySet<string>;
  /** Articles, prepositions and the like: a noun follows. */
  readonly openers: ReadonlySet<string>;
  /** What joins the words of a name. */
  readonly joints: ReadonlySet<string>;
  /** Nouns that name nothing, without their endings. */
  readonly general: ReadonlySet<string>;
  /** What is written with a capital within a sentence. */
  readonly capitals: 'names' | 'nouns';
  /** How words end that are nouns or verbs. */
  readonly verbs?: RegExp;
  /** The language is written without spaces in another script: what stands in Latin letters is a name. */
  readonly foreign: boolean;
  /** "l'idée": an article before an apostrophe is a word. */
  readonly elides: boolean;
}

/** Written by language: articles, prepositions and what a subject follows; other small words and common verbs and adverbs; nouns that name nothing. */
type WordLists = readonly [openers: string, others: string, general: string];

const english: WordLists = [
  'a an the this that these those my our your his her its their of in on at by for from with without into onto over under between about against during through within across per via like vs why when where because if whether although every each',
  'to as and or but nor so yet then than while though unless until how what which who whom whose whether ' +
    'i me we us you he him she it they them there here one ones some any all both few many more most much other others another such same own several certain enough no none not only also just even still already again ever never always often usually sometimes maybe perhaps probably really very quite rather pretty too almost about around up down out off away back now later soon today first second third last next new old good better best bad great nice big large small little long short high low different various ' +
    'be am is are was were been being have has had having do does did doing done can could may might must shall should will would ought need needs needed let lets get gets got getting go goes going went gone come comes came make makes made making take takes took taken give gives gave given put keep keeps kept say says said see sees saw seen look looks looked find finds found know knows knew known think thinks thought want wants wanted use uses used using try tries tried trying seem seems seemed feel feels felt become becomes became show shows showed shown tell tells told ask asks asked work works worked mean means meant start starts started help helps helped add adds added include includes included call calls called happen happens happened run runs ran allow allows allowed require requires required ' +
    "i'd i'm i've i'll you're you'd you'll we're we've we'd we'll they're they've it's it'd it'll that's there's what's let's don't doesn't didn't isn't aren't wasn't weren't can't couldn't won't wouldn't shouldn't haven't hasn't hadn't " +
    'e.g i.e etc eg ie well however therefore thus hence instead otherwise actually basically simply currently finally especially specifically generally mostly likely possible able based together apart yes ok okay ago per less least half two three four five six seven eight nine ten dozen hundred thousand million way ways lot lots bit kind sort',
  'thing way lot bit part point case example time kind sort number fact idea section chapter slide question problem issue reason place end start beginning side level type set list line word thought note detail people someone something anything everything nothing anyone stuff day week month year page figure table paragraph sentence today yesterday result result step use',
];

const lists: Readonly<Record<string, WordLists>> = {
  en: english,
  de: [
    'der die das den dem des ein eine einen einem einer eines kein keine keinen dieser diese dieses diesen diesem jeder jede jedes mein unser unsere ihr ihre sein seine von vom zu zum zur in im an am auf aus bei beim mit nach für über unter zwischen durch gegen ohne um vor hinter neben als wie pro je',
    'und oder aber denn sondern wenn dann weil während obwohl dass ob wann wo warum was welche welcher welches wer wen wem ich mich wir uns du sie er es man sich hier dort da alle alles beide einige viele mehr meist andere anderen selbst nicht nur auch schon noch immer oft manchmal vielleicht sehr ganz etwas genau dabei dazu damit dafür daher darum davon daran darauf dadurch danach jetzt heute erst zuerst zuletzt nun so also etwa fast ' +
      'ist sind war waren sei sein wird werden wurde wurden worden hat haben hatte hatten habe kann können konnte muss müssen soll sollen sollte darf will wollen mag gibt geht macht machen kommt steht heißt bedeutet bleibt lässt nehmen nimmt sehen sieht finden findet wissen weiß sagen sagt stellen stellt zeigt braucht brauchen bzw z.b d.h usw',
    'ding sache teil punkt fall beispiel zeit art zahl frage problem grund stelle ende anfang seite weg leute mensch tag woche monat jahr folie kapitel abschnitt schritt',
  ],
  fr: [
    "le la les l' un une des du de d' ce cet cette ces mon ma mes notre nos votre vos leur leurs son sa ses au aux en dans sur sous par pour avec sans entre vers chez contre pendant selon",
    "et ou mais donc or ni car si que qu' qui quoi dont où quand comment pourquoi je j' nous tu vous il elle on ils elles se s' me m' te t' y n' ne pas plus moins très trop aussi encore déjà toujours jamais souvent bien tout tous toute toutes même autre autres chaque quelques plusieurs ici là alors puis ensuite enfin ainsi c' " +
      'est sont était étaient être été a ont avait avaient avoir eu peut peuvent pouvoir doit doivent faut faire fait font va vont aller dit dire voir voit mettre met prendre prend donne donner permet permettre utilise utiliser',
    'chose partie point cas exemple temps type nombre fait idée section chapitre question problème raison fin début côté niveau façon manière jour semaine mois an année gens',
  ],
  es: [
    'el la los las lo un una unos unas este esta estos estas ese esa mi mis nuestro nuestra su sus de del al en con sin por para sobre entre hasta desde hacia según contra',
    'y e o u pero sino porque aunque si que quien cual cuando donde como cómo qué yo nosotros tú él ella ellos ellas se me te le les nos no ni más menos muy también ya todavía siempre nunca todo todos toda todas otro otra otros otras mismo cada algunos varios aquí allí así luego entonces ' +
      'es son era eran ser sido está están estaba estar hay ha han había haber tiene tienen tener puede pueden poder debe deben hacer hace hacen va van ir dice decir ver usa usar permite',
    'cosa parte punto caso ejemplo tiempo tipo número hecho idea sección capítulo pregunta problema razón fin lado nivel forma manera día semana mes año gente vez',
  ],
  it: [
    "il lo la i gli le l' un uno una un' questo questa questi queste quel quella mio nostra nostro suo sua di del della dei delle dello dell' a al alla ai alle in nel nella nei nelle con senza per su sul sulla tra fra da dal dalla",
    "e o ma però perché se che chi cui quando dove come io noi tu lui lei loro si mi ti ci ne non né più meno molto anche ancora già sempre mai tutto tutti tutta tutte altro altri stesso ogni alcuni qui così poi c' " +
      'è sono era erano essere stato ha hanno aveva avere può possono deve devono fare fa fanno va vanno dire vedere usare usa',
    'cosa parte punto caso esempio tempo tipo numero fatto idea sezione capitolo domanda problema motivo fine lato livello modo giorno settimana mese anno gente volta',
  ],
  pt: [
    'o a os as um uma uns umas este esta estes estas esse essa meu minha nosso nossa seu sua de do da dos das em no na nos nas ao à aos às com sem por pelo pela para sobre entre até desde',
    'e ou mas porque embora se que quem qual quando onde como eu nós tu você ele ela eles elas me te lhe não nem mais menos muito também já ainda sempre nunca todo todos toda todas outro outra outros mesmo cada alguns vários aqui ali assim depois então ' +
      'é são era eram ser sido está estão estava estar há tem têm tinha ter pode podem deve devem fazer faz fazem vai vão ir diz dizer ver usa usar permite',
    'coisa parte ponto caso exemplo tempo tipo número fato ideia seção capítulo pergunta problema razão fim lado nível forma maneira dia semana mês ano gente vez',
  ],
  nl: [
    'de het een dit dat deze die mijn ons onze jullie hun zijn haar van in op aan bij met zonder voor over onder tussen door tegen naar uit als per',
    'en of maar want omdat als dan dat wie wat waar wanneer hoe waarom ik we wij jij je u hij zij ze er hier daar alle alles beide enkele veel meer meest andere zelf niet geen ook nog al altijd vaak soms misschien heel erg zo nu eerst dus ' +
      'is was waren wordt worden werd heeft hebben had kan kunnen kon moet moeten zal zullen wil gaat gaan doet doen maakt maken komt zegt ziet gebruikt',
    'ding deel punt geval voorbeeld tijd soort aantal feit idee hoofdstuk vraag probleem reden einde kant niveau manier dag week maand jaar mensen keer',
  ],
};

const joints = new Set(['of', 'de', 'du', 'des', 'del', 'di', 'della', 'da', 'do', 'von', 'van', 'for']);

const read = ([lang, [openers, others, general]]: [string, WordLists]): [string, SmallWords] => [
  lang,
  {
    all: wordSet(`${openers} ${others}`),
    openers: wordSet(openers),
    joints,
    general: new Set(general.split(' ').map(withoutEnding)),
    capitals: lang === 'de' ? 'nouns' : 'names',
    ...(lang === 'en' ? { verbs: /(?:s|ed|ing)$/u } : {}),
    foreign: unspaced.has(lang),
    elides: lang === 'fr' || lang === 'it',
  },
];

const unspaced: ReadonlySet<string> = new Set(['ja', 'zh', 'ko', 'th']);

const smallWords: ReadonlyMap<string, SmallWords> = new Map(
  [...Object.entries(lists), ...[...unspaced].map((lang): [string, WordLists] => [lang, english])].map(read),
);

/** Those of a language; undefined where they are not known. */
export function smallWordsOf(lang: string): SmallWords | undefined {
  return smallWords.get(/^[a-z]+/.exec(lang.toLowerCase())?.[0] ?? '');
}

function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** One and several are one word: "query" and "queries" are told apart by their end alone. */
export function withoutEnding(word: string): string {
  return word
    .toLowerCase()
    .replace(/['’]s$/u, '')
    .replace(/(?:ies|es|s|y|e)$/u, '');
}
