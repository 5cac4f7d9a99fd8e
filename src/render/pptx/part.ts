// The parts of a package, and what they refer to (ECMA-376, part 2).
import { createHash } from 'node:crypto';
import { type Relation, relationships, xmlDocument, type ZipEntry } from './xml-and-zip.ts';

/** A part while it is written. Its relations get the ids `rId1`, `rId2` … in the order in which they are asked for. */
export interface PartWriter {
  /** Id of a relation to another part by its name (`ppt/slides/slide2.xml`), or to what lies outside. The same target gives the same id. */
  relate(type: string, target: string): string;
  relateOutside(type: string, address: string): string;
  /** Id of a relation to a picture, which is put into the package once however often it is shown. */
  picture(bytes: Uint8Array, type: MediaType): string;
  /** Id of a new shape; 1 is the root of the tree of shapes. */
  nextId(): number;
}

export type MediaType = 'png' | 'jpeg' | 'gif' | 'svg';

/** A package while it is written. */
export interface Package {
  /**
   * Adds a part in XML, whose content may ask for relations. `type` is the end of its content type
   * (`presentationml.slide`), or all of it.
   */
  add(name: string, type: string, content: (part: PartWriter) => string): void;
  /** Adds a part as it is; `type` in the same way. */
  addBytes(name: string, type: string, bytes: Uint8Array): void;
  /** Adds the relations of such a part, as a document. */
  addRelations(name: string, relations: string): void;
  /** All parts, with the types of all and the relations of each. */
  entries(): readonly ZipEntry[];
}

const extensions: Readonly<Record<MediaType, readonly [extension: string, type: string]>> = {
  png: ['png', 'image/png'],
  jpeg: ['jpeg', 'image/jpeg'],
  gif: ['gif', 'image/gif'],
  svg: ['svg', 'image/svg+xml'],
};

export function createPackage(): Package {
  const parts: ZipEntry[] = [];
  const types = new Map<string, string>();
  const pictures = new Map<string, string>();
  const pictureName = (bytes: Uint8Array, type: MediaType): string => {
    const hash = createHash('sha256').update(bytes).digest('hex');
    const known = pictures.get(hash);
    if (known) return known;
    const name = `ppt/media/image${pictures.size + 1}.${extensions[type][0]}`;
    pictures.set(hash, name);
    parts.push({ name, content: bytes });
    return name;
  };
  return {
    add(name, type, content) {
      const relations: Relation[] = [];
      const part = createPart(name, relations, pictureName);
      const text = content(part);
      if (name !== '') {
        parts.push({ name, content: xmlDocument(text) });
        types.set(name, `${contentType(type)}+xml`);
      }
      if (relations.length > 0) parts.push({ name: relationsOf(name), content: relationships(relations) });
    },
    addBytes(name, type, bytes) {
      parts.push({ name, content: bytes });
      types.set(name, contentType(type));
    },
    addRelations(name, text) {
      parts.push({ name: relationsOf(name), content: text });
    },
    entries: () => [{ name: '[Content_Types].xml', content: contentTypes(types) }, ...parts],
  };
}

function createPart(
  name: string,
  relations: Relation[],
  pictureName: (bytes: Uint8Array, type: MediaType) => string,
): PartWriter {
  let lastId = 1;
  const relate = (relation: Relation): string => {
    const isSame = (other: Relation): boolean =>
      other.type === relation.type &&
      other.target === relation.target &&
      other.isOutside === relation.isOutside;
    const at = relations.findIndex(isSame);
    if (at >= 0) return `rId${at + 1}`;
    relations.push(relation);
    return `rId${relations.length}`;
  };
  return {
    relate: (type, target) => relate({ type, target: fromPart(name, target) }),
    relateOutside: (type, target) => relate({ type, target, isOutside: true }),
    picture: (bytes, type) => relate({ type: 'image', target: fromPart(name, pictureName(bytes, type)) }),
    nextId: () => {
      lastId += 1;
      return lastId;
    },
  };
}

/** `ppt/slides/_rels/slide1.xml.rels`; those of the package itself for the empty name. */
function relationsOf(name: string): string {
  const slash = name.lastIndexOf('/') + 1;
  return `${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`;
}

/** Both names begin at the package's root; the result begins at the part's folder. */
function fromPart(part: string, target: string): string {
  const up = part.split('/').slice(0, -1);
  const down = target.split('/');
  let shared = 0;
  while (shared < up.length && up[shared] === down[shared]) shared += 1;
  return [...up.slice(shared).map(() => '..'), ...down.slice(shared)].join('/');
}

function contentType(type: string): string {
  return type.includes('/') ? type : `application/vnd.openxmlformats-officedocument.${type}`;
}

function contentTypes(types: ReadonlyMap<string, string>): string {
  const defaults = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ...Object.values(extensions),
  ].map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`);
  const overrides = [...types].map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`);
  const namespace = 'http://schemas.openxmlformats.org/package/2006/content-types';
  return xmlDocument(`<Types xmlns="${namespace}">${[...defaults, ...overrides].join('')}</Types>`);
}
