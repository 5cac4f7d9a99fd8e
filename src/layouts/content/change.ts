// A change that a title names: "Long context pretraining (2k to 4k)".

/** What comes before the parentheses, and the two amounts with the word between them. */
export interface Change {
  readonly rest: string;
  readonly from: string;
  readonly joint: string;
  readonly to: string;
  /** Heights of the two, the larger 100. */
  readonly shares: readonly [from: number, to: number];
}

/** Units of one kind, and how much each is of the first. Without one an amount may be a year, a page or a version; prices are left alone. */
const scales: readonly Readonly<Record<string, number>>[] = [
  { k: 1, K: 1, M: 1e3, B: 1e6, T: 1e9 },
  { '%': 1 },
  { x: 1, '×': 1 },
  { kB: 1, KB: 1, MB: 1e3, GB: 1e6, TB: 1e9, PB: 1e12 },
  { ms: 1, s: 1e3 },
  { mm: 1, cm: 10, m: 1e3, km: 1e6 },
  { g: 1, kg: 1e3 },
  { W: 1, kW: 1e3, MW: 1e6, GW: 1e9 },
  { Hz: 1, kHz: 1e3, MHz: 1e6, GHz: 1e9 },
  { '°C': 1 },
];

const amount = String.raw`(\d{1,4}(?:[.,]\d{1,2})?)[\u00a0\u202f ]?(${[
  ...new Set(scales.flatMap((scale) => Object.keys(scale))),
]
  .sort((a, b) => b.length - a.length)
  .join('|')})`;
const joints = 'to|→|->|auf|à|al?|do|до|naar|tot|til|till|から|到|至';
const pattern = new RegExp(
  String.raw`^(.*\S)\s*[(（](?:from |von |de |da )?${amount}\s*(${joints})\s*${amount}[)）]$`,
  'u',
);

/** Ratios that two columns side by side can show: the smaller one still stands higher than the foot of the slide. */
const drawable = { least: 1.1, most: 6 } as const;

/** Undefined for a title without one, for amounts of two kinds, and where no bars can show it. */
export function readChange(title: string): Change | undefined {
  const [, rest, low, lowUnit = '', joint, high, highUnit = ''] = pattern.exec(title.trim()) ?? [];
  const scale = scales.find((units) => lowUnit in units && highUnit in units);
  if (!rest || !low || !high || !joint || !scale) return undefined;
  const values = [amountOf(low) * (scale[lowUnit] ?? 0), amountOf(high) * (scale[highUnit] ?? 0)] as const;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (least <= 0 || most / least < drawable.least || most / least > drawable.most) return undefined;
  const share = (value: number): number => Math.round((100 * value) / most);
  return {
    rest,
    from: `${low}${lowUnit}`,
    joint,
    to: `${high}${highUnit}`,
    shares: [share(values[0]), share(values[1])],
  };
}

function amountOf(text: string): number {
  return Number.parseFloat(text.replace(',', '.'));
}
