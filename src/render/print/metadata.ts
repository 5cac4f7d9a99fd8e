// What a PDF says of itself: its document information, and the same as XMP (ISO 16684-1), with the mark of PDF/UA-1.
import { createHash } from 'node:crypto';
import { type PDFDocument, PDFHeader, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import type { Deck } from '../../deck/index.ts';
import { escapeXml } from '../../escape.ts';
import { buildDate } from '../artifact.ts';

type Facts = Deck['facts'];

export function describePdf(pdf: PDFDocument, facts: Facts): void {
  const date = buildDate();
  pdf.setTitle(facts.title, { showInWindowTitleBar: true });
  pdf.setLanguage(facts.lang);
  pdf.setCreator('Lectern');
  pdf.setProducer('Lectern');
  pdf.setCreationDate(date);
  pdf.setModificationDate(date);
  if (facts.speaker) pdf.setAuthor(facts.speaker);
  if (facts.subtitle) pdf.setSubject(facts.subtitle);
  const keywords = keywordsOf(facts);
  if (keywords.length > 0) pdf.setKeywords(keywords);
}

function keywordsOf({ event, affiliation }: Facts): string[] {
  return [event, affiliation].filter((word) => word !== undefined);
}

/** `PDF/UA-1` says that the file keeps to ISO 14289-1. What is tagged needs PDF 1.7. */
export function addMetadata(pdf: PDFDocument, facts: Facts, conformance: 'PDF/UA-1' | 'none'): void {
  const { context } = pdf;
  context.header = PDFHeader.forVersion(1, 7);
  context.trailerInfo.ID = context.obj([PDFHexString.of(blankId), PDFHexString.of(blankId)]);
  // Readable as it is, for programs that look for it and know no PDF (ISO 32000-1, 14.3.2).
  const stream = context.stream(Buffer.from(xmp(facts, conformance), 'utf8'), {
    Type: 'Metadata',
    Subtype: 'XML',
  });
  pdf.catalog.set(PDFName.of('Metadata'), context.register(stream));
}

function xmp(facts: Facts, conformance: 'PDF/UA-1' | 'none'): string {
  const { title, lang, speaker, subtitle } = facts;
  const date = buildDate()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z');
  const keywords = keywordsOf(facts);
  const words = (text: string): string =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;
  const properties = [
    `<dc:format>application/pdf</dc:format>`,
    `<dc:title>${words(title)}</dc:title>`,
    `<dc:language><rdf:Bag><rdf:li>${escapeXml(lang)}</rdf:li></rdf:Bag></dc:language>`,
    speaker ? `<dc:creator><rdf:Seq><rdf:li>${escapeXml(speaker)}</rdf:li></rdf:Seq></dc:creator>` : '',
    subtitle ? `<dc:description>${words(subtitle)}</dc:description>` : '',
    keywords.length > 0 ? `<pdf:Keywords>${escapeXml(keywords.join(' '))}</pdf:Keywords>` : '',
    `<pdf:Producer>Lectern</pdf:Producer>`,
    `<xmp:CreatorTool>Lectern</xmp:CreatorTool>`,
    `<xmp:CreateDate>${date}</xmp:CreateDate>`,
    `<xmp:ModifyDate>${date}</xmp:ModifyDate>`,
    conformance === 'PDF/UA-1' ? '<pdfuaid:part>1</pdfuaid:part>' : '',
  ];
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
${properties.filter((property) => property !== '').join('\n')}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

/** 16 bytes in hexadecimal digits, in the place of the file's identifier until all else is written. */
const blankId = '00'.repeat(16);

/** The identifier in the trailer (ISO 32000-1, 14.4): a digest of the file, so that equal files have one. */
export function withFileId(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const digest = createHash('sha256').update(file).digest('hex').slice(0, blankId.length);
  const blank = `<${blankId}>`;
  for (
    let at = file.lastIndexOf(blank), left = 2;
    at >= 0 && left > 0;
    at = file.lastIndexOf(blank), left--
  ) {
    file.write(`<${digest}>`, at, 'latin1');
  }
  return bytes;
}
