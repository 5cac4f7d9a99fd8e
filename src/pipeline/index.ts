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
export { type CompiledFile, type CompileFileOptions, compileFile } from './compile-file.ts';
export { defaultFontFiles } from './default-font-files.ts';
export { draftHints } from './draft-hints.ts';
export { hasErrors } from './has-errors.ts';
export { marpMarkdown } from './marp-markdown.ts';
export type { LedgerReport, LostWords } from './report-ledger.ts';
export { reportSlides, type SlideReport } from './report-slides.ts';
export { placeText, type ShownAlternatives, showAlternatives } from './show-alternatives.ts';
export { buildSite, type SiteOptions, type SiteResult } from './site/index.ts';
export type { SlideCut } from './slide-cut.ts';
export {
  checkTheme,
  describeThemes,
  type ShownTheme,
  showAllThemes,
  showTheme,
} from './themes.ts';
export { type Watch, type WatchedBuild, type WatchOptions, watchNotes } from './watch/index.ts';
