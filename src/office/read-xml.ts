// XML 1.0 with namespaces, as office programs write it. Whatever has no place in their files is an error: a document type
// (ECMA-376, part 2, 8.1.2 forbids it, and with it entities that grow), names of namespaces that were never given.

export interface XmlElement {
  /** With the usual prefix of its namespace, whatever the document calls it: `p:sld`. */
  readonly name: string;
  /** Names without a prefix as they are. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

/** Why a text is no XML. */
export interface XmlError {
  readonly error: string;
  /** Characters from the beginning. */
  readonly offset: number;
}

const schemas = 'http://schemas.openxmlformats.org/';
const microsoft = 'http://schemas.microsoft.com/office/';

/** By the addresses of ECMA-376, part 4 (transitional), which all programs write. */
const prefixes: ReadonlyMap<string, string> = new Map([
  [`${schemas}presentationml/2006/main`, 'p'],
  [`${schemas}drawingml/2006/main`, 'a'],
  [`${schemas}drawingml/2006/chart`, 'c'],
  [`${schemas}officeDocument/2006/relationships`, 'r'],
  [`${schemas}officeDocument/2006/math`, 'm'],
  [`${schemas}officeDocument/2006/extended-properties`, 'ep'],
  [`${schemas}officeDocument/2006/docPropsVTypes`, 'vt'],
  [`${schemas}spreadsheetml/2006/main`, 's'],
  [`${schemas}markup-compatibility/2006`, 'mc'],
  [`${schemas}package/2006/content-types`, 'ct'],
  [`${schemas}package/2006/relationships`, 'rel'],
  [`${schemas}package/2006/metadata/core-properties`, 'cp'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://www.w3.org/2001/XMLSchema-instance', 'xsi'],
  ['http://www.w3.org/1998/Math/MathML', 'math'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
  [`${microsoft}powerpoint/2010/main`, 'p14'],
  [`${microsoft}powerpoint/2012/main`, 'p15'],
  [`${microsoft}drawing/2010/main`, 'a14'],
  [`${microsoft}drawing/2014/main`, 'a16'],
  [`${microsoft}drawing/2016/SVG/main`, 'asvg'],
  [`${microsoft}drawing/2017/decorative`, 'adec'],
]);

/** Elements inside each other: ten times as many as any shape has. */
const deepest = 200;

interface OpenElement {
  readonly name: string;
  readonly written: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (XmlElement | string)[];
  readonly scope: ReadonlyMap<string, string>;
}

/** The root of a document. Never throws for what the text may be. */
export function readXml(document: string): XmlElement | XmlError {
  const text = document.replace(/^\ufeff/, '');
  const stack: OpenElement[] = [];
  let root: XmlElement | undefined;
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const offset = token.lastIndex;
    const found = token.exec(text);
    if (!found) return { error: 'this is no XML', offset };
    const [, characters, data, closing, opening, attributes = '', isEmpty] = found;
    const parent = stack.at(-1);
    if (characters !== undefined || data !== undefined) {
      const decoded = data ?? decode(characters ?? '');
      if (decoded === undefined || notInXml.test(decoded))
        return { error: 'a character has no place in XML', offset };
      if (parent) addText(parent.children, decoded);
      else if (/[^ \t\r\n]/.test(decoded)) return { error: 'text stands outside of the root', offset };
    } else if (closing !== undefined) {
      if (parent?.written !== closing) return { error: `</${closing}> closes what was not open`, offset };
      stack.pop();
    } else if (opening !== undefined) {
      if (root && !parent) return { error: 'there are two roots', offset };
      if (stack.length >= deepest) return { error: `elements stand more than ${deepest} deep`, offset };
      const element = openElement(opening, attributes, parent?.scope ?? outerScope);
      if (typeof element === 'string') return { error: element, offset };
      root ??= element;
      parent?.children.push(element);
      if (isEmpty === '') stack.push(element);
    }
  }
  if (stack.length > 0) return { error: `<${stack.at(-1)?.written}> is not closed`, offset: text.length };
  return root ?? { error: 'there is no root', offset: 0 };
}

const nameStart = /[^\s<>/=!?"'&]/.source;
const name = `${nameStart}[^\\s<>/="'&]*`;
const attribute = `\\s+${name}\\s*=\\s*(?:"[^"<]*"|'[^'<]*')`;
/** Comments and instructions are passed over; what no alternative takes, a document type among it, is an error. */
const token: RegExp = new RegExp(
  [
    '<!--[\\s\\S]*?-->|<\\?[\\s\\S]*?\\?>',
    '([^<]+)',
    '<!\\[CDATA\\[([\\s\\S]*?)\\]\\]>',
    `<\\/(${name})\\s*>`,
    `<(${name})((?:${attribute})*)\\s*(\\/?)>`,
  ].join('|'),
  'y',
);
const attributes: RegExp = new RegExp(`(${name})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g');

/** https://www.w3.org/TR/xml/#charsets */
const notInXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

const outerScope: ReadonlyMap<string, string> = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);

/** An element without its children, or what is wrong with it. */
function openElement(
  written: string,
  attributeText: string,
  outer: ReadonlyMap<string, string>,
): OpenElement | string {
  const given: [string, string][] = [];
  for (const [, key = '', double, single] of attributeText.matchAll(attributes)) {
    const value = decode(double ?? single ?? '');
    if (value === undefined) return `the value of ${key} names an entity that XML has not`;
    given.push([key, value]);
  }
  const scope = new Map(outer);
  for (const [key, value] of given) {
    if (key === 'xmlns') scope.set('', value);
    else if (key.startsWith('xmlns:')) scope.set(key.slice('xmlns:'.length), value);
  }
  const named = new Map<string, string>();
  for (const [key, value] of given) {
    if (key === 'xmlns' || key.startsWith('xmlns:')) continue;
    const usual = key.includes(':') ? usualName(key, scope) : key;
    if (usual === undefined) return `the namespace of ${key} was never given`;
    if (named.has(usual)) return `${key} is there twice`;
    named.set(usual, value);
  }
  const usual = usualName(written, scope);
  if (usual === undefined) return `the namespace of ${written} was never given`;
  return { name: usual, written, attributes: named, children: [], scope };
}

/** Of a namespace that is not listed, the whole address stands before the name. */
function usualName(written: string, scope: ReadonlyMap<string, string>): string | undefined {
  const colon = written.indexOf(':');
  const [prefix, local] = colon < 0 ? ['', written] : [written.slice(0, colon), written.slice(colon + 1)];
  const address = scope.get(prefix);
  if (address === undefined) return prefix === '' ? local : undefined;
  return `${prefixes.get(address) ?? `{${address}}`}:${local}`;
}

function addText(children: (XmlElement | string)[], text: string): void {
  const last = children.at(-1);
  if (typeof last === 'string') children[children.length - 1] = last + text;
  else children.push(text);
}

const entities: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }),
);

/** Undefined where it names what XML by itself does not know. */
function decode(text: string): string | undefined {
  if (!text.includes('&')) return text;
  let isKnown = true;
  const decoded = text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));|&/gi, (_, decimal, hex, named) => {
    const code = decimal ?? hex;
    const point = code === undefined ? -1 : Number.parseInt(code, decimal === undefined ? 16 : 10);
    const character =
      point < 0 ? entities.get(named ?? '') : point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
    if (character === undefined) isKnown = false;
    return character ?? '';
  });
  return isKnown ? decoded : undefined;
}

// What is asked of a tree.

export function isElement(node: XmlElement | string | undefined): node is XmlElement {
  return typeof node === 'object';
}

export function elementsIn({ children }: XmlElement): readonly XmlElement[] {
  return children.filter(isElement);
}

/** The first child by each of the names in turn; undefined where one is not there. */
export function childOf(
  element: XmlElement | undefined,
  ...names: readonly string[]
): XmlElement | undefined {
  return names.reduce(
    (parent, name) => parent && elementsIn(parent).find((child) => child.name === name),
    element,
  );
}

/** An element and all below it, in the order of the document. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) if (isElement(child)) yield* descendants(child);
}

/** All text in it. */
export function textIn(element: XmlElement): string {
  return element.children.map((child) => (isElement(child) ? textIn(child) : child)).join('');
}
