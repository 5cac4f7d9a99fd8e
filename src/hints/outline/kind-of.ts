import type { SectionKind } from '../../notes/index.ts';

/** Guesses from a title what a section is, as it is done for headings. */
export type KindOf = (title: string) => SectionKind;
