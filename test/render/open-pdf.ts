import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a reader gets out of a PDF: text page by page in the order it is drawn, tags, fonts, bookmarks. */
export interface OpenedPdf {
  readonly pages: readonly string[];
  readonly sizes: readonly (readonly [width: number, height: number])[];
  /** Roles of the tagged tree, page by page, in the order of reading. */
  readonly roles: readonly (readonly string[])[];
  readonly outline: readonly { readonly title: string; readonly page: number }[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly annotations: readonly (readonly { readonly subtype: string; readonly contents: string }[])[];
}

export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  const pages = await Promise.all(numbers.map((number) => pdf.getPage(number)));
  const outline = (await pdf.getOutline()) ?? [];
  return {
    pages: await Promise.all(pages.map(textOf)),
    sizes: pages.map(({ view }) => [Math.round(view[2] ?? 0), Math.round(view[3] ?? 0)] as const),
    roles: await Promise.all(pages.map(async (page) => rolesOf(await page.getStructTree()))),
    outline: await Promise.all(
      outline.map(async ({ title, dest }) => ({ title, page: (await pdf.getPageIndex(dest?.[0])) + 1 })),
    ),
    info: (await pdf.getMetadata()).info as Record<string, unknown>,
    annotations: await Promise.all(
      pages.map(async (page) =>
        (await page.getAnnotations()).map(({ subtype, contentsObj }) => ({
          subtype,
          contents: contentsObj.str,
        })),
      ),
    ),
  };
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>;

async function textOf(page: Page): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('');
}

function rolesOf(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { role, children = [] } = node as { role?: string; children?: readonly unknown[] };
  return [...(role === undefined ? [] : [role]), ...children.flatMap(rolesOf)];
}

/** The name of every font file in the PDF, as often as it is in it. */
export async function fontFiles(bytes: Uint8Array): Promise<readonly string[]> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    const name = object instanceof PDFDict ? object.get(PDFName.of('FontName')) : undefined;
    return name instanceof PDFName ? [name.decodeText().replace(/^[A-Z]{6}\+/, '')] : [];
  });
}
