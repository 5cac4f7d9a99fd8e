/**
 * Texts in, deck and problems out: no files, no clock, no browser of its own. The phases:
 *
 *   parseNotes   Source                    → Notes
 *   readHints    Source, Notes             → Hints, and the notes with the outline applied
 *   readTheme    the theme's stylesheets   → Theme
 *   makePlan     Notes, Hints, Theme       → Plan
 *   printDeck    Plan                      → Deck
 *
 * Each gives a value whatever the text is like, so that one run shows every problem.
 */
import { parse } from 'node:path';
import type { Cache } from './cache.ts';
import { type Deck, printDeck } from './deck/index.ts';
import type { Checked, Source, Span } from './diagnostics/index.ts';
import { type Hints, readHints, shownLetters } from './hints/index.ts';
import { validateLinks, validatePictures, validateSizes, validateText } from './input/index.ts';
import { type Notes, parseNotes } from './notes/index.ts';
import { makePlan, type Plan } from './plan/index.ts';
import {
  checkOwnColours,
  chooseFallbacks,
  createMeasure,
  defaultTheme,
  isFontFile,
  isInPackage,
  type Pictures,
  readTheme,
  resolveTokens,
  type TextMetrics,
  type Theme,
  type ThemeFiles,
  type ThemeRequest,
  themeTextMetrics,
  type WrittenToken,
  withFallbacks,
} from './theme/index.ts';

export interface CompileInput {
  readonly notes: Source;
  readonly hints?: Source | undefined;
  /** Gives the stylesheets and fonts of the theme that the hints or `theme` ask for. */
  readonly themeFiles: (request: ThemeRequest) => Promise<Checked<ThemeFiles>>;
  /** Gives what is known of a picture, by its address in the notes. */
  readonly pictures: Pictures;
  /** A theme that goes before the one the hints ask for. */
  readonly theme?: ThemeRequest | undefined;
  /** Where paths of themes and fonts start when the hints ask for them. */
  readonly folder: string;
  /** The same for the front matter of the notes, which names nothing outside; `folder` by default. */
  readonly notesFolder?: string | undefined;
  /** Custom properties that go before those of the hints, without their dashes. */
  readonly tokens?: Readonly<Record<string, string>> | undefined;
  /** Where bullets below the first level go; goes before what the hints say of the deck. */
  readonly details?: 'slide' | 'notes' | undefined;
  /** Called with each phase as it begins. */
  readonly onStage?: ((stage: Stage) => void) | undefined;
  /** Of earlier compilations in which nothing but notes and hints was different. */
  readonly cache?: Cache | undefined;
  /** Of other notes compiled a moment ago, for themes alone: decks of a library mostly share theirs. */
  readonly themes?: Cache | undefined;
}

export type Stage = 'notes' | 'hints' | 'theme' | 'plan' | 'deck';

/** What every phase gave. Not to be rendered when the diagnostics hold an error. */
export interface Compiled {
  readonly notes: Notes;
  readonly hints: Hints;
  readonly theme: Theme;
  readonly plan: Plan;
  readonly deck: Deck;
}

