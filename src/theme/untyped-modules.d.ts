// The parts that are used of two packages that bring no types.

declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    /** Breaks after spaces included; the last one is at the end of the text. */
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}

declare module 'fontkit' {
  export interface Font {
    readonly unitsPerEm: number;
    readonly ascent: number;
    /** Negative below the baseline. */
    readonly descent: number;
    readonly characterSet: readonly number[];
    readonly familyName: string | null;
    readonly italicAngle: number;
    /** Names by the language they are in. */
    readonly name?: { readonly records?: { readonly preferredFamily?: Readonly<Record<string, string>> } };
    readonly 'OS/2'?: {
      readonly usWeightClass?: number;
      /** What the licence allows, as the file says it. */
      readonly fsType?: {
        readonly noEmbedding?: boolean;
        readonly noSubsetting?: boolean;
        readonly bitmapOnly?: boolean;
      };
    };
    readonly variationAxes?: { readonly wght?: { readonly max: number } };
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): { readonly advanceWidth: number };
    layout(text: string): { readonly positions: readonly { readonly xAdvance: number }[] };
  }
  export interface FontCollection {
    readonly fonts: readonly Font[];
  }
  export function openSync(path: string): Font | FontCollection;
  export function create(file: Buffer): Font | FontCollection;
}
