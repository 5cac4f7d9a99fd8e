/**
 * The bounds of what is taken on: far above any talk, and low enough that time and memory stay
 * bounded whatever the input. The only place for such numbers; `docs/limits.md` explains each.
 */
export const limits = {
  /** Bytes of a notes or hints file. Two million letters are a book of 800 pages. */
  sourceBytes: 2_000_000,
  /** Signs that may be Markdown (runs of `*`, `_`, `[`, `<` …) with no blank line between: reading takes the square of their number. */
  signs: 10_000,
  /** Letters with no space between them. */
  wordLetters: 100_000,
  /** Levels of the Markdown tree; a bullet takes two. What is deeper is shown as plain text. */
  treeDepth: 40,
  headingLetters: 2_000,
  /** Of one formula, and how deep its braces nest: KaTeX calls itself for each. */
  formulaLetters: 10_000,
  formulaDepth: 200,
  /** Of one Mermaid diagram. */
  diagramLetters: 20_000,
  /** Of one listing. */
  codeLines: 3_000,
  codeLetters: 100_000,
  tableRows: 1_000,
  tableColumns: 40,
  /** Of one picture's file. */
  pictureBytes: 50_000_000,
  /** Width times height that is unpacked at all: a small file may claim to be any size. */
  picturePixels: 120_000_000,
  /** A picture of more is scaled down to `pictureWidth` × `pictureHeight`, three times a slide's size. */
  scaledFromPixels: 16_000_000,
  pictureWidth: 3840,
  pictureHeight: 2160,
  /** Of all pictures that an output holds, each as often as it is shown. */
  allPicturesBytes: 250_000_000,
  /** Of one picture from the network, with the time it may take. */
  fetchedBytes: 25_000_000,
  fetchMilliseconds: 20_000,
} as const;
