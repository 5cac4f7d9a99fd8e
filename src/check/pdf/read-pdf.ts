// The PDF itself, read without the browser that wrote it. pdf-lib gives the objects; the little of
// text extraction that Chromium's files need is beside this file, instead of a library of 70 MB.
import type { PDFArray, PDFDict, PDFDocument, PDFObject, PDFPage, PDFStream } from '@cantoo/pdf-lib';
import { parseToUnicode } from '../../to-unicode.ts';
import { drawnText, type PdfFont, type PdfResources } from './content-text.ts';

export interface PdfPage {
  /** What a search in the file finds. */
  readonly text: string;
  /** Glyphs that stand for no character. */
  readonly unknown: number;
  /** Destinations of its links that are not in the file. */
  readonly deadLinks: readonly string[];
}

export async function readPdf(bytes: Uint8Array): Promise<readonly PdfPage[]> {
  const lib = await import('@cantoo/pdf-lib');
  const pdf = await lib.PDFDocument.load(bytes, { updateMetadata: false });
  const reader = createReader(lib);
  const names = reader.destinations(pdf);
  return pdf.getPages().map((page) => {
    const parts = reader.parts(page.node.Resources());
    return {
      ...drawnText(reader.content(page.node.Contents()), parts),
      deadLinks: reader.deadLinks(page, names, pdf),
    };
  });
}

type Lib = typeof import('@cantoo/pdf-lib');

interface Reader {
  content(stream: PDFObject | undefined): string;
  parts(resources: PDFDict | undefined): PdfResources;
  destinations(pdf: PDFDocument): ReadonlySet<string>;
  deadLinks(page: PDFPage, names: ReadonlySet<string>, pdf: PDFDocument): readonly string[];
}

function createReader(lib: Lib): Reader {
  const name = (text: string) => lib.PDFName.of(text);
  const dict = (of: PDFDict | undefined, key: string): PDFDict | undefined => {
    const value = of?.lookup(name(key));
    return value instanceof lib.PDFDict ? value : undefined;
  };
  const text = (value: PDFObject | undefined): string | undefined =>
    value instanceof lib.PDFString || value instanceof lib.PDFHexString ? value.decodeText() : undefined;
  const word = (value: PDFObject | undefined): string | undefined =>
    value instanceof lib.PDFName ? value.decodeText() : undefined;
  const fonts = new Map<PDFObject, PdfFont>();
  const parsed = new Map<PDFObject, PdfResources>();

  const decode = (stream: PDFStream): string =>
    stream instanceof lib.PDFRawStream
      ? Buffer.from(lib.decodePDFRawStream(stream).decode()).toString('latin1')
      : Buffer.from(stream.getContents()).toString('latin1');

  const content = (stream: PDFObject | undefined): string => {
    if (stream instanceof lib.PDFArray)
      return stream
        .asArray()
        .map((_, at) => content(stream.lookup(at)))
        .join('\n');
    return stream instanceof lib.PDFStream ? decode(stream) : '';
  };

  const font = (of: PDFDict): PdfFont => {
    const cached = fonts.get(of);
    if (cached) return cached;
    const map = of.lookup(name('ToUnicode'));
    const read: PdfFont = {
      map: map instanceof lib.PDFStream ? parseToUnicode(decode(map)) : new Map(),
      width: word(of.lookup(name('Subtype'))) === 'Type0' ? 2 : 1,
    };
    fonts.set(of, read);
    return read;
  };

  const parts = (resources: PDFDict | undefined): PdfResources => {
    const cached = resources && parsed.get(resources);
    if (cached) return cached;
    const [fontDict, drawings] = [dict(resources, 'Font'), dict(resources, 'XObject')];
    const found = {
      fonts: new Map(
        (fontDict?.keys() ?? []).flatMap((key) => {
          const of = fontDict?.lookup(key);
          return of instanceof lib.PDFDict ? [[key.decodeText(), font(of)] as const] : [];
        }),
      ),
      forms: new Map(
        (drawings?.keys() ?? []).flatMap((key) => {
          const form = drawings?.lookup(key);
          if (!(form instanceof lib.PDFStream) || word(form.dict.lookup(name('Subtype'))) !== 'Form')
            return [];
          return [
            [
              key.decodeText(),
              { content: decode(form), parts: parts(dict(form.dict, 'Resources') ?? resources) },
            ] as const,
          ];
        }),
      ),
    };
    if (resources) parsed.set(resources, found);
    return found;
  };

  /** Names of places in the file: the old dictionary and the newer tree (ISO 32000-1, 12.3.2.3). */
  const destinations = (pdf: PDFDocument): ReadonlySet<string> => {
    const found = new Set<string>();
    for (const key of dict(pdf.catalog, 'Dests')?.keys() ?? []) found.add(key.decodeText());
    const visit = (node: PDFDict | undefined): void => {
      const names = node?.lookup(name('Names'));
      if (names instanceof lib.PDFArray) {
        names.asArray().forEach((_, at) => {
          const key = at % 2 === 0 ? text(names.lookup(at)) : undefined;
          if (key !== undefined) found.add(key);
        });
      }
      const kids = node?.lookup(name('Kids'));
      if (kids instanceof lib.PDFArray)
        kids.asArray().forEach((_, at) => {
          visit(kids.lookup(at) as PDFDict);
        });
    };
    visit(dict(dict(pdf.catalog, 'Names'), 'Dests'));
    return found;
  };

  const deadLinks = (page: PDFPage, names: ReadonlySet<string>, pdf: PDFDocument): readonly string[] => {
    const annotations = page.node.Annots();
    const pages = new Set(pdf.getPages().map(({ ref }) => ref.toString()));
    const isAlive = (target: PDFObject | undefined): boolean => {
      const named = text(target) ?? word(target);
      if (named !== undefined) return names.has(named);
      return target instanceof lib.PDFArray && pages.has((target as PDFArray).get(0).toString());
    };
    return (annotations?.asArray() ?? []).flatMap((_, at) => {
      const link = annotations?.lookup(at);
      if (!(link instanceof lib.PDFDict)) return [];
      const action = dict(link, 'A');
      const uri = text(action?.lookup(name('URI')));
      if (uri !== undefined) return /^(?:about|file):/i.test(uri) ? [uri] : [];
      const target = link.lookup(name('Dest')) ?? action?.lookup(name('D'));
      return target === undefined || isAlive(target) ? [] : [text(target) ?? word(target) ?? 'a page'];
    });
  };

  return { content, parts, destinations, deadLinks };
}
