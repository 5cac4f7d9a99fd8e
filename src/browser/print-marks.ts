// What the printed page tells the file. A browser writes few kinds of tags into a PDF, but keeps what a figure is
// called: so an element that is to become another kind of tag is a figure while it is printed, and its name says which.

/** What an element is in the tagged PDF. */
export interface PrintMark {
  /** A structure type of ISO 32000-1, 14.8.4. */
  readonly role: string;
  /** Words in the place of what is drawn. */
  readonly alt?: string;
  /** The very text that is drawn, where drawing loses some of it. */
  readonly text?: string;
  /** Of a list item: the number before it, which the stylesheet draws. */
  readonly label?: string;
}

const [begin, next, space, line, tab] = ['\ue400', '\ue401', '\ue402', '\ue403', '\ue404'] as const;

/** The mark as the name of an element; names lose white space that is not one space. */
export function printMark({ role, alt = '', text = '', label = '' }: PrintMark): string {
  const parts = [role, alt, text, label].join(next);
  return begin + parts.replaceAll(' ', space).replaceAll('\n', line).replaceAll('\t', tab);
}

/** Undefined where a name is none of these. */
export function readPrintMark(name: string): PrintMark | undefined {
  if (!name.startsWith(begin)) return undefined;
  const parts = name.slice(1).replaceAll(space, ' ').replaceAll(line, '\n').replaceAll(tab, '\t').split(next);
  const [role = '', alt, text, label] = parts;
  return { role, ...(alt && { alt }), ...(text && { text }), ...(label && { label }) };
}
