import type { Link } from 'mdast';
import type { Box } from '../../layouts/index.ts';
import { anchorOf, type Block } from '../../notes/index.ts';
import type { Plan, Slide } from '../plan.ts';
import { addedWords } from '../topics/short-words.ts';

/** Agendas with the number of the slide that each line leads to. */
export function numberAgendas(
  slides: readonly Slide[],
  anchors: NonNullable<Plan['anchors']>,
): readonly Slide[] {
  return slides.map((slide) =>
    slide.layout === 'agenda' && slide.body ? { ...slide, body: numbered(slide.body, anchors) } : slide,
  );
}

function numbered(box: Box, anchors: NonNullable<Plan['anchors']>): Box {
  if (!('boxes' in box)) return box;
  const [entry, page] = box.boxes;
  if (entry?.kind !== 'flow' || page?.kind !== 'line' || page.class !== 'page')
    return { ...box, boxes: box.boxes.map((inner) => numbered(inner, anchors)) };
  const number = anchors.get(anchorIn(entry.blocks) ?? '');
  if (number === undefined) return box;
  return { ...box, boxes: [entry, { ...page, content: [addedWords(String(number))] }] };
}

/** Where the first link of a line leads. */
function anchorIn([list]: readonly Block[]): string | undefined {
  const line = list?.type === 'list' ? list.children[0]?.children[0] : undefined;
  const link = line?.type === 'paragraph' ? line.children.flatMap(linksOf)[0] : undefined;
  return link && anchorOf(link.url);
}

function linksOf(node: unknown): readonly Link[] {
  const one = node as { readonly type: string; readonly children?: readonly unknown[] };
  return one.type === 'link' ? [node as Link] : (one.children ?? []).flatMap(linksOf);
}
