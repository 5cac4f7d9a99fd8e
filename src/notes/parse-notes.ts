import type { ListItem, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import type { Checked, Source } from '../diagnostics/index.ts';
import { listContents, readAgenda } from './agenda.ts';
import type { Block } from './block.ts';
import { readBylines } from './bylines.ts';
import { readRoles, withoutAttributes } from './dialects/attributes.ts';
import { columnRanges } from './dialects/fenced-divs.ts';
import { inlineFootnotes } from './dialects/inline-footnotes.ts';
import { isPixel } from './dialects/picture-addresses.ts';
import { readDialects } from './dialects/read-dialects.ts';
import { readEntries } from './entries.ts';
import { type FrontMatterFinding, readFrontMatter } from './front-matter/read-front-matter.ts';
import { readBoldHeadings } from './headings.ts';
import { htmlBlocks } from './html/html-blocks.ts';
import { htmlPhrasing } from './html/html-phrasing.ts';
import { readKnownHeads } from './known-heads.ts';
import { languageOf } from './language.ts';
import { logseqCode, logseqTasks, pageProperties, withoutOwnProperties } from './logseq.ts';
import { resolveReferences } from './markdown/links.ts';
import { denseMarkup } from './markdown/markup-density.ts';
import { type MarkdownKind, readMarkdown } from './markdown/read-markdown.ts';
import { limitDepth, rewriteTree } from './markdown/rewrite-tree.ts';
import { shortcodes } from './markdown/shortcodes.ts';
import { expandMacros } from './markdown/tex-macros.ts';
import { tidyBlocks, tidyLinks } from './markdown/tidy-blocks.ts';
import { joinTornCode } from './markdown/torn-code.ts';
import { at, endOf, linePlacer, moveOffsets, startOf } from './markdown/tree.ts';
import { unclosedCode } from './markdown/unclosed-code.ts';
import { readMermaid } from './mermaid/read-mermaid.ts';
import { type Field, type Notes, type PresenterNote, type Section, walkNotes } from './notes.ts';
import { highlights, percentBlocks, percentRemarks, wikilinks, withoutBlockIds } from './obsidian.ts';
import { describingWords } from './picture-descriptions.ts';
import { readPlainHeadings } from './plain-headings.ts';
import { plainText } from './plain-text.ts';
import { readQuestions } from './questions.ts';
import { flattenCallouts, markSources, readQuotes } from './quotes.ts';
import { newReading, type Reading, warn, warnOfDialect } from './reading.ts';
import { collectFootnotes, readAnchors } from './references.ts';
import { sectionTree } from './sections.ts';
import { blanked } from './slide-tools/blanked.ts';
import { isLook, shownText } from './slide-tools/directives.ts';
import { slidePictures } from './slide-tools/slide-pictures.ts';
import { slideSigns } from './slide-tools/slide-signs.ts';
import { takeSpeakerNotes } from './slide-tools/speaker-notes.ts';
import { leaveOut, settingsOf, takeDirectives, warnOfUndone } from './slide-tools/take-directives.ts';
import { partTags } from './title-block/leading-lines.ts';
import { readAbove } from './title-block/read-above.ts';
import { readTitleBlock } from './title-block/read-title-block.ts';

/**
 * Reads notes as people write them: Markdown with GFM, math, front matter, comments and what
 * note-taking programs add. Any text is taken; what is not understood stays as text.
 */
export function parseNotes(source: Source): Checked<Notes> {
  const { tree, finding, reading } = readDocument(source);
  expandMacros(tree, source.text);
  const presenterNotes = readRemarks(reading);
  const footnotes = collectFootnotes(tree);
  const page = pageProperties(tree.children, source);
  const inFront: ReadonlyMap<string, readonly Field[]> = new Map([
    ...(reading.toml?.fields ?? []),
    ...(finding.kind === 'fields' ? finding.fields : []),
  ]);
  const above = readAbove(page.rest, new Map([...page.fields, ...inFront]), source);
  const fields = new Map([...page.fields, ...above.fields, ...inFront]);
  const [text, tags] = partTags(above.rest);
  const blocks = slidePictures(listContents(text, source), reading);
  const headed = readBoldHeadings(reading.isDeck ? markSources(blocks) : blocks, source);
  const { title, rest, from, remarks, label } = readTitleBlock(
    reading.isDeck ? headed : readPlainHeadings(headed, source),
    { fields, details: above.details, isDeck: reading.isDeck },
    source,
  );
  const { agenda, rest: body } = readAgenda(rest, from, source);
  const badges = [...remarks, ...tags].map((block): PresenterNote => {
    return { blocks: [block], span: { path: source.path, start: startOf(block), end: endOf(block) } };
  });
  const remarksInOrder = [...badges, ...presenterNotes].sort((a, b) => a.span.start - b.span.start);
  const kind = reading.isDeck ? 'deck' : 'notes';
  const below = reading.isDeck ? body : readEntries(readKnownHeads(body, source), source);
  const sections = sectionTree(readBylines(below, source), remarksInOrder, footnotes, source, kind);
  warnOfDenseMarkup(reading, finding);
  const settings = deckSettings(reading, finding);
  warnOfUndone(reading);
  const value: Notes = {
    source,
    frontMatter: finding.kind === 'fields' ? finding.frontMatter : undefined,
    title,
    agenda,
    sections,
    anchors: readAnchors(from === 'heading' ? title.title : undefined, sections, source),
    lang: languageOf(fields, visibleText(sections, title.title?.text)),
    ...(reading.dir === undefined ? {} : { dir: reading.dir }),
    leftOut: [...page.leftOut, ...above.leftOut, ...label, ...reading.leftOut],
    settings,
  };
  walkNotes(value, linePlacer(source.text));
  return { value, diagnostics: reading.diagnostics };
}

/** Of a deck for another program. What else its front matter asks for is left undone. */
function deckSettings(reading: Reading, finding: FrontMatterFinding): Notes['settings'] {
  if (reading.tool === undefined) return {};
  const fields = finding.kind === 'fields' ? finding.fields : new Map<string, readonly Field[]>();
  const texts = [...fields].map(([key, list]) => [key, list.map(({ text }) => text).join(' ')] as const);
  const { text, span } = finding.kind === 'fields' ? finding.frontMatter : { text: '', span: { start: 0 } };
  for (const { 1: key = '', index } of text.matchAll(/^([A-Za-z][\w-]*):/gm))
    if (isLook(key)) leaveOut(key, span.start + index, reading);
  return settingsOf(new Map([...reading.asked, ...texts]));
}

/** Front matter is no Markdown. */
function warnOfDenseMarkup(reading: Reading, finding: FrontMatterFinding): void {
  const behind = finding.kind === 'fields' ? finding.frontMatter.span.end : 0;
  const from = finding.kind === 'broken' ? endOf(finding.block) : behind;
  for (const { start } of denseMarkup(reading.source.text)) {
    if (start < from) continue;
    const message = 'There is more Markdown from here on than can be read, and it is shown as text';
    const help = 'divide it into several lines, and put blank lines between paragraphs';
    warn(reading, 'notes/dense-markup', start, start + 1, message, help);
  }
}

/** Once: what it takes may hold others. */
function warnOfUnclosedCode(tree: Root, reading: Reading): void {
  const [first] = unclosedCode(tree, reading.source.text);
  if (!first || reading.refused.has(first.fence)) return;
  reading.refused.add(first.fence);
  const { start, fence } = first;
  const message = 'This code is never closed, and takes all that comes behind it';
  const help = `write ${fence} on a line of its own where the code ends`;
  warn(reading, 'notes/unclosed-code', start, start + fence.length, message, help);
}

interface ReadDocument {
  readonly tree: Root;
  readonly finding: FrontMatterFinding;
  readonly reading: Reading;
}

function readDocument(source: Source): ReadDocument {
  const read = readWhole(source, 'document');
  const { tree } = read;
  const finding = readFrontMatter(tree, read.reading);
  if (finding.kind === 'prose') return { ...readWhole(source, 'text'), finding: { kind: 'none' } };
  const instead: RootContent[] = finding.kind === 'broken' ? [finding.block] : [];
  if (finding.kind !== 'none') tree.children = [...instead, ...tree.children.slice(1)];
  return { ...read, finding };
}

/** A byte order mark is no part of the text, but offsets count it. */
function readWhole(source: Source, kind: 'document' | 'text'): Pick<ReadDocument, 'tree' | 'reading'> {
  const reading = newReading(source);
  const start = source.text.startsWith('\ufeff') ? 1 : 0;
  const { toml } = reading;
  if (toml) reading.leftOut.push(toml);
  const whole = toml ? blanked(source.text, [toml]) : source.text;
  const directed = takeDirectives(whole.slice(start), start, reading);
  const text = takeSpeakerNotes(directed, start, reading);
  return { tree: readBlocks(text, kind, (offset) => offset + start, reading), reading };
}

/** Comments hold Markdown too; reading one may bring up others. */
function readRemarks(reading: Reading): PresenterNote[] {
  const { comments, presenterNotes, source } = reading;
  for (const comment of comments) {
    const tree = readBlocks(comment.text, 'remark', (offset) => comment.at(offset), reading);
    const span = { path: source.path, start: comment.start, end: comment.end };
    if (tree.children.length > 0) presenterNotes.push({ blocks: tree.children as Block[], span });
  }
  return presenterNotes.sort((a, b) => a.span.start - b.span.start);
}

function visibleText(sections: readonly Section[], title = ''): string {
  const text = (list: readonly Section[]): string[] =>
    list.flatMap((section) => [section.titleText, plainText(section.blocks), ...text(section.sections)]);
  return [title, ...text(sections)].join('\n');
}

/**
 * Markdown → blocks with only what `Block` allows: no raw HTML, no references, no comments
 * (those are left in `reading`). `place` gives the offset in the notes of an offset in `text`.
 */
function readBlocks(
  text: string,
  kind: MarkdownKind,
  place: (offset: number) => number,
  reading: Reading,
): Root {
  const source = reading.source.text;
  const before = reading.inlineFootnotes.length;
  const bare = slideSigns(text, place, reading);
  const known = readDialects(
    bare.text,
    { kind, file: reading.file, program: reading.program },
    (problem, start, written) => {
      const from = place(bare.place(start));
      if (problem !== 'left out') warnOfDialect(reading, problem, from, written);
      else reading.leftOut.push({ start: from, end: place(bare.place(start + written.length)) });
    },
  );
  const tree = readMarkdown(known.text, kind);
  moveOffsets(tree, (offset) => place(bare.place(known.place(offset))));
  if (kind !== 'remark') warnOfUnclosedCode(tree, reading);
  markColumns(tree, columnRanges(bare.text, kind === 'document' ? 'front matter' : 'text'), (offset) =>
    place(bare.place(offset)),
  );
  limitDepth(tree, source);
  resolveReferences(tree, source);
  rewriteTree(tree, {
    blocks: (children, parent) => rewriteBlocks(children, parent, kind, reading),
    phrasing: (children) => rewritePhrasing(children, reading),
    emptied: (item) => shownAsWritten(item, source),
  });
  tree.children.push(...reading.inlineFootnotes.slice(before));
  flattenCallouts(tree);
  return tree;
}

/** Blocks that the notes set side by side know their column. */
function markColumns(
  { children }: Root,
  ranges: ReturnType<typeof columnRanges>,
  place: (offset: number) => number,
): void {
  if (ranges.length === 0) return;
  const placed = ranges.map(({ start, end }) => ({ start: place(start), end: place(end) }));
  for (const block of children) {
    const column = placed.findIndex(({ start, end }) => start <= startOf(block) && startOf(block) < end);
    if (column !== -1 && (block.type === 'paragraph' || block.type === 'list'))
      block.data = { ...block.data, column };
  }
}

function rewriteBlocks(
  children: RootContent[],
  parent: Nodes,
  kind: MarkdownKind,
  reading: Reading,
): RootContent[] {
  const place = parent.type === 'root' ? 'root' : 'inner';
  const blocks = percentBlocks(htmlBlocks(children, reading, place), reading);
  const source = reading.source.text;
  const plain = withoutOwnProperties(withoutBlockIds(readQuotes(blocks, reading), source), source);
  // How comments are wrapped says nothing of the rest.
  const tidy = readMermaid(
    tidyBlocks(plain, parent, source, kind === 'remark' ? undefined : reading.habits),
    reading,
  );
  return readQuestions(reading.isLogseq ? logseqTasks(tidy, source) : tidy, parent, source);
}

/** An item of which nothing is left, but tags that end nothing: they are shown. A comment goes with its bullet. */
function shownAsWritten(item: ListItem, source: string): ListItem | undefined {
  const written = source.slice(startOf(item), endOf(item));
  const marker = /^(?:[-*+•◦▪▫‣⁃·–]|\d+[.)])\s*/.exec(written)?.[0].length ?? 0;
  const value = written.slice(marker).trimEnd();
  if (!value.startsWith('</') || value.includes('<!--')) return undefined;
  const position = at(startOf(item) + marker, startOf(item) + marker + value.length);
  return {
    ...item,
    children: [{ type: 'paragraph', children: [{ type: 'text', value, position }], position }],
  };
}

