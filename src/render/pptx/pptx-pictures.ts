// A PowerPoint file of pictures: one of each slide, behind which nothing stands, with the presenter notes below as text.
import type { Deck } from '../../deck/index.ts';
import { escapeXml } from '../../escape.ts';
import type { Theme } from '../../theme/index.ts';
import { buildDate } from '../artifact.ts';
import type { PrintPage } from '../browser/run-in-page.ts';
import { screenshot } from '../print/index.ts';
import { colourMap, type PptxLook, themeXml } from './look.ts';
import { firstLayoutId, layoutName, masterId, masterName, masterTheme } from './master.ts';
import { addNotes, addNotesMaster, notesName } from './notes.ts';
import { createPackage, type Package } from './part.ts';
import { addPresentation, addProperties, addRoot } from './presentation-part.ts';
import { emptyGroup } from './shapes.ts';
import { slidePartName } from './text.ts';
import { namespaces, zip } from './xml-and-zip.ts';

/** Sharp on a screen of 2560 × 1440. */
const scale = 2;

/** `page` shows the printed document, fitted. */
export async function pptxPictures(page: PrintPage, deck: Deck, theme: Theme): Promise<Uint8Array> {
  const { lang } = deck.facts;
  const file = createPackage();
  addRoot(file);
  const notes = deck.slides.filter(({ presenterNotes }) => presenterNotes !== '').length;
  addProperties(file, deck, { notes, date: buildDate() });
  addEmptyMaster(file, lang);
  addPresentation(file, deck, { master: masterName, id: masterId, theme: masterTheme, size: theme.size });
  addNotesMaster(file, plain, lang, theme.size.height / theme.size.width);
  let number = 0;
  for await (const picture of screenshot(page, theme, deck.slides.length, scale)) {
    const slide = deck.slides[number];
    number += 1;
    if (!slide) continue;
    addPicture(file, number, slide.title || `Slide ${number}`, picture, slide.presenterNotes !== '');
    if (slide.presenterNotes !== '') addNotes(file, number, slide.presenterNotes, deck.facts);
  }
  return zip(file.entries());
}

function addPicture(
  file: Package,
  number: number,
  title: string,
  picture: Uint8Array,
  hasNotes: boolean,
): void {
  file.add(slidePartName(number), 'presentationml.slide', (part) => {
    part.relate('slideLayout', layoutName(0));
    if (hasNotes) part.relate('notesSlide', notesName(number));
    const fill = `<a:blipFill dpi="0" rotWithShape="1"><a:blip r:embed="${part.picture(picture, 'png')}"/><a:srcRect/><a:stretch><a:fillRect/></a:stretch></a:blipFill>`;
    const content = `<p:bg><p:bgPr>${fill}<a:effectLst/></p:bgPr></p:bg><p:spTree>${emptyGroup}</p:spTree>`;
    return `<p:sld ${namespaces}><p:cSld name="${escapeXml(title)}">${content}</p:cSld>${masterColours}</p:sld>`;
  });
}

const masterColours = '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>';

/** What PowerPoint asks every file to have, as plain as it may be: nothing of it is seen but the notes. */
function addEmptyMaster(file: Package, language: string): void {
  file.add(masterTheme, 'theme', () => themeXml('Lectern', plain, language));
  file.add(masterName, 'presentationml.slideMaster', (part) => {
    const layout = part.relate('slideLayout', layoutName(0));
    part.relate('theme', masterTheme);
    const ground = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>';
    return `<p:sldMaster ${namespaces}><p:cSld>${ground}<p:spTree>${emptyGroup}</p:spTree></p:cSld>${colourMap(plain)}<p:sldLayoutIdLst><p:sldLayoutId id="${firstLayoutId}" r:id="${layout}"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle/><p:bodyStyle/><p:otherStyle/></p:txStyles></p:sldMaster>`;
  });
  file.add(layoutName(0), 'presentationml.slideLayout', (part) => {
    part.relate('slideMaster', masterName);
    return `<p:sldLayout ${namespaces} type="blank" preserve="1"><p:cSld name="Picture"><p:spTree>${emptyGroup}</p:spTree></p:cSld>${masterColours}</p:sldLayout>`;
  });
}

/** Black on white, with colours that can be told apart for whatever somebody adds. */
const plain: PptxLook = {
  scheme: {
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
  },
  isDark: false,
  headingFont: { name: 'Arial', isBold: false },
  bodyFont: { name: 'Arial', isBold: false },
};
