// Checkpoints 1, 2, 6, 7, 11, 20, 21, 25, 26 and 30: the file as a whole, and what is drawn.
import type { UaFile, UaStream } from '../ua-file.ts';
import { type Condition, type Fault, faultsOf, langOf, once } from './condition.ts';
import { standardTypes } from './standard-types.ts';

export const documentConditions: readonly Condition[] = [
  {
    id: '01-003',
    says: 'what is marked as an artifact stands in tagged content',
    find: (file) => streams(file, ({ artifactsInTags }) => artifactsInTags > 0),
  },
  {
    id: '01-004',
    says: 'tagged content stands in what is marked as an artifact',
    find: (file) => streams(file, ({ tagsInArtifacts }) => tagsInArtifacts > 0),
  },
  {
    id: '01-005',
    says: 'content is neither tagged nor marked as an artifact',
    find: (file) => {
      const known = new Set(
        file.elements.flatMap(({ marks }) => marks.map(({ stream, mcid }) => `${stream} ${mcid}`)),
      );
      return streams(
        file,
        ({ bare, key, mcids }) => bare > 0 || [...mcids].some((mcid) => !known.has(`${key} ${mcid}`)),
      );
    },
  },
  { id: '01-007', says: 'the tags are said to be suspect', find: ({ catalog }) => once(catalog.isSuspect) },
  {
    id: '02-001',
    says: 'a type is mapped to no standard type',
    find: ({ elements }) => faultsOf(elements.filter(({ role }) => !standardTypes.has(role))),
  },
  {
    id: '02-003',
    says: 'types are mapped to one another in a circle',
    find: ({ roleMap }) =>
      [...roleMap.keys()].filter((type) => isCircular(type, roleMap)).map((what) => ({ what })),
  },
  {
    id: '02-004',
    says: 'a standard type is mapped to another one',
    find: ({ roleMap }) =>
      [...roleMap.keys()].filter((type) => standardTypes.has(type)).map((what) => ({ what })),
  },
  {
    id: '06-001',
    says: 'there is no XMP metadata',
    find: ({ catalog }) => once(catalog.metadata === undefined),
  },
  {
    id: '06-002',
    says: 'the metadata does not say PDF/UA-1',
    find: ({ catalog }) => once(!/pdfuaid:part(?:>|=["'])\s*1\b/.test(catalog.metadata ?? 'pdfuaid:part>1')),
  },
  {
    id: '06-003',
    says: 'the metadata has no title',
    find: ({ catalog }) =>
      once(
        !/<dc:title>[\s\S]*?<rdf:li[^>]*>\s*\S[\s\S]*?<\/rdf:li>/.test(
          catalog.metadata ?? '<dc:title><rdf:li>-</rdf:li>',
        ),
      ),
  },
  {
    id: '07-001',
    says: 'it is not said whether the title is shown',
    find: ({ catalog }) => once(catalog.showsTitle === undefined),
  },
  { id: '07-002', says: 'the title is not shown', find: ({ catalog }) => once(catalog.showsTitle === false) },
  {
    id: '11-001',
    says: 'the language of text is not known',
    find: (file) => unknownLang(file, ({ marks }) => marks.length > 0),
  },
  {
    id: '11-002',
    says: 'the language of words in the place of content is not known',
    find: (file) => unknownLang(file, ({ alt, text, expansion }) => (alt ?? text ?? expansion) !== undefined),
  },
  {
    id: '11-003',
    says: 'the language of the bookmarks is not known',
    find: ({ catalog }) => once(catalog.hasOutline && !catalog.lang),
  },
  {
    id: '11-004',
    says: 'the language of the words of an annotation is not known',
    find: ({ catalog, pages }) =>
      catalog.lang
        ? []
        : pages.flatMap(({ annotations }, page) =>
            annotations.filter(({ contents, lang }) => contents !== undefined && !lang).map(() => ({ page })),
          ),
  },
  {
    id: '11-005',
    says: 'the language of the words of a form field is not known',
    find: ({ catalog, fields }) => once(!catalog.lang && fields.some(({ hasWords }) => hasWords)),
  },
  {
    id: '11-006',
    says: 'the language of the metadata is not known',
    find: ({ catalog }) =>
      once(
        !catalog.lang &&
          catalog.metadata !== undefined &&
          !/xml:lang="(?!x-default)[^"]+"/.test(catalog.metadata),
      ),
  },
  {
    id: '20-001',
    says: 'a configuration of layers has no name',
    find: ({ layers }) => once(layers.some(({ isDefault, isNamed }) => !isDefault && !isNamed)),
  },
  {
    id: '20-002',
    says: 'the default configuration of layers has no name',
    find: ({ layers }) => once(layers.some(({ isDefault, isNamed }) => isDefault && !isNamed)),
  },
  {
    id: '20-003',
    says: 'layers are shown by themselves',
    find: ({ layers }) => once(layers.some(({ isAutomatic }) => isAutomatic)),
  },
  {
    id: '21-001',
    says: 'an embedded file has not both its names',
    find: ({ files }) => once(files.some(({ hasNames }) => !hasNames)),
  },
  {
    id: '25-001',
    says: 'a form is laid out when it is opened',
    find: ({ catalog }) => once(catalog.hasDynamicForm),
  },
  {
    id: '26-001',
    says: 'the file is encrypted, and does not say for whom',
    find: ({ encryption }) => once(encryption !== undefined && encryption.permissions === undefined),
  },
  {
    id: '26-002',
    says: 'the file is encrypted against screen readers',
    // Bit 10 (ISO 32000-1, table 22).
    find: ({ encryption }) =>
      once(encryption?.permissions !== undefined && (encryption.permissions & 0b10_0000_0000) === 0),
  },
  {
    id: '30-001',
    says: 'content of another file is drawn',
    find: (file) => streams(file, ({ isReference }) => isReference),
  },
  {
    id: '30-002',
    says: 'a drawing with tags is drawn more than once',
    find: (file) => streams(file, ({ uses, mcids }) => uses > 1 && mcids.size > 0),
  },
];

function streams({ pages }: UaFile, isWrong: (stream: UaStream) => boolean): readonly Fault[] {
  return pages.flatMap((page, at) => (page.streams.some(isWrong) ? [{ page: at }] : []));
}

function unknownLang(
  { catalog, elements }: UaFile,
  isMeant: (element: UaFile['elements'][number]) => boolean,
): readonly Fault[] {
  if (catalog.lang) return [];
  return faultsOf(elements.filter((element) => isMeant(element) && !langOf(element)));
}

function isCircular(type: string, roleMap: UaFile['roleMap']): boolean {
  const seen = new Set<string>();
  for (let role: string | undefined = type; role !== undefined; role = roleMap.get(role)) {
    if (seen.has(role)) return true;
    seen.add(role);
  }
  return false;
}
