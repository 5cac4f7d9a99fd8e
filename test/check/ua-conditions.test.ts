// Every condition of PDF/UA-1 that is looked at is broken once, in a file that was printed for real.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { beforeAll, expect, test } from 'vitest';
import { conditions } from '../../src/check/pdf/ua/check-ua.ts';
import { readUa } from '../../src/check/pdf/ua/read-ua.ts';
import { compileFile } from '../../src/pipeline/index.ts';
import { render } from '../../src/render/index.ts';

const notes = `# Hippos by night

## Agenda

- [Feeding](#feeding)
- [Growth](#growth)

## Feeding

1. They wait
2. They graze

See [a page](https://example.org/hippos) about it.

### What they weigh

| Animal | Age | Place |
|---|---|---|
| Bull | old | river |
| Cow | young | bank |

## Growth

The weight grows as $w = a t^{2}$ in the first year.

![A hippo](hippo.svg)
`;

let printed: Uint8Array;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-test-'));
  writeFileSync(join(folder, 'hippos.md'), notes);
  writeFileSync(
    join(folder, 'hippo.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><circle cx="9" cy="9" r="8"/></svg>',
  );
  const { value } = await compileFile('hippos.md', { cwd: folder });
  if (!value) throw new Error('the notes are not compiled');
  const base = join(folder, 'hippos');
  await render(value.deck, value.theme, { formats: ['pdf'], base, notesFolder: folder });
  printed = readFileSync(`${base}.pdf`);
});

async function brokenBy(plant: Plant): Promise<readonly string[]> {
  const pdf = await PDFDocument.load(printed, { updateMetadata: false });
  plant(toolsFor(pdf));
  const file = await readUa(await pdf.save());
  return conditions.filter(({ find }) => find(file).length > 0).map(({ id }) => id);
}

test('a file as it is written breaks none', async () => {
  expect(await brokenBy(() => undefined)).toEqual([]);
});

type Plant = (pdf: Tools) => void;
type Tools = ReturnType<typeof toolsFor>;

const name = (text: string): PDFName => PDFName.of(text);

/** What the faults are planted with. */
function toolsFor(pdf: PDFDocument) {
  const { context, catalog } = pdf;
  const dicts = (): readonly PDFDict[] =>
    context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));
  const found = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('nothing to plant the fault in');
    return value;
  };
  const obj = (value: unknown): PDFDict => context.obj(value as never) as unknown as PDFDict;
  const elements = (type: string): readonly PDFDict[] =>
    dicts().filter((dict) => dict.has(name('P')) && dict.get(name('S')) === name(type));
  const retype = (type: string, to: string, at = 0): void =>
    found(elements(type)[at]).set(name('S'), name(to));
  const page = (at: number) => found(pdf.getPages()[at]).node;
  const content = (at: number, edit: (text: string) => string): void => {
    const ref = page(at).get(name('Contents'));
    const stream = context.lookup(ref) as PDFRawStream;
    const before = inflateSync(stream.contents).toString('latin1');
    const after = edit(before);
    if (after === before) throw new Error('the fault was not planted');
    context.assign(ref as PDFRef, PDFRawStream.of(stream.dict, deflateSync(Buffer.from(after, 'latin1'))));
  };
  const links = (): readonly PDFDict[] =>
    dicts().filter((dict) => dict.get(name('Subtype')) === name('Link'));
  const fonts = (): readonly PDFDict[] =>
    dicts().filter((dict) => dict.get(name('Subtype')) === name('Type0'));
  const stream = (text: string, dict: Record<string, unknown> = {}): PDFRef =>
    context.register(context.stream(text, dict as never));
  return {
    pdf,
    context,
    catalog,
    obj,
    elements,
    retype,
    page,
    content,
    stream,
    found,
    link: () => found(links()[0]),
    links,
    font: () => found(fonts()[0]),
    fonts,
    cid: () =>
      found(context.lookup(found(fonts()[0]).lookup(name('DescendantFonts'), PDFArray).get(0)) as PDFDict),
    tree: () => catalog.lookup(name('StructTreeRoot'), PDFDict),
    add: (value: unknown) => context.register(obj(value)),
    element: (type: string, at = 0) => found(elements(type)[at]),
    map: (system: Record<string, unknown>, text = '') =>
      stream(text, {
        Type: 'CMap',
        CMapName: 'Own',
        CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
        ...system,
      }),
    /** One of TrueType, one byte a code, in the place of the first. */
    plain(own: Record<string, unknown>, flags = 32): void {
      const font = found(fonts()[0]);
      const descriptor = context.register(
        obj({ Type: 'FontDescriptor', Flags: flags, FontFile2: stream('') }),
      );
      font.delete(name('DescendantFonts'));
      font.delete(name('Encoding'));
      font.set(name('Subtype'), name('TrueType'));
      font.set(name('FontDescriptor'), descriptor);
      for (const [key, value] of Object.entries(own)) font.set(name(key), obj(value));
    },
    annotate(subtype: string, more: Record<string, unknown> = {}): void {
      const link = found(links()[0]);
      link.set(name('Subtype'), name(subtype));
      for (const [key, value] of Object.entries(more)) link.set(name(key), obj(value));
    },
    noLanguage(): void {
      catalog.delete(name('Lang'));
      for (const dict of dicts()) if (dict.has(name('P')) && dict.has(name('S'))) dict.delete(name('Lang'));
    },
  };
}

