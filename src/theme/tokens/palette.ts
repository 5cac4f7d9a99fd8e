import { contrast, hexOf, lchOf, leastContrast, readableOn } from './colour.ts';

/** The colours of a theme, each as `#rrggbb`. */
export interface Palette {
  readonly background: string;
  readonly text: string;
  readonly accent: string;
  readonly surface: string;
  readonly muted: string;
  readonly rule: string;
  /** Areas of the accent: the colour that was asked for, even where `accent` must be darker to be read. */
  readonly 'accent-fill': string;
}

export type ColourName = keyof Palette;

/** WCAG 2.2 AA for body text, and a little more, so that rounding cannot undo it. */
export const bodyContrast = 4.5;
const wanted = 4.6;

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
  return {
    background,
    text,
    surface,
    muted,
    rule: chosen.rule ?? tinted(0.17, 0.02),
    accent: readableOn(asked, grounds, leastContrast(asked, grounds) >= bodyContrast ? 1 : wanted) ?? text,
    'accent-fill': chosen['accent-fill'] ?? asked,
  };
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
