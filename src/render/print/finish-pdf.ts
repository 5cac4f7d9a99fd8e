import type { PDFDocument } from '@cantoo/pdf-lib';
import type { Deck } from '../../deck/index.ts';
import { buildDate } from '../build-date.ts';
import { addBookmarks } from './add-bookmarks.ts';
import { addNotes } from './add-notes.ts';
import { bookmarks } from './bookmarks.ts';
import { nameRoles } from './name-roles.ts';

export interface Finish {
  /** The page of a slide, both from 0; the same number when nothing is said. */
  readonly pageOf?: (slide: number) => number;
  readonly notes?: 'annotations' | 'none';
}

/** Says in the file what it is. */
export async function finishPdf(
  bytes: Uint8Array,
  deck: Deck,
  { pageOf, notes = 'none' }: Finish = {},
): Promise<Uint8Array> {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  describe(pdf, deck);
  addBookmarks(pdf, bookmarks(deck.slides, pageOf));
  nameRoles(pdf);
  if (notes === 'annotations') addNotes(pdf, deck);
  return pdf.save();
}

function describe(pdf: PDFDocument, { facts }: Deck): void {
  const date = buildDate();
  pdf.setTitle(facts.title, { showInWindowTitleBar: true });
  pdf.setLanguage(facts.lang);
  pdf.setCreator('Lectern');
  pdf.setProducer('Lectern');
  pdf.setCreationDate(date);
  pdf.setModificationDate(date);
  if (facts.speaker) pdf.setAuthor(facts.speaker);
  if (facts.subtitle) pdf.setSubject(facts.subtitle);
  const keywords = [facts.event, facts.affiliation].filter((word) => word !== undefined);
  if (keywords.length > 0) pdf.setKeywords(keywords);
}
