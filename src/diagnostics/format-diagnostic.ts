import { styleText } from 'node:util';
import type { Diagnostic, Source, Span } from './diagnostic.ts';
import { placeOf } from './place.ts';

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

/** Longest part of a source line that a frame shows, in characters. */
const frameWidth = 100;

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
  const { line, lineText, lineStart } = placeOf(source, span);
  const at = span.start - lineStart;
  const cut = at > frameWidth * 0.6 ? at - Math.floor(frameWidth * 0.4) : 0;
  const shown = lineText.slice(cut, cut + frameWidth).replaceAll('\t', ' ');
  const length = Math.max(1, Math.min(span.end, lineStart + lineText.length) - span.start);
  const carets = '^'.repeat(Math.max(1, Math.min(length, frameWidth - (at - cut))));
  const number = String(line);
  const gutter = ' '.repeat(number.length);
  const lead = cut > 0 ? '…' : '';
  const tail = cut + frameWidth < lineText.length ? '…' : '';
  return [
    paint('dim', `  ${gutter} │`),
    `${paint('dim', `  ${number} │`)} ${lead}${shown}${tail}`,
    `${paint('dim', `  ${gutter} │`)} ${' '.repeat(at - cut + lead.length)}${paint(tint, carets)}`,
  ];
}
