import { type Checked, type Diagnostic, nearest, type Span } from '../diagnostics/index.ts';
import { isInPackage } from './built-in-themes.ts';
import { type Cascade, cascade, readTokenRules, type TokenRule } from './cascade.ts';
import { type Evaluation, evaluate, type Kind, type Value } from './evaluate.ts';
import { readFallbacks } from './font-fallbacks.ts';
import { checkFonts, neededFaces, readSpaces, readTextStyles } from './text-styles.ts';
import { type BodySize, bodySizes, type Stylesheet, type Theme, type ThemeFiles } from './theme.ts';

export interface ThemeOptions {
  readonly size: '16:9' | '4:3';
  /** Custom properties that the hints set, without their dashes: `{ accent: "#b4540a" }`. */
  readonly tokens?: Readonly<Record<string, string>>;
  /** Where the hints set them, for messages. */
  readonly tokensSpan?: Span;
  /** What browsers draw by themselves; left out where the theme decides. */
  readonly scheme?: 'light' | 'dark';
}

/** A theme from its CSS. Reads no files; what it cannot use it replaces by the base stylesheet's value. */
export function readTheme(files: ThemeFiles, options: ThemeOptions): Checked<Theme> {
  const written = readTokenRules(files.stylesheets);
  const rules = [...written, ...hintRules(options)];
  const cache = new Map<string, Value>();
  const read = eachBodySize((bodySize) => {
    const found = cascade(rules, { bodySize, size: options.size });
    return { found, evaluation: evaluate(found, cache) };
  });
  const values = eachBodySize((bodySize) => read[bodySize].evaluation.values);
  const styles = eachBodySize((bodySize) => readTextStyles(values[bodySize]));
  const diagnostics = [
    ...refusals(bodySizes.map((bodySize) => read[bodySize].evaluation)),
    ...unknownTokens(read.sm.found, options),
    ...misspeltTokens(written, files.stylesheets),
    ...checkFonts(styles, read.sm.found, values.sm, files.fonts),
  ];
  const size = slideSize(files.stylesheets, options.size);
  const theme: Theme = {
    name: files.stylesheets.at(-1)?.name ?? '',
    size,
    content: contentBox(size, values.sm),
    bodySizes: styles,
    spaces: readSpaces(values.sm),
    tokens: new Map([...values.sm].map(([name, value]) => [name, value.text])),
    numbers: eachBodySize((bodySize) => numbersOf(values[bodySize])),
    stylesheets: files.stylesheets,
    ...ownStyle(options),
    fonts: neededFaces(styles, values.sm, files.fonts),
    fallbacks: readFallbacks(read.sm.found, values.sm, files.stylesheets),
    metrics: files.fonts.metrics,
  };
  return { value: theme, diagnostics };
}

function eachBodySize<T>(make: (bodySize: BodySize) => T): Record<BodySize, T> {
  return Object.fromEntries(bodySizes.map((bodySize) => [bodySize, make(bodySize)])) as Record<BodySize, T>;
}

/** As the deck writes them: on `section`, after every stylesheet. */
function hintRules({ tokens = {}, tokensSpan = nowhere }: ThemeOptions): TokenRule[] {
  return Object.entries(tokens).map(([name, value]) => ({
    selector: 'section',
    name: `--${name.replace(/^--/, '')}`,
    value: value.trim(),
    span: tokensSpan,
  }));
}

/** The same as CSS, for the deck to carry. */
function ownStyle({ tokens = {}, scheme }: ThemeOptions): Pick<Theme, 'style'> {
  const values = Object.entries(tokens).map(([name, value]) => `--${name.replace(/^--/, '')}: ${value}`);
  const all = scheme ? [`color-scheme: ${scheme}`, ...values] : values;
  return all.length > 0 ? { style: `section { ${all.join('; ')}; }` } : {};
}

const nowhere: Span = { path: '', start: 0, end: 0 };

const wantedWords: Readonly<Record<Kind, string>> = {
  length: 'a length in px, such as `28px`',
  number: 'a number without a unit, such as `1.4`',
  other: 'a value',
};

