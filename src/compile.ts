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
import { checkLinks } from './check-links.ts';
import { checkPictures } from './check-pictures.ts';
import { type Deck, printDeck } from './deck/index.ts';
import type { Checked, Source } from './diagnostics/index.ts';
import { type Hints, readHints } from './hints/index.ts';
import { kindOfHeading, type Notes, parseNotes } from './notes/index.ts';
import { makePlan, type Plan } from './plan/index.ts';
import {
  createMeasure,
  defaultTheme,
  type Pictures,
  readTheme,
  type Theme,
  type ThemeFiles,
  type ThemeOptions,
  type ThemeRequest,
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
  /** Where the theme's path starts when the hints ask for it. */
  readonly folder: string;
  /** Custom properties that go before those of the hints, without their dashes. */
  readonly tokens?: Readonly<Record<string, string>> | undefined;
  /** Told of each phase as it begins. */
  readonly onStage?: ((stage: Stage) => void) | undefined;
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
  const parsed = parseNotes(input.notes);
  begin('hints');
  const hinted = readHints(input.hints, parsed.value, { sectionKind: kindOfHeading });
  const { hints, notes } = hinted.value;
  begin('theme');
  const files = await input.themeFiles(themeRequest(input, hints));
  const theme = readTheme(files.value, themeOptions(input, hints));
  begin('plan');
  const { pictures } = input;
  const measure = createMeasure(theme.value, pictures);
  const fileName = parse(input.notes.path).name;
  const plan = makePlan({ notes, hints, theme: theme.value, measure, fileName });
  begin('deck');
  const deck = printDeck(plan.value, { pictures, pictureUrl: (url) => url });
  const problems = [parsed, hinted, files, theme, checkPictures(notes, pictures), checkLinks(notes), plan];
  return {
    value: { notes, hints, theme: theme.value, plan: plan.value, deck },
    diagnostics: problems.flatMap(({ diagnostics }) => diagnostics),
  };
}

function themeRequest({ theme, folder }: CompileInput, { deck, spans }: Hints): ThemeRequest {
  if (theme) return theme;
  const span = spans?.get('deck.theme');
  return { theme: deck.theme ?? defaultTheme, folder, ...(span && { span }) };
}

function themeOptions({ tokens }: CompileInput, { deck, spans }: Hints): ThemeOptions {
  const tokensSpan = spans?.get('deck.tokens');
  return {
    size: deck.size ?? '16:9',
    tokens: { ...deck.tokens, ...tokens },
    ...(tokensSpan && { tokensSpan }),
  };
}
