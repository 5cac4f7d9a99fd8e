// A template as a company would have it, from ECMA-376 by hand: seven layouts, a logo, a slide of 960 × 720 px.
import type { Parts } from '../../check/pptx/sample.ts';

const names = [
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"',
].join(' ');
const root = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>';
const types = 'application/vnd.openxmlformats-officedocument.';

function rels(...relations: readonly (readonly [type: string, target: string])[]): string {
  const lines = relations.map(
    ([type, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`;
}

type Box = readonly [x: number, y: number, width: number, height: number];

function place(id: number, placeholder: string, box?: Box): string {
  const [x = 0, y = 0, width = 0, height = 0] = (box ?? []).map((px) => px * 9_525);
  const area = box
    ? `<p:spPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm></p:spPr>`
    : '<p:spPr/>';
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Place ${id}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${placeholder}/></p:nvPr></p:nvSpPr>${area}<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:t>Text</a:t></a:r></a:p></p:txBody></p:sp>`;
}

const number = place(9, 'type="sldNum" idx="12"', [840, 680, 60, 24]);
const title = place(2, 'type="title"');

/** In the master's order, under names that say nothing. */
export const layoutNames = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon', 'Zeta', 'Eta'] as const;
const layouts = [
  [
    'title',
    place(2, 'type="ctrTitle"', [60, 240, 840, 120]) +
      place(3, 'type="subTitle" idx="1"', [60, 380, 840, 100]),
  ],
  ['obj', title + place(3, 'idx="1"')],
  [
    'twoObj',
    title +
      place(3, 'sz="half" idx="1"', [60, 170, 410, 480]) +
      place(4, 'sz="half" idx="2"', [490, 170, 410, 480]),
  ],
  [
    'secHead',
    place(2, 'type="title"', [60, 300, 840, 100]) + place(3, 'type="body" idx="1"', [60, 410, 840, 80]),
  ],
  [
    'picTx',
    title +
      place(3, 'type="pic" idx="1"', [400, 170, 500, 480]) +
      place(4, 'type="body" sz="half" idx="2"', [60, 170, 320, 480]),
  ],
  ['titleOnly', title],
  ['blank', ''],
] as const;

const colours = {
  dk1: '1B1B3A',
  lt1: 'FFFDF7',
  dk2: '5C2E7E',
  lt2: 'EFE6F7',
  accent1: 'C2185B',
  accent2: '00838F',
  accent3: 'F9A825',
  accent4: '6A1B9A',
  accent5: '2E7D32',
  accent6: '455A64',
  hlink: '00838F',
  folHlink: '6A1B9A',
};
const font = (name: string): string => `<a:latin typeface="${name}"/><a:ea typeface=""/><a:cs typeface=""/>`;
const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'.repeat(3);
const theme = `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Brand"><a:themeElements><a:clrScheme name="Brand">${Object.entries(
  colours,
)
  .map(([name, value]) => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`)
  .join(
    '',
  )}</a:clrScheme><a:fontScheme name="Brand"><a:majorFont>${font('DejaVu Serif')}</a:majorFont><a:minorFont>${font('DejaVu Sans')}</a:minorFont></a:fontScheme><a:fmtScheme name="Brand"><a:fillStyleLst>${fill}</a:fillStyleLst><a:lnStyleLst>${'<a:ln/>'.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;

const level = (at: number, size: number): string =>
  `<a:lvl${at}pPr marL="${at * 342_900}" indent="-342900"><a:spcBef><a:spcPts val="600"/></a:spcBef><a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="■"/><a:defRPr sz="${size}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl${at}pPr>`;
const styles = `<p:txStyles><p:titleStyle><a:lvl1pPr><a:defRPr sz="3000" b="1"><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle>${level(1, 2_100)}${level(2, 1_800)}${level(3, 1_600)}</p:bodyStyle><p:otherStyle/></p:txStyles>`;
const band =
  '<p:sp><p:nvSpPr><p:cNvPr id="7" name="Band"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9144000" cy="228600"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent2"/></a:solidFill></p:spPr></p:sp>';
const logo =
  '<p:pic><p:nvPicPr><p:cNvPr id="8" name="Logo"/><p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill><a:blip r:embed="rId9"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x="8000000" y="300000"/><a:ext cx="600000" cy="300000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>';
const map =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';

const part = (name: string, type: string): string =>
  `<Override PartName="/${name}" ContentType="${types}${type}+xml"/>`;

/** A white PNG of one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg==',
  'base64',
).toString('latin1');

export const brand: Parts = {
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/>${[
    part('ppt/presentation.xml', 'presentationml.template.main'),
    part('ppt/slideMasters/slideMaster1.xml', 'presentationml.slideMaster'),
    ...layouts.map((_, at) =>
      part(`ppt/slideLayouts/slideLayout${at + 1}.xml`, 'presentationml.slideLayout'),
    ),
    part('ppt/theme/theme1.xml', 'theme'),
  ].join('')}</Types>`,
  '_rels/.rels': rels(['officeDocument', 'ppt/presentation.xml']),
  'ppt/presentation.xml': `<p:presentation ${names}><p:sldMasterIdLst><p:sldMasterId id="2147483660" r:id="rId1"/></p:sldMasterIdLst><p:sldSz cx="9144000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
  'ppt/_rels/presentation.xml.rels': rels(['slideMaster', 'slideMasters/slideMaster1.xml']),
  'ppt/slideMasters/slideMaster1.xml': `<p:sldMaster ${names}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>${root}${band}${logo}${place(2, 'type="title"', [60, 60, 760, 90])}${place(3, 'type="body" idx="1"', [60, 170, 840, 480])}${number}</p:spTree></p:cSld>${map}<p:sldLayoutIdLst>${layouts.map((_, at) => `<p:sldLayoutId id="${2_147_483_661 + at}" r:id="rId${at + 1}"/>`).join('')}</p:sldLayoutIdLst>${styles}</p:sldMaster>`,
  'ppt/slideMasters/_rels/slideMaster1.xml.rels': rels(
    ...layouts.map((_, at) => ['slideLayout', `../slideLayouts/slideLayout${at + 1}.xml`] as const),
    ['theme', '../theme/theme1.xml'],
    ['image', '../media/logo.png'],
  ),
  ...Object.fromEntries(
    layouts.flatMap(([type, places], at) => [
      [
        `ppt/slideLayouts/slideLayout${at + 1}.xml`,
        `<p:sldLayout ${names} type="${type}"><p:cSld name="${layoutNames[at]}"><p:spTree>${root}${places}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`,
      ],
      [
        `ppt/slideLayouts/_rels/slideLayout${at + 1}.xml.rels`,
        rels(['slideMaster', '../slideMasters/slideMaster1.xml']),
      ],
    ]),
  ),
  'ppt/theme/theme1.xml': theme,
  'ppt/media/logo.png': pixel,
};
