import { runInNewContext } from 'node:vm';
import { renderMermaidSVG } from 'beautiful-mermaid';
import { limits } from '../../diagnostics/index.ts';
import { UnreadLine } from './languages.ts';
import { plainSource, unshield } from './plain-source.ts';

/** Labels are drawn 13 px high: so much larger they are as large as body text. */
const largest = 2.4;

/** From this scale on labels, 13 px high, are set in 24 px. */
const readable = 1.85;

/** What a slide has for a diagram, px. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/**
 * A diagram in the colours and the font of the slide it stands on: the drawing takes `--ground`, `--ink`,
 * `--accent`, `--muted` and `--surface` from there by their names. Throws where the source is not understood.
 */
export function diagramSvg(source: string, id: string, room: Room): string {
  const plain = plainSource(source);
  const drawing = sized(
    inTime(() => drawn(plain, room)),
    room,
  );
  return unshield(withOwnIds(withLargerLabels(withoutAddresses(withoutWebFonts(drawing))), id));
}

/** What draws cannot be told to stop: the engine ends it. Throws where that took too long. */
export function inTime<T>(work: () => T, timeout: number = limits.diagramMilliseconds): T {
  try {
    return runInNewContext('work()', { work }, { timeout }) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new UnreadLine(0, `drawing it takes more than ${timeout / 1000} s`, 'draw the part that matters');
  }
}

/** As it was written; where its words would be too small to be read, drawn closer, laid the other way, or with its longer labels on two lines or more. */
function drawn(source: string, room: Room): Drawing {
  const turned = source.replace(direction, (_, head: string, way: string) => head + otherWay.get(way));
  const sources = [source, ...(turned === source ? [] : [turned])];
  const ways = [...sources, ...sources.map(withShorterLines), ...sources.map(withShortLines)].flatMap(
    (text) => [() => draw(text, room, loose), () => draw(text, room, tight)],
  );
  let best: Drawing | undefined;
  for (const way of ways) {
    const drawing = way();
    if (!best || drawing.scale > best.scale) best = drawing;
    if (best.scale >= readable) return best;
  }
  return best ?? draw(source, room, loose);
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

interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** As which it fits. */
  readonly scale: number;
}

function draw(source: string, room: Room, spacing: typeof loose | typeof tight): Drawing {
  const svg = renderMermaidSVG(source, {
    transparent: true,
    padding: 2,
    bg: 'var(--ground)',
    fg: 'var(--ink)',
    ...spacing,
  });
  const [, width, height] = /^<svg\b[^>]*? width="([\d.]+)" height="([\d.]+)"/.exec(svg)?.map(Number) ?? [];
  if (!width || !height) throw new Error('there is nothing in it');
  return { svg, width, height, scale: Math.min(room.width / width, room.height / height) };
}

/** A drawing less wide than this share of the slide stands in the middle, as a picture does. */
const narrow = 0.75;

/** From its first shape to its last. It is made smaller by the stylesheet where it does not fit. */
function sized({ svg, width, height }: Drawing, room: Room): string {
  const edges = edgesOf(svg);
  const left = Math.max(0, Math.min(width, ...edges) - 1);
  const shown = Math.max(width, Math.max(0, ...edges) + 1) - left;
  const scale = Math.min(largest, room.height / height);
  const place = shown * scale < narrow * room.width ? 'class="narrow" ' : '';
  const size = `${place}width="${(shown * largest).toFixed(1)}" height="${(height * largest).toFixed(1)}"`;
  return svg
    .replace(/ width="[\d.]+" height="[\d.]+"/, ` ${size}`)
    .replace(/ viewBox="0 0 [\d.]+/, ` viewBox="${left.toFixed(1)} 0 ${shown.toFixed(1)}`);
}

/** Where shapes begin and end, from left to right; 0 among them where one does not say it in numbers. */
function edgesOf(svg: string): readonly number[] {
  const shapes = svg.replace(/<defs>[\s\S]*?<\/defs>/g, '');
  const isPlain = !/<(?:path|ellipse)\b|transform=/.test(shapes);
  const numbers = (pattern: RegExp): number[][] =>
    [...shapes.matchAll(pattern)].map(([, ...found]) => found.map(Number));
  const rects = numbers(/<rect x="(-?[\d.]+)"[^>]*? width="([\d.]+)"/g).flatMap(([x = 0, wide = 0]) => [
    x,
    x + wide,
  ]);
  const circles = numbers(/ cx="([\d.]+)"[^>]*? r="([\d.]+)"/g).flatMap(([x = 0, r = 0]) => [x - r, x + r]);
  const lines = numbers(/ (?:x1|x2)="(-?[\d.]+)"/g).flat();
  const points = [...shapes.matchAll(/ points="([^"]*)"/g)].flatMap(([, list = '']) =>
    list.split(/\s+/).map((point) => Number.parseFloat(point)),
  );
  return [...(isPlain ? [] : [0]), ...rects, ...circles, ...lines, ...points].filter(Number.isFinite);
}

/** Room is kept for a wider font, so the labels of arrows can be nearly as large as those of shapes. */
function withLargerLabels(svg: string): string {
  return svg.replaceAll('font-size="11"', 'font-size="12.5"');
}

/** A web font would have to be fetched; diagrams are set in the slide's own. */
function withoutWebFonts(svg: string): string {
  return svg
    .replace(/@import\s+(?:url\((?:"[^"]*"|'[^']*'|[^)]*)\)|"[^"]*"|'[^']*')[^;]*;?/g, '')
    .replace(/font-family:\s*'Inter'[^;]*;/g, 'font-family: inherit;');
}

/** Arrowheads of another slide's diagram are not drawn while that slide is hidden. */
function withOwnIds(svg: string, id: string): string {
  return svg.replace(/(?<=\bid="|url\(#)(?=[\w-])/g, `${id}-`);
}

/**
 * Colours that a diagram sets go into the drawing as they stand: those that name something to fetch
 * are none. CSS takes `\75rl(` for `url(`, so escapes go too. An address inside the drawing stays.
 */
export function withoutAddresses(svg: string): string {
  return svg.replace(/<[a-z][^<>]*>/gi, (tag) => {
    if (!/\\|\(/.test(tag)) return tag;
    return tag.replaceAll('\\', '').replace(address, 'none');
  });
}

const address =
  /\b(?:url|src|image|(?:-webkit-)?image-set|cross-fade)\((?!\s*["']?#)[^"<>]*?(?:\)|(?=["<>]))/gi;
