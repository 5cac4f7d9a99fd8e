// A PowerPoint file: a picture of each slide with the presenter notes below, as ECMA-376 has it.

import type { Deck } from '../../deck/index.ts';
import { escapeXml } from '../../escape.ts';
import type { Theme } from '../../theme/index.ts';
import { buildDate } from '../artifact.ts';
import type { PrintPage } from '../browser/run-in-page.ts';
import { screenshot } from '../print/index.ts';
import { notesPage } from './notes.ts';
import { masterParts, slideParts } from './picture-parts.ts';
import { emu, namespaces, relationships, xmlDocument, type ZipEntry, zip } from './xml-and-zip.ts';

/** Sharp on a screen of 2560 × 1440. */
const scale = 2;

/** `page` shows the printed document, fitted. */
export async function pptxPictures(page: PrintPage, deck: Deck, theme: Theme): Promise<Uint8Array> {
  const slides: ZipEntry[] = [];
  let number = 0;
  for await (const picture of screenshot(page, theme, deck.slides.length, scale)) {
    const slide = deck.slides[number];
    number += 1;
    if (slide) slides.push(...slideParts(slide, number, picture));
  }
  return zip([...packageParts(deck, theme), ...masterParts(), ...slides]);
}

/** What holds the parts together: their types, which slides there are, what the file says of itself. */
function packageParts(deck: Deck, { size }: Theme): readonly ZipEntry[] {
  return [
    { name: '[Content_Types].xml', content: contentTypes(deck) },
    {
      name: '_rels/.rels',
      content: relationships([
        { type: 'officeDocument', target: 'ppt/presentation.xml' },
        {
          type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
          target: 'docProps/core.xml',
        },
      ]),
    },
    { name: 'docProps/core.xml', content: coreProperties(deck) },
    { name: 'ppt/presentation.xml', content: presentation(deck.slides.length, size) },
    {
      name: 'ppt/_rels/presentation.xml.rels',
      content: relationships([
        { type: 'slideMaster', target: 'slideMasters/slideMaster1.xml' },
        { type: 'notesMaster', target: 'notesMasters/notesMaster1.xml' },
        { type: 'theme', target: 'theme/theme1.xml' },
        ...deck.slides.map((_, index) => ({ type: 'slide', target: `slides/slide${index + 1}.xml` })),
      ]),
    },
  ];
}

const partTypes = 'application/vnd.openxmlformats-officedocument.';

function contentTypes({ slides }: Deck): string {
  const slide = (_: unknown, index: number): string =>
    part(`/ppt/slides/slide${index + 1}.xml`, 'presentationml.slide');
  const notes = slides.flatMap(({ presenterNotes }, index) =>
    presenterNotes === ''
      ? []
      : part(`/ppt/notesSlides/notesSlide${index + 1}.xml`, 'presentationml.notesSlide'),
  );
  const parts = [
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    '<Default Extension="png" ContentType="image/png"/>',
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
    part('/ppt/presentation.xml', 'presentationml.presentation.main'),
    part('/ppt/slideMasters/slideMaster1.xml', 'presentationml.slideMaster'),
    part('/ppt/slideLayouts/slideLayout1.xml', 'presentationml.slideLayout'),
    part('/ppt/notesMasters/notesMaster1.xml', 'presentationml.notesMaster'),
    part('/ppt/theme/theme1.xml', 'theme'),
    part('/ppt/theme/theme2.xml', 'theme'),
    ...slides.map(slide),
    ...notes,
  ];
  const namespace = 'http://schemas.openxmlformats.org/package/2006/content-types';
  return xmlDocument(`<Types xmlns="${namespace}">${parts.join('')}</Types>`);
}

function part(name: string, type: string): string {
  return `<Override PartName="${name}" ContentType="${partTypes}${type}+xml"/>`;
}

function presentation(count: number, { width, height }: Theme['size']): string {
  const ids = Array.from(
    { length: count },
    (_, index) => `<p:sldId id="${256 + index}" r:id="rId${index + 4}"/>`,
  );
  const content = [
    '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>',
    '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>',
    `<p:sldIdLst>${ids.join('')}</p:sldIdLst>`,
    `<p:sldSz cx="${emu(width)}" cy="${emu(height)}"/>`,
    `<p:notesSz cx="${notesPage.cx}" cy="${notesPage.cy}"/>`,
  ];
  return xmlDocument(`<p:presentation ${namespaces}>${content.join('')}</p:presentation>`);
}

function coreProperties({ facts }: Deck): string {
  const date = buildDate()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z');
  const content = [
    `<dc:title>${escapeXml(facts.title)}</dc:title>`,
    facts.subtitle ? `<dc:subject>${escapeXml(facts.subtitle)}</dc:subject>` : '',
    facts.speaker ? `<dc:creator>${escapeXml(facts.speaker)}</dc:creator>` : '',
    `<dc:language>${escapeXml(facts.lang)}</dc:language>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${date}</dcterms:modified>`,
  ];
  const names = [
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:dcterms="http://purl.org/dc/terms/"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  ];
  return xmlDocument(`<cp:coreProperties ${names.join(' ')}>${content.join('')}</cp:coreProperties>`);
}
