/**
 * Talk notes and layout hints to slides.
 *
 *   import { build } from 'lectern';
 *   const { notes, diagnostics } = await build('talk.md', { outDir: 'out' });
 *
 * `build` reads and writes files; `compile` is the pure part, texts in, deck out.
 */

export { cacheFolder } from './cache-folder.ts';
export {
  type DeckReport,
  type Finding,
  type FindingCode,
  findingCodes,
  findingText,
  type WordCounts,
} from './check/index.ts';
export { type Compiled, type CompileInput, compile, type Stage } from './compile.ts';
export type { Deck, DeckSlide, Features } from './deck/index.ts';
export {
  type Checked,
  codes,
  type Diagnostic,
  type DiagnosticCode,
  EnvironmentError,
  formatDiagnostic,
  positionOf,
  type Source,
  type SourcePosition,
  type Span,
} from './diagnostics/index.ts';
export { type NewTheme, newTheme, type ThemeReport } from './gallery/index.ts';
export type { DeckHints, HandoutHints, Hints, HintsEdit, SectionHint, SlideHint } from './hints/index.ts';
export { hintsJsonSchema } from './hints/index.ts';
export { existingPart, findNotes } from './input/index.ts';
export type { Box, LayoutName, StyleName } from './layouts/index.ts';
export { layoutNames } from './layouts/index.ts';
export type {
  Agenda,
  Block,
  Field,
  Notes,
  Phrasing,
  PresenterNote,
  Section,
  TitleBlock,
} from './notes/index.ts';
export {
  type Alternative,
  type Alternatives,
  type BuildEvent,
  type BuildOptions,
  type BuildResult,
  type BuildStage,
  type BuiltNotes,
  build,
  buildSite,
  type CheckedNotes,
  type CheckOptions,
  type CheckResult,
  type CompiledFile,
  type CompileFileOptions,
  check,
  checkTheme,
  compileFile,
  defaultFontFiles,
  describeThemes,
  draftHints,
  findAlternatives,
  hasErrors,
  type LedgerReport,
  type LostWords,
  placeText,
  reportSlides,
  type ShownAlternatives,
  type ShownTheme,
  type SiteOptions,
  type SiteReport,
  type SiteResult,
  type SlideCut,
  type SlideReport,
  showAllThemes,
  showAlternatives,
  showTheme,
  type Version,
  type Watch,
  type WatchedBuild,
  type WatchOptions,
  watchNotes,
} from './pipeline/index.ts';
export type { DeckFacts, Plan, Slide, SlideTitle } from './plan/index.ts';
export {
  type Artifact,
  type BrowserDescription,
  describeBrowser,
  type Format,
  formats,
} from './render/index.ts';
export type {
  BodySize,
  Picture,
  Pictures,
  Theme,
  ThemeDescription,
  ThemeFiles,
  ThemeRequest,
} from './theme/index.ts';
export { readThemeFiles } from './theme/index.ts';
export { UsageError } from './usage-error.ts';
