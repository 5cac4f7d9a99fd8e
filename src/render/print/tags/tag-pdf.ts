// Chromium prints tagged PDFs that say little more than what is text. Here the tree is made one that ISO 14289-1
// (PDF/UA-1) takes: what each part is, nothing that is neither in it nor decoration, in one pass over each page.
import { PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import type { Painting, Target } from './content-stream.ts';
import { mendStructure } from './mend-structure.ts';
import {
  bareId,
  type PageStreams,
  pageContents,
  readStreams,
  replaceStream,
  type TaggedStream,
} from './page-contents.ts';
import { readTree } from './read-tree.ts';
import { type AnnotationKid, contentsOf, element, firstPage, type StructureElement } from './structure.ts';
import { type SlotPlace, type WrittenTree, writeTree } from './write-tree.ts';

/** False where the browser has written no tree. */
export function tagPdf(pdf: PDFDocument): boolean {
  const tree = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  const printed = readTree(pdf);
  if (!tree || !printed) return false;
  const streams = readStreams(pdf);
  const root = withAnnotations(mendStructure(printed.root, pageContents(streams)), pdf);
  for (const ref of printed.refs) pdf.context.delete(ref);
  const treeRef = pdf.catalog.get(PDFName.of('StructTreeRoot')) as PDFRef;
  const written = writeTree(pdf, root, treeRef);
  const owners = streams.flatMap((page, at) => writeMarks(pdf, page, written.places[at] ?? new Map()));
  written.finish();
  tree.set(PDFName.of('K'), written.top);
  tree.set(PDFName.of('RoleMap'), pdf.context.obj({ ...newerRoles }));
  writeParents(pdf, tree, owners, written.annotations);
  return true;
}

/** Types of PDF 2.0 in a file of PDF 1.7: each must be mapped to one that version knows (ISO 32000-1, 14.7.3). */
const newerRoles = { Em: 'Span', Strong: 'Span' } as const;

/** Annotations that the browser gave no place: links on what is decoration, and those that were added. */
function withAnnotations(root: StructureElement, pdf: PDFDocument): StructureElement {
  const placed = new Set(contentsOf(root).map((kid) => (kid.kind === 'annotation' ? kid.ref : undefined)));
  const lost = pdf.getPages().flatMap(({ node }, page) =>
    (node.Annots()?.asArray() ?? []).flatMap((ref) => {
      const annotation = placed.has(ref as PDFRef) ? undefined : pdf.context.lookup(ref);
      if (!(annotation instanceof PDFDict)) return [];
      const isLink = annotation.get(PDFName.of('Subtype')) === PDFName.of('Link');
      const kid: AnnotationKid = { kind: 'annotation', page, ref: ref as PDFRef };
      return [{ page, own: isLink ? element('P', [element('Link', [kid])]) : element('Annot', [kid]) }];
    }),
  );
  if (lost.length === 0) return root;
  const kids = [...root.kids];
  for (const { page, own } of lost) {
    const at = kids.findLastIndex(
      (kid) => kid.kind === 'element' && kid.role === 'Sect' && firstPage(kid) === page,
    );
    const section = kids[at];
    if (section?.kind === 'element') kids[at] = { ...section, kids: [...section.kids, own] };
    else kids.push(own);
  }
  return { ...root, kids };
}

/** The elements of a stream's marks, by their numbers. */
interface StreamOwners {
  readonly stream: TaggedStream;
  readonly owners: readonly PDFRef[];
}

/** Marks what is drawn on a page anew: with the element that it belongs to, or as an artifact. */
function writeMarks(
  pdf: PDFDocument,
  streams: PageStreams,
  places: ReadonlyMap<number, SlotPlace>,
): readonly StreamOwners[] {
  const tagged = taggedStreams(streams, places);
  return streams.map((stream, index) => {
    const owners: PDFRef[] = [];
    const isInArtifact = stream.isForm && !tagged.has(stream);
    const targets = isInArtifact
      ? stream.content.paintings.map((): Target => 'bare')
      : targetsOf(stream, index, places, tagged, owners);
    replaceStream(pdf, stream, targets);
    return { stream, owners };
  });
}

function placeOf(
  { mcid }: Painting,
  stream: number,
  painting: number,
  places: ReadonlyMap<number, SlotPlace>,
): SlotPlace | undefined {
  return places.get(mcid ?? bareId(stream, painting));
}

/** Streams with something of the tree in them, or in a drawing they call for. */
function taggedStreams(
  streams: PageStreams,
  places: ReadonlyMap<number, SlotPlace>,
): ReadonlySet<TaggedStream> {
  const isTagged = (stream: TaggedStream): boolean =>
    stream.content.paintings.some(
      (painting, at) =>
        (painting.kind !== 'object' &&
          placeOf(painting, streams.indexOf(stream), at, places) !== undefined) ||
        [...stream.forms].some(([name, form]) => name === painting.name && isTagged(form)),
    );
  return new Set(streams.filter(isTagged));
}

function targetsOf(
  stream: TaggedStream,
  index: number,
  places: ReadonlyMap<number, SlotPlace>,
  tagged: ReadonlySet<TaggedStream>,
  owners: PDFRef[],
): readonly Target[] {
  const { paintings } = stream.content;
  const found = withinPictures(
    paintings,
    paintings.map((painting, at) => placeOf(painting, index, at, places)),
  );
  let last: { readonly place: SlotPlace; readonly target: Target } | undefined;
  return paintings.map((painting, at) => {
    const form = painting.name === undefined ? undefined : stream.forms.get(painting.name);
    const place = found[at];
    if (form && tagged.has(form)) {
      last = undefined;
      return 'bare';
    }
    if (!place) {
      last = undefined;
      return 'artifact';
    }
    const isSame =
      last?.place.slot === place.slot &&
      place.order - last.place.order <= 1 &&
      place.order >= last.place.order;
    const target = isSame && last ? last.target : newMark(place, stream, owners);
    last = { place, target };
    return target;
  });
}

function newMark({ slot, order }: SlotPlace, { page, ref, isForm }: TaggedStream, owners: PDFRef[]): Target {
  const mcid = owners.push(slot.owner) - 1;
  slot.marks.push({ order, page, mcid, ...(isForm && { form: ref }) });
  return { mark: `/${slot.role} <</MCID ${mcid}>>` };
}

const pictures = new Set(['Figure', 'Formula']);

/** Lines between two words of a drawing belong to it, though no mark says so. */
function withinPictures(
  paintings: readonly Painting[],
  places: readonly (SlotPlace | undefined)[],
): readonly (SlotPlace | undefined)[] {
  const found = [...places];
  let before = -1;
  places.forEach((place, at) => {
    if (!place) return;
    const start = places[before];
    if (start && start.slot === place.slot && pictures.has(place.slot.role)) {
      for (let between = before + 1; between < at; between++) {
        if (paintings[between]?.mcid === undefined) found[between] = start;
      }
    }
    before = at;
  });
  return found;
}

/** From marks and annotations to their elements (ISO 32000-1, 14.7.4.4). */
function writeParents(
  pdf: PDFDocument,
  tree: PDFDict,
  streams: readonly StreamOwners[],
  annotations: WrittenTree['annotations'],
): void {
  const { context } = pdf;
  const pages = pdf.getPages();
  const numbers: (number | PDFRef)[] = [];
  let next = 0;
  for (const { stream, owners } of streams) {
    const form = context.lookup(stream.ref);
    const dict = stream.isForm && form instanceof PDFRawStream ? form.dict : pages[stream.page]?.node;
    dict?.delete(PDFName.of('StructParents'));
    if (owners.length === 0) continue;
    dict?.set(PDFName.of('StructParents'), PDFNumber.of(next));
    numbers.push(next, context.register(context.obj([...owners])));
    next += 1;
  }
  for (const [annotation, owner] of annotations) {
    context.lookup(annotation, PDFDict).set(PDFName.of('StructParent'), PDFNumber.of(next));
    numbers.push(next, owner);
    next += 1;
  }
  tree.set(PDFName.of('ParentTree'), context.register(context.obj({ Nums: numbers } as never)));
  tree.set(PDFName.of('ParentTreeNextKey'), PDFNumber.of(next));
  for (const { node } of pages) if (node.Annots()) node.set(PDFName.of('Tabs'), PDFName.of('S'));
}
