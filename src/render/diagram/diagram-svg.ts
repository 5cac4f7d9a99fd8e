import { type Context, createContext, Script } from 'node:vm';
import { renderMermaidSVG } from 'beautiful-mermaid';
import { EnvironmentError, limits } from '../../diagnostics/index.ts';
import { escapeHtml } from '../../escape.ts';
import type { TextWidth } from '../../theme/index.ts';
import { extentOf } from './drawing-extent.ts';
import { mendShapes, mendText } from './mend-drawing.ts';
import { unshield } from './plain-lines.ts';
import { plainDiagram } from './plain-source.ts';
import { UnreadLine } from './unread-line.ts';

/** Labels are drawn 13 px high: so much larger they are as large as body text. */
const largest = 2.4;

/** From this scale on labels, 13 px high, are set in 24 px; the least at which all are read is that of 16 px, for the smallest of 11 px and more. */
const readable = 1.85;
const least = 1.3;

/** What a slide has for a diagram, px, and how wide its letters are there. */
export interface Room {
  readonly width: number;
  readonly height: number;
  readonly textWidth: TextWidth;
}

/** What the diagrams of one deck were drawn with so far: shapes, arrows or lines, each as often as it was tried. */
export interface DrawnLines {
  count: number;
}

/**
 * A diagram in the colours and the font of the slide it stands on: the drawing takes `--ground`, `--ink`,
 * `--accent`, `--muted` and `--surface` from there by their names. Throws where the source is not understood.
 */
export function diagramSvg(source: string, id: string, room: Room, lines: DrawnLines = { count: 0 }): string {
  const { source: plain, title } = plainDiagram(source);
  const below = title === '' ? room : { ...room, height: room.height - titleHeight * largest };
  const drawing = sized(
    inTime(() => drawn(plain, below, lines)),
    room,
    title,
  );
  return unshield(mendText(drawing, id));
}

/** What draws cannot be told to stop: the engine ends it, and nothing is written, which a slower machine would write otherwise. */
export function inTime<T>(work: () => T, timeout: number = limits.diagramMilliseconds): T {
  try {
    clock.work = work;
    return call.runInContext(clock, { timeout }) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    const message = `drawing a diagram takes more than ${timeout / 1000} s`;
    throw new EnvironmentError('output/too-large', message, 'draw the parts that matter, each by itself');
  }
}

/** The engine ends nothing but scripts: one that calls, in a room of its own, which takes long to make. */
const call = new Script('work()');
const clock: Context & { work?: () => unknown } = createContext({});

/** As it was written; where its words would be too small to be read, drawn closer, with its longer labels on two lines or more, with flat decisions, or laid the other way. */
function drawn(source: string, room: Room, lines: DrawnLines): Drawing {
  const asWritten = best(writtenWays(source), room, lines);
  const flat = withFlatDecisions(source);
  if (asWritten.scale >= least) return asWritten;
  const flattened = flat === source ? asWritten : best(writtenWays(flat), room, lines, asWritten);
  if (flattened.scale >= least) return flattened;
  const turned = source.replace(direction, (_, head: string, way: string) => head + otherWay.get(way));
  const others = turned === source ? [] : [best(writtenWays(turned), room, lines, flattened)];
  return [asWritten, flattened, ...others].reduce((one, next) => (next.scale > one.scale ? next : one));
}

/** Rhombs are as high as they are wide; with pointed sides alone they are as low as other shapes. */
function withFlatDecisions(source: string): string {
  if (!/^graph\b/.test(source)) return source;
  return source.replace(/((?:^|\s)[\w-]+)\{([^{}]+)\}/g, '$1{{$2}}');
}

/** The source, and the same with its longer labels on two lines, and on more. */
function writtenWays(source: string): readonly string[] {
  if (!/^graph\b/.test(source)) return [source];
  return [source, withShorterLines(source), withShortLines(source)];
}

/** The first of them that can be read well, else the one with the largest labels; `made` where there is no time to try. */
function best(sources: readonly string[], room: Room, lines: DrawnLines, made?: Drawing): Drawing {
  let largestOf = made;
  for (const source of new Set(sources)) {
    const weight = each + weightOf(source);
    for (const spacing of [loose, tight]) {
      if (largestOf && lines.count + weight > limits.drawnDiagramLines / 2) return largestOf;
      if (lines.count + weight > limits.drawnDiagramLines) throw new TooManyDiagrams();
      lines.count += weight;
      const drawing = draw(source, room, spacing);
      if (!largestOf || drawing.scale > largestOf.scale) largestOf = drawing;
      if (largestOf.scale >= readable) return largestOf;
    }
  }
  return largestOf ?? draw(sources[0] ?? '', room, loose);
}

/** What even the smallest counts: the layout begins anew with each, which takes as long as three arrows. */
const each = 3;

