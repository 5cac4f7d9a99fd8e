// The parts of a template in the file that is written: as they are, but for relations that are cut.
import { posix } from 'node:path';
import { escapeXml } from '../../escape.ts';
import type { OfficePart, PartRelation } from '../../office/index.ts';
import type { Package } from './part.ts';
import { isKept, type Template } from './template.ts';
import { xmlDocument } from './xml-and-zip.ts';

/** Where a template's part stands in the file: apart from those that Lectern writes. */
export function copyName(part: string): string {
  return `ppt/template/${part.replace(/^ppt\//, '')}`;
}

/** Adds the template's parts with their relations, which keep their ids. */
export function addTemplate(file: Package, { parts, master }: Template): void {
  const names = new Set(parts.map(({ name }) => name));
  const isThere = (relation: PartRelation): boolean => isKept(relation) && names.has(relation.target);
  for (const part of parts) {
    const relations = part.relations.filter(isThere);
    const cut = part.relations.filter((relation) => !isThere(relation)).map(({ id }) => id);
    const bytes = cut.length === 0 ? part.bytes : withoutRelations(part, cut, part.name === master);
    file.addBytes(copyName(part.name), part.type ?? 'application/xml', bytes);
    if (relations.length > 0) file.addRelations(copyName(part.name), relationsXml(part.name, relations));
  }
}

/** What names a relation that is cut names none; a layout that is not there is no longer in the master's list. */
function withoutRelations({ bytes }: OfficePart, cut: readonly string[], isMaster: boolean): Buffer {
  const ids = cut.map((id) => id.replace(/[^\w.-]/g, '\\$&')).join('|');
  const text = bytes.toString('utf8');
  const listed = isMaster
    ? text.replace(new RegExp(`<p:sldLayoutId\\b[^>]*"(?:${ids})"[^>]*/>`, 'g'), '')
    : text;
  return Buffer.from(
    listed.replace(new RegExp(`(\\s\\w+:(?:id|embed|link|pict)=)(["'])(?:${ids})\\2`, 'g'), '$1""'),
  );
}

function relationsXml(part: string, relations: readonly PartRelation[]): string {
  const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
  const folder = posix.dirname(copyName(part));
  const lines = relations.map(({ id, kind, target }) => {
    const type =
      kind === 'hdphoto' ? `http://schemas.microsoft.com/office/2007/relationships/${kind}` : types + kind;
    const path = posix.relative(folder, copyName(target));
    return `<Relationship Id="${escapeXml(id)}" Type="${type}" Target="${escapeXml(encodeURI(path))}"/>`;
  });
  return xmlDocument(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`,
  );
}
