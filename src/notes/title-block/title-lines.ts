// What notes begin with, read once: lines, each with what it could say of the talk.
import type { Heading, PhrasingContent, RootContent } from 'mdast';
import type { Source } from '../../diagnostics/index.ts';
import { splitLines } from '../markdown/source-text.ts';
import { asParagraph, at, startOf } from '../markdown/tree.ts';
import { plainText } from '../plain-text.ts';
import { cuts, cutText, oneLine, trimmed } from './fields.ts';
import { keyedLines } from './metadata.ts';
import { type LineKind, type Meaning, readMeaning } from './title-patterns.ts';

export interface TitleLine {
  readonly content: readonly PhrasingContent[];
  /** Not there for ordinary words. */
  readonly meaning: Meaning | undefined;
}

/** The heading that notes begin with, and what stands between it and the sections. */
export interface NotesOpening {
  readonly heading: Heading;
  readonly title: TitleLine;
  /** A heading right below it, one level deeper or more, or of its level and naming people; and the line that it is. */
  readonly below: Heading | undefined;
  readonly belowLine: TitleLine | undefined;
  /** The blocks behind these headings, up to the next one. */
  readonly blocks: readonly RootContent[];
  /** From that one on. */
  readonly behind: readonly RootContent[];
  /** The lines of the first of them, as long as every line speaks of the talk; a rule has none. */
  readonly lines: readonly (readonly TitleLine[])[];
  /** Heading and lines are a slide of their own. */
  readonly isCover: boolean;
}

/** Returns undefined when the notes do not begin with a heading. */
export function readOpening(
  all: readonly RootContent[],
  kind: 'deck' | 'notes',
  source: Source,
): NotesOpening | undefined {
  const at = all.findIndex((block) => block.type !== 'thematicBreak');
  const [heading, next] = [all[at], all[at + 1]];
  if (heading?.type !== 'heading') return undefined;
  const belowLine = next?.type === 'heading' ? lineOf(next.children, 'heading-below', source) : undefined;
  const isBelow =
    next?.type === 'heading' &&
    (next.depth > heading.depth || (next.depth === heading.depth && belowLine?.meaning));
  const below = isBelow ? next : undefined;
  const rest = all.slice(at + (below ? 2 : 1));
  // Of a deck the headings up to the first rule may be lines of the cover.
  const rule = kind === 'deck' ? rest.findIndex(({ type }) => type === 'thematicBreak') : -1;
  const end = rest.findIndex(
    (block, index) => block.type === 'heading' && (index > rule || block.depth <= heading.depth),
  );
  const blocks = greetingBehind(partOccasion(end === -1 ? rest : rest.slice(0, end), source), source);
  const slide = (end === -1 ? undefined : rest[end]) as Heading | undefined;
  const isOfSlides = below && !belowLine?.meaning && (slide?.depth ?? 0) >= below.depth;
  const cover = kind === 'deck' && !isOfSlides ? coverLines(blocks, source) : undefined;
  return {
    heading,
    title: lineOf(heading.children, 'title', source),
    below,
    belowLine: below && belowLine,
    blocks,
    behind: end === -1 ? [] : rest.slice(end),
    lines: cover ?? speakingLines(blocks, source),
    isCover: cover !== undefined,
  };
}

function lineOf(content: readonly PhrasingContent[], kind: LineKind, source: Source): TitleLine {
  return { content, meaning: readMeaning(content, kind, source) };
}

/** Paragraphs that a cover has at most, and lines. */
const onCover = { paragraphs: 4, lines: 6 } as const;

/** A few short lines up to a rule. */
function coverLines(
  blocks: readonly RootContent[],
  source: Source,
): readonly (readonly TitleLine[])[] | undefined {
  const end = blocks.findIndex(({ type }) => type === 'thematicBreak');
  const above = blocks.slice(0, end);
  if (end === -1 || above.length > onCover.paragraphs) return undefined;
  const lines = above.map((block) =>
    block.type === 'paragraph' || block.type === 'table' || block.type === 'heading'
      ? linesOf(block, 'cover-line', source)
      : undefined,
  );
  const found = lines.filter((line) => line !== undefined);
  const all = found.flat();
  if (
    found.length < above.length ||
    all.length > onCover.lines ||
    !all.every((line) => isShort(line) || isPicture(line))
  )
    return undefined;
  return [...found, []];
}

/**
 * A first paragraph that begins with when and where and goes on with other words, as two: "Dr. King, 5 May, room 2. Notes
 * by me." Without a day, lines that could be of any kind stay what they are.
 */
