import type { Nodes } from 'mdast';
import { walk } from './walk.ts';

/** A text as long as what was written, in which some characters are hidden from the parser. */
export interface HiddenText {
  readonly text: string;
  /** Where the stand-ins begin; undefined where nothing is hidden. */
  readonly standIns: number | undefined;
}

/** Parts of Unicode's private use, each with room for ASCII: the first that the text does not use is taken. */
const bases = [0xe600, 0xea80, 0xef00, 0xf380, 0xf800];

/** Hides the ASCII characters at these offsets, each behind a letter of private use. */
export function hideCharacters(text: string, offsets: readonly number[]): HiddenText {
  if (offsets.length === 0) return { text, standIns: undefined };
  const used = new Set(text.match(/[\ue000-\uf8ff]/g)?.map((letter) => letter.charCodeAt(0) & ~0x7f));
  const standIns = bases.find((base) => !used.has(base));
  if (standIns === undefined) return { text, standIns };
  const units = Buffer.from(text, 'utf16le');
  for (const at of offsets) units.writeUInt16LE(standIns + text.charCodeAt(at), 2 * at);
  return { text: units.toString('utf16le'), standIns };
}

/** Puts them back, as text. */
export function showCharacters(tree: Nodes, { standIns }: HiddenText): void {
  if (standIns === undefined) return;
  const hidden = new RegExp(`[\\u${standIns.toString(16)}-\\u${(standIns + 0x7f).toString(16)}]`, 'g');
  const shown = (letter: string): string => String.fromCharCode(letter.charCodeAt(0) - standIns);
  walk(tree, (node) => {
    for (const [name, value] of Object.entries(node))
      if (typeof value === 'string' && name !== 'type')
        Object.assign(node, { [name]: value.replace(hidden, shown) });
  });
}
