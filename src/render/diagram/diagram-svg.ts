import { renderMermaidSVG } from 'beautiful-mermaid';

/** Labels are drawn 13 px high: so much larger they are as large as compact body text. */
const largest = 2;

/** Below this scale the labels of arrows, 11 px high, cannot be read from the back of a room. */
const readable = 1.6;

/** About what a slide has for a diagram, px. */
const room = { width: 1000, height: 440 } as const;

/**
 * A diagram in the colours and the font of the slide it stands on: the drawing takes `--accent`,
 * `--muted` and `--surface` from there by their names. Throws where the source is not understood.
 */
export function diagramSvg(source: string, id: string): string {
  return withOwnIds(withoutWebFonts(drawn(source)), id);
}

/** A chain that runs down the slide is laid on its side where only so its words can be read. */
function drawn(source: string): string {
  const upright = draw(source);
  if (upright.scale >= readable) return sized(upright);
  const turned = source.replace(/^(\s*(?:graph|flowchart)\s+)(TD|TB)\b/, '$1LR');
  const lying = turned === source ? upright : draw(turned);
  return sized(lying.scale > upright.scale ? lying : upright);
}

interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** As which it fits. */
  readonly scale: number;
}

function draw(source: string): Drawing {
  const svg = renderMermaidSVG(source, {
    transparent: true,
    padding: 2,
    bg: 'var(--background)',
    fg: 'var(--text)',
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
