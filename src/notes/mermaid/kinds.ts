// What the lines of each kind of diagram say.
import {
  type Bars,
  type Branch,
  type DiagramWords,
  type Group,
  type Journey,
  type MermaidLine,
  type Mindmap,
  type Pie,
  type Quadrants,
  type Timeline,
  UnknownLine,
} from './shapes.ts';

/** Nothing that is read: looks, and words for those who do not see the drawing. */
export const aside: RegExp = /^(?:acc(?:Title|Descr)\b|classDef\b|class\b|style\b|click\b|::icon\b|:::)/;

/** The title of a diagram, on a line of its own or behind its name. */
export function diagramTitle(lines: readonly MermaidLine[], header?: MermaidLine): DiagramWords | undefined {
  const line = [...(header ? [header] : []), ...lines].find(({ text }) => /(?:^|\s)title\s+\S/.test(text));
  return line && { text: line.text.replace(/^.*?\btitle\s+/, '').replace(/^"(.*)"$/, '$1'), line };
}

/** The lines that are no title and nothing aside. */
export function said(lines: readonly MermaidLine[]): readonly MermaidLine[] {
  return lines.filter(({ text }) => !/^title\s/.test(text) && !aside.test(text));
}

/** Lines under the names of their sections; `read` gives undefined for what belongs to the entry before. */
export function groupsOf<T>(
  lines: readonly MermaidLine[],
  header: MermaidLine,
  read: (line: MermaidLine, entries: T[]) => void,
): readonly Group<T>[] {
  const groups: { label: DiagramWords | undefined; entries: T[] }[] = [];
  for (const line of lines) {
    const [, section] = /^section\s+(.+)$/.exec(line.text) ?? [];
    if (section !== undefined) groups.push({ label: { text: section, line }, entries: [] });
    else {
      if (groups.length === 0) groups.push({ label: undefined, entries: [] });
      read(line, groups.at(-1)?.entries ?? []);
    }
  }
  if (groups.every(({ entries }) => entries.length === 0)) throw new UnknownLine(header);
  return groups;
}

export function readPie(lines: readonly MermaidLine[], header: MermaidLine): Pie {
  if (!/^pie(?:\s+showData)?(?:\s+title\s.*)?$/.test(header.text)) throw new UnknownLine(header);
  const parts = said(lines)
    .filter(({ text }) => text !== 'showData')
    .map((line) => {
      const [, label, value] = /^"([^"]+)"\s*:\s*(\d+(?:\.\d+)?)$/.exec(line.text) ?? [];
      if (label === undefined || value === undefined) throw new UnknownLine(line);
      return { label: { text: label, line }, value: { text: value, line } };
    });
  if (parts.length === 0) throw new UnknownLine(header);
  return { kind: 'pie', title: diagramTitle(lines, header), parts };
}

/** So many rows of numbers stand beside each other on one scale. */
const mostSeries = 3;

/** Rows of bars and lines with names below; a line alone, and what has more rows, is for the renderer. */
export function readBars(lines: readonly MermaidLine[]): Bars | undefined {
  const all = (pattern: RegExp): readonly { match: RegExpExecArray; line: MermaidLine }[] =>
    said(lines).flatMap((line) => {
      const match = pattern.exec(line.text);
      return match ? [{ match, line }] : [];
    });
  const [across, ...otherAxes] = all(/^x-axis\s+(?:"([^"]*)"\s+|([^"[\]]+?)\s+)?\[(.+)\]$/);
  const series = all(/^(?:bar|line)\s+(?:"([^"]*)"\s+|([^"[\]]+?)\s+)?\[([\d\s.,]+)\]$/);
  const [up, ...otherHeights] = all(
    /^y-axis\s+(?:"([^"]+)"|([^\d"[\]][^"[\]]*?))?\s*(?:-?\d+(?:\.\d+)?\s*-->\s*-?\d+(?:\.\d+)?)?$/,
  );
  if (!across || otherAxes.length + otherHeights.length > 0) return undefined;
  if (series.length < 1 || series.length > mostSeries) return undefined;
  if (series.length === 1 && series[0]?.line.text.startsWith('line')) return undefined;
  if (said(lines).length !== series.length + (up ? 2 : 1)) return undefined;
  const labels = [...(across.match[3] ?? '').matchAll(/\s*(?:"([^"]*)"|([^,]+))\s*(?:,|$)/g)].map(
    ([, quoted, plain = '']) => (quoted ?? plain).trim(),
  );
  const values = series.map(({ match }) => (match[3] ?? '').split(',').map((value) => value.trim()));
  const areWhole = values.every(
    (row) => row.length === labels.length && row.every((value) => /^\d+(?:\.\d+)?$/.test(value)),
  );
  if (!areWhole) return undefined;
  const words = (text: string | undefined, line: MermaidLine): DiagramWords | undefined =>
    text === undefined || text === '' ? undefined : { text, line };
  const [name, title] = [up && words(up.match[1] ?? up.match[2], up.line), diagramTitle(lines)];
  const names = series.map(({ match, line }) => words(match[1] ?? match[2], line));
  // Of one row without a name the numbers are what the axis or the title says.
  const isNamed = series.length > 1 || names[0] !== undefined;
  const above = isNamed ? [title, name] : [name && title];
  return {
    kind: 'bars',
    above: above.flatMap((one) => one ?? []),
    head: [words(across.match[1] ?? across.match[2], across.line), ...(isNamed ? names : [name ?? title])],
    rows: labels.map((label, at) => [
      { text: label, line: across.line },
      ...series.map(({ line }, row) => ({ text: values[row]?.[at] ?? '', line })),
    ]),
  };
}

