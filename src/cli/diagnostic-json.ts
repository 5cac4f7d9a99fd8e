import { type Diagnostic, positionOf, type Source, type Span } from '../diagnostics/index.ts';

/** A problem for programs: where it starts, lines and columns from 1. No place when it is about a whole file. */
export interface DiagnosticJson extends PlaceJson {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly help?: string;
  readonly related?: readonly (PlaceJson & { readonly message: string })[];
}

interface PlaceJson {
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
}

export function diagnosticJson(
  { code, severity, message, span, help, related }: Diagnostic,
  sources: ReadonlyMap<string, Source>,
): DiagnosticJson {
  const more = related?.map((one) => ({ ...placeJson(one.span, sources), message: one.message }));
  return {
    ...placeJson(span, sources),
    code,
    severity,
    message,
    ...(help !== undefined && { help }),
    ...(more && { related: more }),
  };
}

function placeJson(span: Span, sources: ReadonlyMap<string, Source>): PlaceJson {
  const source = sources.get(span.path);
  if (!source) return { path: span.path };
  const { line, column } = positionOf(source, span);
  return { path: span.path, line, column };
}