/** Nothing but words: what dialects have signs for has a sign. */
const plainWords = /^[\p{L}\p{N} ,]*$/u;

function rewritePhrasing(children: PhrasingContent[], reading: Reading): PhrasingContent[] {
  const [only] = children;
  if (children.length === 1 && only?.type === 'text' && plainWords.test(only.value)) return children;
  const source = reading.source.text;
  const seen = htmlPhrasing(children, reading).filter((child) => !isLeftOutPixel(child, reading));
  const bare = withoutAttributes(readRoles(seen, reading), source);
  const written = percentRemarks(inlineFootnotes(joinTornCode(bare, source), reading), reading);
  const words = reading.isLogseq ? logseqCode(written, source) : written;
  const { tool } = reading;
  for (const child of words)
    if (child.type === 'image' && child.alt) child.alt = descriptionOf(child.alt, tool);
  return tidyLinks(shortcodes(highlights(wikilinks(words, source), source), source), source);
}

function descriptionOf(alt: string, tool: Reading['tool']): string {
  return describingWords(tool === undefined ? alt : shownText(alt, tool));
}

/** Nobody can see it, and nothing says what it would show. */
function isLeftOutPixel(child: PhrasingContent, reading: Reading): boolean {
  if (child.type !== 'image' || child.alt || !isPixel(child.url)) return false;
  reading.leftOut.push({ start: startOf(child), end: endOf(child) });
  return true;
}
