import type { ColourPair, ColourSnapshot } from '../browser/index.ts';
import type { Compiled } from '../compile.ts';
import type { Diagnostic, Source } from '../diagnostics/index.ts';
import { openPrint, printText, runInPage, type Session } from '../render/index.ts';
import { type Colours, findDeclaration, loadColours, type Theme, type ThemeRequest } from '../theme/index.ts';
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

/** A colour of text that does not read where it stands, with one that would. */
interface TokenFault {
  /** The token to change; undefined when a rule of the theme has a colour of its own. */
  readonly token: string | undefined;
  readonly colour: string;
  readonly behind: string;
  /** "2.3:1". */
  readonly ratio: string;
  readonly needed: number;
  readonly layouts: readonly string[];
  readonly sample: string;
  readonly better: string | undefined;
}

type ColourTools = Pick<Colours, 'contrast' | 'contrastText' | 'readableOn'>;

/** WCAG 2.2, AA: 1.4.3 for text, 1.4.11 for what is drawn. */
const needed: Readonly<Record<ColourPair['kind'], number>> = { text: 4.5, large: 3, mark: 3 };

interface PlacedPair extends ColourPair {
  readonly layout: string;
}

/** One fault a colour, at its worst place; what is proposed reads in all its places. */
function judgeContrast(slides: readonly ColourSnapshot[], colours: ColourTools): readonly TokenFault[] {
  const places = slides.flatMap(({ layout, pairs }) =>
    pairs.map((pair): PlacedPair => ({ ...pair, layout })),
  );
  const groups = new Map<string, PlacedPair[]>();
  for (const place of places) {
    const key = `${tokenOf(place)} ${place.colour}`;
    groups.set(key, [...(groups.get(key) ?? []), place]);
  }
  return [...groups.values()].flatMap((group) => judge(group, colours) ?? []);
}

function judge(
  group: readonly PlacedPair[],
  { contrast, contrastText, readableOn }: ColourTools,
): TokenFault | undefined {
  const ratioOf = ({ colour, behind }: PlacedPair): number => contrast(colour, behind);
  const shortfall = (place: PlacedPair): number => needed[place.kind] - ratioOf(place);
  const failing = group.filter((place) => shortfall(place) > 0);
  const worst = [...failing].sort((a, b) => shortfall(b) - shortfall(a))[0];
  if (!worst) return undefined;
  const strictest = Math.max(...group.map(({ kind }) => needed[kind]));
  return {
    token: tokenOf(worst),
    colour: worst.colour,
    behind: worst.behind,
    ratio: contrastText(worst.colour, worst.behind),
    needed: needed[worst.kind],
    layouts: [...new Set(failing.map(({ layout }) => layout))],
    sample: worst.sample,
    better: readableOn(worst.colour, [...new Set(group.map(({ behind }) => behind))], strictest),
  };
}

/** Areas of full colour, and the token of the text on each. */
const onAreas = [
  ['accent-fill', 'on-accent'],
  ['strong', 'on-strong'],
  ['second', 'on-second'],
] as const;

const behind: ReadonlySet<string> = new Set(['background', 'surface', 'tint']);

/** On an area of full colour its own token is what to change, even where `text` has the same value. */
function tokenOf({ tokens, behindTokens }: PlacedPair): string | undefined {
  const own = onAreas.find(([area, text]) => behindTokens.includes(area) && tokens.includes(text));
  return own?.[1] ?? tokens.find((name) => !behind.has(name));
}
