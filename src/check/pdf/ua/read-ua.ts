// Reads a PDF as the conditions of PDF/UA-1 need it, from the file alone.
import { PDFArray, PDFBool, PDFDict, PDFDocument, PDFName, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import { type ContentMarks, type Enclosure, readContentMarks } from './content-marks.ts';
import { dictOf, numberOf, streamText, wordOf } from './pdf-values.ts';
import { readTags } from './read-elements.ts';
import { createFontReader, type FontReader } from './read-fonts.ts';
import type { UaAnnotation, UaFile, UaLayers, UaPage, UaStream } from './ua-file.ts';

export async function readUa(bytes: Uint8Array): Promise<UaFile> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true });
  const fonts = createFontReader();
  const { elements, roleMap } = readTags(pdf);
  const pages = readPages(pdf, fonts);
  return {
    catalog: readCatalog(pdf),
    ...encryptionOf(pdf),
    roleMap,
    elements,
    pages,
    fonts: fonts.used(),
    ...readObjects(pdf),
    layers: readLayers(pdf),
  };
}

const name = (text: string): PDFName => PDFName.of(text);

function isTrue(of: PDFDict | undefined, key: string): boolean | undefined {
  const value = of?.lookup(name(key));
  return value instanceof PDFBool ? value.asBoolean() : undefined;
}

function readCatalog({ catalog }: PDFDocument): UaFile['catalog'] {
  const metadata = catalog.lookup(name('Metadata'));
  const shows = isTrue(dictOf(catalog, 'ViewerPreferences'), 'DisplayDocTitle');
  const lang = wordOf(catalog, 'Lang');
  const forms = dictOf(catalog, 'AcroForm')?.lookup(name('XFA'));
  const parts = forms instanceof PDFArray ? forms.asArray().map((_, at) => forms.lookup(at)) : [forms];
  return {
    ...(metadata && { metadata: Buffer.from(streamText(metadata), 'latin1').toString('utf8') }),
    ...(shows !== undefined && { showsTitle: shows }),
    isSuspect: isTrue(dictOf(catalog, 'MarkInfo'), 'Suspects') ?? false,
    ...(lang && { lang }),
    hasOutline: dictOf(dictOf(catalog, 'Outlines'), 'First') !== undefined,
    hasDynamicForm: parts.some((part) => /<dynamicRender>\s*required/.test(streamText(part))),
  };
}

function encryptionOf({ context }: PDFDocument): Pick<UaFile, 'encryption'> {
  const dict = context.lookup(context.trailerInfo.Encrypt);
  if (!(dict instanceof PDFDict)) return {};
  const permissions = numberOf(dict, 'P');
  return { encryption: { ...(permissions !== undefined && { permissions }) } };
}

function readLayers({ catalog }: PDFDocument): readonly UaLayers[] {
  const properties = dictOf(catalog, 'OCProperties');
  const own = dictOf(properties, 'D');
  const configs = properties?.lookup(name('Configs'));
  const others = configs instanceof PDFArray ? configs.asArray().map((_, at) => configs.lookup(at)) : [];
  const read = (dict: PDFDict, isDefault: boolean): UaLayers => ({
    isDefault,
    isNamed: (wordOf(dict, 'Name') ?? '') !== '',
    isAutomatic: dict.has(name('AS')),
  });
  return [
    ...(own ? [read(own, true)] : []),
    ...others.flatMap((one) => (one instanceof PDFDict ? [read(one, false)] : [])),
  ];
}

/** Objects that may stand anywhere in the file. */
function readObjects({ context }: PDFDocument): Pick<UaFile, 'files' | 'mediaClips' | 'fields'> {
  const dicts = context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));
  return {
    files: dicts
      .filter((dict) => dict.has(name('EF')))
      .map((dict) => ({ hasNames: dict.has(name('F')) && dict.has(name('UF')) })),
    mediaClips: dicts
      .filter((dict) => wordOf(dict, 'S') === 'MCD')
      .map((dict) => ({ hasType: dict.has(name('CT')), hasAlt: dict.has(name('Alt')) })),
    fields: dicts
      .filter((dict) => dict.has(name('FT')))
      .map((dict) => ({ isDescribed: dict.has(name('TU')), hasWords: (wordOf(dict, 'TU') ?? '') !== '' })),
  };
}

