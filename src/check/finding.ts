/** What `check` can find wrong with an output. */
export const findingKinds = [
  'clipped',
  'overlap',
  'small',
  'missing',
  'picture',
  'glyph',
  'network',
  'link',
  'heading',
  'empty',
  'notes',
  'differs',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** One thing that a person who opens the output would stumble over. */
export interface Finding {
  readonly kind: FindingKind;
  /** Path of the notes, and the line in them that it comes from, from 1. */
  readonly path: string;
  readonly line: number;
  /** In words, without the path and the kind: `“the words” 14 px below slide 7 (HTML)`. */
  readonly message: string;
  /** `print` is the page that the PDF is printed from, `PDF` the file itself; `handout` and its PDF likewise. */
  readonly output: 'HTML' | 'print' | 'PDF' | 'handout' | 'handout PDF';
  /** From 1; not there where it is not about one slide. */
  readonly slide?: number;
}

/** What the check of one deck gave. */
export interface DeckReport {
  readonly slides: number;
  readonly findings: readonly Finding[];
  /** Characters of scripts whose fonts do not travel with Lectern, as they occur; no finding. */
  readonly excepted: readonly string[];
  /** Slides that the script in the page had to scale down, from 1, with the scale. */
  readonly scaled: readonly { readonly slide: number; readonly scale: number }[];
  /** Slides less than a quarter full because a section was split. */
  readonly deserted: readonly number[];
  readonly words: WordCounts;
  /** Not there when no handout was made. */
  readonly handout?: HandoutReport;
}

/** What the check of the handout gave, beside findings. */
export interface HandoutReport {
  readonly pages: number;
  /** Pieces of notes that were taller than a page and were scaled to fit one. Pages and slides from 1. */
  readonly scaled: readonly { readonly page: number; readonly slide: number; readonly scale: number }[];
  /** How many words stand beside the slides. */
  readonly words: number;
}

export interface WordCounts {
  /** Letter and digit runs of the notes that a reader has to find. */
  readonly notes: number;
  /** Of these, shown on slides, and in the presenter notes alone. */
  readonly slides: number;
  readonly presenterNotes: number;
}

/** `talk.md:12: clipped: “the words” 14 px below slide 7 (HTML)` */
export function findingText({ path, line, kind, message }: Finding): string {
  return `${path}:${line}: ${kind}: ${message}`;
}
