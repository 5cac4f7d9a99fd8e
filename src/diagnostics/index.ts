export { codes, type DiagnosticCode } from './codes.ts';
export type { Checked, Diagnostic, Source, Span } from './diagnostic.ts';
export { type EnvironmentCode, EnvironmentError } from './environment-error.ts';
export { formatDiagnostic } from './format-diagnostic.ts';
export { limits } from './limits.ts';
export { lineOf, lineStarts } from './line-of.ts';
export { nearest } from './nearest.ts';
export { type Place, placeOf } from './place.ts';
