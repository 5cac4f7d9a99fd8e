import { PDFDict, type PDFDocument, PDFName } from '@cantoo/pdf-lib';

/**
 * Chromium tags emphasis with roles of PDF 2.0 in a file that says it is older; there each must be
 * mapped to a role that version knows (ISO 32000-1, 14.7.3), or readers call the tree damaged.
 */
const newerRoles = { Em: 'Span', Strong: 'Span' } as const;

export function nameRoles(pdf: PDFDocument): void {
  const tree = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  if (!tree) return;
  const roles = tree.lookupMaybe(PDFName.of('RoleMap'), PDFDict) ?? (pdf.context.obj({}) as PDFDict);
  for (const [newer, known] of Object.entries(newerRoles)) {
    if (!roles.has(PDFName.of(newer))) roles.set(PDFName.of(newer), PDFName.of(known));
  }
  tree.set(PDFName.of('RoleMap'), roles);
}
