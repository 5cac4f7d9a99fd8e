import { styleText } from 'node:util';
import type { Diagnostic, Source, Span } from './diagnostic.ts';
import { placeOf } from './place.ts';
import { sourceFrame } from './source-frame.ts';

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

/**
 * A problem as people read it: `path:line:column`, the sentence, the line with carets below
 * what is meant, and the way out. `sources` holds the texts by path; a span whose text is
 * not there is printed without a frame.
 */
export function formatDiagnostic(
  diagnostic: Diagnostic,
  sources: ReadonlyMap<string, Source>,
  color: 'color' | 'plain' = 'plain',
): string {
  const paint: Paint =
    color === 'color'
      ? (style, text) => styleText(style, text, { validateStream: false })
      : (_, text) => text;
  const tint: Style = diagnostic.severity === 'error' ? 'red' : 'yellow';
  const head = `${paint('bold', location(diagnostic.span, sources))} ${paint(tint, diagnostic.severity)} ${diagnostic.message} ${paint('dim', `[${diagnostic.code}]`)}`;
  const parts = [head, ...frame(diagnostic.span, sources, paint, tint)];
  for (const { span, message } of diagnostic.related ?? []) {
    parts.push(
      `  ${paint('bold', location(span, sources))} ${message}`,
      ...frame(span, sources, paint, 'cyan'),
    );
  }
  if (diagnostic.help) parts.push(`  ${paint('cyan', 'help:')} ${diagnostic.help}`);
  return parts.join('\n');
}

function location(span: Span, sources: ReadonlyMap<string, Source>): string {
  const source = sources.get(span.path);
  if (!source) return span.path;
  const { line, column } = placeOf(source, span);
  return `${span.path}:${line}:${column}`;
}

function frame(span: Span, sources: ReadonlyMap<string, Source>, paint: Paint, tint: Style): string[] {
  const source = sources.get(span.path);
  if (!source || source.text === '') return [];
  const { line, shown, indent, carets } = sourceFrame(span, source);
  const number = String(line);
  const gutter = ' '.repeat(number.length);
  return [
    paint('dim', `  ${gutter} │`),
    `${paint('dim', `  ${number} │`)} ${shown}`,
    `${paint('dim', `  ${gutter} │`)} ${' '.repeat(indent)}${paint(tint, '^'.repeat(carets))}`,
  ];
}
