export { codes, type DiagnosticCode } from './codes.ts';
export {
  type Checked,
  type Diagnostic,
  lineOf,
  lineStarts,
  positionOf,
  type Source,
  type SourcePosition,
  type Span,
} from './diagnostic.ts';
export { type EnvironmentCode, EnvironmentError, UsageError } from './errors.ts';
export { formatDiagnostic, type Paint } from './format-diagnostic.ts';
export { limits } from './limits.ts';
export { nearest } from './nearest.ts';
