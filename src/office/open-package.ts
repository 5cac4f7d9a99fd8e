// A file of an office program as ECMA-376, part 2 has it: parts with types, and relations between them.
import { posix } from 'node:path';
import { elementsIn, readXml, type XmlElement } from './read-xml.ts';

export interface OfficePackage {
  /** By their names in the archive: `ppt/slides/slide1.xml`. Without relations and types. */
  readonly parts: ReadonlyMap<string, OfficePart>;
  /** Of the file itself. */
  readonly relations: readonly PartRelation[];
  /** Parts that a type was given to by name. */
  readonly typed: readonly string[];
  /** What could not be read, a sentence each. */
  readonly problems: readonly PackageProblem[];
}

export interface OfficePart {
  readonly name: string;
  /** Undefined where the file gives it none. */
  readonly type: string | undefined;
  readonly bytes: Buffer;
  readonly relations: readonly PartRelation[];
  /** Of a part that is XML. */
  readonly root?: XmlElement;
}

export interface PartRelation {
  readonly id: string;
  /** The last word of its type: `slideLayout`. */
  readonly kind: string;
  /** The name of a part, or an address outside of the file. */
  readonly target: string;
  readonly isExternal: boolean;
}

export interface PackageProblem {
  readonly part: string;
  readonly message: string;
}

const typesName = '[Content_Types].xml';

/** The parts of an archive. What is wrong with it is told, and what can be read is. */
export function openPackage(files: ReadonlyMap<string, Buffer>): OfficePackage {
  const problems: PackageProblem[] = [];
  const rootOf = (name: string): XmlElement | undefined => {
    const bytes = files.get(name);
    if (!bytes) return undefined;
    const root = readXml(bytes.toString('utf8'));
    if ('name' in root) return root;
    problems.push({ part: name, message: `${root.error}, at character ${root.offset}` });
    return undefined;
  };
  const types = contentTypes(rootOf(typesName));
  const relationsOf = (part: string): readonly PartRelation[] => {
    const name = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
    return readRelations(rootOf(name), posix.dirname(part));
  };
  const parts = new Map<string, OfficePart>();
  for (const [name, bytes] of files) {
    if (name === typesName || isRelations(name)) continue;
    const type = types.typeOf(name);
    const root = isXml(name, type) ? rootOf(name) : undefined;
    parts.set(name, { name, type, bytes, relations: relationsOf(name), ...(root && { root }) });
  }
  if (!files.has(typesName)) problems.push({ part: typesName, message: 'there is no list of types' });
  for (const name of files.keys()) {
    if (isRelations(name) && !parts.has(sourceOf(name)) && sourceOf(name) !== '')
      problems.push({ part: name, message: 'the part that it is about is not there' });
  }
  return { parts, relations: relationsOf(''), typed: types.named, problems };
}

function isRelations(name: string): boolean {
  return /(?:^|\/)_rels\/[^/]*\.rels$/.test(name);
}

/** Whose relations a part holds; empty for those of the file. */
function sourceOf(relations: string): string {
  return relations.replace(/(^|\/)_rels\/([^/]*)\.rels$/, '$1$2');
}

function isXml(name: string, type = ''): boolean {
  return name.endsWith('.xml') || /[+/]xml$/.test(type);
}

/** The type of a part is that of its name, else that of its ending (part 2, 10.1.2.4). Neither knows capitals. */
function contentTypes(root: XmlElement | undefined) {
  const endings = new Map<string, string>();
  const names = new Map<string, string>();
  const named: string[] = [];
  for (const { name, attributes } of root ? elementsIn(root) : []) {
    const type = attributes.get('ContentType') ?? '';
    if (name === 'ct:Default') endings.set((attributes.get('Extension') ?? '').toLowerCase(), type);
    if (name !== 'ct:Override') continue;
    const part = (attributes.get('PartName') ?? '').replace(/^\//, '');
    if (isRelations(part)) continue;
    named.push(part);
    names.set(part.toLowerCase(), type);
  }
  const typeOf = (name: string): string | undefined =>
    names.get(name.toLowerCase()) ?? endings.get(posix.extname(name).slice(1).toLowerCase());
  return { named, typeOf };
}

function readRelations(root: XmlElement | undefined, folder: string): readonly PartRelation[] {
  return (root ? elementsIn(root) : []).map(({ attributes }) => {
    const [target, isExternal] = [
      attributes.get('Target') ?? '',
      attributes.get('TargetMode') === 'External',
    ];
    return {
      id: attributes.get('Id') ?? '',
      kind: (attributes.get('Type') ?? '').replace(/^.*\//, ''),
      target: isExternal ? target : inFolder(folder, target),
      isExternal,
    };
  });
}

/** A target is an address: relative to the folder of its part, or from the root of the file. */
function inFolder(folder: string, target: string): string {
  const path = target.replace(/#.*$/, '');
  const plain = /%[\da-f]{2}/i.test(path) ? safelyDecoded(path) : path;
  return plain.startsWith('/') ? posix.normalize(plain).slice(1) : posix.join(folder, plain);
}

function safelyDecoded(path: string): string {
  return path.replace(/(?:%[\da-f]{2})+/gi, (codes) =>
    Buffer.from(codes.replaceAll('%', ''), 'hex').toString('utf8'),
  );
}
