import { PDFDict, type PDFDocument, PDFHexString, PDFName, type PDFObject, PDFString } from '@cantoo/pdf-lib';
import type { DeckSlide } from '../../deck/index.ts';

/** Says in words where each link leads (ISO 14289-1, 7.18.5): to an address, or to a slide by its title. */
export function describeLinks(pdf: PDFDocument, slides: readonly DeckSlide[]): void {
  for (const { node } of pdf.getPages()) {
    for (const ref of node.Annots()?.asArray() ?? []) {
      const link = pdf.context.lookup(ref);
      if (!(link instanceof PDFDict) || link.get(PDFName.of('Subtype')) !== PDFName.of('Link')) continue;
      if (!link.has(PDFName.of('Contents')))
        link.set(PDFName.of('Contents'), PDFHexString.fromText(wordsOf(link, slides)));
    }
  }
}

function wordsOf(link: PDFDict, slides: readonly DeckSlide[]): string {
  const action = link.lookupMaybe(PDFName.of('A'), PDFDict);
  const address = textOf(action?.lookup(PDFName.of('URI')));
  if (address !== undefined) return address;
  const name = textOf(link.lookup(PDFName.of('Dest')) ?? action?.lookup(PDFName.of('D'))) ?? '';
  const slide = /^\d+$/.test(name) ? slides[Number(name) - 1] : undefined;
  return [slide?.title, name, '#'].find((words) => words !== undefined && words !== '') ?? '';
}

function textOf(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString || value instanceof PDFName
    ? value.decodeText()
    : undefined;
}
