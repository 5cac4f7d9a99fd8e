import type { Root, RootContent } from 'mdast';
import type { Checked, Source } from '../diagnostics/index.ts';
import { readAgenda } from './agenda.ts';
import { readAnchors } from './anchors.ts';
import type { Block } from './block.ts';
import { readBoldHeadings } from './bold-headings.ts';
import { collectFootnotes } from './footnotes.ts';
import { type FrontMatterFinding, readFrontMatter } from './front-matter.ts';
import { languageOf } from './language.ts';
import { pageProperties } from './logseq.ts';
import { denseMarkup } from './markdown/markup-density.ts';
import { endOf, linePlacer } from './markdown/tree.ts';
import type { Field, Notes, PresenterNote, Section } from './notes.ts';
import { plainText } from './plain-text.ts';
import { readBlocks } from './read-blocks.ts';
import { newReading, type Reading, warn } from './reading.ts';
import { sectionTree } from './sections.ts';
import { readTitleBlock } from './title-block/read-title-block.ts';
import { walkNotes } from './walk-notes.ts';

/**
 * Reads notes as people write them: Markdown with GFM, math, front matter, comments and what
 * note-taking programs add. Any text is taken; what is not understood stays as text.
 */
export function parseNotes(source: Source): Checked<Notes> {
  const { tree, finding, reading } = readDocument(source);
  const presenterNotes = readRemarks(reading);
  const footnotes = collectFootnotes(tree);
  const page = pageProperties(tree.children, source);
  const fields: ReadonlyMap<string, readonly Field[]> = new Map([
    ...page.fields,
    ...(finding.kind === 'fields' ? finding.fields : []),
  ]);
  const { title, rest, from } = readTitleBlock(readBoldHeadings(page.rest, source), fields, source);
  const { agenda, rest: body } = readAgenda(rest, from, source);
  const sections = sectionTree(body, presenterNotes, footnotes, source);
  warnOfDenseMarkup(reading, finding);
  const value: Notes = {
    source,
    frontMatter: finding.kind === 'fields' ? finding.frontMatter : undefined,
    title,
    agenda,
    sections,
    anchors: readAnchors(sections, source),
    lang: languageOf(fields, visibleText(sections, title.title?.text)),
    ...(reading.dir === undefined ? {} : { dir: reading.dir }),
  };
  walkNotes(value, linePlacer(source.text));
  return { value, diagnostics: reading.diagnostics };
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
  return { tree: readBlocks(source.text.slice(start), kind, (offset) => offset + start, reading), reading };
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
