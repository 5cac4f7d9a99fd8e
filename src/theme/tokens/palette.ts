import type { Diagnostic, Span } from '../../diagnostics/index.ts';
import { findDeclaration } from '../cascade.ts';
import type { Theme } from '../theme.ts';
import { contrast, contrastText, cssColour, hexOf, lchOf, leastContrast, readableOn } from './colour.ts';
import { tokenRemedy, type WrittenToken } from './token-values.ts';

export const colourNames = [
  'background',
  'text',
  'accent',
  'surface',
  'muted',
  'rule',
  /** Areas of the accent: the colour that was asked for, even where `accent` must be darker to be read. */
  'accent-fill',
  /** The ground beside the plain one: `text` and `accent` read on it. */
  'tint',
  /** Full colour, and text on it. */
  'strong',
  'on-strong',
  /** The second tone, and text on it. It reads on `strong`, and `strong` on it. */
  'second',
  'on-second',
  /** Lines that are to be seen: of the talk, around a picture that is missing. */
  'line',
] as const;

/** The colours of a theme, each as `#rrggbb`. */
export type Palette = Readonly<Record<(typeof colourNames)[number], string>>;

/** WCAG 2.2 AA for body text, and a little more, so that rounding cannot undo it. */
export const bodyContrast = 4.5;
const wanted = 4.6;

/** On a tint stand surfaces that are a little darker than it, with the same text on them. */
const wantedOnTint = 5.4;

/** WCAG 2.2, 1.4.11: what is drawn. */
const wantedLine = 3.1;

/**
 * A whole palette from the colours that somebody chose and those of the theme. What was chosen
 * stays, but for an accent that could not be read; the rest takes on the accent's hue. Lightness is
 * that of OKLCH, so tints of every hue look equally light.
 */
export function makePalette(chosen: Partial<Palette>, theme: Palette): Palette {
  const background = chosen.background ?? theme.background;
  const text = chosen.text ?? textOn(background, theme.text);
  const asked = chosen.accent ?? theme.accent;
  const hue = lchOf(asked).h;
  const tinted = (share: number, chroma: number): string => {
    const [from, to] = [lchOf(background), lchOf(text)];
    return hexOf({ l: from.l + (to.l - from.l) * share, c: Math.min(lchOf(asked).c, chroma), h: hue });
  };
  // Between the two, or on the other side of the background where text would not read on it.
  const sides = [tinted(0.055, 0.012), tinted(-0.055, 0.012), background];
  const surface = chosen.surface ?? sides.find((side) => contrast(text, side) >= wanted) ?? background;
  const grounds = [background, surface];
  const muted = chosen.muted ?? readableOn(tinted(0.68, 0.02), grounds, wanted) ?? text;
  const accent =
    readableOn(asked, grounds, leastContrast(asked, grounds) >= bodyContrast ? 1 : wanted) ?? text;
  const rest = makeGrounds(chosen, { background, text, accent, asked });
  return {
    background,
    text,
    surface,
    muted,
    rule: chosen.rule ?? tinted(0.17, 0.02),
    accent,
    'accent-fill': chosen['accent-fill'] ?? asked,
    ...rest,
  };
}

type Grounds = Pick<Palette, 'tint' | 'strong' | 'on-strong' | 'second' | 'on-second' | 'line'>;

interface Base {
  readonly background: string;
  readonly text: string;
  readonly accent: string;
  /** The accent that was asked for, whether or not it can be read. */
  readonly asked: string;
}

/**
 * What slides stand on besides the plain ground. In a light theme the accent is the strong one, and a light tone of a
 * distant hue the second; in a dark theme a bright accent is the second tone, over a deep one of its own hue.
 */
