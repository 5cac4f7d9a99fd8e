// Files of office programs, read from the outside: nothing here knows what Lectern writes.
export {
  type OfficePackage,
  type OfficePart,
  openPackage,
  type PackageProblem,
  type PartRelation,
} from './open-package.ts';
export {
  childOf,
  descendants,
  elementsIn,
  isElement,
  readXml,
  textIn,
  type XmlElement,
} from './read-xml.ts';
export { readZip, type UnreadZip, type ZipLimits } from './read-zip.ts';
export { readTypeface, weightFamily } from './typefaces.ts';
export { emuPerPx } from './units.ts';
