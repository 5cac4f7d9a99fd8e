import {
  type PDFArray,
  type PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { firstPage, type StructureElement, type StructureKid } from './structure.ts';

/** A place in the tree for what is drawn: neighbours that nothing parts, which become one mark where they can. */
export interface Slot {
  readonly owner: PDFRef;
  readonly role: string;
  /** Filled in when the streams are written. */
  readonly marks: SlotMark[];
}

/** A mark as it is written, in the stream of a page or of a drawing on it. */
export interface SlotMark {
  readonly order: number;
  readonly page: number;
  readonly mcid: number;
  readonly form?: PDFRef;
}

export interface SlotPlace {
  readonly slot: Slot;
  /** Among the marks of the slot. */
  readonly order: number;
}

export interface WrittenTree {
  /** By page, then by the number of a mark as the browser gave it. */
  readonly places: readonly ReadonlyMap<number, SlotPlace>[];
  /** The element that an annotation belongs to. */
  readonly annotations: ReadonlyMap<PDFRef, PDFRef>;
  /** Writes what elements hold, when the marks have their numbers. */
  finish(): void;
}

type Names = Readonly<
  Record<
    'S' | 'P' | 'K' | 'Pg' | 'Alt' | 'ActualText' | 'Lang' | 'A' | 'Type' | 'Obj' | 'MCID' | 'Stm',
    PDFName
  >
>;

const names = Object.fromEntries(
  ['S', 'P', 'K', 'Pg', 'Alt', 'ActualText', 'Lang', 'A', 'Type', 'Obj', 'MCID', 'Stm'].map((name) => [
    name,
    PDFName.of(name),
  ]),
) as Names;

/** Gives every element an object and every mark a place. */
export function writeTree(
  pdf: PDFDocument,
  root: StructureElement,
  parent: PDFRef,
): { readonly top: PDFRef } & WrittenTree {
  const { context } = pdf;
  const pages = pdf.getPages().map(({ ref }) => ref);
  const places = pages.map(() => new Map<number, SlotPlace>());
  const annotations = new Map<PDFRef, PDFRef>();
  const unfinished: (() => void)[] = [];

  const write = (own: StructureElement, above: PDFRef): PDFRef => {
    const dict = context.obj({}) as PDFDict;
    const ref = context.register(dict);
    const page = firstPage(own);
    dict.set(names.S, PDFName.of(own.role));
    dict.set(names.P, above);
    const pageRef = page === undefined ? undefined : pages[page];
    if (pageRef && own.kids.some(({ kind }) => kind !== 'element')) dict.set(names.Pg, pageRef);
    if (own.alt !== undefined) dict.set(names.Alt, PDFHexString.fromText(own.alt));
    if (own.text !== undefined) dict.set(names.ActualText, PDFHexString.fromText(own.text));
    if (own.lang !== undefined) dict.set(names.Lang, PDFHexString.fromText(own.lang));
    const attributes = attributesOf(own, pdf);
    if (attributes) dict.set(names.A, attributes);
    const kids: (PDFObject | Slot)[] = runsOf(own.kids).map((run) => {
      if (!Array.isArray(run)) return run.kind === 'element' ? write(run, ref) : objectReference(run, ref);
      const slot: Slot = { owner: ref, role: own.role, marks: [] };
      for (const [order, { page: at, mcid }] of run.entries()) places[at]?.set(mcid, { slot, order });
      return slot;
    });
    unfinished.push(() => {
      const list = kids.flatMap((kid) => ('marks' in kid ? markKids(kid, page) : [kid]));
      if (list.length === 1 && list[0]) dict.set(names.K, list[0]);
      else if (list.length > 1) dict.set(names.K, context.obj(list as never));
    });
    return ref;
  };

  const objectReference = (kid: Extract<StructureKid, { kind: 'annotation' }>, owner: PDFRef): PDFDict => {
    annotations.set(kid.ref, owner);
    const page = pages[kid.page];
    return context.obj({ Type: 'OBJR', Obj: kid.ref, ...(page && { Pg: page }) }) as PDFDict;
  };

  const markKids = ({ marks }: Slot, own: number | undefined): PDFObject[] =>
    [...marks]
      .sort((a, b) => a.order - b.order)
      .map(({ mcid, page, form }) => {
        if (!form && page === own) return PDFNumber.of(mcid);
        const at = pages[page] as PDFRef;
        return context.obj({ Type: 'MCR', Pg: at, MCID: mcid, ...(form && { Stm: form }) }) as PDFDict;
      });

  const top = write(root, parent);
  return {
    top,
    places,
    annotations,
    finish: () => {
      for (const one of unfinished) one();
    },
  };
}

type ContentRun = Extract<StructureKid, { kind: 'content' }>[];

/** Content between two elements is one run. */
function runsOf(
  kids: readonly StructureKid[],
): readonly (ContentRun | Exclude<StructureKid, { kind: 'content' }>)[] {
  const runs: (ContentRun | Exclude<StructureKid, { kind: 'content' }>)[] = [];
  for (const kid of kids) {
    const last = runs.at(-1);
    if (kid.kind !== 'content') runs.push(kid);
    else if (Array.isArray(last)) last.push(kid);
    else runs.push([kid]);
  }
  return runs;
}

/** Headers have a scope; the other attributes of cells say what is so without them, or point at ids. */
function attributesOf(own: StructureElement, pdf: PDFDocument): PDFObject | undefined {
  const { context } = pdf;
  if (own.role === 'L') return context.obj({ O: 'List', ListNumbering: own.label ?? 'None' });
  if (own.role !== 'TH' && own.role !== 'TD') return undefined;
  const given = attributeValues(own.attributes, pdf);
  const values: Record<string, PDFObject> = {};
  if (own.role === 'TH') values.Scope = given.get('Scope') ?? PDFName.of('Column');
  for (const key of ['RowSpan', 'ColSpan']) {
    const span = given.get(key);
    if (span instanceof PDFNumber && span.asNumber() > 1) values[key] = span;
  }
  return Object.keys(values).length === 0 ? undefined : context.obj({ O: 'Table', ...values } as never);
}

function attributeValues(
  attributes: PDFObject | undefined,
  { context }: PDFDocument,
): ReadonlyMap<string, PDFObject> {
  const list = attributes && context.lookup(attributes);
  const dicts = list && 'asArray' in list ? (list as PDFArray).asArray() : [list];
  return new Map(
    dicts.flatMap((one) => {
      const dict = one && context.lookup(one);
      return dict && 'entries' in dict
        ? (dict as PDFDict).entries().map(([key, value]) => [key.decodeText(), value] as const)
        : [];
    }),
  );
}
