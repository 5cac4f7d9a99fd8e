// Slides that need no row of their own: cover, contents and strips say all they say. What says more is never folded.
import type { Link } from 'mdast';
import type { Box } from '../layouts/index.ts';
import { anchorOf, type Block, type Phrasing, plainText } from '../notes/index.ts';
import { missingWords, nodeWords, type Plan, type Slide, tokensOf } from '../plan/index.ts';
import type { CoverWords } from './handout.ts';
import type { SectionRun } from './sections.ts';

/** What the title slide says, by its lines. */
export function coverWords({ slides, deck }: Plan): CoverWords {
  const [first] = slides;
  const lines = first?.layout === 'title' ? linesIn(first.body) : [];
  const of = (...slots: readonly string[]): readonly string[] =>
    lines.flatMap((line) => (slots.includes(line.slot) ? [line.text] : []));
  if (first?.layout === 'title') {
    return {
      title: first.title?.text ?? deck.title,
      subtitle: of('subtitle'),
      people: of('speaker', 'affiliation'),
      occasion: of('event'),
    };
  }
  const given = (...words: readonly (string | undefined)[]): readonly string[] =>
    words.filter((word) => word !== undefined && word !== '') as readonly string[];
  return {
    title: deck.title,
    subtitle: given(deck.subtitle),
    people: given(deck.speaker, deck.affiliation),
    occasion: given(deck.event, deck.date),
  };
}

/** Whether the cover says all that the title slide says. */
export function isOnCover(slide: Slide | undefined, words: CoverWords): boolean {
  if (slide?.layout !== 'title' || slide.presenterNotes.length > 0) return false;
  return isSaid(slide, [words.title, ...words.subtitle, ...words.people, ...words.occasion]);
}

/** Every word of the slide is among the texts, and there is nothing else to be seen. */
function isSaid({ title, body }: Slide, texts: readonly string[]): boolean {
  const nodes = [...(title?.content ?? []), ...(body ? nodesIn(body) : [])];
  if (!nodes.every(isText)) return false;
  return (
    missingWords(
      nodeWords(nodes).tokens,
      tokensOf(texts.join('\n')).map(({ text }) => text),
    ).length === 0
  );
}

type InnerNode = { readonly type: string; readonly children?: readonly InnerNode[] };

const plainTypes = new Set([
  'text',
  'paragraph',
  'list',
  'listItem',
  'emphasis',
  'strong',
  'delete',
  'link',
  'element',
  'break',
  'inlineCode',
]);

function isText(node: InnerNode): boolean {
  return plainTypes.has(node.type) && (node.children ?? []).every(isText);
}

function nodesIn(box: Box): readonly (Block | Phrasing)[] {
  switch (box.kind) {
    case 'flow':
      return box.blocks;
    case 'line':
      return box.content;
    case 'stack':
    case 'row':
      return box.boxes.flatMap(nodesIn);
    default:
      // What is drawn is no words.
      return [{ type: 'thematicBreak' }];
  }
}

function linesIn(box: Box | undefined): readonly { readonly slot: string; readonly text: string }[] {
  if (!box) return [];
  if (box.kind === 'line') return [{ slot: box.class, text: plainText(box.content).trim() }];
  return 'boxes' in box ? box.boxes.flatMap(linesIn) : [];
}

export interface AgendaLine {
  readonly text: string;
  /** From 1. */
  readonly slide: number;
}

/** An agenda that the contents can stand for: each line leads to a section, and no two to the same. */
export interface FoldedAgenda {
  readonly slide: number;
  /** Its own title, where the notes have one. */
  readonly title?: string;
  readonly lines: readonly AgendaLine[];
}

/** Undefined where the deck has no agenda, or one that says more than a table of contents. */
export function foldedAgenda(plan: Plan, runs: readonly SectionRun[]): FoldedAgenda | undefined {
  const at = plan.slides.findIndex(({ layout }) => layout === 'agenda');
  const agenda = plan.slides[at];
  if (!agenda?.body || agenda.presenterNotes.length > 0) return undefined;
  const lines = entriesIn(agenda.body).map(({ text, anchor }) => ({
    text,
    slide: plan.anchors?.get(anchor ?? '') ?? 0,
  }));
  const led = lines.map(({ slide }) => runs.findIndex((run) => isIn(run, slide)));
  const isPlain = lines.length > 0 && !led.includes(-1) && new Set(led).size === led.length;
  const title = agenda.title?.span ? agenda.title.text : undefined;
  const said = [...lines.map(({ text }) => text), agenda.title?.text ?? ''];
  if (!isPlain || !isSaid(agenda, said)) return undefined;
  return { slide: at + 1, lines, ...(title !== undefined && { title }) };
}

export function isIn({ first, length, title }: SectionRun, slide: number): boolean {
  return title !== '' && slide > first && slide <= first + length;
}

function entriesIn(box: Box): readonly { readonly text: string; readonly anchor: string | undefined }[] {
  if (box.kind === 'flow') {
    const items = box.blocks.flatMap((block) => (block.type === 'list' ? block.children : []));
    return items.map(({ children }) => {
      const link = children.flatMap((child) => linksIn(child))[0];
      return { text: plainText(children).trim(), anchor: link && anchorOf(link.url) };
    });
  }
  return 'boxes' in box ? box.boxes.flatMap(entriesIn) : [];
}

function linksIn(node: InnerNode): readonly Link[] {
  return node.type === 'link' ? [node as unknown as Link] : (node.children ?? []).flatMap(linksIn);
}

/** A divider that says the section's name and nothing else, with a slide of the section after it. */
export function isBareDivider(slides: readonly Slide[], at: number, runs: readonly SectionRun[]): boolean {
  const slide = slides[at];
  const run = runs.find((one) => one.first === at);
  if (!slide || !run || run.length < 2 || slide.presenterNotes.length > 0) return false;
  return slide.layout === 'section' && isSaid(slide, [run.title]);
}
