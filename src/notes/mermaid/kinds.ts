// What the lines of each kind of diagram say.
import {
  type DiagramGroup,
  type DiagramWords,
  type Entry,
  type MermaidLine,
  type Outline,
  UnknownLine,
} from './outline.ts';

/** Nothing that is read: looks, and words for those who do not see the drawing. */
export const aside: RegExp = /^(?:acc(?:Title|Descr)\b|classDef\b|class\b|style\b|click\b|::icon\b|:::)/;

/** The title of a diagram, on a line of its own or behind its name. */
export function diagramTitle(lines: readonly MermaidLine[], header?: MermaidLine): DiagramWords | undefined {
  const line = [...(header ? [header] : []), ...lines].find(({ text }) => /(?:^|\s)title\s+\S/.test(text));
  return line && { text: line.text.replace(/^.*?\btitle\s+/, '').replace(/^"(.*)"$/, '$1'), line };
}

/** The title as the words above what is drawn. */
export function introductionOf(lines: readonly MermaidLine[], header?: MermaidLine): readonly DiagramWords[] {
  return [diagramTitle(lines, header)].flatMap((title) => title ?? []);
}

/** The lines that are no title and nothing aside. */
export function said(lines: readonly MermaidLine[]): readonly MermaidLine[] {
  return lines.filter(({ text }) => !/^title\s/.test(text) && !aside.test(text));
}

/** Shares as a table of numbers, which is a chart; the title says what is counted. */
export function readPie(lines: readonly MermaidLine[], header: MermaidLine): Outline {
  if (!/^pie(?:\s+showData)?(?:\s+title\s.*)?$/.test(header.text)) throw new UnknownLine(header);
  const rows = said(lines)
    .filter(({ text }) => text !== 'showData')
    .map((line) => {
      const [, label, value] = /^"([^"]+)"\s*:\s*(\d+(?:\.\d+)?)$/.exec(line.text) ?? [];
      if (label === undefined || value === undefined) throw new UnknownLine(line);
      return [label, value].map((text) => ({ text, line }));
    });
  if (rows.length === 0) throw new UnknownLine(header);
  return { kind: 'table', title: undefined, head: [undefined, diagramTitle(lines, header)], rows };
}

/** One row of bars with names below; what has more is for the renderer. */
export function readBars(lines: readonly MermaidLine[]): Outline | undefined {
  const one = (pattern: RegExp): { match: RegExpExecArray; line: MermaidLine } | undefined => {
    const found = said(lines).flatMap((line) => {
      const match = pattern.exec(line.text);
      return match ? [{ match, line }] : [];
    });
    return found.length === 1 ? found[0] : undefined;
  };
  const across = one(/^x-axis\s+(?:"([^"]*)"\s+|([^"[\]]+?)\s+)?\[(.+)\]$/);
  const bars = one(/^bar\s+(?:"[^"]*"\s+)?\[([\d\s.,]+)\]$/);
  const up = one(
    /^y-axis\s+(?:"([^"]+)"|([^\d"[\]][^"[\]]*?))?\s*(?:-?\d+(?:\.\d+)?\s*-->\s*-?\d+(?:\.\d+)?)?$/,
  );
  if (!across || !bars || said(lines).length !== (up ? 3 : 2)) return undefined;
  const labels = [...(across.match[3] ?? '').matchAll(/\s*(?:"([^"]*)"|([^,]+))\s*(?:,|$)/g)].map(
    ([, quoted, plain = '']) => (quoted ?? plain).trim(),
  );
  const values = (bars.match[1] ?? '').split(',').map((value) => value.trim());
  if (labels.length !== values.length || values.some((value) => !/^\d+(?:\.\d+)?$/.test(value)))
    return undefined;
  const words = (text: string | undefined, line: MermaidLine): DiagramWords | undefined =>
    text === undefined || text === '' ? undefined : { text, line };
  const name = up && words(up.match[1] ?? up.match[2], up.line);
  const title = diagramTitle(lines);
  return {
    kind: 'table',
    title: name ? title : undefined,
    head: [words(across.match[1] ?? across.match[2], across.line), name ?? title],
    rows: labels.map((label, at) => [
      { text: label, line: across.line },
      { text: values[at] ?? '', line: bars.line },
    ]),
  };
}

/** Periods with what happened in them: dates with their words, under the names of the sections. */
export function readTimeline(lines: readonly MermaidLine[], header: MermaidLine): Outline {
  const groups: { label: DiagramWords | undefined; entries: { words: DiagramWords; entries: Entry[] }[] }[] =
    [];
  for (const line of said(lines)) {
    const [, section] = /^section\s+(.+)$/.exec(line.text) ?? [];
    if (section !== undefined) {
      groups.push({ label: { text: section, line }, entries: [] });
      continue;
    }
    const [period = '', ...events] = line.text
      .split(/[ \t]*:[ \t]+|[ \t]+:[ \t]*|^:[ \t]*/)
      .map((part) => part.replace(/<br\s*\/?>/gi, ' ').trim());
    const last = groups.at(-1)?.entries.at(-1);
    if (period === '' && last)
      last.entries.push(...events.map((text) => ({ words: { text, line }, entries: [] })));
    else if (period === '' || events.length === 0) throw new UnknownLine(line);
    else {
      const [only, ...others] = events;
      const entry =
        others.length === 0
          ? { words: { text: `${period}: ${only}`, line }, entries: [] }
          : {
              words: { text: period, line },
              entries: events.map((text) => ({ words: { text, line }, entries: [] })),
            };
      if (groups.length === 0) groups.push({ label: undefined, entries: [] });
      groups.at(-1)?.entries.push(entry);
    }
  }
  if (groups.length === 0) throw new UnknownLine(header);
  return { kind: 'groups', introduction: introductionOf(lines, header), groups: groups.map(withWholeEvents) };
}