const unknownMap = 'beginbfchar endbfchar';

/** By the number of the condition. */
const faults: Readonly<Record<string, Plant>> = {
  '01-003': ({ content }) =>
    content(2, (text) => text.replace(/(\/LBody <<\/MCID \d+>> BDC\n)/, '$1/Artifact BMC\nEMC\n')),
  '01-004': ({ content }) =>
    content(2, (text) => text.replace('/Artifact BMC\n', '/Artifact BMC\n/P <</MCID 0>> BDC\nEMC\n')),
  '01-005': ({ content }) => content(2, (text) => `${text}\n0 0 1 1 re\nf`),
  '01-007': ({ catalog, obj }) => catalog.set(name('MarkInfo'), obj({ Marked: true, Suspects: true })),
  '02-001': ({ retype }) => retype('P', 'Absatz'),
  '02-003': ({ tree, obj }) =>
    tree().set(name('RoleMap'), obj({ One: 'Two', Two: 'One', Em: 'Span', Strong: 'Span' })),
  '02-004': ({ tree, obj }) => tree().set(name('RoleMap'), obj({ P: 'Span', Em: 'Span', Strong: 'Span' })),
  '06-001': ({ catalog }) => catalog.delete(name('Metadata')),
  '06-002': ({ catalog, stream }) =>
    catalog.set(name('Metadata'), stream('<dc:title><rdf:Alt><rdf:li>A</rdf:li></rdf:Alt></dc:title>')),
  '06-003': ({ catalog, stream }) => catalog.set(name('Metadata'), stream('<pdfuaid:part>1</pdfuaid:part>')),
  '07-001': ({ catalog }) => catalog.delete(name('ViewerPreferences')),
  '07-002': ({ catalog, obj }) => catalog.set(name('ViewerPreferences'), obj({ DisplayDocTitle: false })),
  '09-004': ({ retype }) => retype('TD', 'P'),
  '09-005': ({ retype }) => retype('LI', 'P'),
  '09-006': ({ retype }) => retype('TOCI', 'P'),
  '09-007': ({ retype }) => retype('P', 'RB'),
  '09-008': ({ retype }) => retype('P', 'WT'),
  '10-001': ({ fonts, stream }) => {
    for (const font of fonts()) font.set(name('ToUnicode'), stream(unknownMap));
  },
  '11-001': ({ noLanguage }) => noLanguage(),
  '11-002': ({ noLanguage }) => noLanguage(),
  '11-003': ({ noLanguage }) => noLanguage(),
  '11-004': ({ noLanguage }) => noLanguage(),
  '11-005': ({ noLanguage, add }) => {
    noLanguage();
    add({ FT: 'Tx', TU: PDFString.of('Your name') });
  },
  '11-006': ({ noLanguage }) => noLanguage(),
  '13-004': ({ element }) => element('Figure').delete(name('Alt')),
  '14-002': ({ retype }) => retype('H1', 'H2'),
  '14-003': ({ retype }) => retype('H2', 'H5'),
  '14-006': ({ element, context, add }) => {
    const section = element('Sect');
    const heading = () => add({ S: 'H', P: name('Sect') });
    section.set(name('K'), context.obj([heading(), heading()]));
  },
  '14-007': ({ retype }) => retype('P', 'H'),
  '15-003': ({ element }) => element('TH').delete(name('A')),
  '17-002': ({ element }) => element('Formula').delete(name('Alt')),
  '17-003': ({ fonts, stream }) => {
    for (const font of fonts()) font.set(name('ToUnicode'), stream(unknownMap));
  },
  '19-003': ({ retype }) => retype('P', 'Note'),
  '19-004': ({ element }) => {
    for (const note of [element('P'), element('P', 1)]) {
      note.set(name('S'), name('Note'));
      note.set(name('ID'), PDFString.of('one'));
    }
  },
  '20-001': ({ catalog, obj }) =>
    catalog.set(name('OCProperties'), obj({ Configs: [{}], D: { Name: PDFString.of('All') } })),
  '20-002': ({ catalog, obj }) => catalog.set(name('OCProperties'), obj({ D: {} })),
  '20-003': ({ catalog, obj }) =>
    catalog.set(name('OCProperties'), obj({ D: { Name: PDFString.of('All'), AS: [] } })),
  '21-001': ({ add }) => add({ Type: 'Filespec', EF: {}, F: PDFString.of('a.txt') }),
  '25-001': ({ catalog, context, stream }) =>
    catalog.set(
      name('AcroForm'),
      context.obj({ Fields: [], XFA: stream('<dynamicRender>required</dynamicRender>') }),
    ),
  '28-002': ({ annotate }) => annotate('Text'),
  '28-004': ({ link }) => link().delete(name('Contents')),
  '28-005': ({ add }) => add({ FT: 'Tx' }),
  '28-006': ({ annotate, found, links }) => {
    const [link] = links();
    annotate('Hologram');
    found(link).delete(name('Contents'));
  },
  '28-007': ({ annotate }) => annotate('TrapNet'),
  '28-008': ({ page }) => page(1).delete(name('Tabs')),
  '28-009': ({ page }) => page(1).set(name('Tabs'), name('R')),
  '28-010': ({ annotate }) => annotate('Widget'),
  '28-011': ({ retype }) => retype('Link', 'Span'),
  '28-012': ({ link }) => link().set(name('Contents'), PDFString.of(' ')),
  '28-014': ({ add }) => add({ S: 'MCD', Alt: [] }),
  '28-015': ({ add }) => add({ S: 'MCD', CT: PDFString.of('audio/wav') }),
  '28-016': ({ annotate }) => annotate('FileAttachment', { FS: { F: PDFString.of('a.txt') } }),
  '28-017': ({ annotate }) => annotate('PrinterMark'),
  '28-018': ({ annotate, stream }) => annotate('PrinterMark', { AP: { N: stream('0 0 1 1 re\nf') } }),
  '30-001': (tools) => drawForm(tools, '/Artifact BMC\nEMC', { Ref: {} }),
  '30-002': (tools) => drawForm(tools, '/P <</MCID 0>> BDC\nEMC', {}, 2),
  '31-001': ({ font, map }) =>
    font().set(name('Encoding'), map({ CIDSystemInfo: system('Own', 'Identity', 0) })),
  '31-002': ({ font, map }) =>
    font().set(name('Encoding'), map({ CIDSystemInfo: system('Adobe', 'Own', 0) })),
  '31-003': ({ font, map }) =>
    font().set(name('Encoding'), map({ CIDSystemInfo: system('Adobe', 'Identity', 3) })),
  '31-004': ({ cid }) => cid().set(name('CIDToGIDMap'), name('Other')),
  '31-005': ({ cid }) => cid().delete(name('CIDToGIDMap')),
  '31-006': ({ font }) => font().set(name('Encoding'), name('Own-X')),
  '31-007': ({ font, map }) => font().set(name('Encoding'), map({ WMode: 1 }, '/WMode 0 def')),
  '31-008': ({ font, map }) => font().set(name('Encoding'), map({ UseCMap: 'Own-X' })),
  '31-009': ({ cid, obj }) => cid().set(name('FontDescriptor'), obj({ Type: 'FontDescriptor', Flags: 4 })),
  '31-019': ({ plain }) => plain({}),
  '31-020': ({ plain }) => plain({ Encoding: { Type: 'Encoding', Differences: [65, 'A'] } }),
  '31-021': ({ plain }) => plain({ Encoding: 'StandardEncoding' }),
  '31-022': ({ plain }) =>
    plain({ Encoding: { Type: 'Encoding', BaseEncoding: 'WinAnsiEncoding', Differences: [65, 'g65'] } }),
  '31-024': ({ plain }) => plain({ Encoding: 'WinAnsiEncoding' }, 4),
  '31-027': ({ font }) => font().delete(name('ToUnicode')),
  '31-028': ({ font, stream }) =>
    font().set(name('ToUnicode'), stream('beginbfchar <0001> <0000> endbfchar')),
  '31-029': ({ font, stream }) =>
    font().set(name('ToUnicode'), stream('beginbfchar <0001> <FEFF> endbfchar')),
  '31-030': ({ content }) => content(2, (text) => text.replace(/<[\dA-F]{4}> Tj/, '<0000> Tj')),
};

