import {
  ParseSpeeds,
  type PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { printMark } from '../../browser/index.ts';
import type { Deck, DeckSlide } from '../../deck/index.ts';
import { nameCharacters, nameComposed } from './characters.ts';
import { describeLinks } from './describe-links.ts';
import { addMetadata, describePdf, withFileId } from './metadata.ts';
import { readStreams } from './tags/page-contents.ts';
import { tagPdf } from './tags/tag-pdf.ts';

interface Finish {
  /** Those of the printed page. */
  readonly characters: string;
  /** The page of a slide, both from 0; the same number by default. */
  readonly pageOf?: (slide: number) => number;
  readonly notes?: 'annotations' | 'none';
}

/** Says in the file what it is, and what each part of it is. */
export async function finishPdf(
  bytes: Uint8Array,
  deck: Deck,
  { characters, pageOf, notes = 'none' }: Finish,
): Promise<Uint8Array> {
  // All at once: by default it stops after every fifty objects for what else a program may have to do.
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  nameCharacters(pdf, new Set(characters));
  nameComposed(pdf, () =>
    readStreams(pdf)
      .flat()
      .map(({ content, resources }) => ({ lines: content.lines, resources })),
  );
  describePdf(pdf, deck.facts);
  addBookmarks(pdf, bookmarks(deck.slides, pageOf));
  if (notes === 'annotations') addNotes(pdf, deck);
  describeLinks(pdf, deck.slides);
  const isTagged = tagPdf(pdf);
  addMetadata(pdf, deck.facts, isTagged ? 'PDF/UA-1' : 'none');
  return withFileId(await pdf.save({ objectsPerTick: Number.POSITIVE_INFINITY }));
}

/** What is printed, with formulas as pictures that are called by their TeX; what is hidden from readers has no place in the tree. */
export function withFormulas(html: string): string {
  return html
    .replace(
      /<span class="katex">(?=<span class="katex-mathml">[\s\S]*?<annotation encoding="application\/x-tex">([\s\S]*?)<\/annotation>)/g,
      (_, tex: string) =>
        `<span class="katex" role="img" aria-label="${formulaMark(tex.trim().replaceAll('"', '&quot;'))}">`,
    )
    .replaceAll('<span class="katex-html" aria-hidden="true">', '<span class="katex-html">');
}

/** Chromium knows no tag for formulas, but keeps what a picture is called (ISO 32000-1, 14.8.4.5). */
function formulaMark(tex: string): string {
  return printMark({ role: 'Formula', alt: tex });
}

/** The presenter notes as a text annotation on each slide's page (ISO 32000-1, 12.5.6.4), closed. */
function addNotes(pdf: PDFDocument, { slides, facts }: Deck): void {
  slides.forEach(({ presenterNotes }, index) => {
    if (presenterNotes === '' || index >= pdf.getPageCount()) return;
    const page = pdf.getPage(index);
    const annotation = pdf.context.obj({
      Type: 'Annot',
      Subtype: 'Text',
      Name: 'Note',
      Rect: [8, page.getHeight() - 28, 28, page.getHeight() - 8],
      // Printed pages do not show it.
      F: 0,
    });
    annotation.set(PDFName.of('Contents'), PDFHexString.fromText(presenterNotes));
    annotation.set(PDFName.of('NM'), PDFString.of(`notes-${index + 1}`));
    if (facts.speaker) annotation.set(PDFName.of('T'), PDFHexString.fromText(facts.speaker));
    page.node.addAnnot(pdf.context.register(annotation));
  });
}

/** Writes the tree as the document's outline (ISO 32000-1, 12.3.3), its first level open. */
function addBookmarks(pdf: PDFDocument, tree: readonly Bookmark[]): void {
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

export interface Bookmark {
  readonly title: string;
  /** Where it leads, from 0. */
  readonly page: number;
  readonly children: readonly Bookmark[];
}

interface OpenBookmark extends Bookmark {
  readonly children: OpenBookmark[];
}

/**
 * A tree of sections with their slides as leaves. A section of one slide is that slide: no leaf
 * that repeats its title. `pageOf` says where a slide is, both counted from 0.
 */
export function bookmarks(
  slides: readonly DeckSlide[],
  pageOf: (slide: number) => number = (slide) => slide,
): readonly Bookmark[] {
  const root: OpenBookmark = { title: '', page: 0, children: [] };
  let path: readonly string[] = [];
  let open: readonly OpenBookmark[] = [root];
  slides.forEach((slide, index) => {
    const page = pageOf(index);
    const kept = commonLength(path, slide.section);
    open = open.slice(0, kept + 1);
    for (const title of slide.section.slice(kept)) open = [...open, addTo(open, title, page)];
    path = slide.section;
    if (slide.title !== '') addTo(open, slide.title, page);
  });
  return root.children.map(simplified);
}

function addTo(open: readonly OpenBookmark[], title: string, page: number): OpenBookmark {
  const bookmark: OpenBookmark = { title, page, children: [] };
  open.at(-1)?.children.push(bookmark);
  return bookmark;
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  const different = b.findIndex((title, index) => title !== a[index]);
  return different < 0 ? b.length : different;
}

/** The first slide of a section most often bears the section's own title. */
function simplified({ title, page, children }: Bookmark): Bookmark {
  const [first, ...rest] = children;
  const repeats = first?.title === title && first.children.length === 0;
  return { title, page, children: (repeats ? rest : children).map(simplified) };
}
