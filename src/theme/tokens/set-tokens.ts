import { type Checked, type Diagnostic, nearest } from '../../diagnostics/index.ts';
import { type Cascade, cascade, readTokenRules } from '../cascade.ts';
import { evaluate, type Value } from '../evaluate.ts';
import type { ThemeFiles } from '../theme.ts';
import { contrast, contrastText, cssColour } from './colour.ts';
import { bodyContrast, colourNames, makePalette, type Palette, schemeOf } from './palette.ts';
import { isFontFile, kindOfToken, readToken, tokenRemedy, type WrittenToken } from './token-values.ts';

/** Tokens of the right kinds, as CSS text that is safe in a stylesheet, with all that follows from them. */
export interface SetTokens {
  readonly tokens: Readonly<Record<string, string>>;
  /** Where the background was set: what browsers draw by themselves follows. */
  readonly scheme?: 'light' | 'dark';
}

/**
 * Values that hints and command line give to a theme's tokens. One that cannot be used is an error
 * and left out. A colour brings those that depend on it, a scale all sizes, body text the larger steps of its ladder.
 */
export function setTokens(
  files: ThemeFiles,
  written: readonly WrittenToken[],
  size: '16:9' | '4:3',
): Checked<SetTokens> {
  const rules = readTokenRules(files.stylesheets);
  const found = cascade(rules, { bodySize: 'sm', size });
  const { values } = evaluate(found, new Map());
  const diagnostics: Diagnostic[] = [];
  const given = new Map<string, string>();
  for (const token of written) {
    const chosen = chosenTokens(token, found, values);
    if ('code' in chosen) diagnostics.push(chosen);
    else for (const [name, value] of chosen) given.set(name, value);
  }
  for (const token of written.filter((each) => !isFontFile(each) || files.fontFiles?.has(each.value))) {
    const isKnown = values.has(`--${token.name}`) || token.name === 'scale';
    const read = isKnown
      ? readToken(token, kindOfToken(token.name, values), files)
      : unknownToken(token, values);
    if (typeof read === 'string') given.set(token.name, read);
    else diagnostics.push(read);
  }
  const palette = paletteOf(given, values);
  const moved = palette && accentMoved(given, palette, written);
  return {
    value: {
      tokens: { ...scaleSizes(given, values), ...plain(given), ...(palette && changed(palette, values)) },
      ...(given.has('background') && palette && { scheme: schemeOf(palette.background) }),
    },
    diagnostics: moved ? [...diagnostics, moved] : diagnostics,
  };
}

/**
 * What a theme has for a word that one of its tokens takes: `--duo-petrol-accent` is the accent where `duo` is `petrol`. A
 * word that it has nothing for, beside others, is an error, but for the one that it has by itself.
 */
function chosenTokens(
  { name, value, span }: WrittenToken,
  found: Cascade,
  values: ReadonlyMap<string, Value>,
): readonly (readonly [name: string, value: string])[] | Diagnostic {
  if (kindOfToken(name, values) !== 'word') return [];
  const own = values.get(`--${name}`)?.text;
  const keys = [...found.keys()].filter((key) => key.startsWith(`--${name}-`));
  if (keys.length === 0 || value.trim() === own) return [];
  const chosen = keys.filter((key) => key.startsWith(`--${name}-${value.trim()}-`));
  const words = [
    own ?? '',
    ...new Set(keys.map((key) => key.slice(`--${name}-`.length).split('-')[0] ?? '')),
  ];
  if (chosen.length === 0)
    return {
      code: 'theme/token',
      severity: 'error',
      message: `the theme has no \`${name}\` of the name \`${value.trim()}\``,
      span,
      help: `write one of ${words.map((word) => `\`${word}\``).join(', ')}`,
    };
  return chosen.map((key) => {
    const token = key.slice(`--${name}-${value.trim()}-`.length);
    const written = found.get(key)?.[0]?.value ?? '';
    // Colours that others are computed from have to be colours, not references.
    return [token, cssColour(written) ?? written];
  });
}

/** `scale` is no property of the stylesheet; it is in the sizes. */
function plain(given: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...given].filter(([name]) => name !== 'scale'));
}

function unknownToken({ name, span }: WrittenToken, values: ReadonlyMap<string, Value>): Diagnostic {
  const names = [...values.keys()].map((key) => key.slice(2));
  const near = nearest(name, ['scale', ...names]);
  return {
    code: 'theme/token',
    severity: 'error',
    message: `the theme has no token \`${name}\``,
    span,
    help: near
      ? `did you mean \`${near}\`?`
      : 'themes/README.md lists the tokens: background, text, accent …',
  };
}

