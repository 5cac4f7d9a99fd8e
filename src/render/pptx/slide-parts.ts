import type { DeckSlide } from '../../deck/index.ts';
import { escapeXml } from '../../escape.ts';
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

/** The root of every tree of shapes. */
export const emptyGroup =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

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
