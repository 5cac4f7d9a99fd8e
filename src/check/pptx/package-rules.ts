// Whether a file's parts hold together (ECMA-376, part 2): each rule gives the problems that it finds.
import {
  descendants,
  elementsIn,
  type OfficePackage,
  type OfficePart,
  type PackageProblem,
  type PartRelation,
  type XmlElement,
} from '../../office/index.ts';

/** Relations whose part is not there, whose part is of another type, or whose id is not theirs alone. */
export function brokenRelations(office: OfficePackage): readonly PackageProblem[] {
  const sources = [{ name: 'the file', relations: office.relations }, ...office.parts.values()];
  return sources.flatMap(({ name, relations }) =>
    relations.flatMap((relation, at) => {
      const isTaken = relations.findIndex(({ id }) => id === relation.id) < at;
      const wrong = isTaken ? `two relations are called ${relation.id}` : wrongTarget(relation, office);
      return wrong ? [{ part: name, message: wrong }] : [];
    }),
  );
}

function wrongTarget(
  { id, kind, target, isExternal }: PartRelation,
  { parts }: OfficePackage,
): string | undefined {
  if (id === '') return `a relation to ${target} has no id`;
  if (isExternal) return kind === 'hyperlink' ? undefined : `${id} (${kind}) is not in the file: ${target}`;
  const part = parts.get(target);
  if (!part) return `${id} (${kind}) leads to ${target}, which is not there`;
  const type = typeByRelation.get(kind);
  return type && part.type && !part.type.endsWith(type)
    ? `${id} (${kind}) leads to ${target}, which is ${part.type}`
    : undefined;
}

/** The ends of the types that the target of a relation has (part 1, 13.3 and 14.2). */
const typeByRelation: ReadonlyMap<string, string> = new Map(
  Object.entries({
    slide: '.slide+xml',
    slideLayout: '.slideLayout+xml',
    slideMaster: '.slideMaster+xml',
    notesSlide: '.notesSlide+xml',
    notesMaster: '.notesMaster+xml',
    theme: '.theme+xml',
    chart: '.chart+xml',
    package: '.sheet',
    'core-properties': '.core-properties+xml',
    'extended-properties': '.extended-properties+xml',
  }),
);

/** Relations that a document names and its part has not. */
export function unknownRelations({ parts }: OfficePackage): readonly PackageProblem[] {
  return [...parts.values()].flatMap(({ name, root, relations }) => {
    const known = new Set(relations.map(({ id }) => id));
    const named = root ? [...descendants(root)].flatMap(relationsNamed) : [];
    return named.flatMap(({ id, by }) =>
      // A link that does something in the program, as one to the next slide, names nothing.
      id === '' || known.has(id)
        ? []
        : [{ part: name, message: `${by} names ${id}, which is no relation of it` }],
    );
  });
}

function relationsNamed({
  name,
  attributes,
}: {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}) {
  return [...attributes].flatMap(([key, id]) => (key.startsWith('r:') ? [{ id, by: name }] : []));
}

/** Parts without a type, and types of parts that are not there. */
export function untypedParts({ parts, typed }: OfficePackage): readonly PackageProblem[] {
  const types = '[Content_Types].xml';
  return [
    ...[...parts.values()].flatMap(({ name, type }) =>
      type === undefined || type === 'application/xml'
        ? [{ part: name, message: 'it has no type of its own' }]
        : [],
    ),
    ...typed
      .filter((name) => !parts.has(name))
      .map((name) => ({ part: types, message: `${name} has a type, but is not there` })),
    ...typed
      .filter((name, at) => typed.indexOf(name) < at)
      .map((name) => ({ part: types, message: `${name} has two types` })),
  ];
}

/** Parts that nothing leads to. */
export function orphanParts({ parts, relations }: OfficePackage): readonly PackageProblem[] {
  const reached = new Set<string>();
  const follow = (from: readonly PartRelation[]): void => {
    for (const { target, isExternal } of from) {
      if (isExternal || reached.has(target)) continue;
      reached.add(target);
      follow(parts.get(target)?.relations ?? []);
    }
  };
  follow(relations);
  return [...parts.keys()]
    .filter((name) => !reached.has(name))
    .map((part) => ({ part, message: 'nothing in the file leads to it' }));
}

/** Ids that two shapes of a part, two slides, or two of the masters and layouts of a file share, or that are out of range. */
export function sharedIds({ parts }: OfficePackage): readonly PackageProblem[] {
  const all = [...parts.values()];
  const shapes = all.flatMap((part) => taken(part.name, idsIn(part, ['p:cNvPr']), isShapeId));
  const slides = all.flatMap((part) => taken(part.name, idsIn(part, ['p:sldId']), isSlideId));
  const layouts = all.flatMap((part) => idsIn(part, ['p:sldMasterId', 'p:sldLayoutId']));
  return [...shapes, ...slides, ...taken('ppt/presentation.xml', layouts, isMasterId)];
}

/** The ranges of ST_DrawingElementId, ST_SlideId and ST_SlideMasterId (part 1, 20.1.10.21 and 19.7). */
const isShapeId = (id: number): boolean => id >= 0 && id < 2 ** 32;
const isSlideId = (id: number): boolean => id >= 256 && id < 2 ** 31;
const isMasterId = (id: number): boolean => id >= 2 ** 31 && id < 2 ** 32;

function idsIn({ root }: OfficePart, names: readonly string[]): readonly string[] {
  return root
    ? shownIn(root).flatMap(({ name, attributes }) =>
        names.includes(name) ? (attributes.get('id') ?? '') : [],
      )
    : [];
}

/** What stands in for a new element has the ids of that. */
function shownIn(element: XmlElement): readonly XmlElement[] {
  if (element.name === 'mc:Fallback') return [];
  return [element, ...elementsIn(element).flatMap(shownIn)];
}

function taken(
  part: string,
  ids: readonly string[],
  isInRange: (id: number) => boolean,
): readonly PackageProblem[] {
  return ids.flatMap((id, at) => {
    if (!/^\d+$/.test(id) || !isInRange(Number(id)))
      return [{ part, message: `${id || 'nothing'} is no id` }];
    return ids.indexOf(id) < at ? [{ part, message: `the id ${id} is there twice` }] : [];
  });
}
