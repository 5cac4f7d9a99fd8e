// Numbers as people write them in tables: `1,204`, `62 %`, `$3.5`, `7B`, `12 ms`.

export interface NumberColumn {
  readonly values: readonly number[];
  /** What stands before, behind and above the numbers, the same for all: `%`, `$`, `(ms)`. */
  readonly unit: string;
}

const cellPattern = /^([~≈]?\s?[$€£¥]?)\s?([+−–-]?)\s?(\d[\d.,'’\u00a0\u202f]*?)\s?([%‰°\p{L}µ/²³]{0,8}|×)$/u;

/** A column in which every cell is a number that measures something, all in one unit; where a chart is asked for, they do. */
export function readColumn(
  name: string,
  cells: readonly string[],
  asked?: 'asked',
): NumberColumn | undefined {
  const matches = cells.map((cell) => cellPattern.exec(cell));
  const units = new Set(matches.map((match) => `${match?.[1]?.trim()}|${match?.[4]}`));
  if (matches.some((match) => match === null) || units.size > 1) return undefined;
  const digits = matches.map((match) => match?.[3] ?? '');
  const isBare = matches.every((match) => !match?.[1]?.trim() && !match?.[4]);
  if ((!asked && isBare && isIdentifier(name)) || digits.some((text) => /^0\d/u.test(text))) return undefined;
  const read = decimalReader(digits);
  if (!read) return undefined;
  const values = digits.map(
    (text, at) => (matches[at]?.[2] && matches[at]?.[2] !== '+' ? -1 : 1) * read(text),
  );
  if (values.some((value) => !Number.isFinite(value))) return undefined;
  if (!asked && (isCounted(values) || isYears(digits))) return undefined;
  const above = /[([]([^()[\]]*)[)\]]\s*$/u.exec(name)?.[1] ?? '';
  return { values, unit: `${[...units][0]}|${above}` };
}

/** How the column's numbers are read; undefined where a separator can be of the thousands or of the fraction. */
function decimalReader(texts: readonly string[]): ((text: string) => number) | undefined {
  const [comma, dot] = [useOf(texts, ','), useOf(texts, '.')];
  if (comma === 'fraction') return dot === 'fraction' ? undefined : european;
  if (dot === 'thousands' && comma === 'none') return european;
  // `1,204` is a thousand in English and hardly ever a fraction; `1.204` is either.
  return dot === 'either' ? undefined : english;
}

type Use = 'none' | 'thousands' | 'fraction' | 'either';

/** What a separator is for in all numbers of a column: one that can be only one thing decides. */
function useOf(texts: readonly string[], separator: ',' | '.'): Use {
  const uses = new Set(texts.map((text) => useIn(text, separator)));
  return (['fraction', 'thousands', 'either'] as const).find((use) => uses.has(use)) ?? 'none';
}

function useIn(text: string, separator: ',' | '.'): Use {
  const parts = text.split(separator);
  const [whole = '', ...rest] = parts;
  if (rest.length === 0) return 'none';
  if (rest.length > 1) return 'thousands';
  if (/[.,]/u.test(rest[0] ?? '')) return 'thousands';
  if (/[.,]/u.test(whole)) return 'fraction';
  return /^[1-9]\d{0,2}$/u.test(whole) && /^\d{3}$/u.test(rest[0] ?? '') ? 'either' : 'fraction';
}

function english(text: string): number {
  return Number(text.replace(/[,'’\u00a0\u202f]/gu, ''));
}

function european(text: string): number {
  return Number(text.replace(/[.'’\u00a0\u202f]/gu, '').replace(',', '.'));
}

/** 1, 2, 3 … are the numbers of the rows. */
function isCounted(values: readonly number[]): boolean {
  return values.every((value, at) => at === 0 || value === (values[at - 1] ?? 0) + 1);
}

function isYears(texts: readonly string[]): boolean {
  return texts.every((text) => /^(?:1[5-9]|20)\d\d$/u.test(text));
}

/** What is told apart by a number, not measured by it: one word in the singular, as heads of columns have it, or how it ends. */
const identified = `
  # no nr n° nº num number nummer numer numéro número numero id uid gid pid key code port socket extension ext telephone phone tel
  mobile fax zip postcode postal plz pincode room floor storey gate platform track line route seat row shelf locker booth slot channel
  apartment flat suite flight serial iban pin address register opcode status zone district sector ward account invoice order ticket issue pr bug case docket sku isbn issn ean
  part model version release build revision chapter page slide section paragraph verse article edition rank place position priority bib
  jersey year born died founded built since opened established date week durchwahl telefon raum zimmer stockwerk etage gleis bahnsteig
  linie platz reihe rang jahr baujahr gegründet geboren konto rechnung kapitel seite artikel woche schlüssel kennung poste salle chambre
  étage quai ligne siège téléphone année page puerto código sala habitación piso andén línea asiento teléfono página año fila puesto
  porta codice stanza aula piano binario linea posto telefono pagina anno riga cap telefone ano andar linha poort kamer lokaal verdieping
  spoor lijn stoel telefoon jaar rij rum kod sida år rad номер код порт кабинет телефон год страница комната
  番号 番 年 号室 ポート コード 内線 编号 端口 代码 房间 年份 电话 번호 코드 포트 호실 연도
`;
const identifiers: ReadonlySet<string> = new Set(identified.trim().split(/\s+/u));
/** Compounds: "Zimmernummer", "Postleitzahl", "PLZ-Code", "Rumsnummer", "部屋番号". */
const identifierEnd =
  /(?:#|nummer|nr\.?|code|leitzahl|kennzahl|kennziffer|schlüssel|kennung|番号|编号|代码|端口|번호|코드)$/iu;
/** In Romance languages the word that says what it is comes first: "code postal", "número de sala". */
const identifierFirst =
  /^(?:code (?:de |du |d['’]|postal|http|article|client|produit|barre)|(?:numéro|número|numero|código|codice|n[°º.]|ligne|línea|linea|номер) (?:de |du |d['’]|del? |della |do |da |di )?)[\p{L}'’]*$/iu;

/** A unit above the numbers: they measure something, whatever it is called. */
const measured = /[([](?:[kMGTmµcd]?(?:m|s|g|W|Wh|Hz|B|V|A|l)|m[²³]|%|‰|€|\$|£|h|min|°[CF]?|px|dB)[)\]]/u;

/** Whether a column of this name holds numbers that are names: "Port", "Room no.", "Status code"; never "Rooms", "Lines of code", "Cost per room". */
export function isIdentifier(name: string): boolean {
  const words = name
    .replace(/[([][^()[\]]*[)\]]/gu, ' ')
    .trim()
    .toLowerCase()
    .split(/[\s/]+/u);
  const last = (words.at(-1) ?? '').replace(/[.:]$/u, '');
  const isAmountOf = words.some((word) => amountWords.has(word));
  if (isAmountOf || measured.test(name)) return false;
  return identifiers.has(last) || identifierEnd.test(last) || identifierFirst.test(words.join(' '));
}

/** "per", "of", "each": what stands before is counted. */
const amountWords: ReadonlySet<string> = new Set(
  'of per each by in pro je par por per af för av a'.split(' '),
);
