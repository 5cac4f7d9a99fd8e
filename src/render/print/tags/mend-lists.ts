import {
  contentsOf,
  element,
  firstPage,
  hasRole,
  kidsOf,
  type PageContents,
  type StructureElement,
  type StructureKid,
} from './structure.ts';

/** Lists and tables of contents as ISO 32000-1, tables 333 and 336, have them. */
export function mendLists(own: StructureElement, contents: PageContents): StructureElement {
  if (own.role === 'TOC') return { ...own, kids: entriesOf(own) };
  // Before what is in it: labels are taken from the page in the order of reading.
  const label =
    own.role === 'LI' && !own.kids.some((kid) => hasRole(kid, 'Lbl')) ? labelOf(own, contents) : [];
  const kids = own.kids.map((kid) => (kid.kind === 'element' ? mendLists(kid, contents) : kid));
  if (own.role === 'LI') return { ...own, kids: itemParts([...label, ...kids]) };
  if (own.role === 'L') return { ...own, kids: itemsOf(kids) };
  return { ...own, kids: joinedLists(kids) };
}

function labelOf(item: StructureElement, contents: PageContents): readonly StructureElement[] {
  const page = firstPage(item);
  if (item.label === undefined || page === undefined) return [];
  const drawn = contents.takeText(page, item.label);
  return drawn ? [element('Lbl', [drawn])] : [];
}

function itemParts(kids: readonly StructureKid[]): readonly StructureKid[] {
  const labels = kids
    .filter((kid) => hasRole(kid, 'Lbl'))
    .map((kid) => element('Lbl', withoutParagraph(kidsOf(kid))));
  const others = kids.filter((kid) => !hasRole(kid, 'Lbl'));
  const rest = others.flatMap((kid) => (hasRole(kid, 'LBody') ? kidsOf(kid) : [kid]));
  return [...labels, ...(rest.length > 0 ? [element('LBody', withoutParagraph(joinedLists(rest)))] : [])];
}

/** One paragraph by itself is the words in it. */
function withoutParagraph(kids: readonly StructureKid[]): readonly StructureKid[] {
  const [only] = kids;
  return only && kids.length === 1 && hasRole(only, 'P') ? kidsOf(only) : kids;
}

/** A list holds items; whatever else stands in it becomes one. */
function itemsOf(kids: readonly StructureKid[]): readonly StructureKid[] {
  return kids.map((kid) => (hasRole(kid, 'LI', 'Caption', 'L') ? kid : element('LI', itemParts([kid]))));
}

/** The items of one list that stand in columns or rows are lists of their own on the page. */
function joinedLists(kids: readonly StructureKid[]): readonly StructureKid[] {
  const out: StructureKid[] = [];
  for (const kid of kids) {
    const last = out.at(-1);
    if (last && areOneList(last, kid)) out[out.length - 1] = withKids(last, kidsOf(kid));
    else out.push(kid);
  }
  return out;
}

function areOneList(a: StructureKid, b: StructureKid): boolean {
  return (
    a.kind === 'element' && b.kind === 'element' && a.role === 'L' && b.role === 'L' && a.label === b.label
  );
}

function withKids(kid: StructureKid, more: readonly StructureKid[]): StructureKid {
  return kid.kind === 'element' ? { ...kid, kids: [...kid.kids, ...more] } : kid;
}

/** Each entry is a reference, with the page number beside it. */
function entriesOf(toc: StructureElement): readonly StructureElement[] {
  return flat(toc.kids).map((kid) => element('TOCI', entryParts(hasRole(kid, 'TOCI') ? kidsOf(kid) : [kid])));
}

const around = new Set(['L', 'LI', 'LBody', 'TOC']);

function flat(kids: readonly StructureKid[]): readonly StructureKid[] {
  return kids.flatMap((kid) => (kid.kind === 'element' && around.has(kid.role) ? flat(kid.kids) : [kid]));
}

function entryParts(kids: readonly StructureKid[]): readonly StructureKid[] {
  const out: StructureKid[] = [];
  for (const kid of flat(kids).flatMap(numberApart)) {
    const last = out.at(-1);
    if (hasRole(kid, 'Lbl', 'P', 'Reference')) out.push(kid);
    else if (hasRole(kid, 'TOCI')) out.push(element('P', kidsOf(kid)));
    else if (last && hasRole(last, 'Reference')) out[out.length - 1] = withKids(last, [kid]);
    else out.push(element('Reference', [kid]));
  }
  return out;
}

/** The number of a slide that is a part of the link stands before it, that of a page behind it; it is the link where there are no words. */
function numberApart(kid: StructureKid): readonly StructureKid[] {
  if (kid.kind !== 'element' || kid.role !== 'Link') return [kid];
  const only = (role: string): readonly StructureKid[] => kid.kids.filter((inner) => hasRole(inner, role));
  const words = kid.kids.filter((inner) => !hasRole(inner, 'Lbl', 'P'));
  const hasWords = words.flatMap(contentsOf).some(({ kind }) => kind === 'content');
  if (!hasWords) return [...only('Lbl'), { ...kid, kids: [...words, ...only('P').flatMap(kidsOf)] }];
  return [...only('Lbl'), { ...kid, kids: words }, ...only('P')];
}
