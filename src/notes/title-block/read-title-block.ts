// What the first lines say of the talk, decided in one place.
import type { Heading, Paragraph, RootContent } from 'mdast';
import type { Source } from '../../diagnostics/index.ts';
import type { Block } from '../block.ts';
import { asParagraph, startOf } from '../markdown/tree.ts';
import type { Field, Notes, TitleBlock } from '../notes.ts';
import { plainText } from '../plain-text.ts';
import { holdsWord, shareWord } from '../same-words.ts';
import { fieldOf, oneLine } from './fields.ts';
import { frontMatterTitle, titleInstead } from './labels.ts';
import { readLeading } from './leading-lines.ts';
import { rangeOf } from './metadata.ts';
import { namesTheTalk } from './names-the-talk.ts';
import { meaningBelow, speakerBelow } from './speaker-below.ts';
import { type NotesOpening, readOpening, type TitleLine } from './title-lines.ts';
import type { TitleFields } from './title-patterns.ts';

export interface TitleAndRest {
  readonly title: TitleBlock;
  readonly rest: readonly RootContent[];
  /** What stands above the title and is for no audience. */
  readonly remarks: readonly Block[];
  /** Where a word such as "Title" stands before what it names. */
  readonly label: Notes['leftOut'];
  /** Where the title was read: an agenda is trusted more below a heading that names the talk. */
  readonly from: 'heading' | 'front-matter' | 'nowhere';
}

/** What stands above the text: front matter or what other programs have in its place. */
interface WrittenAbove {
  readonly fields: ReadonlyMap<string, readonly Field[]>;
  readonly details: readonly Block[];
  /** The notes are slides: the first is the cover. */
  readonly isDeck: boolean;
}

/**
 * Reads the title and the lines below it, and gives the blocks that are left. What stands in
 * the text goes before what stands in the front matter: it must be shown somewhere.
 */
export function readTitleBlock(
  blocks: readonly RootContent[],
  above: WrittenAbove,
  source: Source,
): TitleAndRest {
  const known = frontMatterTitle(above.fields, source);
  const leading = readLeading(blocks, source);
  const opening = readOpening(leading.rest, above.isDeck ? 'deck' : 'notes', source);
  if (
    !opening ||
    !namesTheTalk(opening, leading.rest, source) ||
    isFirstSection(opening, known.title, leading.rest)
  ) {
    const said = known.title ? known : titleInstead(above.fields, known, source);
    const from = said.title ? 'front-matter' : 'nowhere';
    const isCover = said.title !== undefined || Object.keys(leading.fields).length > 0;
    const details = [...above.details, ...(isCover ? leading.details : [])];
    const rest = isCover ? [...leading.contents, ...leading.rest] : blocks;
    return {
      title: { title: undefined, ...said, ...(isCover ? leading.fields : {}), details },
      rest,
      from,
      remarks: isCover ? leading.pictures : [],
      label: [],
    };
  }
  const heading = plainText(opening.heading.children);
  const other = known.title && !isSaidIn(known.title.text, heading) ? known.title : undefined;
  const fuller = other && wordsOf(heading).length > 0 && isSaidIn(heading, other.text) ? other : undefined;
  const lines = [...(other && !fuller ? [lineOf(other)] : []), ...above.details, ...leading.details];
  const speaker = opening.isCover ? meaningBelow(opening) : speakerBelow(opening, leading.rest, source);
  const named = { ...leading.fields, ...speaker, ...titleFields(opening, source) };
  if (opening.below && !speaker && !opening.isCover) {
    const title = { ...known, ...named, title: fuller ?? named.title, details: lines };
    const rest = leading.rest.slice(leading.rest.indexOf(opening.below));
    return {
      title,
      rest: [...leading.contents, ...rest],
      from: 'heading',
      remarks: leading.pictures,
      label: [
        ...replaced(fuller ? named.title : other ? undefined : known.title),
        ...labelsBefore(named, [opening.title]),
      ],
    };
  }
  const subtitle = opening.below && !speaker ? fieldOf(opening.below.children, source) : undefined;
  const { fields: found, details } = takeLines(opening.lines.flat(), {
    ...(subtitle && { subtitle }),
    ...named,
  });
  const own = opening.blocks.slice(opening.lines.length);
  // What stands behind a cover is on the next slide.
  const deck = opening.behind.length === 0 || opening.isCover ? [] : deckLine(own);
  return {
    title: { ...known, ...found, title: fuller ?? found.title, details: [...lines, ...details, ...deck] },
    rest: [...leading.contents, ...own.slice(deck.length), ...opening.behind],
    from: 'heading',
    remarks: leading.pictures,
    label: [
      ...replaced(fuller ? found.title : other ? undefined : known.title),
      ...labelsBefore(found, [opening.title, ...opening.lines.flat()]),
    ],
  };
}

/** A title with a word that the heading has not stands under it. */
function lineOf({ content }: Field): Block {
  return { type: 'paragraph', children: [...content] };
}

