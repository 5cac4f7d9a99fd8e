// What kind of text an element holds: each kind has its own floor and its own measures.
import type { TextKind } from './snapshots.ts';

/** Answers for the elements of one slide, each computed once. */
export function createKindReader(slide: Element): (element: Element) => TextKind {
  const kinds = new Map<Element, TextKind>();
  return (element) => {
    const known = kinds.get(element);
    if (known) return known;
    const kind = kindOf(element, slide);
    kinds.set(element, kind);
    return kind;
  };
}

const small = 'header, footer, small, .part, .footnote, .line-numbers, .file, .picture-caption, figcaption';

function kindOf(element: Element, slide: Element): TextKind {
  if (element.closest('.katex')) return 'math';
  if (element.closest('svg') !== slide) return 'diagram';
  if (element.closest('sub, sup')) return 'raised';
  if (element.closest('pre, code, kbd, samp')) return 'code';
  if (element.closest('table')) return 'table';
  if (element.closest(small)) return 'small';
  return element.closest('h1, h2, h3, h4, h5, h6') ? 'heading' : 'body';
}