/** Periods with what happened in them, under the names of the sections. */
export function readTimeline(lines: readonly MermaidLine[], header: MermaidLine): Timeline {
  const groups = groupsOf<{ words: DiagramWords; events: DiagramWords[] }>(
    said(lines),
    header,
    (line, entries) => {
      const [period = '', ...events] = line.text
        .split(/[ \t]*:[ \t]+|[ \t]+:[ \t]*|^:[ \t]*/)
        .map((part) => withoutBreaks(part).trim());
      const words = events.map((text) => ({ text, line }));
      const last = entries.at(-1);
      if (period === '' && last) last.events.push(...words);
      else if (period === '' || events.length === 0) throw new UnknownLine(line);
      else entries.push({ words: { text: period, line }, events: words });
    },
  );
  return { kind: 'timeline', title: diagramTitle(lines, header), groups };
}

/** A tree by its indents. */
export function readMindmap(lines: readonly MermaidLine[], header: MermaidLine): Mindmap {
  const [root, ...rest] = said(lines).filter(({ text }) => !/^::icon|^:::/.test(text));
  if (!root) throw new UnknownLine(header);
  const top: Branch[] = [];
  const open: { indent: number; branches: Branch[] }[] = [{ indent: root.indent, branches: top }];
  for (const line of rest) {
    while (open.length > 1 && (open.at(-1)?.indent ?? 0) >= line.indent) open.pop();
    if (line.indent <= root.indent) throw new UnknownLine(line);
    const branches: Branch[] = [];
    open.at(-1)?.branches.push({ words: { text: nodeWords(line), line }, branches });
    open.push({ indent: line.indent, branches });
  }
  return { kind: 'mindmap', root: { words: { text: nodeWords(root), line: root }, branches: top } };
}

/** `id[Words]`, `((Words))`, `)Words(`, ``["`Words`"]``: without the shape around. */
function nodeWords({ text }: MermaidLine): string {
  const inside = /^[\w-]*(?:\(\((.+)\)\)|\)\)(.+)\(\(|\{\{(.+)\}\}|\[(.+)\]|\((.+)\)|\)(.+)\()(?::::.*)?$/
    .exec(text)
    ?.slice(1)
    .find((part) => part !== undefined);
  return withoutBreaks(
    (inside ?? text.replace(/[ \t]*:::.*$/, '')).replace(/^"(.*)"$/, '$1').replace(/^`(.*)`$/, '$1'),
  ).trim();
}

function withoutBreaks(text: string): string {
  return text.replace(/[ \t]*<br\s*\/?>[ \t]*/gi, ' ');
}

/** Tasks with their scores, under the names of the sections. */
export function readJourney(lines: readonly MermaidLine[], header: MermaidLine): Journey {
  const groups = groupsOf<Journey['groups'][number]['entries'][number]>(
    said(lines),
    header,
    (line, entries) => {
      const [, task, score, people = ''] = /^(.+?)\s*:\s*(\d+)\s*(?::\s*(.+))?$/.exec(line.text) ?? [];
      if (task === undefined) throw new UnknownLine(line);
      entries.push({ words: { text: task, line }, score: Number(score), people });
    },
  );
  return { kind: 'journey', title: diagramTitle(lines), groups };
}

/** Where each quadrant stands: the first is at the top right, and they go on against the clock. */
const places = [
  { number: 2, isRight: false, isUp: true },
  { number: 1, isRight: true, isUp: true },
  { number: 3, isRight: false, isUp: false },
  { number: 4, isRight: true, isUp: false },
] as const;

/** Four fields, in the order of reading, each with the points in it. */
export function readQuadrants(lines: readonly MermaidLine[], header: MermaidLine): Quadrants {
  const names = new Map<number, DiagramWords>();
  const points: Quadrants['fields'][number]['points'][number][] = [];
  const axes: Record<string, readonly DiagramWords[]> = {};
  for (const line of said(lines)) {
    const [, number, name] = /^quadrant-([1-4])\s+"?(.+?)"?$/.exec(line.text) ?? [];
    const [, axis = '', ends] = /^([xy])-axis\s+(.+)$/.exec(line.text) ?? [];
    const [, point, x, y] =
      /^"?(.+?)"?(?::::\w+)?\s*:\s*\[\s*([01]?\.?\d*)\s*,\s*([01]?\.?\d*)\s*\]/.exec(line.text) ?? [];
    if (number !== undefined && name !== undefined) names.set(Number(number), { text: name, line });
    else if (ends !== undefined)
      axes[axis] = ends
        .replaceAll('"', '')
        .split(/[ \t]*-->[ \t]*/)
        .flatMap((text) => (text === '' ? [] : [{ text, line }]));
    else if (point !== undefined) points.push({ words: { text: point, line }, x: Number(x), y: Number(y) });
    else throw new UnknownLine(line);
  }
  if (names.size + points.length === 0) throw new UnknownLine(header);
  const fields = places.map(({ number, isRight, isUp }) => ({
    isRight,
    isUp,
    name: names.get(number),
    points: points.filter(({ x, y }) => x >= 0.5 === isRight && y >= 0.5 === isUp),
  }));
  return {
    kind: 'quadrants',
    title: diagramTitle(lines),
    axes: { x: axes.x ?? [], y: axes.y ?? [] },
    fields,
  };
}
