// What slides look like in ink: a dark theme prints light, a ground that is nearly white prints white, and full colour
// becomes outlines where ink is to be saved.
import type { Handout } from '../../handout/index.ts';
import { type Colours, loadColours, type Theme } from '../../theme/index.ts';

const sections = '.handout div#\\:\\$p > svg > foreignObject > section';

/** Lightness in OKLCH: below it a ground is dark; above it a laser prints nothing, or a veil of dots. */
const [dark, nearlyWhite] = [0.5, 0.93];

export async function inkRules({ ink }: Handout, theme: Theme): Promise<string> {
  const colours = await loadColours();
  const ground = colours.cssColour(theme.tokens.get('--background') ?? '#ffffff') ?? '#ffffff';
  const { l } = colours.lchOf(ground);
  if (ink === 'saved') return savedInk(await printAccent(theme));
  if (l < dark) return lightVariant(await printAccent(theme));
  return l > nearlyWhite ? `${sections} { --background: #ffffff; }` : '';
}

/** An accent that reads on white: the theme's own, its deep tone where that is a bright one, or a darker one. */
export async function printAccent(theme: Theme): Promise<string> {
  const colours = await loadColours();
  const accent = theme.tokens.get('--accent');
  if (accent === undefined) return 'currentColor';
  const readable = [accent, theme.tokens.get('--strong') ?? accent].find((colour) =>
    readsOnPaper(colour, colours),
  );
  return readable ?? `oklch(from ${accent} min(l, 0.45) c h)`;
}

function readsOnPaper(colour: string, { cssColour, contrast }: Colours): boolean {
  const known = cssColour(colour);
  return known !== undefined && contrast(known, '#ffffff') >= 4.5;
}

/** The theme's compositions and full colours, on white. */
function lightVariant(accent: string): string {
  return `${sections} {
  --background: #ffffff;
  --text: #111413;
  --accent: ${accent};
  --accent-fill: ${accent};
  --surface: color-mix(in oklab, var(--accent) 8%, #ffffff);
  --muted: color-mix(in oklab, var(--text) 80%, #ffffff);
  --rule: color-mix(in oklab, var(--accent) 40%, #ffffff);
  --tint: color-mix(in oklab, var(--accent) 16%, #ffffff);
  --bar: color-mix(in oklab, var(--accent) 60%, #ffffff);
  color-scheme: light;
}
${sections}:not(.ground-strong, .ground-second) { --line: color-mix(in oklab, var(--accent) 60%, #ffffff); }`;
}

/** Nothing is filled: a ground of full colour is an outline, and what stood on it is dark. */
function savedInk(accent: string): string {
  return `${sections} {
  --background: #ffffff !important;
  --surface: #ffffff !important;
  --field: #ffffff !important;
  --tint: #ffffff !important;
  --text: #161615 !important;
  --muted: #161615 !important;
  --rule: #8c8c88 !important;
  --accent: ${accent} !important;
  --highlight: var(--accent) !important;
  --strong: #ffffff !important;
  --on-strong: #161615 !important;
  --second: #ffffff !important;
  --on-second: #161615 !important;
  --plate: #ffffff !important;
  --on-plate: var(--accent) !important;
  --plate-ink: #161615 !important;
  --night: #ffffff !important;
  --panel: #ffffff !important;
  --on-panel: #161615 !important;
  background: #ffffff !important;
  color: #161615 !important;
  color-scheme: light;
}
${sections}:is(.ground-strong, .ground-second) { box-shadow: inset 0 0 0 4px var(--accent); }
${sections}.ground-tint { box-shadow: inset 0 0 0 2px var(--accent); }`;
}