function makeGrounds(chosen: Partial<Palette>, { background, text, accent, asked }: Base): Grounds {
  const isDark = schemeOf(background) === 'dark';
  const { l, c, h } = lchOf(asked);
  const isBright = l > 0.6;
  const deep = hexOf({ l: 0.43, c: Math.min(c, 0.1), h });
  const distant = hexOf({ l: 0.88, c: Math.min(c, 0.09), h: (h + 150) % 360 });
  const strong = chosen.strong ?? (isDark && isBright ? deep : asked);
  const tone = chosen.second ?? (isDark ? accent : distant);
  const second = chosen.second ?? readableOn(tone, [strong], wanted) ?? onColour(strong);
  const tinted = lchOf(background);
  const share = isDark ? 0.12 : -0.09;
  const mixed = hexOf({ l: tinted.l + share, c: Math.min(c, 0.035), h });
  const tint = chosen.tint ?? readableOn(mixed, [text, accent], wantedOnTint) ?? background;
  const [from, to] = [tinted, lchOf(text)];
  const between = hexOf({ l: from.l + (to.l - from.l) * 0.5, c: Math.min(c, 0.03), h });
  return {
    tint,
    strong,
    'on-strong': chosen['on-strong'] ?? onColour(strong),
    second,
    'on-second': chosen['on-second'] ?? onColour(second),
    line: chosen.line ?? readableOn(between, [background, tint], wantedLine) ?? text,
  };
}

/** White or black, whichever reads better. */
function onColour(colour: string): string {
  return schemeOf(colour) === 'light' ? '#000000' : '#ffffff';
}

/** The theme's text where it reads well, else nearly black or nearly white with the background's hue. */
function textOn(background: string, text: string): string {
  if (contrast(background, text) >= 7) return text;
  const { c, h } = lchOf(background);
  const ink = (l: number): string => hexOf({ l, c: Math.min(c, 0.02), h });
  const [soft, hard] = schemeOf(background) === 'light' ? [ink(0.18), '#000000'] : [ink(0.96), '#ffffff'];
  return contrast(background, soft) >= 7 ? soft : hard;
}

/** What reads better on it: black, so it is light, or white. */
export function schemeOf(background: string): 'light' | 'dark' {
  return contrast(background, '#000000') >= contrast(background, '#ffffff') ? 'light' : 'dark';
}

/** Which colours meet in the layouts: text, and what may be behind it. */
const pairs: readonly (readonly [token: string, behind: readonly string[]])[] = [
  ['text', ['background', 'surface', 'tint']],
  ['muted', ['background', 'surface']],
  ['accent', ['background', 'surface', 'tint']],
  ['on-accent', ['accent-fill']],
  ['on-strong', ['strong']],
  ['on-second', ['second']],
];

/**
 * A warning for each colour of text that cannot be read on what is behind it, by the tokens alone.
 * What a theme's own rules do to single layouts is checked by `lectern theme check`.
 */
export function checkColours(theme: Theme, written: readonly WrittenToken[]): Diagnostic[] {
  const colourOf = (name: string): string | undefined => cssColour(theme.tokens.get(`--${name}`) ?? '');
  return pairs.flatMap(([token, behind]) => {
    const colour = colourOf(token);
    const grounds = behind.flatMap((name) => colourOf(name) ?? []);
    if (!colour || grounds.length === 0) return [];
    const worst = grounds.sort((a, b) => contrast(colour, a) - contrast(colour, b))[0] ?? colour;
    if (contrast(colour, worst) >= bodyContrast) return [];
    const better = readableOn(colour, grounds, bodyContrast);
    const span = whereSet(token, theme, written);
    return [
      {
        code: 'theme/contrast',
        severity: 'warning',
        message: `text in \`${token}\` (${colour}) has a contrast of ${contrastText(colour, worst)} with \`${worst}\` behind it; it needs ${bodyContrast}:1`,
        span,
        help: better
          ? `write \`${tokenRemedy(token, better, span)}\``
          : `no \`${token}\` reads on all of ${grounds.join(', ')}: bring these nearer to one another`,
      },
    ];
  });
}

/** The token's own place, or that of the colours it is mixed from. */
function whereSet(token: string, theme: Theme, written: readonly WrittenToken[]): Span {
  const given = [token, 'text', 'background', 'accent'].flatMap((name) =>
    written.filter((each) => each.name === name).map(({ span }) => span),
  );
  return given[0] ?? findDeclaration(theme, token);
}
