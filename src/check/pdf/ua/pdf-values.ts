import {
  decodePDFRawStream,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';

/** Text of a string or a name. */
export function stringOf(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString || value instanceof PDFName
    ? value.decodeText()
    : undefined;
}

export function dictOf(of: PDFDict | undefined, key: string): PDFDict | undefined {
  const value = of?.lookup(PDFName.of(key));
  if (value instanceof PDFStream) return value.dict;
  return value instanceof PDFDict ? value : undefined;
}

export function wordOf(of: PDFDict | undefined, key: string): string | undefined {
  return stringOf(of?.lookup(PDFName.of(key)));
}

export function numberOf(of: PDFDict | undefined, key: string): number | undefined {
  const value = of?.lookup(PDFName.of(key));
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

export function streamText(stream: PDFObject | undefined): string {
  if (stream instanceof PDFRawStream)
    return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
  return stream instanceof PDFStream ? Buffer.from(stream.getContents()).toString('latin1') : '';
}
