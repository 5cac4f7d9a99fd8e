/**
 * Talk notes and layout hints to slides.
 *
 *   import { build } from 'lectern';
 *   const { notes, diagnostics } = await build('talk.md', { outDir: 'out' });
 *
 * `build` and `check` read and write files. `compile` and `render` do the same with texts and bytes in memory.
 */
export type { DeckReport, Finding } from './check/index.ts';
export type {
  Checked,
  Diagnostic,
  DiagnosticCode,
  EnvironmentCode,
  Source,
  Span,
} from './diagnostics/index.ts';
export { EnvironmentError, formatDiagnostic, UsageError } from './diagnostics/index.ts';
export type { LayoutName } from './layouts/index.ts';
export { layoutNames } from './layouts/index.ts';
export type {
  BuildEvent,
  BuildOptions,
  BuildResult,
  BuiltNotes,
  CheckOptions,
  CheckResult,
  CompiledText,
  RenderedFile,
  RenderedText,
  RenderOptions,
  TextInput,
} from './pipeline/index.ts';
export { build, check, compileText as compile, hasErrors, renderText as render } from './pipeline/index.ts';
export type { Artifact, Format } from './render/index.ts';
export { formats } from './render/index.ts';
