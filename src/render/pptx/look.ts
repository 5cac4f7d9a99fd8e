// The theme of a PowerPoint file, and how its colours and fonts are referred to: who changes an accent or a font of the
// theme changes the deck.
import type { DeckFrames, FrameColour, FrameTextStyle } from '../../browser/index.ts';
import { escapeXml } from '../../escape.ts';
import { weightFamily } from '../../office/index.ts';

/** Places of a colour scheme in the order in which it lists them (ECMA-376, part 1, 20.1.6.2). */
type SchemePlace =
  | 'dk1'
  | 'lt1'
  | 'dk2'
  | 'lt2'
  | 'accent1'
  | 'accent2'
  | 'accent3'
  | 'accent4'
  | 'accent5'
  | 'accent6'
  | 'hlink'
  | 'folHlink';

/** What every part of the file refers to. */
export interface PptxLook {
  /** `rrggbb` of each place. */
  readonly scheme: Readonly<Record<SchemePlace, string>>;
  /** The ground is darker than the text: then `bg1` is `dk1`. */
  readonly isDark: boolean;
  readonly headingFont: Typeface;
  readonly bodyFont: Typeface;
}

/** A family as its static files are named, and whether the bold one of them is meant. */
export interface Typeface {
  readonly name: string;
  readonly isBold: boolean;
}

/** Custom properties that become the theme's colours. */
export const lookTokens = [
  '--background',
  '--text',
  '--tint',
  '--muted',
  '--accent',
  '--second',
  '--bar',
  '--line',
  '--strong',
  '--rule',
  '--surface',
] as const;

export function lookOf(deck: DeckFrames): PptxLook {
  const colour = (token: (typeof lookTokens)[number], other: string): string =>
    (deck.colours[token]?.rgb ?? other).toUpperCase();
  const [background, text] = [colour('--background', 'ffffff'), colour('--text', '000000')];
  const isDark = luminance(background) < luminance(text);
  const [near, far] = [
    { main: background, other: colour('--tint', background) },
    { main: text, other: colour('--muted', text) },
  ];
  const [dark, light] = isDark ? [near, far] : [far, near];
  const accent = colour('--accent', text);
  return {
    scheme: {
      dk1: dark.main,
      lt1: light.main,
      dk2: dark.other,
      lt2: light.other,
      accent1: accent,
      accent2: colour('--second', accent),
      accent3: colour('--bar', accent),
      accent4: colour('--line', accent),
      accent5: colour('--strong', accent),
      accent6: colour('--rule', accent),
      hlink: accent,
      folHlink: colour('--muted', accent),
    },
    isDark,
    headingFont: mostUsed(deck, 'title') ?? { name: typefaceName(deck.fonts.heading), isBold: true },
    bodyFont: mostUsed(deck, 'body') ?? { name: typefaceName(deck.fonts.body), isBold: false },
  };
}