export async function compile(input: CompileInput): Promise<Checked<Compiled>> {
  const begin = (stage: Stage): void => input.onStage?.(stage);
  begin('notes');
  const unreadable = validateText(input.notes);
  const parsed = parseNotes(unreadable.length > 0 ? { ...input.notes, text: '' } : input.notes);
  const sizes = validateSizes(parsed.value);
  begin('hints');
  const hinted = readHints(input.hints, parsed.value);
  const { notes } = hinted.value;
  const hints = withDetails(hinted.value.hints, input.details);
  begin('theme');
  const written = writtenTokens(input, hints);
  const { files, tokens, theme, textMetrics, colours } = await themeFor(input, notes, hints, written);
  begin('plan');
  const { pictures } = input;
  const measure = createMeasure(theme.value, pictures, textMetrics);
  const fileName = parse(input.notes.path).name;
  // What is too large is not planned either: there is nothing to render.
  const plannable = sizes.diagnostics.length > 0 ? { ...notes, sections: [] } : notes;
  const plan = makePlan({
    notes: plannable,
    hints,
    theme: theme.value,
    measure,
    fileName,
    cache: input.cache,
  });
  begin('deck');
  const deck = printDeck(plan.value, { pictures, cache: input.cache });
  const problems = [
    { diagnostics: unreadable },
    parsed,
    sizes,
    hinted,
    files,
    tokens,
    theme,
    colours,
    validatePictures(notes, hints, pictures),
    validateLinks(notes),
    plan,
  ];
  return {
    value: { notes: plannable, hints, theme: theme.value, plan: plan.value, deck },
    diagnostics: problems.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** A section that says otherwise keeps its details where it says. */
function withDetails(hints: Hints, details: CompileInput['details']): Hints {
  return details === undefined ? hints : { ...hints, deck: { ...hints.deck, details } };
}

/** The theme in fonts that have the deck's letters, with everything that was noticed about it. */
async function themeFor(
  input: CompileInput,
  notes: Notes,
  hints: Hints,
  written: readonly WrittenToken[],
): Promise<Themed> {
  const key = JSON.stringify([hints.deck, [...(hints.spans ?? [])], input.folder, input.theme, input.tokens]);
  const cache = input.cache ?? input.themes;
  const cached = (name: string, read: () => Promise<Themed>): Promise<Themed> =>
    cache ? cache.getOrCompute('theme', name, read) : read();
  const themed = await cached(key, () => readThemed(input, hints, written));
  const { files, theme } = themed;
  const letters = shownLetters(notes, hints);
  const lang = hints.deck.lang ?? notes.lang ?? 'en';
  const chosen = chooseFallbacks(theme.value, files.value.fonts, letters, lang);
  if (Object.keys(chosen).length === 0) return themed;
  return cached(`${key}\0${JSON.stringify(chosen)}`, async () => {
    const fallen = await withFallbacks(files.value, theme.value, chosen, letters, lang);
    const tokens = { ...fallen.tokens, ...themed.tokens.value.tokens, ...chosen };
    const value = { ...themed.tokens.value, tokens };
    const again = readTheme(fallen.files, { size: hints.deck.size ?? '16:9', ...value });
    return { ...themed, theme: again, textMetrics: themeTextMetrics(again.value) };
  });
}

interface Themed {
  readonly files: Checked<ThemeFiles>;
  readonly tokens: Awaited<ReturnType<typeof resolveTokens>>;
  readonly theme: Checked<Theme>;
  /** With the widths of all words that were measured in it. */
  readonly textMetrics: TextMetrics;
  readonly colours: Pick<Checked<never>, 'diagnostics'>;
}

async function readThemed(
  input: CompileInput,
  hints: Hints,
  written: readonly WrittenToken[],
): Promise<Themed> {
  const files = await input.themeFiles(themeRequest(input, hints, written));
  const size = hints.deck.size ?? '16:9';
  const tokens = await resolveTokens(files.value, written, size);
  const theme = readTheme(files.value, { size, ...tokens.value });
  const origin = theme.value.stylesheets.every(({ path }) => isInPackage(path)) ? 'package' : 'user';
  const colours = { diagnostics: await checkOwnColours(theme.value, written, origin) };
  return { files, tokens, theme, textMetrics: themeTextMetrics(theme.value), colours };
}

function themeRequest(
  input: CompileInput,
  { deck, spans }: Hints,
  written: readonly WrittenToken[],
): ThemeRequest {
  const fontFiles = written.filter(isFontFile);
  if (input.theme) return { ...input.theme, fontFiles };
  const span = spans?.get('deck.theme');
  return {
    theme: deck.theme ?? defaultTheme,
    ...filesFor(input, span),
    fontFiles,
    ...(span && { span }),
  };
}

/** What is written in the notes may come from anybody; a hints file is the user's own. */
function filesFor(
  { notes, folder, notesFolder = folder }: CompileInput,
  span: Span | undefined,
): Pick<WrittenToken, 'folder' | 'within'> {
  return span?.path === notes.path ? { folder: notesFolder, within: notesFolder } : { folder };
}

/** Those of the hints, and those that go before them. */
function writtenTokens(input: CompileInput, { deck, spans }: Hints): WrittenToken[] {
  const flag = { path: '--token', start: 0, end: 0 };
  const from = (values: Readonly<Record<string, string>>, span: (name: string) => Span): WrittenToken[] =>
    Object.entries(values).map(([name, value]) => ({
      name: name.replace(/^--/, ''),
      value,
      span: span(name),
      ...filesFor(input, span(name)),
    }));
  const tone = deck.tone === 'calm' ? { tone: deck.tone } : {};
  const hinted = from(
    { ...tone, ...deck.tokens },
    (name) => spans?.get(`deck.tokens.${name}`) ?? spans?.get('deck.tokens') ?? flag,
  );
  const given = from(input.tokens ?? {}, () => flag);
  const names = new Set(given.map(({ name }) => name));
  return [...hinted.filter(({ name }) => !names.has(name)), ...given];
}
