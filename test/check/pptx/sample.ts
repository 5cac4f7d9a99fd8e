// A small PowerPoint file, written here by hand from ECMA-376, to plant faults in.
import { strToU8, zipSync } from 'fflate';

export type Parts = Readonly<Record<string, string>>;

const drawing = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const names = [
  `xmlns:a="${drawing}"`,
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"',
].join(' ');
const office = 'application/vnd.openxmlformats-officedocument.';

function rels(...relations: readonly (readonly [type: string, target: string])[]): string {
  const lines = relations.map(
    ([type, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`;
}

const root = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>';
const px = 9_525;

function box(x: number, y: number, width: number, height: number): string {
  return `<a:off x="${x * px}" y="${y * px}"/><a:ext cx="${width * px}" cy="${height * px}"/>`;
}

function shape(id: number, placeholder: string, place: string, paragraphs: readonly string[]): string {
  const text = paragraphs.map(
    (words) => `<a:p><a:r><a:rPr lang="en" sz="2400"/><a:t>${words}</a:t></a:r></a:p>`,
  );
  const box = place === '' ? '<p:spPr/>' : `<p:spPr><a:xfrm>${place}</a:xfrm></p:spPr>`;
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Shape ${id}"/><p:cNvSpPr/><p:nvPr>${placeholder}</p:nvPr></p:nvSpPr>${box}<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/><a:lstStyle/>${text.join('')}</p:txBody></p:sp>`;
}

const title = '<p:ph type="title"/>';
const body = '<p:ph type="body" idx="1"/>';
const heads = box(64, 40, 1152, 60);

const picture = `<p:pic><p:nvPicPr><p:cNvPr id="4" name="Herd" descr="A herd at the river"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="rId3"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>${box(800, 120, 400, 300)}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;
const connector = `<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="5" name="Arrow"/><p:cNvCxnSpPr><a:stCxn id="2" idx="0"/><a:endCxn id="3" idx="1"/></p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr><a:xfrm>${box(64, 500, 100, 0)}</a:xfrm><a:prstGeom prst="line"/><a:ln w="9525"><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:tailEnd type="triangle"/></a:ln></p:spPr></p:cxnSp>`;
const cell = (words: string): string =>
  `<a:tc><a:txBody><a:bodyPr/><a:p><a:r><a:t>${words}</a:t></a:r></a:p></a:txBody><a:tcPr marL="0"><a:lnB w="9525"><a:noFill/></a:lnB><a:noFill/></a:tcPr></a:tc>`;
const table = `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="6" name="Table"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm>${box(64, 520, 500, 80)}</p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"/><a:tblGrid><a:gridCol w="2381250"/><a:gridCol w="2381250"/></a:tblGrid><a:tr h="381000">${cell('Bull')}${cell('1.5')}</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;

const slide = (shapes: string, after = ''): string =>
  `<p:sld ${names}><p:cSld><p:spTree>${root}${shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>${after}</p:sld>`;
const click = `<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" nodeType="tmRoot"><p:childTnLst><p:set><p:cBhvr><p:cTn id="2" dur="1"/><p:tgtEl><p:spTgt spid="3"/></p:tgtEl><p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr><p:to><p:strVal val="visible"/></p:to></p:set></p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>`;
const notes = (words: string): string =>
  `<p:notes ${names}><p:cSld><p:spTree>${root}${shape(2, body, '', [words])}</p:spTree></p:cSld></p:notes>`;

const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'.repeat(3);
const colours = [
  'dk1',
  'lt1',
  'dk2',
  'lt2',
  ...[1, 2, 3, 4, 5, 6].map((at) => `accent${at}`),
  'hlink',
  'folHlink',
];
const font = '<a:latin typeface="Source Sans 3"/><a:ea typeface=""/><a:cs typeface=""/>';
const theme = `<a:theme xmlns:a="${drawing}" name="River"><a:themeElements><a:clrScheme name="River">${colours
  .map((name) => `<a:${name}><a:srgbClr val="336699"/></a:${name}>`)
  .join(
    '',
  )}</a:clrScheme><a:fontScheme name="River"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme><a:fmtScheme name="River"><a:fillStyleLst>${fill}</a:fillStyleLst><a:lnStyleLst>${'<a:ln/>'.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
const map =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';
const heading = shape(2, title, heads, ['Title']);

const types: readonly (readonly [string, string])[] = [
  ['ppt/presentation.xml', 'presentationml.presentation.main'],
  ['ppt/slides/slide1.xml', 'presentationml.slide'],
  ['ppt/slides/slide2.xml', 'presentationml.slide'],
  ['ppt/notesSlides/notesSlide1.xml', 'presentationml.notesSlide'],
  ['ppt/notesSlides/notesSlide2.xml', 'presentationml.notesSlide'],
  ['ppt/slideMasters/slideMaster1.xml', 'presentationml.slideMaster'],
  ['ppt/slideLayouts/slideLayout1.xml', 'presentationml.slideLayout'],
  ['ppt/notesMasters/notesMaster1.xml', 'presentationml.notesMaster'],
  ['ppt/theme/theme1.xml', 'theme'],
  ['ppt/theme/theme2.xml', 'theme'],
];

/** Two slides: words, a picture, a table and a connector; words that come with a click. */
export const sample: Parts = {
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/>${types
    .map(([name, type]) => `<Override PartName="/${name}" ContentType="${office}${type}+xml"/>`)
    .join('')}</Types>`,
  '_rels/.rels': rels(['officeDocument', 'ppt/presentation.xml']),
  'ppt/presentation.xml': `<p:presentation ${names}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId4"/></p:notesMasterIdLst><p:sldIdLst><p:sldId id="256" r:id="rId2"/><p:sldId id="257" r:id="rId3"/></p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
  'ppt/_rels/presentation.xml.rels': rels(
    ['slideMaster', 'slideMasters/slideMaster1.xml'],
    ['slide', 'slides/slide1.xml'],
    ['slide', '/ppt/slides/slide2.xml'],
    ['notesMaster', 'notesMasters/notesMaster1.xml'],
  ),
  'ppt/slides/slide1.xml': slide(
    [
      shape(2, title, '', ['Feeding']),
      shape(3, body, box(64, 120, 700, 130), [
        'Hippos graze for five hours after sunset',
        'Forty kilograms of grass',
      ]),
      picture,
      connector,
      table,
    ].join(''),
  ),
  'ppt/slides/_rels/slide1.xml.rels': rels(
    ['slideLayout', '../slideLayouts/slideLayout1.xml'],
    ['notesSlide', '../notesSlides/notesSlide1.xml'],
    ['image', '../media/herd.png'],
  ),
  'ppt/media/herd.png': 'a picture',
  'ppt/slides/slide2.xml': slide(
    shape(2, title, '', ['Sounds']) + shape(3, body, box(64, 120, 700, 130), ['The wheeze honk']),
    click,
  ),
  'ppt/slides/_rels/slide2.xml.rels': rels(
    ['slideLayout', '../slideLayouts/slideLayout1.xml'],
    ['notesSlide', '../notesSlides/notesSlide2.xml'],
  ),
  'ppt/notesSlides/notesSlide1.xml': notes('Mention the crocodiles here'),
  'ppt/notesSlides/_rels/notesSlide1.xml.rels': rels(
    ['notesMaster', '../notesMasters/notesMaster1.xml'],
    ['slide', '../slides/slide1.xml'],
  ),
  'ppt/notesSlides/notesSlide2.xml': notes(''),
  'ppt/notesSlides/_rels/notesSlide2.xml.rels': rels(
    ['notesMaster', '../notesMasters/notesMaster1.xml'],
    ['slide', '../slides/slide2.xml'],
  ),
  'ppt/slideMasters/slideMaster1.xml': `<p:sldMaster ${names}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>${root}${heading}</p:spTree></p:cSld>${map}<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr><a:defRPr sz="4000"/></a:lvl1pPr></p:titleStyle><p:bodyStyle/><p:otherStyle/></p:txStyles></p:sldMaster>`,
  'ppt/slideMasters/_rels/slideMaster1.xml.rels': rels(
    ['slideLayout', '../slideLayouts/slideLayout1.xml'],
    ['theme', '../theme/theme1.xml'],
  ),
  'ppt/slideLayouts/slideLayout1.xml': `<p:sldLayout ${names} type="obj"><p:cSld name="Bullets"><p:spTree>${root}${heading}${shape(3, body, box(64, 120, 1152, 500), ['Text'])}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`,
  'ppt/slideLayouts/_rels/slideLayout1.xml.rels': rels(['slideMaster', '../slideMasters/slideMaster1.xml']),
  'ppt/notesMasters/notesMaster1.xml': `<p:notesMaster ${names}><p:cSld><p:spTree>${root}</p:spTree></p:cSld>${map}</p:notesMaster>`,
  'ppt/notesMasters/_rels/notesMaster1.xml.rels': rels(['theme', '../theme/theme2.xml']),
  'ppt/theme/theme1.xml': theme,
  'ppt/theme/theme2.xml': theme,
};

/** What the slides of the sample say, as notes. */
export const sampleNotes = `# Feeding

- Hippos graze for five hours after sunset
- Forty kilograms of grass
- ![A herd at the river](herd.png)

| Bull | 1.5 |
|---|---|

<!-- Mention the crocodiles here -->

# Sounds

- The wheeze honk
`;

export function zipped(parts: Parts): Buffer {
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))),
  );
}

/** The parts with one of them changed; throws where the change changes nothing. */
export function planted(parts: Parts, name: string, edit: (text: string) => string): Parts {
  const [before, after] = [parts[name] ?? '', edit(parts[name] ?? '')];
  if (before === after) throw new Error(`the fault was not planted in ${name}`);
  return { ...parts, [name]: after };
}

export function without(parts: Parts, name: string): Parts {
  const { [name]: taken, ...rest } = parts;
  if (taken === undefined) throw new Error(`${name} is not there`);
  return rest;
}
