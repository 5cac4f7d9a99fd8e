// From the browser's tree of tags to one that PDF/UA-1 (ISO 14289-1) takes: pure, in steps.
import { readPrintMark } from '../../../browser/index.ts';
import { mendHeadings } from './mend-headings.ts';
import { mendLists } from './mend-lists.ts';
import {
  contentsOf,
  element,
  hasRole,
  kidsOf,
  type PageContents,
  type StructureElement,
  type StructureKid,
} from './structure.ts';

export function mendStructure(root: StructureElement, contents: PageContents): StructureElement {
  const named = withMarks(root);
  const [document] = plain(named, contents, false);
  const whole = document?.kind === 'element' ? document : element('Document', []);
  return mendHeadings(withParagraphs(mendTables(mendLists(whole, contents))));
}

/** What the page called a figure to say what it is. */
function withMarks(own: StructureElement): StructureElement {
  const mark = own.role === 'Figure' && own.alt !== undefined ? readPrintMark(own.alt) : undefined;
  const kids = own.kids.map((kid) => (kid.kind === 'element' ? withMarks(kid) : kid));
  if (!mark) return { ...own, kids };
  const { alt: _, ...rest } = own;
  return { ...rest, ...mark, kids };
}

/** Types that say nothing of what is in them. */
const empty = new Set(['NonStruct', 'Div', 'Art', 'Aside', 'Part', 'Private', 'Index']);
/** Types whose content is one thing, whatever it is drawn of. */
const whole = new Set(['Figure', 'Formula', 'Code']);
/** All others that are written. */
const known = new Set([
  ...['Document', 'Sect', 'BlockQuote', 'Caption', 'TOC', 'TOCI', 'Reference'],
  ...['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'L', 'LI', 'Lbl', 'LBody'],
  ...['Table', 'TR', 'TH', 'TD', 'THead', 'TBody', 'TFoot', 'Span', 'Em', 'Strong', 'Link', 'Annot', 'Note'],
]);

/** Without types that say nothing, grounds and rules, and pictures without words: those are decoration. */
function plain(kid: StructureKid, contents: PageContents, isPicture: boolean): readonly StructureKid[] {
  if (kid.kind === 'annotation') return [kid];
  if (kid.kind === 'content') return isPicture || contents.isText(kid) ? [kid] : [];
  const { role, alt } = kid;
  const isDecoration = role === 'Figure' && (alt === undefined || alt.trim() === '');
  if (whole.has(role) && !isDecoration) {
    const parts = contentsOf(kid).filter(
      (part) => part.kind === 'content' && (role !== 'Code' || contents.isText(part)),
    );
    return parts.length === 0 ? [] : [{ ...kid, kids: parts }];
  }
  const kids = kid.kids.flatMap((inner) => plain(inner, contents, false));
  if (isDecoration || empty.has(role) || !known.has(role)) return kids;
  return kids.length === 0 && !cells.has(role) ? [] : [{ ...kid, kids }];
}

const cells = new Set(['TD', 'TH']);
const rowGroups = ['THead', 'TBody', 'TFoot'];

/** ISO 32000-1, table 337: rows in a table, cells in a row; what stands between them is not lost. */
function mendTables(own: StructureElement): StructureElement {
  const kids = own.kids.map((kid) => (kid.kind === 'element' ? mendTables(kid) : kid));
  if (own.role === 'TR')
    return { ...own, kids: kids.map((kid) => (hasRole(kid, 'TH', 'TD') ? kid : element('TD', [kid]))) };
  if (own.role !== 'Table') return { ...own, kids };
  const rows = kids.flatMap((kid) => (hasRole(kid, ...rowGroups) ? kidsOf(kid) : [kid]));
  const caption = rows.filter((kid) => hasRole(kid, 'Caption'));
  const others = rows.filter((kid) => !hasRole(kid, 'Caption'));
  return {
    ...own,
    kids: [
      ...caption,
      ...others.map((kid) =>
        hasRole(kid, 'TR') ? kid : element('TR', [hasRole(kid, 'TH', 'TD') ? kid : element('TD', [kid])]),
      ),
    ],
  };
}

const inline = new Set([
  'Span',
  'Em',
  'Strong',
  'Link',
  'Code',
  'Formula',
  'Figure',
  'Reference',
  'Annot',
  'Note',
  'Lbl',
]);
const holdsBlocks = new Set(['Document', 'Sect', 'BlockQuote']);

function isInline(kid: StructureKid): boolean {
  return kid.kind !== 'element' || inline.has(kid.role);
}

/** Words stand in a paragraph; a formula or a picture by itself may do without. */
function withParagraphs(own: StructureElement): StructureElement {
  const kids = own.kids.map((kid) => (kid.kind === 'element' ? withParagraphs(kid) : kid));
  const hasBlocks = holdsBlocks.has(own.role) || (own.role === 'LBody' && !kids.every(isInline));
  return { ...own, kids: hasBlocks ? inParagraphs(kids) : kids };
}

function inParagraphs(kids: readonly StructureKid[]): readonly StructureKid[] {
  const out: StructureKid[] = [];
  let run: StructureKid[] = [];
  const endRun = (): void => {
    const isAlone = run.every((kid) => hasRole(kid, 'Figure', 'Formula', 'Annot'));
    out.push(...(isAlone ? run : [element('P', run)]));
    run = [];
  };
  for (const kid of kids) {
    if (isInline(kid)) run.push(kid);
    else {
      endRun();
      out.push(kid);
    }
  }
  endRun();
  return out;
}
