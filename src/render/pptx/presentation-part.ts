// What holds the file together: the list of slides with its sections, and what the file says of itself.
import { createHash } from 'node:crypto';
import type { Deck } from '../../deck/index.ts';
import { escapeXml } from '../../escape.ts';
import { notesMasterName, notesPage } from './notes.ts';
import type { Package } from './part.ts';
import { slidePartName } from './text.ts';
import { emu, namespaces } from './xml-and-zip.ts';

/** The least id that a slide may have. */
const firstId = 256;

/** The master that all slides have, whoever made it. */
export interface MasterPart {
  readonly master: string;
  /** Its id in the list of masters. */
  readonly id: string;
  readonly theme: string;
  /** Of a slide, px. */
  readonly size: { readonly width: number; readonly height: number };
}

export function addPresentation(
  file: Package,
  deck: Deck,
  { master: masterPart, id, theme, size }: MasterPart,
): void {
  file.add('ppt/presentation.xml', 'presentationml.presentation.main', (part) => {
    const master = part.relate('slideMaster', masterPart);
    const notes = part.relate('notesMaster', notesMasterName);
    const slides = deck.slides.map(
      (_, at) => `<p:sldId id="${firstId + at}" r:id="${part.relate('slide', slidePartName(at + 1))}"/>`,
    );
    part.relate('theme', theme);
    part.relate('presProps', 'ppt/presProps.xml');
    part.relate('tableStyles', 'ppt/tableStyles.xml');
    const content = [
      `<p:sldMasterIdLst><p:sldMasterId id="${escapeXml(id)}" r:id="${master}"/></p:sldMasterIdLst>`,
      `<p:notesMasterIdLst><p:notesMasterId r:id="${notes}"/></p:notesMasterIdLst>`,
      `<p:sldIdLst>${slides.join('')}</p:sldIdLst>`,
      `<p:sldSz cx="${emu(size.width)}" cy="${emu(size.height)}"/>`,
      `<p:notesSz cx="${notesPage.cx}" cy="${notesPage.cy}"/>`,
      sectionList(deck),
    ];
    const direction = deck.facts.dir === 'rtl' ? ' rtl="1"' : '';
    return `<p:presentation ${namespaces}${direction} saveSubsetFonts="1">${content.join('')}</p:presentation>`;
  });
  file.add('ppt/presProps.xml', 'presentationml.presProps', () => `<p:presentationPr ${namespaces}/>`);
  file.add(
    'ppt/tableStyles.xml',
    'presentationml.tableStyles',
    () =>
      '<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{2D5ABB26-0587-4C30-8999-92F81FD0307C}"/>',
  );
}

/** Sections of the outline as PowerPoint's own ([MS-PPTX] 2.6.3); none where the whole deck would be one. */
function sectionList({ slides, facts }: Deck): string {
  const sections: { readonly name: string; readonly ids: number[] }[] = [];
  slides.forEach(({ section, layout, title }, at) => {
    const name = section[0] ?? (layout === 'closing' ? title : facts.shortTitle);
    const last = sections.at(-1);
    if (last?.name === name) last.ids.push(firstId + at);
    else sections.push({ name, ids: [firstId + at] });
  });
  if (sections.length < 2) return '';
  const entries = sections.map(({ name, ids }, at) => {
    const list = ids.map((id) => `<p14:sldId id="${id}"/>`).join('');
    return `<p14:section name="${escapeXml(name)}" id="${guid(`${at} ${name}`)}"><p14:sldIdLst>${list}</p14:sldIdLst></p14:section>`;
  });
  return `<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">${entries.join('')}</p14:sectionLst></p:ext></p:extLst>`;
}

/** The same for the same text, in the form of a random one. */
function guid(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex').toUpperCase();
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-A${hex.slice(17, 20)}-${hex.slice(20, 32)}}`;
}

/** What a file says of itself beside the facts of its deck. */
interface FileFacts {
  /** Slides that have a notes page. */
  readonly notes: number;
  /** When it was made; a file without a date is the same for the same notes. */
  readonly date?: Date;
}

export function addProperties(file: Package, { facts, slides }: Deck, { notes, date }: FileFacts): void {
  file.add('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties', () => {
    const sections = [...new Set(slides.flatMap(({ section }) => section.slice(0, 1)))];
    const content = [
      ['dc:title', facts.title],
      ['dc:subject', facts.subtitle],
      ['dc:creator', facts.speaker],
      ['cp:keywords', sections.join(', ')],
      ['dc:language', facts.lang],
      ['cp:category', facts.event],
    ].map(([name, text]) => (text ? `<${name}>${escapeXml(text)}</${name}>` : ''));
    const time = date?.toISOString().replace(/\.\d+Z$/, 'Z');
    const dates = ['created', 'modified'].map((name) =>
      time ? `<dcterms:${name} xsi:type="dcterms:W3CDTF">${time}</dcterms:${name}>` : '',
    );
    const names = [
      'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
      'xmlns:dc="http://purl.org/dc/elements/1.1/"',
      'xmlns:dcterms="http://purl.org/dc/terms/"',
      'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    ];
    return `<cp:coreProperties ${names.join(' ')}>${[...content, ...dates].join('')}</cp:coreProperties>`;
  });
  file.add('docProps/app.xml', 'extended-properties', () => {
    const company = facts.affiliation ? `<Company>${escapeXml(facts.affiliation)}</Company>` : '';
    return `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Lectern</Application><Slides>${slides.length}</Slides><Notes>${notes}</Notes>${company}</Properties>`;
  });
}

/** What the package itself refers to. */
export function addRoot(file: Package): void {
  file.add('', '', (part) => {
    part.relate('officeDocument', 'ppt/presentation.xml');
    part.relate(
      'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
      'docProps/core.xml',
    );
    part.relate('extended-properties', 'docProps/app.xml');
    return '';
  });
}
