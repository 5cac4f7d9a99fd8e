import type { HandoutSnapshot } from '../../browser/index.ts';
import type { Finding, FindingCode } from '../finding.ts';
import type { PdfPage } from '../pdf/read-pdf.ts';
import { wordsIn } from '../words/missing.ts';

type Tell = (code: FindingCode, message: string) => Finding;

/** What is wrong with the handout as a file: its pages, its fonts, and where its links lead. */
export function checkHandoutFile(
  pages: readonly PdfPage[],
  { sheets }: HandoutSnapshot,
  tell: Tell,
): readonly Finding[] {
  const bare = pages.flatMap(({ text }, at) => (wordsIn(text).length === 0 ? [at + 1] : []));
  return [
    ...(pages.length === sheets.length
      ? []
      : [tell('check/empty', `${pages.length} pages for ${sheets.length} sheets`)]),
    ...bare.map((page) => tell('check/empty', `page ${page} holds no text`)),
    ...foreignFonts(pages).map(([font, page]) =>
      tell('check/glyph', `the font ${font}, first on page ${page}, is not embedded`),
    ),
    ...pages.flatMap(({ deadLinks }, at) =>
      deadLinks.map((target) =>
        tell('check/link', `a link on page ${at + 1} leads to ${target}, which is not there`),
      ),
    ),
  ];
}

/** Each font with the first page it is on. */
function foreignFonts(pages: readonly PdfPage[]): readonly (readonly [string, number])[] {
  const first = new Map<string, number>();
  pages.forEach(({ foreignFonts: names }, at) => {
    for (const name of names) if (!first.has(name)) first.set(name, at + 1);
  });
  return [...first];
}
