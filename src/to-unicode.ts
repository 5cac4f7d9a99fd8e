/** What the codes of a font in a PDF stand for (ISO 32000-1, 9.10.3): the text of its ToUnicode map. */
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
