import type { DeckSlide } from '../../deck/index.ts';
import { escapeXml } from '../../escape.ts';
import { emptyGroup } from './shapes.ts';
import { namespaces, relationships, xmlDocument, type ZipEntry } from './xml-and-zip.ts';

/** A slide is one picture, behind which nothing stands; its presenter notes are text. `number` counts from 1. */
export function slideParts(slide: DeckSlide, number: number, picture: Uint8Array): readonly ZipEntry[] {
  const hasNotes = slide.presenterNotes !== '';
  return [
    { name: `ppt/slides/slide${number}.xml`, content: slideXml(slide.title || `Slide ${number}`) },
    {
      name: `ppt/slides/_rels/slide${number}.xml.rels`,
      content: relationships([
        { type: 'image', target: `../media/slide${number}.png` },
        { type: 'slideLayout', target: '../slideLayouts/slideLayout1.xml' },
        ...(hasNotes ? [{ type: 'notesSlide', target: `../notesSlides/notesSlide${number}.xml` }] : []),
      ]),
    },
    { name: `ppt/media/slide${number}.png`, content: picture },
    ...(hasNotes ? notesParts(slide.presenterNotes, number) : []),
  ];
}

const masterColours = '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>';

function slideXml(title: string): string {
  const picture =
    '<a:blipFill dpi="0" rotWithShape="1"><a:blip r:embed="rId1"/><a:srcRect/><a:stretch><a:fillRect/></a:stretch></a:blipFill>';
  const background = `<p:bg><p:bgPr>${picture}<a:effectLst/></p:bgPr></p:bg>`;
  const content = `${background}<p:spTree>${emptyGroup}</p:spTree>`;
  return xmlDocument(
    `<p:sld ${namespaces}><p:cSld name="${escapeXml(title)}">${content}</p:cSld>${masterColours}</p:sld>`,
  );
}

function notesParts(notes: string, number: number): readonly ZipEntry[] {
  return [
    { name: `ppt/notesSlides/notesSlide${number}.xml`, content: notesXml(notes) },
    {
      name: `ppt/notesSlides/_rels/notesSlide${number}.xml.rels`,
      content: relationships([
        { type: 'notesMaster', target: '../notesMasters/notesMaster1.xml' },
        { type: 'slide', target: `../slides/slide${number}.xml` },
      ]),
    },
  ];
}

function notesXml(notes: string): string {
  const lines = notes.split(/\r?\n/).map((line) => (line === '' ? '<a:p/>' : paragraph(line)));
  const shapes = [
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>',
    `<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${lines.join('')}</p:txBody></p:sp>`,
  ];
  const tree = `<p:spTree>${emptyGroup}${shapes.join('')}</p:spTree>`;
  return xmlDocument(`<p:notes ${namespaces}><p:cSld>${tree}</p:cSld>${masterColours}</p:notes>`);
}

function paragraph(line: string): string {
  return `<a:p><a:r><a:rPr/><a:t>${escapeXml(line)}</a:t></a:r></a:p>`;
}

// What PowerPoint asks every file to have, as plain as it may be: a master with one empty layout,
// a master for notes, a theme for each. Slides are pictures, so nothing of it is seen but the notes.

export function masterParts(): readonly ZipEntry[] {
  return [
    { name: 'ppt/slideMasters/slideMaster1.xml', content: xmlDocument(slideMaster) },
    {
      name: 'ppt/slideMasters/_rels/slideMaster1.xml.rels',
      content: relationships([
        { type: 'slideLayout', target: '../slideLayouts/slideLayout1.xml' },
        { type: 'theme', target: '../theme/theme1.xml' },
      ]),
    },
    { name: 'ppt/slideLayouts/slideLayout1.xml', content: xmlDocument(slideLayout) },
    {
      name: 'ppt/slideLayouts/_rels/slideLayout1.xml.rels',
      content: relationships([{ type: 'slideMaster', target: '../slideMasters/slideMaster1.xml' }]),
    },
    { name: 'ppt/theme/theme1.xml', content: xmlDocument(theme) },
    { name: 'ppt/notesMasters/notesMaster1.xml', content: xmlDocument(notesMaster) },
    {
      name: 'ppt/notesMasters/_rels/notesMaster1.xml.rels',
      content: relationships([{ type: 'theme', target: '../theme/theme2.xml' }]),
    },
    { name: 'ppt/theme/theme2.xml', content: xmlDocument(theme) },
  ];
}

const background = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>';
const colourMap =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';

const slideMaster = `<p:sldMaster ${namespaces}><p:cSld>${background}<p:spTree>${emptyGroup}</p:spTree></p:cSld>${colourMap}<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle/><p:bodyStyle/><p:otherStyle/></p:txStyles></p:sldMaster>`;

const slideLayout = `<p:sldLayout ${namespaces} type="blank" preserve="1"><p:cSld name="Picture"><p:spTree>${emptyGroup}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;

const notesMaster = `<p:notesMaster ${namespaces}><p:cSld>${background}<p:spTree>${emptyGroup}${[
  '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="1143000"/><a:ext cx="5486400" cy="3086100"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="12700"><a:solidFill><a:prstClr val="black"/></a:solidFill></a:ln></p:spPr></p:sp>',
  '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="4400550"/><a:ext cx="5486400" cy="3600450"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>',
].join(
  '',
)}</p:spTree></p:cSld>${colourMap}<p:notesStyle><a:lvl1pPr><a:defRPr sz="1200"/></a:lvl1pPr></p:notesStyle></p:notesMaster>`;

const colours = {
  dk1: '000000',
  lt1: 'FFFFFF',
  dk2: '44546A',
  lt2: 'E7E6E6',
  accent1: '4472C4',
  accent2: 'ED7D31',
  accent3: 'A5A5A5',
  accent4: 'FFC000',
  accent5: '5B9BD5',
  accent6: '70AD47',
  hlink: '0563C1',
  folHlink: '954F72',
} as const;

const colourScheme = Object.entries(colours)
  .map(([name, value]) => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`)
  .join('');

const font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>';
const fontScheme = `<a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont>`;

/** Three of each is what the format demands. */
const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'.repeat(3);
const line = '<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>'.repeat(3);
const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3);
const formatScheme = `<a:fillStyleLst>${fill}</a:fillStyleLst><a:lnStyleLst>${line}</a:lnStyleLst><a:effectStyleLst>${effect}</a:effectStyleLst><a:bgFillStyleLst>${fill}</a:bgFillStyleLst>`;

const theme = `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Lectern"><a:themeElements><a:clrScheme name="Lectern">${colourScheme}</a:clrScheme><a:fontScheme name="Lectern">${fontScheme}</a:fontScheme><a:fmtScheme name="Lectern">${formatScheme}</a:fmtScheme></a:themeElements></a:theme>`;
