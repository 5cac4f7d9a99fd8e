import {
  type PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFRef,
} from '@cantoo/pdf-lib';
import type { Bookmark } from './bookmarks.ts';

/** Writes the tree as the document's outline (ISO 32000-1, 12.3.3), its first level open. */
export function addBookmarks(pdf: PDFDocument, tree: readonly Bookmark[]): void {
  if (tree.length === 0) return;
  const outline = pdf.context.obj({ Type: 'Outlines' }) as PDFDict;
  const ref = pdf.context.register(outline);
  addChildren(pdf, outline, ref, tree);
  outline.set(PDFName.of('Count'), PDFNumber.of(tree.length));
  pdf.catalog.set(PDFName.of('Outlines'), ref);
}

function addChildren(pdf: PDFDocument, parent: PDFDict, parentRef: PDFRef, tree: readonly Bookmark[]): void {
  const items = tree.map((bookmark) => addItem(pdf, parentRef, bookmark));
  items.forEach(({ dict }, index) => {
    const [previous, next] = [items[index - 1], items[index + 1]];
    if (previous) dict.set(PDFName.of('Prev'), previous.ref);
    if (next) dict.set(PDFName.of('Next'), next.ref);
  });
  const [first, last] = [items[0], items.at(-1)];
  if (!first || !last) return;
  parent.set(PDFName.of('First'), first.ref);
  parent.set(PDFName.of('Last'), last.ref);
  // A negative count: closed until the reader opens it.
  parent.set(PDFName.of('Count'), PDFNumber.of(-items.length));
}

function addItem(pdf: PDFDocument, parent: PDFRef, bookmark: Bookmark): { dict: PDFDict; ref: PDFRef } {
  const target = pdf.getPage(Math.min(bookmark.page, pdf.getPageCount() - 1)).ref;
  const dict = pdf.context.obj({ Parent: parent, Dest: [target, 'Fit'] }) as PDFDict;
  dict.set(PDFName.of('Title'), PDFHexString.fromText(bookmark.title));
  const ref = pdf.context.register(dict);
  addChildren(pdf, dict, ref, bookmark.children);
  return { dict, ref };
}
