import type { ColourSnapshot } from '../browser/index.ts';
import type { Compiled } from '../compile.ts';
import type { Diagnostic, Source } from '../diagnostics/index.ts';
import { openPrint, printText, runInPage, type Session } from '../render/index.ts';
import { findDeclaration, loadColours, type Theme, type ThemeRequest } from '../theme/index.ts';
import { judgeContrast, type TokenFault } from './judge-contrast.ts';
import { compileSample, type SlideSize, sampleFolder } from './sample.ts';

/** What a theme is like when every layout is drawn in it. */
export interface ThemeReport {
  readonly name: string;
  /** Layouts that were drawn, each in every size of slide. */
  readonly layouts: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, Source>;
}

const sizes: readonly SlideSize[] = ['16:9', '4:3'];
/** `light-dark()` and `prefers-color-scheme` are drawn both ways. */
const schemes = ['light', 'dark'] as const;

/** Tokens that text and what is behind it can have. */
const colourTokens = [
  'text',
  'muted',
  'accent',
  'on-accent',
  'on-strong',
  'on-second',
  'background',
  'surface',
  'tint',
  'strong',
  'second',
  'accent-fill',
  'rule',
];

/** Draws the sample talk in a theme and inspects it: nothing cut off, every text readable. */
export async function checkSample(request: ThemeRequest, session: Session): Promise<ThemeReport> {
  const compiled = await Promise.all(sizes.map((size) => compileSample(request, size)));
  const [first] = compiled;
  const problems = unique(compiled.flatMap(({ diagnostics }) => diagnostics));
  const theme = first?.value.theme;
  const sources = new Map(theme?.stylesheets.map(({ path, css }) => [path, { path, text: css }]));
  if (!theme || problems.some(({ severity }) => severity === 'error')) {
    return { name: theme?.name ?? '', layouts: [], diagnostics: problems, sources };
  }
  const inspected = (
    await Promise.all(compiled.map(({ value }, at) => inspect(value, sizes[at] ?? '16:9', session)))
  ).flat();
  const faults = judgeContrast(
    inspected.flatMap(({ slides }) => slides),
    await loadColours(),
  ).map((fault) => contrastProblem(fault, theme));
  const clips = inspected.flatMap(({ size, slides }) =>
    slides.flatMap((slide) => clipProblems(slide, size, theme)),
  );
  // What was computed from the tokens has been inspected now.
  const known = problems.filter(({ code }) => code !== 'theme/contrast');
  return {
    name: theme.name,
    layouts: [...new Set(inspected.flatMap(({ slides }) => slides.map(({ layout }) => layout)))],
    diagnostics: [...known, ...unique([...clips, ...faults])],
    sources,
  };
}

interface InspectedSize {
  readonly size: SlideSize;
  readonly slides: readonly ColourSnapshot[];
}

async function inspect({ deck, theme }: Compiled, size: SlideSize, session: Session): Promise<InspectedSize> {
  const html = await printText(deck, theme, { pictures: { folder: sampleFolder } });
  const both = theme.stylesheets.some(({ css }) => /light-dark\(|prefers-color-scheme/.test(css));
  const slides = await session.withPage(async (page) => {
    await openPrint(page, html, theme.size);
    const found: ColourSnapshot[] = [];
    for (const value of both ? schemes : schemes.slice(0, 1)) {
      if (both) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
      found.push(...(await runInPage(page, 'inspectColours', colourTokens)));
    }
    return found;
  });
  return { size, slides };
}

function contrastProblem(fault: TokenFault, theme: Theme): Diagnostic {
  const { token, colour, behind, ratio, needed, layouts, sample, better } = fault;
  const where =
    layouts.length > 3
      ? `${layouts.slice(0, 3).join(', ')} and ${layouts.length - 3} more`
      : layouts.join(', ');
  const what = token ? `text in \`${token}\` (${colour})` : `text in ${colour}`;
  return {
    code: 'theme/contrast',
    severity: 'error',
    message: `${what} has a contrast of ${ratio} with \`${behind}\` behind it, as in “${sample}”; it needs ${needed}:1 (${where})`,
    span: findDeclaration(theme, token ?? 'text'),
    help: better
      ? remedy(token, better)
      : 'nothing of this hue reads on all that is behind it: bring the backgrounds nearer to one another',
  };
}

function remedy(token: string | undefined, better: string): string {
  return token
    ? `write \`--${token}: ${better}\``
    : `no token has this colour: it is mixed from others, so change those first, or it stands in a rule, where \`${better}\` would read`;
}

function clipProblems({ layout, clipped }: ColourSnapshot, size: SlideSize, theme: Theme): Diagnostic[] {
  return clipped.map((text) => ({
    code: 'theme/clip',
    severity: 'error',
    message: text.startsWith('scaled to')
      ? `the layout \`${layout}\` at ${size} is taller than was computed, and was ${text}`
      : `the layout \`${layout}\` at ${size} cuts off “${text}”`,
    span: findDeclaration(theme, 'body-size'),
    help: 'set lengths that move text as properties on `section`, so that slides are planned with them',
  }));
}

function unique(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [
    ...new Map(diagnostics.map((one) => [`${one.code} ${one.message} ${one.span.start}`, one])).values(),
  ];
}
