// ToUnicode maps of fonts in a PDF (ISO 32000-1, 9.10.3).

/** What the codes of a font stand for. */
export function parseToUnicode(cmap: string): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  for (const [, chars = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of chars.matchAll(/<([\da-f]+)>\s*<([\da-f\s]*)>/gi)) {
      map.set(Number.parseInt(code, 16), textOf(text));
    }
  }
  for (const [, ranges = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) addRanges(ranges, map);
  return map;
}

/** Entries of one section of a map (Adobe Technical Note 5014). */
const sectionEntries = 100;

/** The map of a font whose codes have two or four hexadecimal digits. */
export function formatToUnicode(map: ReadonlyMap<number, string>, digits: number): string {
  const code = (value: number): string => `<${value.toString(16).toUpperCase().padStart(digits, '0')}>`;
  const entries = [...map].map(([value, text]) => `${code(value)} <${hexOf(text)}>`);
  const sections = Array.from({ length: Math.ceil(entries.length / sectionEntries) }, (_, at) => {
    const own = entries.slice(at * sectionEntries, (at + 1) * sectionEntries);
    return `${own.length} beginbfchar\n${own.join('\n')}\nendbfchar`;
  });
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    `1 begincodespacerange\n${code(0)} ${code(16 ** digits - 1)}\nendcodespacerange`,
    ...sections,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}

function hexOf(text: string): string {
  return Array.from({ length: text.length }, (_, at) =>
    text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0'),
  ).join('');
}

function addRanges(ranges: string, map: Map<number, string>): void {
  const range = /<([\da-f]+)>\s*<([\da-f]+)>\s*(?:<([\da-f\s]+)>|\[([^\]]*)\])/gi;
  for (const [, from = '', to = '', text, list] of ranges.matchAll(range)) {
    const [first, last] = [Number.parseInt(from, 16), Number.parseInt(to, 16)];
    const texts = list?.match(/<[^<>]*>/g);
    for (let code = first; code <= last; code++) {
      map.set(code, texts ? textOf(texts[code - first] ?? '') : shifted(textOf(text ?? ''), code - first));
    }
  }
}

/** UTF-16BE in hexadecimal digits. */
function textOf(hex: string): string {
  const units = hex.replace(/[^\da-f]/gi, '').match(/.{4}/g) ?? [];
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
}

/** In a range the last code unit counts up. */
function shifted(text: string, by: number): string {
  if (by === 0 || text === '') return text;
  const last = text.codePointAt(text.length - (/[\udc00-\udfff]$/.test(text) ? 2 : 1)) ?? 0;
  return text.slice(0, text.length - (last > 0xffff ? 2 : 1)) + String.fromCodePoint(last + by);
}