/** Only where a colour that others depend on was given. */
function paletteOf(
  given: ReadonlyMap<string, string>,
  values: ReadonlyMap<string, Value>,
): Palette | undefined {
  if (!['background', 'text', 'accent'].some((name) => given.has(name))) return undefined;
  const chosen = Object.fromEntries(colourNames.map((name) => [name, given.get(name)])) as Partial<Palette>;
  return makePalette(chosen, themePalette(values));
}

/** The theme's own colours, and grey for a colour that is none. */
function themePalette(values: ReadonlyMap<string, Value>): Palette {
  const colours = colourNames.map((name) => [
    name,
    cssColour(values.get(`--${name}`)?.text ?? '') ?? '#808080',
  ]);
  return Object.fromEntries(colours) as Palette;
}

/** What is not the theme's own already. */
function changed(palette: Palette, values: ReadonlyMap<string, Value>): Partial<Palette> {
  const theme = themePalette(values);
  return Object.fromEntries(
    colourNames.filter((name) => palette[name] !== theme[name]).map((name) => [name, palette[name]]),
  );
}

/** A shade darker for the sake of the surface is not worth a word. */
function accentMoved(
  given: ReadonlyMap<string, string>,
  { accent, background }: Palette,
  written: readonly WrittenToken[],
): Diagnostic | undefined {
  const asked = given.get('accent');
  const token = written.findLast(({ name }) => name === 'accent');
  if (!asked || !token || contrast(asked, background) >= bodyContrast) return undefined;
  return {
    code: 'theme/contrast',
    severity: 'warning',
    message: `\`${asked}\` has a contrast of ${contrastText(asked, background)} with the background \`${background}\`, too little to be read: text in the accent takes \`${accent}\``,
    span: token.span,
    help: `write \`${tokenRemedy('accent', accent, token.span)}\`, or choose another \`background\``,
  };
}

/** The steps of the ladder above the normal size. */
const largerBody = [
  'body-size-md',
  'body-size-lg',
  'body-size-xl',
  'body-size-xxl',
  'body-size-xxxl',
] as const;

/** The steps of the type scale that are not computed from others. */
const sizes = [
  'body-size',
  'body-size-xs',
  ...largerBody,
  'title-size',
  'title-size-xs',
  'deck-title-size',
  'deck-title-size-xs',
  'section-title-size',
  'subtitle-size',
  'meta-size',
  'figure-size',
  'large-figure-size',
  'statement-size',
  'quote-base',
];

/** px; the type floor of the design for a slide 720 px high. */
const floor = 24;

/** Tokens for other body sizes, which go along with the one that somebody sets. */
const companions = [
  ...largerBody.map((larger) => ['body-size', larger] as const),
  ['title-size', 'title-size-xs'],
  ['deck-title-size', 'deck-title-size-xs'],
] as const;

/**
 * Sizes that follow from a `scale` or from another size: with larger body text the steps above
 * it grow too, or slides with little on them would be set smaller than full ones.
 */
function scaleSizes(
  given: ReadonlyMap<string, string>,
  values: ReadonlyMap<string, Value>,
): Record<string, string> {
  const size = (name: string): number => values.get(`--${name}`)?.number ?? floor;
  const scale = given.has('scale') ? Number(given.get('scale')) : undefined;
  const scaled = scale === undefined ? [] : sizes.map((name) => [name, size(name) * scale] as const);
  const along = companions.flatMap(([name, companion]) => {
    const set = Number.parseFloat(given.get(name) ?? '');
    return set > 0 ? [[companion, (size(companion) * set) / size(name)] as const] : [];
  });
  return Object.fromEntries(
    [...scaled, ...along].map(([name, px]) => [name, `${Math.max(floor, Number(px.toFixed(2)))}px`]),
  );
}
