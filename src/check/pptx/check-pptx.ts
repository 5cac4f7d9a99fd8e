import type { Hints } from '../../hints/index.ts';
import type { Notes } from '../../notes/index.ts';
import { type OfficePackage, openPackage, type PackageProblem, readZip } from '../../office/index.ts';
import { missingWords, type Token } from '../../plan/index.ts';
import { type Theme, themeTextMetrics } from '../../theme/index.ts';
import { type Finding, type ReportFinding, reporter, type SourceSpans } from '../finding.ts';
import { noteWords } from '../words/expected-words.ts';
import { missingFormulas, missingReporter, notIn, tokenTexts } from '../words/missing.ts';
import { brokenRelations, orphanParts, sharedIds, unknownRelations, untypedParts } from './package-rules.ts';
import { type OpenedPresentation, type OpenedSlide, openPresentation } from './presentation.ts';
import {
  brokenInheritance,
  danglingShapes,
  outsideSlide,
  titleProblems,
  withoutDescription,
} from './presentation-rules.ts';
import { misplacedElements } from './schema-rules.ts';
import { tightTexts } from './text-fit.ts';
import { mathIn, notesText, slideFormulas, slideText } from './texts.ts';

interface PptxJob {
  readonly notes: Notes;
  readonly hints: Hints;
  readonly theme: Theme;
  /** Whether no font of the theme has a character. */
  readonly hasNoFont: (character: string) => boolean;
}

/** A file that somebody has on disk anyway: the bounds are there to end. */
const bounds = { entries: 100_000, unpackedBytes: 2_000_000_000 };

/** Opens a PowerPoint file as an office program would, and reports what is wrong with it, whatever was written. */
export function checkPptx(bytes: Buffer, job: PptxJob, spans: SourceSpans): readonly Finding[] {
  const report = reporter(spans, 'PPTX');
  const files = readZip(bytes, bounds);
  if ('reason' in files) return [report('check/part', `the file cannot be opened: ${files.reason}`)];
  const office = openPackage(files);
  const presentation = openPresentation(office);
  return [
    ...fileProblems(office).map(({ code, part, message }) => report(code, `${part}: ${message}`)),
    ...slideFindings(presentation, job, report),
    ...wordFindings(presentation, office, job, spans),
  ];
}

interface FileProblem extends PackageProblem {
  readonly code: 'check/part' | 'check/schema';
}

/** What is wrong with the parts of a file, and of the workbooks within it. */
export function fileProblems(office: OfficePackage): readonly FileProblem[] {
  const parts = [...office.parts.values()];
  const broken = [
    ...office.problems,
    ...brokenRelations(office),
    ...unknownRelations(office),
    ...untypedParts(office),
    ...orphanParts(office),
    ...sharedIds(office),
  ];
  const misplaced = parts.flatMap(misplacedElements);
  const inside = parts
    .filter(({ name }) => name.endsWith('.xlsx'))
    .flatMap(({ name, bytes }) => {
      const files = readZip(bytes, bounds);
      if ('reason' in files) return [{ code: 'check/part' as const, part: name, message: files.reason }];
      return fileProblems(openPackage(files)).map((problem) => ({
        ...problem,
        part: `${name}/${problem.part}`,
      }));
    });
  return [
    ...broken.map((problem) => ({ code: 'check/part' as const, ...problem })),
    ...misplaced.map((problem) => ({ code: 'check/schema' as const, ...problem })),
    ...inside,
  ];
}

function slideFindings(
  presentation: OpenedPresentation,
  { theme, hasNoFont }: PptxJob,
  report: ReportFinding,
): readonly Finding[] {
  const textMetrics = themeTextMetrics(theme);
  const titles = titleProblems(presentation);
  return presentation.slides.flatMap((opened, at) => {
    const slide = at + 1;
    const on = (code: Finding['code'], message: string, text?: string): Finding =>
      report(code, message, { slide, ...(text !== undefined && { text }) });
    const title = titles.get(slide);
    return [
      ...(title === undefined ? [] : [on('check/title', `slide ${slide} ${title}`)]),
      ...brokenInheritance(opened).map((what) => on('check/part', `slide ${slide} ${what}`)),
      ...danglingShapes(opened).map((what) => on('check/part', `slide ${slide}: ${what}`)),
      ...withoutDescription(opened).map(({ name }) =>
        on('check/alternative', `“${name}” of slide ${slide} has no alternative text`),
      ),
      ...outsideSlide(opened, presentation.size).map(({ shape, px }) =>
        on(
          'check/clipped',
          `${named(shape)} reaches ${px} px over the edge of slide ${slide}`,
          firstLine(shape),
        ),
      ),
      ...tightTexts(opened, textMetrics, hasNoFont).map(({ shape, px }) =>
        on(
          'check/clipped',
          `${named(shape)} is ${px} px higher than its box on slide ${slide}`,
          firstLine(shape),
        ),
      ),
    ];
  });
}

function named({ text, name }: OpenedSlide['shapes'][number]): string {
  const line = firstLine({ text });
  return `“${line === '' ? name : line.slice(0, 60)}”`;
}

function firstLine({ text }: { readonly text: string }): string {
  return text.trim().split('\n')[0] ?? '';
}

function wordFindings(
  { slides }: OpenedPresentation,
  office: OfficePackage,
  { notes, hints }: PptxJob,
  spans: SourceSpans,
): readonly Finding[] {
  const expected = noteWords(notes, hints);
  const shown = slides.flatMap((slide) => tokenTexts(slideText(slide, office)));
  const spoken = slides.flatMap(({ notes: page }) => tokenTexts(notesText(page)));
  const onSlides = missingWords(expected.body, shown);
  const anywhere = missingWords([...expected.body, ...expected.aside], [...shown, ...spoken]);
  const report = missingReporter(spans);
  return [
    ...report(onSlides, 'on no slide', 'PPTX'),
    ...report(notIn(anywhere, onSlides) as readonly Token[], 'on no slide and in no presenter note', 'PPTX'),
    ...formulaFindings(slides, expected.formulas, spans),
  ];
}

/** A formula that can be edited has no TeX to know it by: as many may have none as there are. */
function formulaFindings(
  slides: readonly OpenedSlide[],
  formulas: Parameters<typeof missingFormulas>[0],
  spans: SourceSpans,
): readonly Finding[] {
  const texts = slides.flatMap(({ shapes }) => shapes.map(({ text }) => letters(text)));
  const typed = slides.flatMap(({ shapes }) => shapes.map(({ text }) => text));
  // One without names may stand among the words, as text; one that cannot be drawn stands as it was typed.
  const isText = (tex: string): boolean =>
    typed.some((text) => text.includes(tex)) ||
    (!tex.includes('\\') && texts.some((text) => text.includes(letters(tex))));
  const sought = formulas.filter(({ tex }) => !isText(tex));
  const missing = missingFormulas(sought, slides.flatMap(slideFormulas), { spans, output: 'PPTX' });
  const editable = slides.reduce((sum, slide) => sum + mathIn(slide), 0);
  return missing.slice(editable);
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
