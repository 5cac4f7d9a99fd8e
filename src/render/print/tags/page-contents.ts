import { deflateSync, inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { charactersOf } from '../characters.ts';
import {
  type ContentStream,
  type Painting,
  readContentStream,
  type Target,
  writeContentStream,
} from './content-stream.ts';
import type { PageContents } from './structure.ts';

/** A page's own stream, or that of a drawing it calls for: what is see-through is drawn apart. */
export interface TaggedStream {
  readonly page: number;
  readonly ref: PDFRef;
  readonly isForm: boolean;
  readonly content: ContentStream;
  readonly resources: PDFDict | undefined;
  /** The drawings by the names the stream has for them. */
  readonly forms: ReadonlyMap<string, TaggedStream>;
}

/** The streams of a page, its own first. */
export type PageStreams = readonly TaggedStream[];

const [XObject, Subtype, Form] = [PDFName.of('XObject'), PDFName.of('Subtype'), PDFName.of('Form')];
const [Resources, Contents] = [PDFName.of('Resources'), PDFName.of('Contents')];

function dictOf(of: PDFDict | undefined, key: PDFName): PDFDict | undefined {
  const value = of?.lookup(key);
  return value instanceof PDFDict ? value : undefined;
}

export function readStreams(pdf: PDFDocument): readonly PageStreams[] {
  const readForms = (
    page: number,
    resources: PDFDict | undefined,
    out: TaggedStream[],
  ): Map<string, TaggedStream> => {
    const forms = new Map<string, TaggedStream>();
    const objects = dictOf(resources, XObject);
    for (const key of objects?.keys() ?? []) {
      const ref = objects?.get(key);
      const stream = ref instanceof PDFRef ? pdf.context.lookup(ref) : undefined;
      if (!(ref instanceof PDFRef && stream instanceof PDFRawStream) || stream.dict.get(Subtype) !== Form)
        continue;
      const known = out.find((other) => other.ref === ref);
      forms.set(
        key.decodeText(),
        known ?? readOne(page, ref, stream, dictOf(stream.dict, Resources) ?? resources, out, true),
      );
    }
    return forms;
  };
  const readOne = (
    page: number,
    ref: PDFRef,
    stream: PDFRawStream,
    resources: PDFDict | undefined,
    out: TaggedStream[],
    isForm: boolean,
  ): TaggedStream => {
    const content = readContentStream(inflated(stream));
    const at = out.length;
    const own = { page, ref, isForm, content, resources };
    out.push({ ...own, forms: new Map() });
    const read = { ...own, forms: readForms(page, resources, out) };
    out[at] = read;
    return read;
  };

  return pdf.getPages().map((page, index) => {
    const contents = page.node.get(Contents);
    const ref = contents instanceof PDFArray && contents.size() === 1 ? contents.get(0) : contents;
    const stream = ref instanceof PDFRef ? pdf.context.lookup(ref) : undefined;
    const out: TaggedStream[] = [];
    if (ref instanceof PDFRef && stream instanceof PDFRawStream) {
      readOne(index, ref, stream, page.node.Resources(), out, false);
    }
    return out;
  });
}

function inflated(stream: PDFRawStream): string {
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  if (filter === PDFName.of('FlateDecode')) return inflateSync(stream.contents).toString('latin1');
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}

/** Puts the stream back with its marks. */
export function replaceStream(pdf: PDFDocument, stream: TaggedStream, targets: readonly Target[]): void {
  const old = pdf.context.lookup(stream.ref);
  if (!(old instanceof PDFRawStream)) return;
  const bytes = deflateSync(Buffer.from(writeContentStream(stream.content, targets), 'latin1'));
  const dict = old.dict;
  dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
  dict.set(PDFName.of('Length'), PDFNumber.of(bytes.length));
  pdf.context.assign(stream.ref, PDFRawStream.of(dict, bytes));
}

/** Paintings that no mark encloses are known by numbers below 0. */
export function bareId(stream: number, painting: number): number {
  return -1 - (painting * 1000 + stream);
}

/** What the streams say of a mark, and texts outside marks, read when they are asked for. */
export function pageContents(pages: readonly PageStreams[]): PageContents {
  const texts = pages.map(
    (streams) => new Set(streams.flatMap(({ content }) => content.paintings.flatMap(markOfText))),
  );
  const bare = new Map<number, { readonly id: number; readonly text: string }[]>();
  return {
    isText: ({ page, mcid }) => mcid < 0 || (texts[page]?.has(mcid) ?? false),
    takeText(page, text) {
      const left = bare.get(page) ?? bareTexts(pages[page] ?? []);
      const at = left.findIndex((one) => one.text === text);
      bare.set(page, at < 0 ? left : left.slice(at + 1));
      const found = left[at];
      return found && { kind: 'content', page, mcid: found.id };
    },
  };
}

function markOfText({ kind, mcid }: Painting): readonly number[] {
  return kind === 'text' && mcid !== undefined ? [mcid] : [];
}

function bareTexts(streams: PageStreams): { readonly id: number; readonly text: string }[] {
  return streams.flatMap(({ content, resources }, stream) =>
    content.paintings.flatMap(({ kind, mcid, first, last }, painting) => {
      if (kind !== 'text' || mcid !== undefined) return [];
      const text = charactersOf(content.lines.slice(first, last + 1), resources);
      return [{ id: bareId(stream, painting), text: text.trim() }];
    }),
  );
}
