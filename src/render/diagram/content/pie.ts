import type { Pie } from '../../../notes/index.ts';
import {
  type Drawn,
  filled,
  label,
  labels,
  lineHeight,
  type Sheet,
  titled,
  toBaseline,
  wrapped,
} from './marks.ts';

/** Distances, and the tallest row and bar, by the size of the labels. */
const [afterLabel, beforeShare, tallest, thickest, closest] = [1.2, 0.5, 4.4, 2.4, 1.5];

/** Most of the width that the names take. */
const ofNames = 0.4;

/** Shares as bars true to scale: lengths are compared sooner than angles. Undefined where they have no room. */
export function drawPie({ title, parts }: Pie, sheet: Sheet): Drawn | undefined {
  const { width, height, size, textWidth } = sheet;
  const values = parts.map(({ value }) => Number(value.text));
  const shares = sharesOf(values, sheet.lang);
  // Parts of a hundred are their shares already.
  const isHundred = Math.abs(values.reduce((sum, value) => sum + value, 0) - 100) < 0.05;
  const counts = parts.map(({ value }) => (isHundred ? '' : value.text));
  const head = titled(title, sheet);
  const names = parts.map(({ label }) => wrapped(label.text, ofNames * width, sheet, 'strong'));
  if (names.includes(undefined)) return undefined;
  const left =
    afterLabel * size +
    Math.max(...names.flatMap((lines) => lines ?? []).map((line) => textWidth(line, 'strong')));
  const lineCount = Math.max(...names.map((lines) => lines?.length ?? 1));
  const share = Math.max(...shares.map((text) => textWidth(text, 'strong')));
  const count = Math.max(...counts.map((text) => (text === '' ? 0 : textWidth(text) + size)));
  const longest = width - left - beforeShare * size - share - count;
  const pitch = Math.min(tallest * size, (height - head.height) / parts.length);
  if (longest < width / 4 || pitch < (closest + (lineCount - 1) * lineHeight) * size) return undefined;
  const most = Math.max(...values);
  const isAlone = values.filter((value) => value === most).length === 1;
  const thick = Math.min(thickest * size, 0.66 * pitch);
  const rows = names.map((lines = [], at) => {
    const middle = head.height + (at + 0.5) * pitch;
    const [y, length] = [middle + toBaseline * size, (longest * (values[at] ?? 0)) / (most || 1)];
    const isNotable = isAlone && values[at] === most;
    const end = left + length + beforeShare * size;
    const after = end + textWidth(shares[at] ?? '', 'strong') + size;
    return [
      labels(
        lines,
        { x: 0, y: y - ((lines.length - 1) / 2) * lineHeight * size },
        { size, ...(isNotable && { weight: 'strong' }) },
      ),
      filled(
        { x: left, y: middle - thick / 2, width: length, height: thick },
        isNotable ? 'highlight' : 'bar',
      ),
      label(
        shares[at] ?? '',
        { x: end, y },
        { size, weight: 'strong', ...(isNotable && { fill: 'highlight' }) },
      ),
      counts[at] ? label(counts[at], { x: after, y }, { size, fill: 'quiet' }) : '',
    ].join('');
  });
  return { svg: head.svg + rows.join(''), height: head.height + pitch * parts.length };
}

/** As the language writes them; with a digit behind the point where a part is less than one in a hundred. */
function sharesOf(values: readonly number[], lang: string): readonly string[] {
  const sum = values.reduce((sum, value) => sum + value, 0) || 1;
  const isFine = values.some((value) => value > 0 && value / sum < 0.01);
  const form = new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: isFine ? 1 : 0 });
  return values.map((value) => form.format(value / sum).replace(/\p{Zs}/gu, '\u00a0'));
}
