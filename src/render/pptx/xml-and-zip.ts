// What a PowerPoint file is written in: XML documents in a zip archive.
import { strToU8, type ZipOptions, zipSync } from 'fflate';
import { escapeXml } from '../../escape.ts';
import { emuPerPx } from '../../office/index.ts';

/** Every part of a file is one document in UTF-8. */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}

/** The names that all parts of a presentation use (ECMA-376, part 1, annex A). */
export const namespaces: string = [
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"',
].join(' ');

/** px of the slide to EMU. */
export function emu(px: number): number {
  return Math.round(px * emuPerPx);
}

/** What a part refers to. The ids `rId1`, `rId2` … follow the order. */
export interface Relation {
  /** The last word of its type: `slideLayout`. */
  readonly type: string;
  readonly target: string;
  /** An address outside of the package. */
  readonly isOutside?: boolean;
}

const relationTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';

export function relationships(relations: readonly Relation[]): string {
  const lines = relations.map(({ type, target, isOutside }, index) => {
    const name = type.includes('/') ? type : relationTypes + type;
    const mode = isOutside ? ' TargetMode="External"' : '';
    return `<Relationship Id="rId${index + 1}" Type="${name}" Target="${escapeXml(target)}"${mode}/>`;
  });
  const namespace = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return xmlDocument(`<Relationships xmlns="${namespace}">${lines.join('')}</Relationships>`);
}

export interface ZipEntry {
  /** With `/` between folders. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** A zip archive whose bytes depend on its entries alone. */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  return zipSync(Object.fromEntries(entries.map(({ name, content }) => [name, packed(content)])), {
    // The first day there is in a zip archive, which has the local time: so it is the same everywhere.
    mtime: '1980-01-01T00:00',
  });
}

/** Texts are compressed, pictures are already. */
function packed(content: ZipEntry['content']): [Uint8Array, ZipOptions] {
  return typeof content === 'string' ? [strToU8(content), { level: 6 }] : [content, { level: 0 }];
}
