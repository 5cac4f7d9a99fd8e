import type { Finding } from '../../../finding.ts';
import type { UaElement, UaFile, UaMark } from '../ua-file.ts';

/** A way to fail PDF/UA-1 that a program can see, by its number in the Matterhorn Protocol 1.1 of the PDF Association. */
export interface Condition {
  readonly id: string;
  /** What is wrong, as the end of a sentence about a page or the file. */
  readonly says: string;
  readonly find: (file: UaFile) => readonly Fault[];
  /** What a finding is called; `check/tags` by default. */
  readonly code?: Finding['code'];
  /** It is about signs without a character: those that no font has, which the build names, fail it. */
  readonly isOfSigns?: true;
}

export interface Fault {
  /** From 0, where it is on one page. */
  readonly page?: number;
  /** The thing that is wrong: a type, a font. */
  readonly what?: string;
}

export function faultsOf(
  items: readonly UaElement[],
  what?: (element: UaElement) => string,
): readonly Fault[] {
  return items.map((element) => ({ ...pageOf(element), what: what ? what(element) : element.type }));
}

export function once(isWrong: boolean, what?: string): readonly Fault[] {
  return isWrong ? [what === undefined ? {} : { what }] : [];
}

function pageOf(element: UaElement): { readonly page?: number } {
  const page = element.page ?? marksWithin(element)[0]?.page;
  return page === undefined ? {} : { page };
}

export function marksWithin(element: UaElement): readonly UaMark[] {
  return [...element.marks, ...element.kids.flatMap(marksWithin)];
}

export function isWithin(element: UaElement | undefined, role: string): boolean {
  return element !== undefined && (element.role === role || isWithin(element.parent, role));
}

/** The language that an element says it is in, or one above it. */
export function langOf(element: UaElement | undefined): string | undefined {
  return element && (element.lang || langOf(element.parent));
}
