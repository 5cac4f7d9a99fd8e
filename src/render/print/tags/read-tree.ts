import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { element, type StructureElement, type StructureKid } from './structure.ts';

export interface PrintedTree {
  readonly root: StructureElement;
  /** The browser's elements, to be replaced. */
  readonly refs: readonly PDFRef[];
}

const [S, K, Pg] = [PDFName.of('S'), PDFName.of('K'), PDFName.of('Pg')];
const [Alt, Lang, A] = [PDFName.of('Alt'), PDFName.of('Lang'), PDFName.of('A')];
const [Obj, MCID] = [PDFName.of('Obj'), PDFName.of('MCID')];

/** The browser's tree; undefined where it has written none. */
export function readTree(pdf: PDFDocument): PrintedTree | undefined {
  const pages = new Map<PDFObject, number>(pdf.getPages().map(({ ref }, index) => [ref, index]));
  const refs: PDFRef[] = [];
  const textOf = (value: PDFObject | undefined): string | undefined =>
    value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;

  const readKid = (kid: PDFObject, page: number): readonly StructureKid[] => {
    if (kid instanceof PDFNumber) return [{ kind: 'content', page, mcid: kid.asNumber() }];
    if (kid instanceof PDFRef) refs.push(kid);
    const dict = kid instanceof PDFRef ? pdf.context.lookup(kid) : kid;
    return dict instanceof PDFDict ? [readDict(dict, page)] : [];
  };
  const readDict = (dict: PDFDict, outer: number): StructureKid => {
    const page = pages.get(dict.get(Pg) as PDFObject) ?? outer;
    const annotation = dict.get(Obj);
    if (annotation instanceof PDFRef) return { kind: 'annotation', page, ref: annotation };
    const mcid = dict.get(MCID);
    if (mcid instanceof PDFNumber) return { kind: 'content', page, mcid: mcid.asNumber() };
    const [role, alt, lang, attributes] = [
      dict.lookup(S),
      textOf(dict.lookup(Alt)),
      textOf(dict.lookup(Lang)),
      dict.get(A),
    ];
    const kids = dict.lookup(K);
    const list =
      kids instanceof PDFArray ? kids.asArray() : kids === undefined ? [] : [dict.get(K) as PDFObject];
    return element(
      role instanceof PDFName ? role.decodeText() : 'NonStruct',
      list.flatMap((kid) => readKid(kid, page)),
      {
        ...(alt !== undefined && { alt }),
        ...(lang !== undefined && { lang }),
        ...(attributes && { attributes }),
      },
    );
  };

  const tree = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  const top = tree?.get(K);
  const [root] = top ? readKid(top instanceof PDFArray ? top.get(0) : top, 0) : [];
  return root?.kind === 'element' ? { root, refs } : undefined;
}
