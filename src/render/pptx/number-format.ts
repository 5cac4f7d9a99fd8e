/**
 * The format code (ECMA-376, part 1, 18.8.31) that shows a number as the notes write it: `0.0"x"` for “1.5x”. Separators are
 * those of the reader's language, so “3,4” and “3.4” have one code. Undefined where the text does not show this number: “2T”
 * for two trillions.
 */
export function numberFormat(text: string, value: number): string | undefined {
  const found = /\d(?:[\d.,'’ \u00a0\u202f]*\d)?/.exec(text);
  if (!found) return undefined;
  const [written] = found;
  const before = text.slice(0, found.index);
  const sign = /[-−–]\s?$/.exec(before)?.[0] ?? '';
  const decimals = decimalsOf(written, value);
  const isNegative = sign !== '' && value < 0;
  if (decimals === undefined || (value < 0 && !isNegative)) return undefined;
  const [prefix, suffix] = [
    isNegative ? before.slice(0, before.length - sign.length) : before,
    text.slice(found.index + written.length),
  ];
  // More numbers beside this one are words.
  const whole = written.slice(0, written.length - (decimals > 0 ? decimals + 1 : 0));
  const grouped = /\D/.test(whole)
    ? '#,##0'
    : whole.length > 1 && whole.startsWith('0')
      ? '0'.repeat(whole.length)
      : '0';
  const number = grouped + (decimals > 0 ? `.${'0'.repeat(decimals)}` : '');
  return `${quoted(prefix)}${number}${quoted(suffix)}`;
}

/** How many of its digits stand behind the separator; undefined where the digits are another number's. */
function decimalsOf(written: string, value: number): number | undefined {
  const digits = Number(written.replace(/\D/g, ''));
  const parts = written.split(/\D/);
  const tail = parts.length > 1 ? (parts.at(-1)?.length ?? 0) : 0;
  const isSame = (decimals: number): boolean =>
    Math.abs(digits / 10 ** decimals - Math.abs(value)) <= Math.abs(value) * 1e-9;
  return (value === 0 ? [tail] : [0, tail]).find(isSame);
}

/** A quotation mark is the one character that stands in no quoted text. */
function quoted(text: string): string {
  if (text === '') return '';
  return text
    .split('"')
    .map((part) => (part === '' ? '' : `"${part}"`))
    .join('\\"');
}