/** More than one event of a period is read in its line, so that it stays a date. */
function withWholeEvents({ label, entries }: DiagramGroup): DiagramGroup {
  return {
    label,
    entries: entries.map((entry) => {
      const [first] = entry.entries;
      if (!first) return entry;
      const period = entry.words.text.includes(': ')
        ? entry.words.text
        : `${entry.words.text}: ${first.words.text}`;
      const rest = entry.words.text.includes(': ') ? entry.entries : entry.entries.slice(1);
      const text = [period, ...rest.map(({ words }) => words.text)].join(', ');
      return { words: { ...entry.words, text }, entries: [] };
    }),
  };
}

/** A tree by its indents: what stands in the middle, and the branches as a list. */
export function readMindmap(lines: readonly MermaidLine[], header: MermaidLine): Outline {
  const [root, ...rest] = said(lines).filter(({ text }) => !/^::icon|^:::/.test(text));
  if (!root) throw new UnknownLine(header);
  const top: Entry[] = [];
  const open: { indent: number; entries: Entry[] }[] = [{ indent: root.indent, entries: top }];
  for (const line of rest) {
    while (open.length > 1 && (open.at(-1)?.indent ?? 0) >= line.indent) open.pop();
    if (line.indent <= root.indent) throw new UnknownLine(line);
    const entries: Entry[] = [];
    open.at(-1)?.entries.push({ words: { text: nodeWords(line), line }, entries });
    open.push({ indent: line.indent, entries });
  }
  const middle = { text: nodeWords(root), line: root };
  return { kind: 'groups', introduction: [middle], groups: [{ label: undefined, entries: top }] };
}

/** `id[Words]`, `((Words))`, `)Words(`, ``["`Words`"]``: without the shape around. */
function nodeWords({ text }: MermaidLine): string {
  const inside = /^[\w-]*(?:\(\((.+)\)\)|\)\)(.+)\(\(|\{\{(.+)\}\}|\[(.+)\]|\((.+)\)|\)(.+)\()(?::::.*)?$/
    .exec(text)
    ?.slice(1)
    .find((part) => part !== undefined);
  return (inside ?? text.replace(/[ \t]*:::.*$/, ''))
    .replace(/^"(.*)"$/, '$1')
    .replace(/^`(.*)`$/, '$1')
    .replace(/<br\s*\/?>/gi, ' ')
    .trim();
}

/** Tasks with their scores, under the names of the sections. */
export function readJourney(lines: readonly MermaidLine[], header: MermaidLine): Outline {
  const groups: { label: DiagramWords | undefined; entries: Entry[] }[] = [];
  for (const line of said(lines)) {
    const [, section] = /^section\s+(.+)$/.exec(line.text) ?? [];
    const [, task, score, people] = /^(.+?)\s*:\s*(\d+)\s*(?::\s*(.+))?$/.exec(line.text) ?? [];
    if (section !== undefined) groups.push({ label: { text: section, line }, entries: [] });
    else if (task === undefined) throw new UnknownLine(line);
    else {
      if (groups.length === 0) groups.push({ label: undefined, entries: [] });
      const text = `${task}: ${score}${people ? ` – ${people}` : ''}`;
      groups.at(-1)?.entries.push({ words: { text, line }, entries: [] });
    }
  }
  if (groups.length === 0) throw new UnknownLine(header);
  return { kind: 'groups', introduction: introductionOf(lines), groups };
}

/** Where each quadrant stands: the first is at the top right, and they go on against the clock. */
const fields = [
  { number: 2, isRight: false, isUp: true },
  { number: 1, isRight: true, isUp: true },
  { number: 3, isRight: false, isUp: false },
  { number: 4, isRight: true, isUp: false },
] as const;

/** Four fields, in the order of reading, each with the points in it; what the axes say stands above. */
export function readQuadrants(lines: readonly MermaidLine[], header: MermaidLine): Outline {
  const names = new Map<number, DiagramWords>();
  const points: { words: DiagramWords; x: number; y: number }[] = [];
  const axes: DiagramWords[] = [];
  for (const line of said(lines)) {
    const [, number, name] = /^quadrant-([1-4])\s+"?(.+?)"?$/.exec(line.text) ?? [];
    const [, axis] = /^[xy]-axis\s+(.+)$/.exec(line.text) ?? [];
    const [, point, x, y] =
      /^"?(.+?)"?(?::::\w+)?\s*:\s*\[\s*([01]?\.?\d*)\s*,\s*([01]?\.?\d*)\s*\]/.exec(line.text) ?? [];
    if (number !== undefined && name !== undefined) names.set(Number(number), { text: name, line });
    else if (axis !== undefined)
      axes.push({ text: axis.replaceAll('"', '').replace(/[ \t]*-->[ \t]*/, ' → '), line });
    else if (point !== undefined) points.push({ words: { text: point, line }, x: Number(x), y: Number(y) });
    else throw new UnknownLine(line);
  }
  const entries = fields.flatMap(({ number, isRight, isUp }): Entry[] => {
    const words = names.get(number);
    const within = points.filter(({ x, y }) => x >= 0.5 === isRight && y >= 0.5 === isUp);
    return words ? [{ words, entries: within.map((point) => ({ words: point.words, entries: [] })) }] : [];
  });
  if (entries.length < fields.length) throw new UnknownLine(header);
  return {
    kind: 'groups',
    introduction: [...introductionOf(lines), ...axes],
    groups: [{ label: undefined, entries }],
  };
}
