import { PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';

/** What may stand in a PDF as an action: a jump inside it, and an address of the web or of mail. */
const harmless = /^(?:GoTo|URI https?:|URI mailto:|URI tel:|URI ftp:)/;

/** Every action, script and embedded file of a PDF that is not plainly harmless. */
export async function activeParts(file: Uint8Array): Promise<readonly string[]> {
  const pdf = await PDFDocument.load(file);
  const found: string[] = [];
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFRawStream ? object.dict : object;
    if (dict instanceof PDFDict) look(dict, found);
  }
  return found.filter((part) => !harmless.test(part));
}

function look(dict: PDFDict, found: string[]): void {
  const kind = dict.get(PDFName.of('S'))?.toString().slice(1) ?? '';
  if (
    /^(?:GoTo|GoToR|GoToE|Launch|URI|JavaScript|SubmitForm|ImportData|Rendition|Named|Movie|Sound)$/.test(
      kind,
    )
  ) {
    found.push(`${kind} ${text(dict, 'URI')}`.trim());
  }
  for (const key of ['JS', 'JavaScript', 'AA', 'EmbeddedFile', 'EmbeddedFiles', 'EF', 'RichMedia', 'XFA']) {
    if (dict.has(PDFName.of(key))) found.push(key);
  }
  for (const [, value] of dict.entries()) if (value instanceof PDFDict) look(value, found);
}

function text(dict: PDFDict, key: string): string {
  return (
    dict
      .get(PDFName.of(key))
      ?.toString()
      .replace(/^\(|\)$/g, '') ?? ''
  );
}
