/**
 * The bounds of what is taken on: far above any talk, and low enough that time and memory stay
 * bounded whatever the input. The only place for such numbers; `docs/limits.md` explains each.
 */
export const limits = {
  /** Bytes of a notes or hints file. Two million characters are a book of 800 pages. */
  sourceBytes: 2_000_000,
  /** With the pictures that stand in it as `data:` addresses. */
  sourceFileBytes: 20_000_000,
  /** Delimiters of emphasis and links with no blank line between: the parser calls itself for each inside another. */
  paragraphDelimiters: 10_000,
  /**
   * In a line of more than `lineCharacters` that is not all ASCII, characters that may be Markdown; in any line,
   * quotation marks and bullets before its words. The parser takes the square of their number.
   */
  lineCharacters: 10_000,
  lineDelimiters: 2_000,
  lineContainers: 500,
  /** Characters of a paragraph times the entities (`&amp;`) in it: the parser keeps the text before each of them. */
  entityCharacters: 50_000_000,
  /** Of all stylesheets of a theme together, without those that come with Lectern: the largest of those has 60 kB. */
  themeBytes: 2_000_000,
  /**
   * Of one value of a theme once its variables are replaced, how deep brackets and variables stand inside each other,
   * and of one that is computed.
   */
  themeValueCharacters: 100_000,
  themeValueDepth: 100,
  themeSumCharacters: 5_000,
  /** Of one font file: all of Chinese, Japanese and Korean in one weight has 20 MB. */
  fontBytes: 64_000_000,
  /** Of the manifest of a library: 10,000 talks. A larger one is none, and all is built again. */
  manifestBytes: 50_000_000,
  /** Characters with no space between them. */
  wordCharacters: 100_000,
  /** Spaces in a row within a line. */
  spacesInARow: 2_000,
  /** Levels of the Markdown tree; a bullet takes two. What is deeper is shown as plain text. */
  treeDepth: 40,
  /** Callouts inside each other. */
  calloutDepth: 4,
  headingCharacters: 2_000,
  /** Of a text in the hints: a footer stands on every slide. */
  hintCharacters: 2_000,
  /** Of one paragraph or bullet: 60 pages. */
  paragraphCharacters: 150_000,
  /** Of one formula, and how deep its braces nest: KaTeX calls itself for each. */
  formulaCharacters: 10_000,
  formulaDepth: 200,
  /** Macros expanded in one formula, and the length it may ask for, in em: a slide is some 33 em wide. */
  formulaExpansions: 1_000,
  /**
   * Characters and commands that macros of the notes' own give: so many count as one expansion; and in all formulas of
   * a deck. What such a macro opens counts as one of the levels there may be.
   */
  formulaTokensOfExpansion: 20,
  formulaTokens: 100_000,
  /** Of all formulas of the notes together: some 1,400 formulas. KaTeX takes 20 µs for each, and a few times as long for what becomes of it. */
  formulasCharacters: 100_000,
  formulaLengthEms: 40,
  /** Of one Mermaid diagram. */
  diagramCharacters: 20_000,
  /** The most that is drawn; twenty times what can be read on a slide. Time grows faster than their number. */
  diagramNodes: 200,
  diagramEdges: 200,
  /** Lines of a diagram that is no flowchart. */
  diagramLines: 300,
  /**
   * Shapes, arrows or lines that all diagrams of a deck are drawn with, each as often as it is tried: 2 ms of the
   * processor each. A diagram is tried in other ways, for larger words, as long as no more than half are used up.
   */
  drawnDiagramLines: 1_500,
  /** For drawing one: no bound that is met, but an end to whatever was not foreseen. */
  diagramMilliseconds: 30_000,
  /** Paragraphs and lines of them that were broken by hand, bullets, headings and all else that stands by itself, in all the notes: a deck of thousands of slides. The dearest take 1 ms each. */
  blocks: 7_500,
  /** Lines that look like bullets and headings, or stand below an empty one, listings and all: so many are told before any is read. */
  blockLines: 100_000,
  /** Of one listing. */
  codeLines: 1_000,
  codeCharacters: 100_000,
  tableRows: 1_000,
  tableColumns: 100,
  /** Of all tables together. */
  tableCells: 12_000,
  /** Of one picture's file. */
  pictureBytes: 50_000_000,
  /** Width times height that is unpacked at all: a small file may claim to be any size. */
  picturePixels: 120_000_000,
  /** A picture of more is scaled down to `pictureWidth` × `pictureHeight`, three times a slide's size. */
  scaledFromPixels: 16_000_000,
  pictureWidth: 3840,
  pictureHeight: 2160,
  /** Of one drawing (SVG), and the elements that it expands to: what is used again counts again. */
  svgBytes: 10_000_000,
  svgElements: 100_000,
  /** Of a template, of its parts, and of them unpacked: large ones hold photographs. */
  templateBytes: 50_000_000,
  templateEntries: 2_000,
  templateUnpackedBytes: 200_000_000,
  /** Of all pictures that an output holds, each as often as it is shown. */
  allPicturesBytes: 250_000_000,
  /** Of one picture from the network, with the time it may take. */
  fetchedBytes: 25_000_000,
  fetchMilliseconds: 20_000,
  /** Of the YAML of hints or of front matter, some 5,000 lines: its library takes a thousand times as long as Markdown's. */
  yamlCharacters: 250_000,
  /** Levels of YAML, which its library reads by recursion: far more than hints have, far less than the stack holds. */
  yamlDepth: 200,
  /** Aliases that are followed in one text: as many as the YAML library expands. */
  yamlAliases: 100,
  /**
   * Comparisons of a key or the words of a `take` with a section or a block, in all hints; a whole heading is looked
   * up without any. And errors of hints that are named.
   */
  hintComparisons: 10_000_000,
  hintErrors: 100,
  /**
   * Of a line of code that is coloured: a slide shows half as many, and grammars take the third power of their number.
   * And of all listings of a deck together: 300 slides full of code, which take 7 s of the processor at the worst.
   */
  colouredLineCharacters: 250,
  colouredCharacters: 250_000,
  /** Pictures of emoji in a deck, 700 bytes each. */
  drawnEmoji: 10_000,
  /** Emoji that are read at all, and names of them (`:tada:`): words beside as many take 5 s. */
  writtenEmoji: 100_000,
  namedEmoji: 25_000,
  /** The bundled browser starts in 0.2 s; a cold disk or an antivirus may make it a hundred times that. */
  browserStartMilliseconds: 30_000,
  /** For one that would not start to say why: it does so at once. */
  browserComplaintMilliseconds: 5_000,
  /** Of one command to the browser: a PDF of several hundred slides. */
  browserCommandMilliseconds: 120_000,
} as const;