function system(registry: string, ordering: string, supplement: number) {
  return { Registry: PDFString.of(registry), Ordering: PDFString.of(ordering), Supplement: supplement };
}

function drawForm(
  { page, content, stream, obj }: Tools,
  text: string,
  more: Record<string, unknown>,
  times = 1,
): void {
  const form = stream(text, { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 9, 9], ...more });
  page(2)
    .Resources()
    ?.set(name('XObject'), obj({ Planted: form }));
  content(2, (before) => before + '\n/Planted Do'.repeat(times));
}

test.each(Object.entries(faults))('%s is found', async (id, plant) => {
  expect(await brokenBy(plant)).toContain(id);
});

test('a file that is encrypted against screen readers', async () => {
  const file = await readUa(printed);
  const broken = (permissions?: number): readonly string[] =>
    conditions
      .filter(
        ({ find }) =>
          find({ ...file, encryption: { ...(permissions !== undefined && { permissions }) } }).length > 0,
      )
      .map(({ id }) => id);
  expect(broken()).toEqual(['26-001']);
  expect(broken(-1 & ~0b10_0000_0000)).toEqual(['26-002']);
  expect(broken(-1)).toEqual([]);
});

test('no condition is without its fault', () => {
  const planted = [...Object.keys(faults), '26-001', '26-002'].sort();
  expect(conditions.map(({ id }) => id)).toEqual(planted);
});
