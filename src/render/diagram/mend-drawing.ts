// What is drawn of a diagram, set right: notes as wide as their words, ends of arrows as they were written, fonts and names of the slide.

/** Changes that move what is drawn; before it is measured. `squeezed`: by how much the rows of a sequence stand closer. */
export function mendShapes(drawing: string, squeezed = 1): string {
  const svg = squeezed === 1 ? drawing : squeeze(drawing, squeezed);
  return withWrittenEnds(withSmallEnds(withWholeNotes(svg))).replace(emptyEntity, '');
}

/** Everything is nearer to the top by this factor, and as wide as before; letters stay as they are. */
function squeeze(svg: string, factor: number): string {
  const less = (number: string): string => String(Math.round(Number(number) * factor * 100) / 100);
  return svg.replace(/<(?:svg|line|rect|circle|text|tspan|polyline|polygon|g)\b[^>]*>/g, (tag) => {
    if (tag.startsWith('<svg'))
      return tag.replace(/(?<= height=")([\d.]+)/, less).replace(/(?<= viewBox="0 0 [\d.]+ )([\d.]+)/, less);
    return tag
      .replace(/(?<= (?:y|y1|y2|cy|height)=")(-?[\d.]+)/g, less)
      .replace(/(?<= points=")[^"]*/, (points) =>
        points.replace(/(-?[\d.]+),(-?[\d.]+)/g, (_, x: string, y: string) => `${x},${less(y)}`),
      )
      .replace(/(?<= transform="translate\(-?[\d.]+,\s*)(-?[\d.]+)/, less);
  });
}

/** Words that stand in an entity of which nothing more is written. */
const emptyEntity = /<text\b[^>]*>\(no attributes\)<\/text>/g;

/** Changes that leave everything in its place. `id` tells diagrams of a deck apart. */
export function mendText(svg: string, id: string): string {
  return withOwnIds(withLargerLabels(withoutAddresses(withoutWebFonts(svg))), id);
}

/** Distances in a note of a sequence, and the height of a line in it, in units of the drawing. */
const inNote = { side: 12, top: 6, line: 16, fold: 6 } as const;
/** Labels are set larger than they were measured, in a font that may be wider. */
const widened = 1.25;

const notePattern =
  /<g class="note"([^>]*)>\s*<polygon points="(-?[\d.]+),(-?[\d.]+) [^"]* (-?[\d.]+),(-?[\d.]+) [^" ]*"[^>]*\/>[\s\S]*?<text\b([^>]*)>([\s\S]*?)<\/text>\s*<\/g>/g;

/** Notes that follow one another at one place are one, of several lines, as wide as its words. */
function withWholeNotes(svg: string): string {
  const notes = [...svg.matchAll(notePattern)].map(
    ([, place = '', x, y, right, bottom, text = '', words = '']) => ({
      place,
      text,
      words: [words],
      left: Number(x),
      top: Number(y),
      right: Number(right),
      bottom: Number(bottom),
    }),
  );
  if (notes.length === 0) return svg;
  const joined: (typeof notes)[number][] = [];
  for (const note of notes) {
    const last = joined.at(-1);
    const follows = last && last.place === note.place && note.top - last.bottom < 5;
    if (follows) joined.pop();
    joined.push({
      ...note,
      ...(follows && {
        left: Math.min(last.left, note.left),
        right: Math.max(last.right, note.right),
        top: last.top,
        words: [...last.words, ...note.words],
      }),
    });
  }
  const drawn = joined.map(({ place, text, words, ...box }) => {
    const wide = ((box.right - box.left - 2 * inNote.side) * widened) / 2 + inNote.side;
    const side = /data-position="(\w+)"/.exec(place)?.[1];
    const middle =
      side === 'left' ? box.right - wide : side === 'right' ? box.left + wide : (box.left + box.right) / 2;
    const [x1, x2, y1, y2] = [middle - wide, middle + wide, box.top, box.bottom];
    const body = `${x1},${y1} ${x2 - inNote.fold},${y1} ${x2},${y1 + inNote.fold} ${x2},${y2} ${x1},${y2}`;
    const first = (y1 + y2) / 2 - ((words.length - 1) * inNote.line) / 2;
    const lines = words.map(
      (line, at) =>
        `<text${text.replace(/ x="[^"]*"/, ` x="${middle}"`).replace(/ y="[^"]*"/, ` y="${first + at * inNote.line}"`)}>${line}</text>`,
    );
    return `<g class="note"${place}><polygon points="${body}" fill="var(--bg)" stroke="var(--_node-stroke)" stroke-width="0.75" />${lines.join('')}</g>`;
  });
  return svg.replace(notePattern, '').replace(/<\/svg>\s*$/, `${drawn.join('\n')}\n</svg>`);
}

/** Where states start and end: small discs, to which the arrows lead on. */
function withSmallEnds(svg: string): string {
  const ends = new Map<string, { readonly x: number; readonly y: number }>();
  const smaller = svg.replace(
    /<g class="node" data-id="(start|end)-(\d+)"[^>]*>\s*<circle cx="([\d.]+)" cy="([\d.]+)"[\s\S]*?<\/g>/g,
    (_, kind: string, number: string, x: string, y: string) => {
      ends.set(`${kind}-${number}`, { x: Number(x), y: Number(y) });
      const ring =
        kind === 'end'
          ? `<circle cx="${x}" cy="${y}" r="${end}" fill="none" stroke="var(--_text)" stroke-width="1.5" />`
          : '';
      return `<g class="pseudostate">${ring}<circle cx="${x}" cy="${y}" r="${kind === 'end' ? end - 4 : end}" fill="var(--_text)" stroke="none" /></g>`;
    },
  );
  if (ends.size === 0) return svg;
  return smaller.replace(
    /(<polyline class="edge" data-from="([^"]*)" data-to="([^"]*)"[^>]*? points=")([^"]*)"/g,
    (_, opening: string, from: string, to: string, points: string) => {
      const list = points.split(' ').map((point) => point.split(',').map(Number));
      const [first, last] = [ends.get(from), ends.get(to)];
      if (first && list[0]) list[0] = towards(list[0], first);
      const at = list.length - 1;
      if (last && list[at]) list[at] = towards(list[at], last);
      return `${opening}${list.map((point) => point.join(',')).join(' ')}"`;
    },
  );
}

/** Radius of the disc, in units of the drawing. */
const end = 9;

/** The point on the disc's edge that is nearest to one farther away. */
function towards(
  [x = 0, y = 0]: readonly number[],
  middle: { readonly x: number; readonly y: number },
): number[] {
  const distance = Math.hypot(x - middle.x, y - middle.y) || 1;
  return [middle.x + ((x - middle.x) / distance) * end, middle.y + ((y - middle.y) / distance) * end];
}

/**
 * Arrows that end in a circle or a cross are drawn in a colour of their own, which says so (`plain-source.ts`): here it goes, and
 * their heads come.
 */
function withWrittenEnds(svg: string): string {
  return svg
    .replace(
      /<marker id="(arrowhead(-start)?-[^"]*?edge2d([aoxn])([aoxn])29)"[\s\S]*?<\/marker>/g,
      (whole, id: string, start: string | undefined, first: string, last: string) => {
        const head = start ? first : last;
        const shape =
          head === 'o'
            ? '<circle cx="5" cy="5" r="3.5" fill="var(--ground)" stroke="var(--_arrow)" stroke-width="1.2" />'
            : '<path d="M2 2L8 8M2 8L8 2" fill="none" stroke="var(--_arrow)" stroke-width="1.5" />';
        if (head !== 'o' && head !== 'x') return whole.replace(/var\(--edge-\w+\)/g, 'var(--_arrow)');
        return `<marker id="${id}" markerWidth="10" markerHeight="10" refX="${head === 'o' ? 8.5 : 9}" refY="5" orient="auto-start-reverse">${shape}</marker>`;
      },
    )
    .replace(/var\(--edge-\w+\)/g, 'var(--_line)');
}

/** Room is kept for a wider font, so the labels of arrows can be nearly as large as those of shapes; letters of one width have none. */
function withLargerLabels(svg: string): string {
  return svg.replace(/<text\b[^>]*>/g, (tag) =>
    tag.includes('class="mono"')
      ? tag
      : tag.replace(
          / font-size="(11|10|9)"/,
          (_, size: string) => ` font-size="${size === '11' ? 12.5 : 11}"`,
        ),
  );
}

/** A web font would have to be fetched; diagrams are set in the slide's own. */
function withoutWebFonts(svg: string): string {
  return svg
    .replace(/@import\s+(?:url\((?:"[^"]*"|'[^']*'|[^)]*)\)|"[^"]*"|'[^']*')[^;]*;?/g, '')
    .replace(/font-family:\s*'Inter'[^;]*;/g, 'font-family: inherit;')
    .replace(/font-family:\s*'JetBrains Mono'[^;]*;/g, 'font-family: var(--code-font), monospace;');
}

/** Arrowheads of another slide's diagram are not drawn while that slide is hidden. */
function withOwnIds(svg: string, id: string): string {
  return svg.replace(/(?<=\bid="|url\(#)(?=[\w-])/g, `${id}-`);
}

/**
 * Colours that a diagram sets go into the drawing as they stand: those that name something to fetch
 * are none. CSS takes `\75rl(` for `url(`, so escapes go too. An address inside the drawing stays.
 */
function withoutAddresses(svg: string): string {
  return svg.replace(/<[a-z][^<>]*>/gi, (tag) => {
    if (!/\\|\(/.test(tag)) return tag;
    return tag.replaceAll('\\', '').replace(address, 'none');
  });
}

const address =
  /\b(?:url|src|image|(?:-webkit-)?image-set|cross-fade)\((?!\s*["']?#)[^"<>]*?(?:\)|(?=["<>]))/gi;