export function partOccasion(blocks: readonly RootContent[], source: Source): readonly RootContent[] {
  const [first, ...others] = blocks;
  if (first?.type !== 'paragraph') return blocks;
  const [only, ...more] = first.children;
  const setOff =
    more.length === 0 && (only?.type === 'emphasis' || only?.type === 'strong') ? only : undefined;
  const lines = contentsOf(setOff ? { ...first, children: setOff.children } : first, source) ?? [];
  if (linesOfTheTalk(first, lines, source)) return blocks;
  const kind = setOff ? 'byline' : 'line';
  const said: TitleLine[] = [];
  let left = lines;
  const [subtitle, below] = lines;
  if (subtitle && below && leadingPart(below, kind, source) && isSubtitle(subtitle, kind, source)) {
    said.push({ content: subtitle, meaning: undefined });
    left = lines.slice(1);
  }
  for (let line = left[0]; line; line = left[0]) {
    const part = leadingPart(line, kind, source);
    if (!part) break;
    said.push(part.line);
    left = part.rest.length > 0 ? [part.rest, ...left.slice(1)] : left.slice(1);
  }
  const hasDay = said.some(({ meaning }) => typeof meaning === 'object' && (meaning.date ?? meaning.event));
  if (!hasDay) return blocks;
  if (left.length === 0) return [asParagraph(joinLines(said.map(({ content }) => content))), ...others];
  const rest = joinLines(left);
  return [
    asParagraph(joinLines(said.map(({ content }) => content))),
    asParagraph(setOff ? [{ ...setOff, children: rest }] : rest),
    ...others,
  ];
}

const greeting =
  /^(?:welcome|hello|hi|dear|please|willkommen|hallo|bitte|liebe|bienvenue|bonjour|bienvenid[oa]s?|hola|benvenut[oaie]|bem-vind[oa]s?|olá|welkom|välkomna|witamy|добро пожаловать|привет|ようこそ|欢迎|歡迎|환영|أهلا|مرحبا|ברוכים)(?![\p{L}\p{M}])/iu;

/** Letters of a greeting at most. */
const longestGreeting = 200;

/** Who and when with their labels stand on the cover also below a sentence that greets those who open the notes. */
function greetingBehind(blocks: readonly RootContent[], source: Source): readonly RootContent[] {
  const [first, ...others] = blocks;
  const text = first?.type === 'paragraph' ? oneLine(first.children) : '';
  if (first === undefined || !greeting.test(text) || text.length > longestGreeting) return blocks;
  const spoken = speakingLines(others, source);
  const labelled = spoken.findIndex((lines) => !lines.every(({ content }) => hasLabel(oneLine(content))));
  const count = labelled === -1 ? spoken.length : labelled;
  return count === 0 ? blocks : [...others.slice(0, count), first, ...others.slice(count)];
}

function hasLabel(line: string): boolean {
  return /^[^:：]{1,30}[:：]/.test(line);
}

/** A few words above the day that are no sentence. */
function isSubtitle(line: readonly PhrasingContent[], kind: LineKind, source: Source): boolean {
  const text = oneLine(line);
  return lineOf(line, kind, source).meaning === undefined && text.length <= 80 && !/[.!?:：]$/u.test(text);
}

/** What a line begins with that speaks of the talk: all of it, or its first sentences. */
function leadingPart(
  line: readonly PhrasingContent[],
  kind: LineKind,
  source: Source,
): { readonly line: TitleLine; readonly rest: PhrasingContent[] } | undefined {
  const whole = [[...line], []] as const;
  const parts = sentenceEnds(line, source);
  for (const [left, rest] of goesOnWithLabel.test(oneLine(line)) ? parts : [whole, ...parts]) {
    const said = lineOf(withoutStop(left, source), kind, source);
    const isWhole = rest.length === 0 && said.meaning !== undefined;
    if (isWhole || typeof said.meaning === 'object') return { line: said, rest: [...rest] };
  }
  return undefined;
}

/** "Lecturer: Ida Falk. Scribe: Ben": two lines in one. */
const goesOnWithLabel = /[.!?]\s+\p{Lu}[\p{L} ]{1,20}:\s/u;

const mostSentences = 6;