/** What the time to draw it grows with: its arrows, its lines; a hundred characters count as one. */
function weightOf(source: string): number {
  const characters = Math.ceil(source.length / 100);
  if (/^(?:sequenceDiagram|xychart)/i.test(source)) return characters;
  // From each to each: `a & b --> c & d` has four.
  const arrows = source.split('\n').map((line) => {
    const joined = line.split('&').length + 1;
    return Math.max(line.match(/[-=.~]{2,}/g)?.length ?? 0, (joined * joined) / 4);
  });
  return Math.max(
    characters,
    arrows.reduce((sum, count) => sum + count, 0),
  );
}

/** Of a diagram behind as many as are drawn; only the first of them is told. */
export class TooManyDiagrams extends UnreadLine {
  constructor() {
    const message = `the diagrams before it have some ${limits.drawnDiagramLines} arrows and lines, and no more are drawn`;
    super(0, message, 'show pictures of them, or divide the talk');
  }
}

const direction = /^(\s*(?:graph|flowchart)\s+)(TD|TB|LR)\b/;
const otherWay: ReadonlyMap<string, string> = new Map(Object.entries({ TD: 'LR', TB: 'LR', LR: 'TD' }));

/** Labels of so many characters are broken at the space nearest to their middle. */
const longLabel = 12;

/** Long labels of shapes on two lines: the shapes are narrower, and a diamond both ways. */
function withShorterLines(source: string): string {
  return source.replace(/([[({]"?)([^"<>{}[\]()|]+)(?="?[\])}])/g, (whole, open: string, label: string) => {
    if (label.length < longLabel) return whole;
    const spaces = [...label.matchAll(/ /g)].map(({ index }) => index);
    const middle = label.length / 2;
    const [at] = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
    return at === undefined ? whole : `${open}${label.slice(0, at)}<br/>${label.slice(at + 1)}`;
  });
}

/** Lines of a long label that are broken at every space where they would be longer. */
const shortLine = 8;

/** Long labels of shapes on as many lines as make them narrow. */
function withShortLines(source: string): string {
  return source.replace(/([[({]"?)([^"<>{}[\]()|]+)(?="?[\])}])/g, (whole, open: string, label: string) => {
    if (label.length < longLabel) return whole;
    const lines: string[] = [];
    for (const word of label.split(' ')) {
      const last = lines.at(-1);
      if (last === undefined || last.length + word.length >= shortLine) lines.push(word);
      else lines[lines.length - 1] = `${last} ${word}`;
    }
    return `${open}${lines.join('<br/>')}`;
  });
}

/** Distances between shapes, px. */
const loose = { nodeSpacing: 24, layerSpacing: 40 } as const;
const tight = { nodeSpacing: 16, layerSpacing: 24 } as const;

/** How much closer rows of messages can stand, as labels between them still have room. */
const closeRows = 0.76;

interface Drawing {
  readonly svg: string;
  /** From its first shape to its last. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** As which it fits. */
  readonly scale: number;
}

function draw(source: string, room: Room, spacing: typeof loose | typeof tight): Drawing {
  const colours = { transparent: true, bg: 'var(--ground)', fg: 'var(--ink)' };
  const squeezed = spacing === tight && source.startsWith('sequenceDiagram') ? closeRows : 1;
  const svg = mendShapes(renderMermaidSVG(source, { ...colours, padding: 2, ...spacing }), squeezed);
  const [, width, height] = /^<svg\b[^>]*? width="([\d.]+)" height="([\d.]+)"/.exec(svg)?.map(Number) ?? [];
  if (!width || !height) throw new Error('there is nothing in it');
  const { left, top, right, bottom } = extentOf(svg, width, height, room.textWidth);
  const scale = Math.min(room.width / (right - left), room.height / (bottom - top));
  return { svg, left, top, width: right - left, height: bottom - top, scale };
}

/** A drawing less wide than this share of the slide stands in the middle, as a picture does. */
const narrow = 0.75;

/** Of the line of a title, in units of the drawing. */
const titleHeight = 26;

/** It is made smaller by the stylesheet where it does not fit. */
function sized({ svg, left, top, width, height: drawn }: Drawing, room: Room, title: string): string {
  const above = title === '' ? 0 : titleHeight;
  const height = drawn + above;
  const scale = Math.min(largest, room.height / height);
  const place = width * scale < narrow * room.width ? 'class="narrow" ' : '';
  const size = `${place}width="${(width * largest).toFixed(1)}" height="${(height * largest).toFixed(1)}"`;
  const head = `<text class="diagram-title" x="${(left + width / 2).toFixed(1)}" y="${(top - above + 15).toFixed(1)}" text-anchor="middle" font-size="15" font-weight="600" fill="var(--_text)">${escapeHtml(title)}</text>`;
  return svg
    .replace(/ width="[\d.]+" height="[\d.]+"/, ` ${size}`)
    .replace(
      / viewBox="0 0 [\d.]+ [\d.]+/,
      ` viewBox="${left.toFixed(1)} ${(top - above).toFixed(1)} ${width.toFixed(1)} ${height.toFixed(1)}`,
    )
    .replace(/<\/svg>\s*$/, title === '' ? '</svg>' : `${head}</svg>`);
}
