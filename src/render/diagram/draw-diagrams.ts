// Mermaid's language as SVG, in place of the fenced code. A diagram that cannot be drawn is shown
// as code, with the reason in its title, from which a diagnostic is made.
import type { Marp } from '@marp-team/marp-core';
import type { DiagramPicture } from '../../deck/index.ts';
import { EnvironmentError } from '../../diagnostics/index.ts';
import { escapeHtml } from '../../escape.ts';
import { createTextWidth, type Theme } from '../../theme/index.ts';
import { contentSvg, type DrawingRoom } from './content/draw-content.ts';
import { type DrawnLines, diagramSvg, TooManyDiagrams } from './diagram-svg.ts';
import { diagramWords } from './diagram-words.ts';
import { UnreadLine } from './unread-line.ts';

/** A renderer's rule, as far as it is used here. */
type Rule = (
  tokens: readonly { readonly info: string; readonly content: string }[],
  index: number,
  ...rest: unknown[]
) => string;

/** For `marp.use`. */
export function drawDiagrams(theme: Theme, lang: string): (markdown: Marp['markdown']) => void {
  const lines = { count: 0 };
  return ({ renderer }) => {
    const rules = renderer.rules as Record<string, Rule | undefined>;
    const { fence } = rules;
    rules.fence = (tokens, index, ...rest) => {
      const token = tokens[index];
      if (token?.info.trim() === 'mermaid') {
        const frame = frames.exec(tokens[index - 1]?.content ?? '')?.[1];
        return drawn(token.content, `diagram-${index}`, diagramRoom(theme, lang, frame), lines);
      }
      return fence?.(tokens, index, ...rest) ?? '';
    };
  };
}

/** The box that a diagram stands in, on a line of its own before it. */
const frames = /<div class="[^"]*\bframe-(\w+)"[^<]*$/;

/** `id` tells diagrams of a deck apart. */
function drawn(source: string, id: string, room: DrawingRoom, lines: DrawnLines): string {
  const { count } = lines;
  try {
    const svg = contentSvg(source, room) ?? diagramSvg(source, id, room, lines);
    const called = `role="img" aria-label="${escapeHtml(diagramWords(svg))}"`;
    return `<div class="mermaid">${svg.replace('<svg', `<svg ${called}`)}</div>\n`;
  } catch (error) {
    if (error instanceof EnvironmentError) throw error;
    if (error instanceof TooManyDiagrams) lines.count = Number.POSITIVE_INFINITY;
    const code = escapeHtml(source.trimEnd());
    const place =
      error instanceof UnreadLine ? ` data-line="${error.line}" data-help="${escapeHtml(error.help)}"` : '';
    // One warning says it of all the diagrams that follow.
    const title = Number.isFinite(count) ? ` title="${escapeHtml(reasonOf(error))}"${place}` : '';
    return `<pre class="undrawn"${title}><code${columnsFor(code)}>${code}</code></pre>\n`;
  }
}

/** Lines of a source that a slide holds in one column, and in two. */
const linesOfColumns = [30, 60] as const;

/** A long source would be too small to be read in one column. */
function columnsFor(code: string): string {
  const lines = code.split('\n').length;
  const columns = 1 + linesOfColumns.filter((most) => lines > most).length;
  return columns > 1 ? ` class="columns-${columns}"` : '';
}

function reasonOf(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  const header = /^Invalid mermaid header: "([^"]*)"/.exec(line)?.[1];
  if (header !== undefined) return `“${header}” begins no diagram that is known`;
  return line.replace(/\.$/, '');
}

// Plain Marp draws no diagrams, so the Marp Markdown file holds them as pictures. A picture sees
// neither the stylesheet nor the fonts of the page: it carries the theme's colours itself, and
// names the theme's font as the file's other text does.

/** A diagram as a picture in the theme's colours; undefined where the source cannot be drawn. */
export function diagramPicture(
  source: string,
  room: DrawingRoom,
  theme: Theme,
  lines?: DrawnLines,
): DiagramPicture | undefined {
  const svg = drawnOrUndefined(source, room, lines);
  if (svg === undefined) return undefined;
  const picture = svg.replace(/<style>/, (style) => `${style}${escapeHtml(themeCss(svg, theme))}`);
  return {
    url: `data:image/svg+xml;base64,${Buffer.from(picture).toString('base64')}`,
    alt: diagramWords(svg),
    isNarrow: /^<svg\b[^>]*? class="narrow"/.test(svg),
  };
}

/** What a slide has for a diagram in a frame of that name; below a line of text where it is not known. */
export function diagramRoom(theme: Theme, lang: string, frame = 'shared'): DrawingRoom {
  const { content, numbers } = theme;
  const height = numbers.sm.get(`--frame-${frame}`) ?? content.height;
  return { width: content.width, height, lang, textWidth: createTextWidth(theme) };
}

/** The warning about what cannot be drawn comes from the slides, where its source is shown as code. */
function drawnOrUndefined(source: string, room: DrawingRoom, lines?: DrawnLines): string | undefined {
  try {
    return contentSvg(source, room) ?? diagramSvg(source, 'diagram', room, lines);
  } catch (error) {
    if (error instanceof EnvironmentError) throw error;
    if (error instanceof TooManyDiagrams && lines) lines.count = Number.POSITIVE_INFINITY;
    return undefined;
  }
}

/** The theme's values of the custom properties that the drawing asks for. */
function themeCss(svg: string, { tokens, bodySizes }: Theme): string {
  const names = new Set([...svg.matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => name));
  const values = [...names].flatMap((name) => {
    const value = tokens.get(name);
    return value === undefined ? [] : [`${name}:${value};`];
  });
  return `:root{${values.join('')}font-family:"${bodySizes.sm.body.family}",sans-serif}`;
}
