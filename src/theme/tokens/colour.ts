// Colours as numbers: reading what CSS allows, contrast, and the nearest lightness that is readable.
import { color as evaluateColour, serializeRGB } from '@csstools/css-color-parser';
import { parseComponentValue } from '@csstools/css-parser-algorithms';
import { tokenize } from '@csstools/css-tokenizer';
import {
  clampChroma,
  converter,
  formatHex,
  modeHsl,
  modeHwb,
  modeLab,
  modeLch,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeRgb,
  modeXyz65,
  parse,
  useMode,
  wcagContrast,
} from 'culori/fn';

for (const mode of [modeRgb, modeLrgb, modeHsl, modeHwb, modeXyz65, modeLab, modeLch, modeOklab]) {
  useMode(mode as never);
}
const toOklch: (colour: string) => Lch | undefined = useOklch();

/** Lightness 0 to 1, chroma 0 to about 0.37, hue in degrees (0 for greys). */
export interface Lch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

function useOklch(): (colour: string) => Lch | undefined {
  useMode(modeOklch);
  const convert = converter('oklch');
  return (colour) => {
    const found = convert(colour);
    return found && { l: found.l, c: found.c ?? 0, h: found.h ?? 0 };
  };
}

/** A CSS colour without transparency as `#rrggbb`; undefined when it is none. */
export function readColour(text: string): string | undefined {
  const colour = parse(text.trim());
  if (!colour || (colour.alpha ?? 1) < 1) return undefined;
  return formatHex(clampChroma(colour, 'oklch'));
}

/**
 * A colour as a stylesheet may write it, `color-mix()` and `oklch(from …)` included, as `#rrggbb`.
 * `var()` must be replaced before. Returns undefined when it is no colour, or one that shows what is behind.
 */
export function cssColour(text: string): string | undefined {
  const plain = readColour(text);
  if (plain) return plain;
  const node = parseComponentValue(tokenize({ css: text }));
  const colour = node && evaluateColour(node);
  return colour ? readColour(serializeRGB(colour).toString()) : undefined;
}

export function lchOf(hex: string): Lch {
  return toOklch(hex) ?? { l: 0, c: 0, h: 0 };
}

/** The nearest colour that a screen can show, its lightness and hue kept. */
export function hexOf({ l, c, h }: Lch): string {
  return formatHex(clampChroma({ mode: 'oklch', l: Math.min(1, Math.max(0, l)), c, h }, 'oklch'));
}

/** WCAG 2.2: 1 to 21. */
export function contrast(one: string, other: string): number {
  return wcagContrast(one, other);
}

/** As people write it, never better than it is: 4.48 is 4.4. */
export function contrastText(one: string, other: string): string {
  return `${(Math.floor(contrast(one, other) * 10) / 10).toFixed(1)}:1`;
}

/** The least contrast of a colour with any of these. */
export function leastContrast(colour: string, backgrounds: readonly string[]): number {
  return Math.min(...backgrounds.map((background) => contrast(colour, background)));
}

/**
 * The colour itself where it reads on all of these backgrounds; else the one of the same hue whose
 * lightness is nearest and that does. Returns undefined when not even black or white would.
 */
export function readableOn(
  colour: string,
  backgrounds: readonly string[],
  ratio: number,
): string | undefined {
  if (leastContrast(colour, backgrounds) >= ratio) return colour;
  const { l, c, h } = lchOf(colour);
  const steps = Array.from({ length: 200 }, (_, step) => (step + 1) / 200);
  for (const step of steps) {
    const near = [l - step, l + step].filter((lightness) => lightness >= 0 && lightness <= 1);
    const found = near.map((lightness) => hexOf({ l: lightness, c, h }));
    const fits = found.find((hex) => leastContrast(hex, backgrounds) >= ratio);
    if (fits) return fits;
  }
  return ['#000000', '#ffffff'].find((hex) => leastContrast(hex, backgrounds) >= ratio);
}