function refusals(evaluations: readonly Evaluation[]): Diagnostic[] {
  const seen = new Map<string, Diagnostic>();
  for (const { name, wanted, candidate } of evaluations.flatMap(({ refused }) => refused)) {
    seen.set(`${name} ${candidate.span.path} ${candidate.span.start}`, {
      code: 'theme/token',
      severity: 'warning',
      message: `\`${candidate.value}\` cannot be used for \`${name}\``,
      span: candidate.span,
      help: `write ${wantedWords[wanted]}; until then the value it would override is used`,
    });
  }
  return [...seen.values()];
}

function unknownTokens(found: Cascade, { tokens = {}, tokensSpan = nowhere }: ThemeOptions): Diagnostic[] {
  const names = [...found].filter(([, candidates]) => candidates.length > 1).map(([name]) => name.slice(2));
  return Object.keys(tokens)
    .map((name) => name.replace(/^--/, ''))
    .filter((name) => found.get(`--${name}`)?.length === 1)
    .map((name): Diagnostic => {
      const near = nearest(
        name,
        [...found.keys()].map((key) => key.slice(2)).filter((key) => key !== name),
      );
      return {
        code: 'theme/token',
        severity: 'warning',
        message: `the theme has no token \`${name}\``,
        span: tokensSpan,
        help: near ? `did you mean \`${near}\`?` : `its tokens are ${names.join(', ')}`,
      };
    });
}

/**
 * Custom properties of the theme's own stylesheet that nothing uses and that are spelt nearly like
 * one of the stylesheets it builds on. A property of its own that it uses itself is as it should be.
 */
function misspeltTokens(rules: readonly TokenRule[], sheets: readonly Stylesheet[]): Diagnostic[] {
  const own = sheets.at(-1);
  if (!own || isInPackage(own.path)) return [];
  const known = new Set(rules.filter(({ span }) => span.path !== own.path).map(({ name }) => name));
  const strange = rules.filter(({ name, span }) => span.path === own.path && !known.has(name));
  if (strange.length === 0) return [];
  const used = new Set(
    sheets.flatMap(({ css }) => [...css.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name)),
  );
  return strange.filter(({ name }) => !used.has(name)).flatMap((rule) => misspelt(rule, known, own));
}

function misspelt({ name, span }: TokenRule, known: ReadonlySet<string>, { css }: Stylesheet): Diagnostic[] {
  const bare = (each: string): string => each.slice(2);
  const near = wordsMoved(name, known) ?? nearest(bare(name), [...known].map(bare));
  if (near === undefined) return [];
  const start = css.lastIndexOf(name, span.start);
  return [
    {
      code: 'theme/token',
      severity: 'warning',
      message: `nothing uses \`${name}\``,
      span: { path: span.path, start, end: start + name.length },
      help: `did you mean \`--${near.replace(/^--/, '')}\`?`,
    },
  ];
}

/** `--font-body` for `--body-font`. */
function wordsMoved(name: string, known: ReadonlySet<string>): string | undefined {
  const sorted = (each: string): string => each.split('-').sort().join('-');
  return [...known].find((each) => sorted(each) === sorted(name));
}

function numbersOf(values: ReadonlyMap<string, Value>): Map<string, number> {
  return new Map([...values].flatMap(([name, { number }]) => (number === undefined ? [] : [[name, number]])));
}

function contentBox(size: Theme['size'], values: ReadonlyMap<string, Value>): Theme['content'] {
  const number = (name: string): number => values.get(name)?.number ?? 0;
  const top = number('--content-top');
  return {
    top,
    width: size.width - number('--margin-start') - number('--margin-end'),
    height: size.height - top - number('--content-bottom'),
  };
}

/** `@size 4:3 960px 720px` in a stylesheet's comments, as Marp reads it; the last one wins. */
function slideSize(sheets: readonly Stylesheet[], name: string): Theme['size'] {
  const found = sheets
    .flatMap(({ css }) => [...css.matchAll(/@size\s+(\S+)\s+(\d+(?:\.\d+)?)px\s+(\d+(?:\.\d+)?)px/g)])
    .findLast((match) => match[1] === name);
  if (found) return { width: Number(found[2]), height: Number(found[3]) };
  return name === '4:3' ? { width: 960, height: 720 } : { width: 1280, height: 720 };
}
