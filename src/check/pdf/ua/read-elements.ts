import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from '@cantoo/pdf-lib';
import { dictOf, wordOf } from './pdf-values.ts';
import type { UaElement, UaFile, UaMark } from './ua-file.ts';

type Tree = Pick<UaFile, 'elements' | 'roleMap'>;

/** The tree of tags (ISO 32000-1, 14.7.2). A circle in it is passed over. */
export function readTags(pdf: PDFDocument): Tree {
  const tree = dictOf(pdf.catalog, 'StructTreeRoot');
  const roles = dictOf(tree, 'RoleMap');
  const roleMap = new Map(
    (roles?.keys() ?? []).map((key) => [key.decodeText(), wordOf(roles, key.decodeText()) ?? '']),
  );
  const pages = new Map<PDFObject, number>(pdf.getPages().map(({ ref }, at) => [ref, at]));
  const contents = pdf
    .getPages()
    .map(({ node }) => node.get(PDFName.of('Contents'))?.toString() ?? 'contents');
  const elements: UaElement[] = [];
  const seen = new Set<PDFObject>();

  const pageOf = (dict: PDFDict): number | undefined => {
    const page = dict.get(PDFName.of('Pg'));
    return page && pages.get(page);
  };
  const read = (dict: PDFDict, parent: UaElement | undefined, above: number | undefined): UaElement => {
    const [kids, marks, annotations]: [UaElement[], UaMark[], string[]] = [[], [], []];
    const own = describe(dict, roleMap);
    const page = pageOf(dict) ?? above;
    const element: UaElement = {
      ...own,
      ...(parent && { parent }),
      kids,
      marks,
      annotations,
      ...(page !== undefined && { page }),
    };
    elements.push(element);
    const list = dict.lookup(PDFName.of('K'));
    const each =
      list instanceof PDFArray ? list.asArray() : list === undefined ? [] : [dict.get(PDFName.of('K'))];
    for (const kid of each) {
      const inner = kid instanceof PDFRef ? pdf.context.lookup(kid) : kid;
      if (inner instanceof PDFNumber)
        marks.push({ page: page ?? 0, stream: contents[page ?? 0] ?? '', mcid: inner.asNumber() });
      if (!(inner instanceof PDFDict) || seen.has(inner)) continue;
      seen.add(inner);
      const [mcid, object] = [inner.lookup(PDFName.of('MCID')), inner.get(PDFName.of('Obj'))];
      const at = pageOf(inner) ?? page ?? 0;
      if (object) annotations.push(object.toString());
      else if (mcid instanceof PDFNumber) {
        marks.push({
          page: at,
          stream: inner.get(PDFName.of('Stm'))?.toString() ?? contents[at] ?? '',
          mcid: mcid.asNumber(),
        });
      } else kids.push(read(inner, element, page));
    }
    return element;
  };
  const top = tree?.lookup(PDFName.of('K'));
  const tops = top instanceof PDFArray ? top.asArray().map((_, at) => top.lookup(at)) : [top];
  for (const one of tops) if (one instanceof PDFDict) read(one, undefined, undefined);
  return { elements, roleMap };
}

type Own = Omit<UaElement, 'parent' | 'kids' | 'marks' | 'annotations' | 'page'>;

function describe(dict: PDFDict, roleMap: ReadonlyMap<string, string>): Own {
  const type = wordOf(dict, 'S') ?? '';
  const keys = { id: 'ID', alt: 'Alt', text: 'ActualText', expansion: 'E', lang: 'Lang' } as const;
  const words = Object.entries(keys).flatMap(([key, entry]) => {
    const value = wordOf(dict, entry);
    return value === undefined ? [] : [[key, value] as const];
  });
  const attributes = attributesOf(dict);
  const scope = attributes.map((one) => wordOf(one, 'Scope')).find((value) => value !== undefined);
  return {
    type,
    role: mappedRole(type, roleMap),
    ...Object.fromEntries(words),
    ...(scope !== undefined && { scope }),
    hasHeaders: attributes.some((one) => one.has(PDFName.of('Headers'))),
  };
}

/** Where the map goes in a circle, the type stays what it is. */
function mappedRole(type: string, roleMap: ReadonlyMap<string, string>): string {
  let role = type;
  for (let steps = 0; roleMap.has(role); steps++) {
    if (steps > roleMap.size) return type;
    role = roleMap.get(role) ?? role;
  }
  return role;
}

function attributesOf(dict: PDFDict): readonly PDFDict[] {
  const value = dict.lookup(PDFName.of('A'));
  const list = value instanceof PDFArray ? value.asArray().map((_, at) => value.lookup(at)) : [value];
  return list.filter((one) => one instanceof PDFDict);
}
