import { type PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { Deck } from '../../deck/index.ts';

/** The presenter notes as a text annotation on each slide's page (ISO 32000-1, 12.5.6.4), closed. */
export function addNotes(pdf: PDFDocument, { slides, facts }: Deck): void {
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