function luminance(rgb: string): number {
  const [r = 0, g = 0, b = 0] = rgb.match(/../g)?.map((part) => Number.parseInt(part, 16)) ?? [];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The typeface of most letters of a role; of body text, that of the theme's own family. */
function mostUsed(deck: DeckFrames, role: 'title' | 'body'): Typeface | undefined {
  const counts = new Map<string, { readonly face: Typeface; letters: number }>();
  for (const { frames } of deck.slides)
    for (const frame of frames) {
      if (frame.kind !== 'text' || frame.role !== role) continue;
      for (const run of frame.paragraphs.flatMap(({ runs }) => runs)) {
        if (run.kind !== 'text') continue;
        if (role === 'body' && run.style.family !== deck.fonts.body) continue;
        const face = typefaceOf(run.style);
        const plain = role === 'body' ? { ...face, isBold: false } : face;
        const known = counts.get(face.name) ?? { face: plain, letters: 0 };
        known.letters += run.text.length;
        counts.set(face.name, known);
      }
    }
  return [...counts.values()].sort((a, b) => b.letters - a.letters)[0]?.face;
}

const generic: ReadonlyMap<string, string> = new Map([
  ['sans-serif', 'Arial'],
  ['system-ui', 'Arial'],
  ['serif', 'Times New Roman'],
  ['monospace', 'Courier New'],
]);

function typefaceName(family: string): string {
  return generic.get(family) ?? family;
}

/** What office programs call a family in a weight, and whether they are to set it bold. */
export function typefaceOf({ family, weight }: Pick<FrameTextStyle, 'family' | 'weight'>): Typeface {
  const name = typefaceName(family);
  const own = generic.has(family) || systemFonts.has(name) ? undefined : weightFamily(name, weight);
  if (own !== undefined) return { name: own, isBold: false };
  return { name, isBold: weight >= 600 };
}

/** Families that come with the system have regular and bold alone. */
const systemFonts: ReadonlySet<string> = new Set([
  'Arial',
  'Times New Roman',
  'Courier New',
  'Georgia',
  'Verdana',
  'Calibri',
  'Helvetica',
]);

/** The theme's own fonts by reference, every other by its name. */
export function fontXml({ name }: Typeface, { headingFont, bodyFont }: PptxLook): string {
  const place = name === bodyFont.name ? 'mn' : name === headingFont.name ? 'mj' : undefined;
  if (!place)
    return `<a:latin typeface="${escapeXml(name)}"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>`;
  return `<a:latin typeface="+${place}-lt"/><a:ea typeface="+${place}-ea"/><a:cs typeface="+${place}-cs"/>`;
}

/** In which order a colour is looked for: what follows the accent before what only happens to be like it. */
const order: readonly SchemePlace[] = [
  'accent1',
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
];

/** `a:schemeClr` where the theme has the colour, else `a:srgbClr`. */
export function colourXml({ rgb, alpha }: FrameColour, look: PptxLook): string {
  const upper = rgb.toUpperCase();
  const place = order.find((name) => look.scheme[name] === upper);
  const inside = alpha === undefined ? '' : `<a:alpha val="${Math.round(alpha * 100_000)}"/>`;
  const [name, value] = place ? ['schemeClr', mapped(place, look)] : ['srgbClr', upper];
  return inside ? `<a:${name} val="${value}">${inside}</a:${name}>` : `<a:${name} val="${value}"/>`;
}

export function fillXml(colour: FrameColour | undefined, look: PptxLook): string {
  return colour ? `<a:solidFill>${colourXml(colour, look)}</a:solidFill>` : '<a:noFill/>';
}

/** Slides name what stands behind and what is written: which of them is dark, the master's map says. */
function mapped(place: SchemePlace, { isDark }: PptxLook): string {
  const names: Partial<Record<SchemePlace, string>> = isDark
    ? { dk1: 'bg1', lt1: 'tx1', dk2: 'bg2', lt2: 'tx2' }
    : { lt1: 'bg1', dk1: 'tx1', lt2: 'bg2', dk2: 'tx2' };
  return names[place] ?? place;
}

export function colourMap({ isDark }: PptxLook): string {
  const [bg1, tx1, bg2, tx2] = isDark ? ['dk1', 'lt1', 'dk2', 'lt2'] : ['lt1', 'dk1', 'lt2', 'dk2'];
  const rest = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'];
  const pairs = rest.map((name) => `${name}="${name}"`).join(' ');
  return `<p:clrMap bg1="${bg1}" tx1="${tx1}" bg2="${bg2}" tx2="${tx2}" ${pairs}/>`;
}

// The theme part.

/** Fonts that Windows and macOS have, for the scripts that the theme's own fonts lack. */
const scriptFonts = [
  ['Jpan', 'Yu Gothic'],
  ['Hang', 'Malgun Gothic'],
  ['Hans', 'Microsoft YaHei'],
  ['Hant', 'Microsoft JhengHei'],
  ['Arab', 'Arial'],
  ['Hebr', 'Arial'],
  ['Thai', 'Tahoma'],
  ['Deva', 'Mangal'],
  ['Beng', 'Vrinda'],
  ['Geor', 'Sylfaen'],
  ['Armn', 'Arial'],
] as const;

/** East Asian and complex-script fonts go by the language of the deck. */
function fallbackFonts(language: string): { readonly eastAsian: string; readonly complex: string } {
  const [primary = '', ...rest] = language.split('-');
  const eastAsian =
    primary === 'ja'
      ? 'Yu Gothic'
      : primary === 'ko'
        ? 'Malgun Gothic'
        : primary === 'zh'
          ? rest.some((part) => /^(?:hant|tw|hk|mo)$/i.test(part))
            ? 'Microsoft JhengHei'
            : 'Microsoft YaHei'
          : '';
  return { eastAsian, complex: ['ar', 'fa', 'ur', 'he', 'yi'].includes(primary) ? 'Arial' : '' };
}

export function themeXml(
  name: string,
  { scheme, headingFont, bodyFont }: PptxLook,
  language: string,
): string {
  const colours = Object.entries(scheme)
    .map(([place, value]) => `<a:${place}><a:srgbClr val="${value}"/></a:${place}>`)
    .join('');
  const { eastAsian, complex } = fallbackFonts(language);
  const scripts = scriptFonts
    .map(([script, font]) => `<a:font script="${script}" typeface="${font}"/>`)
    .join('');
  const font = (face: Typeface): string =>
    `<a:latin typeface="${escapeXml(face.name)}"/><a:ea typeface="${eastAsian}"/><a:cs typeface="${complex}"/>${scripts}`;
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'.repeat(3);
  const line = [9_525, 19_050, 28_575]
    .map((width) => `<a:ln w="${width}"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>`)
    .join('');
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3);
  const title = escapeXml(name);
  return [
    `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="${title}"><a:themeElements>`,
    `<a:clrScheme name="${title}">${colours}</a:clrScheme>`,
    `<a:fontScheme name="${title}"><a:majorFont>${font(headingFont)}</a:majorFont><a:minorFont>${font(bodyFont)}</a:minorFont></a:fontScheme>`,
    `<a:fmtScheme name="${title}"><a:fillStyleLst>${fill}</a:fillStyleLst><a:lnStyleLst>${line}</a:lnStyleLst><a:effectStyleLst>${effect}</a:effectStyleLst><a:bgFillStyleLst>${fill}</a:bgFillStyleLst></a:fmtScheme>`,
    '</a:themeElements></a:theme>',
  ].join('');
}
