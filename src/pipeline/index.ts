// The command line's door: all that its commands do.

export {
  type DeckReport,
  type DesignFinding,
  type DesignReport,
  designText,
  type Finding,
  findingCodes,
  findingText,
  goalText,
  measuresOf,
  measureText,
} from '../check/index.ts';
export { formatDiagnostic } from '../diagnostics/index.ts';
export { newTheme, type ThemeReport } from '../gallery/index.ts';
export type { HandoutHints } from '../hints/index.ts';
export { existingPart, findNotes } from '../input/index.ts';
export { cacheFolder } from '../package-file.ts';
export { mostWords } from '../plan/index.ts';
export {
  type Artifact,
  type BrowserDescription,
  describeBrowser,
  type Format,
  formats,
} from '../render/index.ts';
export { type Alternative, type Alternatives, findAlternatives, type Version } from './alternatives.ts';
export { build } from './build.ts';
export type {
  BuildEvent,
  BuildOptions,
  BuildResult,
  BuildStage,
  BuiltNotes,
  SiteReport,
} from './built.ts';
export { type CheckedNotes, type CheckOptions, type CheckResult, check } from './check-notes.ts';
export { type CompiledFile, type CompileFileOptions, compileFile, hasErrors } from './compile-file.ts';
export {
  type CompiledText,
  compileText,
  type RenderedFile,
  type RenderedText,
  type RenderOptions,
  renderText,
  type TextInput,
} from './compile-text.ts';
export { draftHints } from './draft-hints.ts';
export { marpMarkdown } from './render-inputs.ts';
export {
  type LedgerReport,
  type LostWords,
  reportSlides,
  type SlideCut,
  type SlideReport,
} from './reports.ts';
export { placeText, type ShownAlternatives, showAlternatives } from './show-alternatives.ts';
export { buildSite, type SiteOptions, type SiteResult } from './site/build-site.ts';
export {
  checkTheme,
  defaultFontFiles,
  describeThemes,
  type ShownTheme,
  showAllThemes,
  showTheme,
} from './themes.ts';
export { type Watch, type WatchedBuild, type WatchOptions, watchNotes } from './watch/watch-notes.ts';
