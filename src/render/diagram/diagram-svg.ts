import { renderMermaidSVG } from 'beautiful-mermaid';

/** Labels are drawn 13 px high: so much larger they are as large as compact body text. */
const largest = 2;

/** From this scale on the labels of arrows, 12.5 px high, can be read from the back of a room. */
const readable = 1.4;

/** What a slide has for a diagram, px. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/**
 * A diagram in the colours and the font of the slide it stands on: the drawing takes `--accent`,
 * `--muted` and `--surface` from there by their names. Throws where the source is not understood.
 */
export function diagramSvg(source: string, id: string, room: Room): string {
  return withOwnIds(withLargerLabels(withoutWebFonts(sized(drawn(source, room)))), id);
}

/** As it was written; where its words would be too small to be read, drawn closer, or laid the other way. */
function drawn(source: string, room: Room): Drawing {
  const turned = source.replace(direction, (_, head: string, way: string) => head + otherWay[way]);
  const ways = [
    () => draw(source, room, loose),
    () => draw(source, room, tight),
    ...(turned === source ? [] : [() => draw(turned, room, loose), () => draw(turned, room, tight)]),
  ];
  let best: Drawing | undefined;
  for (const way of ways) {
    const drawing = way();
    if (!best || drawing.scale > best.scale) best = drawing;
    if (best.scale >= readable) return best;
  }
  return best ?? draw(source, room, loose);
}

const direction = /^(\s*(?:graph|flowchart)\s+)(TD|TB|LR)\b/;
const otherWay: Readonly<Record<string, string>> = { TD: 'LR', TB: 'LR', LR: 'TD' };

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
    bg: 'var(--background)',
    fg: 'var(--text)',
    ...spacing,
  });
  const [, width, height] = /^<svg\b[^>]*? width="([\d.]+)" height="([\d.]+)"/.exec(svg)?.map(Number) ?? [];
  if (!width || !height) throw new Error('there is nothing in it');
  return { svg, width, height, scale: Math.min(room.width / width, room.height / height) };
}

/** The drawing is made smaller by the stylesheet where it does not fit. It begins where its first shape does. */
function sized({ svg, width, height }: Drawing): string {
  const left = Math.max(0, Math.min(...leftEdges(svg)) - 1);
  const size = `width="${((width - left) * largest).toFixed(1)}" height="${(height * largest).toFixed(1)}"`;
  return svg
    .replace(/ width="[\d.]+" height="[\d.]+"/, ` ${size}`)
    .replace(/ viewBox="0 0 /, ` viewBox="${left.toFixed(1)} 0 `)
    .replace(/(?<= viewBox="[\d.]+ 0 )[\d.]+/, (width - left).toFixed(1));
}

/** Left edges of everything that is drawn; 0 where a shape does not say where it is. */
function leftEdges(svg: string): readonly number[] {
  const shapes = svg.replace(/<defs>[\s\S]*?<\/defs>/g, '');
  if (/<(?:path|ellipse)\b|transform=/.test(shapes)) return [0];
  const attributes = [...shapes.matchAll(/ (?:x|x1|x2)="(-?[\d.]+)"/g)].map(([, x]) => Number(x));
  const circles = [...shapes.matchAll(/ cx="([\d.]+)"[^>]*? r="([\d.]+)"/g)].map(
    ([, x, r]) => Number(x) - Number(r),
  );
  const points = [...shapes.matchAll(/ points="([^"]*)"/g)].flatMap(([, list = '']) =>
    list.split(/\s+/).map((point) => Number.parseFloat(point)),
  );
  return [...attributes, ...circles, ...points].filter((x) => !Number.isNaN(x));
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
