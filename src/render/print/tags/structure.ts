// The tree of tags as plain data (ISO 32000-1, 14.7), between the browser's and the one that is written.
import type { PDFObject, PDFRef } from '@cantoo/pdf-lib';

export interface StructureElement {
  readonly kind: 'element';
  /** A structure type: `P`, `H1`. */
  readonly role: string;
  readonly alt?: string;
  /** The text that the content is drawn of. */
  readonly text?: string;
  readonly lang?: string;
  /** Of a list, how it is numbered; of its item, the number. */
  readonly label?: string;
  /** Attributes as they are in the file. */
  readonly attributes?: PDFObject;
  readonly kids: readonly StructureKid[];
}

export type StructureKid = StructureElement | MarkedContent | AnnotationKid;

/** What a mark encloses in the content of a page: pages from 0, marks as the browser numbers them. */
export interface MarkedContent {
  readonly kind: 'content';
  readonly page: number;
  readonly mcid: number;
}

/** An annotation, which most often is a link. */
export interface AnnotationKid {
  readonly kind: 'annotation';
  readonly page: number;
  readonly ref: PDFRef;
}

export function element(
  role: string,
  kids: readonly StructureKid[],
  more: Partial<StructureElement> = {},
): StructureElement {
  return { ...more, kind: 'element', role, kids };
}

export function hasRole(kid: StructureKid | undefined, ...roles: readonly string[]): boolean {
  return kid?.kind === 'element' && roles.includes(kid.role);
}

/** What stands in an element; nothing in what is none. */
export function kidsOf(kid: StructureKid): readonly StructureKid[] {
  return kid.kind === 'element' ? kid.kids : [];
}

/** All that is below an element, in the order of reading. */
export function contentsOf(kid: StructureKid): readonly (MarkedContent | AnnotationKid)[] {
  return kid.kind === 'element' ? kid.kids.flatMap(contentsOf) : [kid];
}

export function firstPage(kid: StructureKid): number | undefined {
  if (kid.kind !== 'element') return kid.page;
  for (const inner of kid.kids) {
    const page = firstPage(inner);
    if (page !== undefined) return page;
  }
  return undefined;
}

/** What only the content of the pages can say. */
export interface PageContents {
  /** Whether letters are drawn, and not the ground they stand on. */
  isText(content: MarkedContent): boolean;
  /** Takes the next text of the page that no mark encloses and that reads so. */
  takeText(page: number, text: string): MarkedContent | undefined;
}
