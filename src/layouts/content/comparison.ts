// Amounts that are compared in words: "40% more than LLaMA 1", "1.5x-7x more compute than LLaMA 1", "2x faster than before".

/** What is compared with 1, and by how much it is larger: a ratio, or a range of them. */
export interface Comparison {
  readonly than: string;
  readonly ratio: readonly [least: number, most: number];
}

const number = String.raw`(\d+(?:[.,]\d+)?)`;
const than = String.raw`than\s+([\p{L}\p{N}][\p{L}\p{N} .-]{0,22}[\p{L}\p{N}])`;
const percent = new RegExp(
  String.raw`${number}\s?%\s+(more|less|higher|lower|faster|larger|fewer)\b[^.;]*?\b${than}`,
  'iu',
);
const times = new RegExp(
  String.raw`${number}\s?[x×](?:\s?[-–]\s?${number}\s?[x×])?\s+[^.;]*?\b${than}`,
  'iu',
);

/** Ratios that bars can show. */
const drawable = { least: 1.1, most: 12 } as const;

/** The comparison in a line of text; undefined where it names no amount, or one that no bar can show. */
export function readComparison(text: string): Comparison | undefined {
  const found = byTimes(text) ?? byPercent(text);
  if (!found) return undefined;
  const [least, most] = found.ratio;
  const larger = most >= 1 ? most : 1 / least;
  return larger >= drawable.least && larger <= drawable.most ? found : undefined;
}

function byPercent(text: string): Comparison | undefined {
  const match = percent.exec(text);
  if (!match?.[1] || !match[2] || !match[3]) return undefined;
  const share = value(match[1]) / 100;
  const ratio = /^(?:less|lower|fewer)$/iu.test(match[2]) ? 1 - share : 1 + share;
  return ratio > 0 ? { than: match[3].trim(), ratio: [ratio, ratio] } : undefined;
}

function byTimes(text: string): Comparison | undefined {
  const match = times.exec(text);
  if (!match?.[1] || !match[3]) return undefined;
  const least = value(match[1]);
  return { than: match[3].trim(), ratio: [least, match[2] ? value(match[2]) : least] };
}

function value(text: string): number {
  return Number.parseFloat(text.replace(',', '.'));
}