/** Of a title and a heading that says the same, the one that says less is not shown. */
function replaced(title: Field | undefined): Notes['leftOut'] {
  return title ? [title.span] : [];
}

/** A heading of other words than a title that is known, and with nothing below it: a section. */
function isFirstSection(
  { heading }: NotesOpening,
  title: Field | undefined,
  blocks: readonly RootContent[],
): boolean {
  if (title === undefined || saysTheSame(title.text, plainText(heading.children))) return false;
  const others = blocks.filter((block) => block.type === 'heading' && block !== heading) as Heading[];
  return others.length === 0 || others.some(({ depth }) => depth <= heading.depth);
}

/** Every word of the title is in the heading. */
function isSaidIn(title: string, heading: string): boolean {
  return wordsOf(title).every((word) => holdsWord(heading, word));
}

/** Half of the title's words are in the heading. */
function saysTheSame(title: string, heading: string): boolean {
  const words = wordsOf(title);
  const shared = words.filter((word) => shareWord(word, heading));
  return shared.length * 2 >= words.length;
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function titleFields({ heading, title }: NotesOpening, source: Source): TitleFields {
  if (typeof title.meaning === 'object') return title.meaning;
  const whole = fieldOf(heading.children, source);
  return whole ? { title: whole } : {};
}

/** Whoever speaks goes before whoever wrote it down. */
const speakerLabel = /^\W*(?:speakers?|presenters?|lecturers?|talk by)\W*[:：]/iu;
const authorLabel = /^\W*(?:authors?|by|written by)\W*[:：]/iu;

/** The first date is the talk's date; a second one, like all that is known already, stays a line of its own. */
function takeLines(
  lines: readonly TitleLine[],
  known: TitleFields,
): { readonly fields: TitleFields; readonly details: readonly Block[] } {
  let fields = known;
  const details: Block[] = [];
  const hasSpeaker = lines.some(({ content }) => speakerLabel.test(oneLine(content)));
  for (const { content, meaning } of lines) {
    if (hasSpeaker && authorLabel.test(oneLine(content))) {
      details.push(asParagraph(content));
      continue;
    }
    const names = typeof meaning === 'object' ? (Object.keys(meaning) as (keyof TitleFields)[]) : [];
    const isNew = names.length > 0 && names.every((name) => fields[name] === undefined);
    // A line that says "Title:" goes before the heading, which stands below it.
    if (names[0] === 'title' && typeof meaning === 'object')
      fields = { ...(fields.title && { subtitle: fields.title }), ...fields, ...meaning };
    else if (isNew) fields = { ...fields, ...(meaning as TitleFields) };
    else if (meaning !== 'page') details.push(...(content.length > 0 ? [asParagraph(content)] : []));
  }
  return { fields, details };
}

/** Where a line begins with a label that its field is shown without, and lines that programs keep of a page. */
function labelsBefore(fields: TitleFields, lines: readonly TitleLine[]): Notes['leftOut'] {
  const shown = new Set(Object.values(fields));
  return lines.flatMap(({ content, meaning }) => {
    const field = meaning === 'page' ? rangeOf(content) : undefined;
    if (field) return [field];
    const own = typeof meaning === 'object' ? Object.values(meaning).filter((field) => shown.has(field)) : [];
    const start = content[0] ? startOf(content[0]) : undefined;
    const end = Math.min(...own.map(({ span }) => span.start));
    return start !== undefined && own.length > 0 && start < end ? [{ start, end }] : [];
  });
}

/** Letters that a line below a title has at most: two lines of the title slide. */
const longest = 140;

/** Letters of a line of an agenda. */
const longestLine = 60;

/**
 * One line below the title that says what the talk is, or, set off as a quotation, where it is from: newspapers
 * call it the deck. `blocks` are all that stands before the next heading. A slide of its own would
 * have nothing else on it, and no title.
 */
function deckLine(blocks: readonly RootContent[]): readonly Block[] {
  const [first, ...rest] = blocks;
  if (first?.type === 'paragraph')
    return rest.every(isContents) && rest.length <= 1 && isLine(first) ? [first] : [];
  if (first?.type !== 'blockquote') return [];
  const [only, ...more] = first.children;
  return only?.type === 'paragraph' && more.length === 0 && isLine(only) ? [only] : [];
}

/** A list of few words each may be the agenda, which this line would keep from being seen as one. */
function isContents(block: RootContent): boolean {
  if (block.type !== 'list') return false;
  return block.children.every(
    (item) => item.children.length === 1 && plainText(item.children as Block[]).length <= longestLine,
  );
}

/** Short, without pictures, and not the beginning of a list. */
function isLine(paragraph: Paragraph): boolean {
  const text = plainText([paragraph]).trim();
  const isShown = paragraph.children.every(({ type }) => type !== 'image' && type !== 'html');
  return isShown && text.length <= longest && /^[\p{L}\p{N}\p{Pi}"'(¿¡]/u.test(text) && !/[:：]$/u.test(text);
}
