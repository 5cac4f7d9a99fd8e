// A PDF as the conditions of PDF/UA-1 look at it: plain data.

export interface UaFile {
  readonly catalog: UaCatalog;
  /** Not there where the file is not encrypted. */
  readonly encryption?: { readonly permissions?: number };
  /** Types of its own, each with the one it is mapped to. */
  readonly roleMap: ReadonlyMap<string, string>;
  /** All elements, in the order of reading, the top one first. */
  readonly elements: readonly UaElement[];
  readonly pages: readonly UaPage[];
  readonly fonts: readonly UaFont[];
  /** File specifications of what is embedded. */
  readonly files: readonly { readonly hasNames: boolean }[];
  readonly mediaClips: readonly { readonly hasType: boolean; readonly hasAlt: boolean }[];
  readonly fields: readonly {
    readonly isDescribed: boolean;
    readonly hasWords: boolean;
    readonly lang?: string;
  }[];
  readonly layers: readonly UaLayers[];
}

export interface UaCatalog {
  /** The XMP packet. */
  readonly metadata?: string;
  readonly showsTitle?: boolean;
  readonly isSuspect: boolean;
  readonly lang?: string;
  readonly hasOutline: boolean;
  readonly hasDynamicForm: boolean;
}

/** A configuration of optional content; `isDefault` is the one in `D`. */
export interface UaLayers {
  readonly isDefault: boolean;
  readonly isNamed: boolean;
  readonly isAutomatic: boolean;
}

export interface UaElement {
  /** As it is written. */
  readonly type: string;
  /** The standard type that it is mapped to; the type itself where it is mapped to none. */
  readonly role: string;
  readonly parent?: UaElement;
  readonly kids: readonly UaElement[];
  readonly marks: readonly UaMark[];
  /** Its annotations, by the numbers of their objects. */
  readonly annotations: readonly string[];
  /** From 0, where it has content. */
  readonly page?: number;
  readonly id?: string;
  /** Words in the place of the content: `Alt`, `ActualText`, `E`. */
  readonly alt?: string;
  readonly text?: string;
  readonly expansion?: string;
  readonly lang?: string;
  readonly scope?: string;
  readonly hasHeaders: boolean;
}

/** A mark of a stream, which most often is a page's own. */
export interface UaMark {
  readonly page: number;
  readonly stream: string;
  readonly mcid: number;
}

export interface UaPage {
  readonly streams: readonly UaStream[];
  readonly annotations: readonly UaAnnotation[];
  readonly tabs?: string;
}

export interface UaStream {
  /** The number of its object. */
  readonly key: string;
  readonly mcids: ReadonlySet<number>;
  /** Things drawn outside of every mark. */
  readonly bare: number;
  readonly artifactsInTags: number;
  readonly tagsInArtifacts: number;
  /** How often pages call for it; 1 for their own. */
  readonly uses: number;
  readonly isReference: boolean;
  /** Texts of which a font has no characters, and drawn glyphs that are none. */
  readonly unmapped: number;
  readonly notdef: number;
  /** Text stands in it outside of artifacts whose language nothing says. */
  readonly hasText: boolean;
}

export interface UaAnnotation {
  readonly key: string;
  readonly subtype: string;
  readonly isHidden: boolean;
  readonly contents?: string;
  readonly lang?: string;
  readonly hasConformingFile: boolean;
  /** Of a printer's mark: whether what it draws is marked as an artifact. */
  readonly isArtifact: boolean;
}

export interface UaFont {
  readonly name: string;
  readonly subtype: string;
  readonly isEmbedded: boolean;
  readonly isSymbolic: boolean;
  readonly hasToUnicode: boolean;
  /** Values of the ToUnicode map. */
  readonly unicode: readonly string[];
  readonly encoding?: string;
  readonly baseEncoding?: string;
  /** The encoding is a dictionary. */
  readonly hasEncodingDict: boolean;
  readonly differences: readonly string[];
  /** Of a font of two bytes. */
  readonly cid?: UaCidFont;
}

export interface UaCidFont {
  readonly subtype: string;
  readonly toGid: 'none' | 'identity' | 'stream' | 'other';
  readonly registry: string;
  readonly ordering: string;
  readonly supplement: number;
  readonly cmap?: UaCmap;
}

/** An embedded CMap, with what its dictionary and its own text say. */
export interface UaCmap {
  readonly registry: string;
  readonly ordering: string;
  readonly supplement: number;
  readonly writingMode: number;
  readonly writingModeInside: number;
  readonly uses?: string;
}