/** Both sides of the first places where a sentence may end, the last of them first. */
function sentenceEnds(
  line: readonly PhrasingContent[],
  source: Source,
): (readonly [PhrasingContent[], PhrasingContent[]])[] {
  return cuts(line, /\s+(?=[\p{Lu}\p{Lo}\d"“«(])/gu, source)
    .filter(([left, right]) => /[.!?]$/.test(oneLine(left)) && right.length > 0)
    .slice(-mostSentences);
}

/** Without the full stop; set-off words without what sets them off. */
function withoutStop(content: readonly PhrasingContent[], source: Source): PhrasingContent[] {
  const shown = trimmed(content, source.text);
  const [only, ...others] = shown;
  const inside =
    others.length === 0 && (only?.type === 'strong' || only?.type === 'emphasis') ? only.children : shown;
  return cutText(
    inside,
    -1,
    /(?<!\b(?:jan|feb|mar|apr|aug|sept?|o[ck]t|nov|de[cz]|st|dr|prof|jr|sr|inc|[ap]\.m))\.\s*$/iu,
    source.text,
  );
}

/** Whether lines speak of the talk and have its day. */
export function saysWhen(block: RootContent, source: Source): boolean {
  const [lines = []] = speakingLines(partOccasion([block], source), source);
  return lines.some(({ meaning }) => typeof meaning === 'object' && meaning.date);
}

function joinLines(lines: readonly (readonly PhrasingContent[])[]): PhrasingContent[] {
  return lines.flatMap((line, index) => {
    const start = line[0] ? startOf(line[0]) : 0;
    return index === 0 ? [...line] : [{ type: 'break' as const, position: at(start, start) }, ...line];
  });
}

/** The lines of the first blocks, as far as every line speaks of the talk. */
export function speakingLines(
  blocks: readonly RootContent[],
  source: Source,
): readonly (readonly TitleLine[])[] {
  const found: (readonly TitleLine[])[] = [];
  for (const [at, block] of blocks.entries()) {
    const contents = contentsOf(block, source);
    if (contents === undefined) break;
    const known = linesOfTheTalk(block, contents, source);
    const lines = known ?? (at > 0 ? undefined : billedLine(block, contents, blocks[1], source));
    if (lines === undefined) break;
    found.push(lines);
  }
  return found;
}

function linesOf(block: RootContent, kind: LineKind, source: Source): readonly TitleLine[] | undefined {
  return contentsOf(block, source)?.map((content) => lineOf(content, kind, source));
}

/** A name right below the title: set off as a whole, or above a line that says when or where. */
function billedLine(
  block: RootContent,
  contents: readonly PhrasingContent[][],
  next: RootContent | undefined,
  source: Source,
): readonly TitleLine[] | undefined {
  const [only, ...others] = block.type === 'paragraph' ? block.children : [];
  const isSetOff = others.length === 0 && (only?.type === 'emphasis' || only?.type === 'strong');
  const inside =
    isSetOff && block.type === 'paragraph'
      ? contentsOf({ ...block, children: only.children }, source)
      : contents;
  const [content] = inside ?? [];
  if (!content || inside?.length !== 1) return undefined;
  const line = lineOf(content, isSetOff ? 'byline' : 'cover-line', source);
  const below = next ? (linesOf(next, 'line', source) ?? []) : [];
  const isAbove = below.length > 0 && below.every(({ meaning }) => typeof meaning === 'object');
  return typeof line.meaning === 'object' && (isSetOff || isAbove) ? [line] : undefined;
}

/** The lines of a block that a title block may have. */
function contentsOf(block: RootContent, source: Source): readonly PhrasingContent[][] | undefined {
  switch (block.type) {
    case 'thematicBreak':
      return [];
    case 'heading':
      return [trimmed(block.children, source.text)];
    case 'paragraph':
      return splitLines(block.children, source.text)
        .map((line) => trimmed(line, source.text))
        .filter((line) => line.some(isShown));
    case 'list': {
      if (block.children.some(({ children }) => children.length !== 1)) return undefined;
      const lines = block.children.map(({ children: [line] }) => line);
      return lines.map((line) => (line?.type === 'paragraph' ? line.children : []));
    }
    case 'table':
      return keyedLines(block, source)?.map(({ line }) => [...line]);
    default:
      return undefined;
  }
}

/** A picture is shown though it may hold no words: such a line ends what is said about the talk. */
function isShown(node: PhrasingContent): boolean {
  return node.type !== 'text' || node.value.trim() !== '';
}

/** Lines of a paragraph of which half speak of the talk, and of one, a list or a table of which two thirds do. */
const fewLines = { plain: 5, labelled: 10 } as const;

/**
 * The lines, where every one is one of those known; or at least half of a short paragraph's lines are: then the
 * others (a school, a room) speak of the talk too.
 */
function linesOfTheTalk(
  block: RootContent,
  contents: readonly PhrasingContent[][],
  source: Source,
): readonly TitleLine[] | undefined {
  const isKeyed = contents.length > 1 && keyedLines(block, source) !== undefined;
  const isFew = (isKeyed || block.type === 'paragraph') && contents.length <= fewLines.labelled;
  const lines: TitleLine[] = [];
  for (const content of contents) {
    const line = lineOf(content, 'line', source);
    if (line.meaning === undefined && !isFew) return undefined;
    lines.push(line);
  }
  const known = lines.filter(({ meaning }) => meaning !== undefined).length;
  const isMost = known * (lines.length <= fewLines.plain ? 2 : 1.5) >= lines.length;
  const speak = known === lines.length || (lines.every(isShort) && isMost);
  return speak ? lines : undefined;
}

function isPicture({ content }: TitleLine): boolean {
  return content.length > 0 && content.every(({ type }) => type === 'image');
}

function isShort({ content }: TitleLine): boolean {
  return plainText([...content]).length <= 80 && content.some(({ type }) => type !== 'image');
}
