// Checkpoint 28: links and other annotations.
import type { UaAnnotation, UaElement, UaFile } from '../ua-file.ts';
import { type Condition, type Fault, isWithin, once } from './condition.ts';

export const annotationConditions: readonly Condition[] = [
  {
    id: '28-002',
    says: 'an annotation stands in no Annot',
    find: (file) =>
      wrong(
        file,
        (one, element) =>
          !['Widget', 'Link', 'PrinterMark'].includes(one.subtype) && element?.role !== 'Annot',
      ),
  },
  {
    id: '28-004',
    says: 'an annotation has no words',
    find: (file) =>
      wrong(
        file,
        (one, element) => one.subtype !== 'Widget' && !one.contents?.trim() && !element?.alt?.trim(),
      ),
  },
  {
    id: '28-005',
    says: 'a form field has no words',
    find: ({ fields }) => once(fields.some(({ isDescribed }) => !isDescribed)),
  },
  {
    id: '28-006',
    says: 'an annotation is of a kind that is not known, and has no place in the tree',
    find: (file) =>
      wrong(file, (one, element) => !known.has(one.subtype) && (element === undefined || !one.contents)),
  },
  {
    id: '28-007',
    says: 'there is an annotation for trapping',
    find: (file) => wrong(file, ({ subtype }) => subtype === 'TrapNet'),
  },
  {
    id: '28-008',
    says: 'a page with annotations does not say their order',
    find: ({ pages }) => ordered(pages, (tabs) => tabs === undefined),
  },
  {
    id: '28-009',
    says: 'the order of annotations is not that of the tree',
    find: ({ pages }) => ordered(pages, (tabs) => tabs !== undefined && tabs !== 'S'),
  },
  {
    id: '28-010',
    says: 'a form field stands in no Form',
    find: (file) => wrong(file, ({ subtype }, element) => subtype === 'Widget' && !isWithin(element, 'Form')),
  },
  {
    id: '28-011',
    says: 'a link stands in no Link',
    find: (file) => wrong(file, ({ subtype }, element) => subtype === 'Link' && !isWithin(element, 'Link')),
  },
  {
    id: '28-012',
    says: 'a link has no words that say where it leads',
    find: (file) => wrong(file, ({ subtype, contents }) => subtype === 'Link' && !contents?.trim()),
  },
  {
    id: '28-014',
    says: 'a sound or film does not say its kind',
    find: ({ mediaClips }) => once(mediaClips.some(({ hasType }) => !hasType)),
  },
  {
    id: '28-015',
    says: 'a sound or film has no words in its place',
    find: ({ mediaClips }) => once(mediaClips.some(({ hasAlt }) => !hasAlt)),
  },
  {
    id: '28-016',
    says: 'an attached file has not both its names',
    find: (file) =>
      wrong(file, ({ subtype, hasConformingFile }) => subtype === 'FileAttachment' && !hasConformingFile),
  },
  {
    id: '28-017',
    says: 'a mark for the printer stands in the tree',
    find: (file) => wrong(file, ({ subtype }, element) => subtype === 'PrinterMark' && element !== undefined),
  },
  {
    id: '28-018',
    says: 'a mark for the printer is not marked as an artifact',
    find: (file) => wrong(file, ({ subtype, isArtifact }) => subtype === 'PrinterMark' && !isArtifact),
  },
];

/** ISO 32000-1, table 169. */
const known = new Set([
  ...[
    'Text',
    'Link',
    'FreeText',
    'Line',
    'Square',
    'Circle',
    'Polygon',
    'PolyLine',
    'Highlight',
    'Underline',
    'Squiggly',
  ],
  ...['StrikeOut', 'Stamp', 'Caret', 'Ink', 'Popup', 'FileAttachment', 'Sound', 'Movie', 'Widget', 'Screen'],
  ...['PrinterMark', 'TrapNet', 'Watermark', '3D', 'Redact'],
]);

/** Those that are hidden need nothing. */
function wrong(
  { pages, elements }: UaFile,
  isWrong: (one: UaAnnotation, element: UaElement | undefined) => boolean,
): readonly Fault[] {
  const owners = new Map(
    elements.flatMap((element) => element.annotations.map((key) => [key, element] as const)),
  );
  return pages.flatMap(({ annotations }, page) =>
    annotations
      .filter((one) => !one.isHidden && isWrong(one, owners.get(one.key)))
      .map(({ subtype }) => ({ page, what: subtype })),
  );
}

function ordered(pages: UaFile['pages'], isWrong: (tabs: string | undefined) => boolean): readonly Fault[] {
  return pages.flatMap(({ annotations, tabs }, page) =>
    annotations.length > 0 && isWrong(tabs) ? [{ page }] : [],
  );
}