function readPages(pdf: PDFDocument, fonts: FontReader): readonly UaPage[] {
  const uses = new Map<string, number>();
  const pages = pdf.getPages().map(({ node }) => {
    const streams = new Map<string, UaStream>();
    const contents = node.get(name('Contents'));
    const key = contents instanceof PDFRef ? contents.toString() : 'contents';
    const list = node.lookup(name('Contents'));
    const text =
      list instanceof PDFArray
        ? list
            .asArray()
            .map((_, at) => streamText(list.lookup(at)))
            .join('\n')
        : streamText(list);
    const read = (
      own: string,
      key: string,
      resources: PDFDict | undefined,
      within: Enclosure,
      isReference: boolean,
    ): void => {
      const marks = readContentMarks(own, within);
      streams.set(key, { key, uses: 1, isReference, ...summary(marks, resources, fonts) });
      for (const { name: called, within: where } of marks.objects) {
        const ref = dictOf(resources, 'XObject')?.get(name(called));
        const form = ref instanceof PDFRef ? pdf.context.lookup(ref) : ref;
        if (!(form instanceof PDFStream) || wordOf(form.dict, 'Subtype') !== 'Form') {
          if (where === 'nothing') addBare(streams, key);
          continue;
        }
        const formKey = ref?.toString() ?? called;
        uses.set(formKey, (uses.get(formKey) ?? 0) + 1);
        if (!streams.has(formKey)) {
          read(
            streamText(form),
            formKey,
            dictOf(form.dict, 'Resources') ?? resources,
            where,
            form.dict.has(name('Ref')),
          );
        }
      }
    };
    read(text, key, node.Resources(), 'nothing', false);
    const tabs = wordOf(node, 'Tabs');
    return { streams, annotations: readAnnotations(node, pdf), ...(tabs !== undefined && { tabs }) };
  });
  return pages.map(({ streams, ...page }) => ({
    ...page,
    streams: [...streams.values()].map((stream) => ({ ...stream, uses: uses.get(stream.key) ?? 1 })),
  }));
}

function addBare(streams: Map<string, UaStream>, key: string): void {
  const stream = streams.get(key);
  if (stream) streams.set(key, { ...stream, bare: stream.bare + 1 });
}

function summary(
  { codes, objects: _, ...marks }: ContentMarks,
  resources: PDFDict | undefined,
  fonts: FontReader,
): Pick<
  UaStream,
  'mcids' | 'bare' | 'artifactsInTags' | 'tagsInArtifacts' | 'unmapped' | 'notdef' | 'hasText'
> {
  const drawn = [...codes].map(([font, texts]) => fonts.draw(dictOf(dictOf(resources, 'Font'), font), texts));
  const sum = (key: 'unmapped' | 'notdef'): number => drawn.reduce((total, one) => total + one[key], 0);
  return { ...marks, unmapped: sum('unmapped'), notdef: sum('notdef') };
}

function readAnnotations(node: PDFDict, { context }: PDFDocument): readonly UaAnnotation[] {
  const list = node.lookup(name('Annots'));
  if (!(list instanceof PDFArray)) return [];
  return list.asArray().flatMap((ref) => {
    const dict = context.lookup(ref);
    if (!(dict instanceof PDFDict)) return [];
    const [contents, lang] = [wordOf(dict, 'Contents'), wordOf(dict, 'Lang')];
    const file = dictOf(dict, 'FS');
    const appearance = dictOf(dict, 'AP')?.lookup(name('N'));
    const marks = appearance instanceof PDFStream ? readContentMarks(streamText(appearance)) : undefined;
    return [
      {
        key: ref.toString(),
        subtype: wordOf(dict, 'Subtype') ?? '',
        // Bits 2 and 6: hidden, not viewed (ISO 32000-1, table 165).
        isHidden: ((numberOf(dict, 'F') ?? 0) & 0b10) !== 0,
        ...(contents !== undefined && { contents }),
        ...(lang !== undefined && { lang }),
        hasConformingFile: ['F', 'UF'].every((key) => file?.has(name(key))),
        isArtifact: marks === undefined || (marks.bare === 0 && marks.mcids.size === 0),
      },
    ];
  });
}
