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
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): { readonly advanceWidth: number };
    layout(text: string): { readonly positions: readonly { readonly xAdvance: number }[] };
  }
  export interface FontCollection {
    readonly fonts: readonly Font[];
  }
  export function openSync(path: string): Font | FontCollection;
}
