import type { Box } from '../../src/layouts/index.ts';
import { type Block, type Phrasing, plainText } from '../../src/notes/index.ts';
import type { Plan, Slide } from '../../src/plan/index.ts';

/** Letters and digits of everything that a plan shows for the first time, in the order of reading. */
export function shownWords(plan: Plan): string {
  const named = new Set<number>();
  const slideWords = (slide: Slide): string =>
    `${slide.layout === 'title' || slide.layout === 'agenda' ? '' : headText(slide, named)}\n${slideText(slide)}`;
  return letters(plan.slides.map(slideWords).join('\n'));
}

/** The same without markers, titles and the agenda, which repeats titles. */
export function bodyWords(plan: Plan): string {
  const content = plan.slides.filter(({ layout }) => layout !== 'agenda');
  return letters(content.map(slideText).join('\n'));
}

/** The names of the marker and the title, where they are new. */
function headText(slide: Slide, named: Set<number>): string {
  const { marker, title } = slide;
  const placed = placesOf(slide);
  // A longer name of the marker may stand on the slide in full, too: there it is read.
  const isSaid = ({ span }: Name): boolean => placed.some((place) => place >= span.start && place < span.end);
  const names = marker.filter((name) => !named.has(name.span.start) && !isCut(name) && !isSaid(name));
  for (const name of marker) if (!isCut(name)) named.add(name.span.start);
  for (const { span } of slide.within ?? []) named.add(span.start);
  const isNew = title !== undefined && (title.part?.number ?? 1) === 1 && !named.has(title.span?.start ?? -1);
  const words = isNew ? plainText(title.content.flatMap(withoutRepeats) as Phrasing[]) : '';
  // What is a title here is a name of the marker later.
  if (title?.span) named.add(title.span.start);
  return [...names.map(({ text }) => text), words].join('\n');
}

type Name = Slide['marker'][number];

function isCut({ text }: Name): boolean {
  return text.endsWith('…');
}

/** Where in the notes the text of one slide's body stands, in characters. */
function placesOf({ body }: Slide): readonly number[] {
  const places: number[] = [];
  JSON.stringify(body ?? null, (_, value: unknown) => {
    const { type, position } = (value ?? {}) as { type?: string; position?: { start: { offset?: number } } };
    if (type === 'text') places.push(position?.start.offset ?? -1);
    return value;
  });
  return places;
}

export function letters(text: string): string {
  return text.match(/[\p{L}\p{N}]/gu)?.join('') ?? '';
}

/** The words of one slide below its title, and its notes, without what is shown again. */
export function slideText(slide: Slide): string {
  const within = (slide.within ?? []).map(({ content }) =>
    plainText(content.flatMap(withoutRepeats) as Phrasing[]),
  );
  return [...within, slide.body ? boxText(slide.body) : '', plainText(slide.presenterNotes)].join('\n');
}

function boxText(box: Box): string {
  if (box.kind === 'flow') return plainText(box.blocks.flatMap(withoutRepeats) as Block[]);
  if (box.kind === 'line') return plainText(box.content.flatMap(withoutRepeats) as Phrasing[]);
  return 'boxes' in box ? box.boxes.map(boxText).join('\n') : '';
}

type Node =
  | Block
  | Phrasing
  | { type: string; children?: Node[]; data?: { continued?: unknown }; class?: string };

/** Continued headings and bullets' words go; the header row of a continued table goes. */
function withoutRepeats(node: Node): Node[] {
  const { type, data, children } = node as {
    type: string;
    data?: { continued?: unknown };
    children?: Node[];
  };
  if (/^(?:continued|added)$/.test((node as { class?: string }).class ?? '')) return [];
  if (!children) return [node];
  const kept = type === 'table' ? newCells(children, data?.continued) : children;
  return [{ ...(node as object), children: kept.flatMap(withoutRepeats) } as Node];
}

/** The cells of a table that were not shown before. */
function newCells(rows: readonly Node[], continued: unknown): Node[] {
  const again = (continued ?? []) as readonly string[];
  const body = again.includes('rows') ? rows.slice(1) : [...rows];
  if (!again.includes('columns')) return body;
  return body.map((row) => ({ ...row, children: (row as { children: Node[] }).children.slice(1) }) as Node);
}
