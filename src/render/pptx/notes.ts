// Presenter notes: a page for each slide, with the slide above and the notes below, whether there are any or not.
import { escapeXml } from '../../escape.ts';
import { colourMap, type PptxLook, themeXml } from './look.ts';
import type { Package } from './part.ts';
import { emptyGroup } from './shapes.ts';
import { slidePartName } from './text.ts';
import { namespaces } from './xml-and-zip.ts';

export const notesMasterName = 'ppt/notesMasters/notesMaster1.xml';

/** The part of a slide's notes page, counted from 1. */
export function notesName(number: number): string {
  return `ppt/notesSlides/notesSlide${number}.xml`;
}

/** 7.5 × 10 inches, in EMU (914,400 to the inch). */
export const notesPage = { cx: 6_858_000, cy: 9_144_000 } as const;

const locks = '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>';
const textLocks = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>';
const rectangle = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>';

/** `ratio`: height of a slide over its width. */
export function addNotesMaster(file: Package, look: PptxLook, language: string, ratio: number): void {
  file.add('ppt/theme/theme2.xml', 'theme', () => themeXml('Lectern notes', look, language));
  file.add(notesMasterName, 'presentationml.notesMaster', (part) => {
    part.relate('theme', 'ppt/theme/theme2.xml');
    const width = 5_486_400;
    const picture = `<a:xfrm><a:off x="685800" y="1143000"/><a:ext cx="${width}" cy="${Math.min(3_086_100, Math.round(width * ratio))}"/></a:xfrm>`;
    const shapes = [
      `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/>${locks}<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>${picture}${rectangle}<a:noFill/><a:ln w="12700"><a:solidFill><a:prstClr val="black"/></a:solidFill></a:ln></p:spPr></p:sp>`,
      `<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/>${textLocks}<p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="4400550"/><a:ext cx="5486400" cy="3600450"/></a:xfrm>${rectangle}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en"/><a:t>Notes</a:t></a:r></a:p></p:txBody></p:sp>`,
      `<p:sp><p:nvSpPr><p:cNvPr id="4" name="Slide number"/>${textLocks}<p:nvPr><p:ph type="sldNum" sz="quarter" idx="5"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="3884613" y="8685213"/><a:ext cx="2971800" cy="458787"/></a:xfrm>${rectangle}</p:spPr><p:txBody><a:bodyPr anchor="b"/><a:lstStyle><a:lvl1pPr algn="r"><a:defRPr sz="1200"/></a:lvl1pPr></a:lstStyle><a:p>${numberField('‹#›')}</a:p></p:txBody></p:sp>`,
    ];
    const background =
      '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>';
    const style =
      '<a:lvl1pPr algn="l"><a:defRPr sz="1200"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr>';
    return `<p:notesMaster ${namespaces}><p:cSld>${background}<p:spTree>${emptyGroup}${shapes.join('')}</p:spTree></p:cSld>${colourMap(look)}<p:notesStyle>${style}</p:notesStyle></p:notesMaster>`;
  });
}

function numberField(shown: string): string {
  return `<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en"/><a:t>${shown}</a:t></a:fld>`;
}

/** `number` counts from 1; `notes` have a line for each paragraph. */
export function addNotes(
  file: Package,
  number: number,
  notes: string,
  facts: { readonly lang: string; readonly dir: 'ltr' | 'rtl' },
): void {
  file.add(notesName(number), 'presentationml.notesSlide', (part) => {
    part.relate('notesMaster', notesMasterName);
    part.relate('slide', slidePartName(number));
    const lines = notes.split(/\r?\n/).map((line) => paragraph(line, facts));
    const shapes = [
      `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/>${locks}<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>`,
      `<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/>${textLocks}<p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${lines.join('')}</p:txBody></p:sp>`,
      `<p:sp><p:nvSpPr><p:cNvPr id="4" name="Slide number"/>${textLocks}<p:nvPr><p:ph type="sldNum" sz="quarter" idx="5"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>${numberField(String(number))}</a:p></p:txBody></p:sp>`,
    ];
    return `<p:notes ${namespaces}><p:cSld><p:spTree>${emptyGroup}${shapes.join('')}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`;
  });
}

function paragraph(
  line: string,
  { lang, dir }: { readonly lang: string; readonly dir: 'ltr' | 'rtl' },
): string {
  const direction = dir === 'rtl' ? '<a:pPr algn="r" rtl="1"/>' : '';
  const language = `lang="${escapeXml(lang)}"`;
  if (line === '') return `<a:p>${direction}<a:endParaRPr ${language}/></a:p>`;
  return `<a:p>${direction}<a:r><a:rPr ${language} dirty="0"/><a:t>${escapeXml(line)}</a:t></a:r></a:p>`;
}
