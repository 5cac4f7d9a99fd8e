// What other dialects of Markdown write, put into the one that is read, step by step.
import type { MarkdownKind } from '../markdown/read-markdown.ts';
import { dropped, type Edit, type Rewritten, rewrite } from '../markdown/rewritten-text.ts';
import { type TextLine, textLines } from '../markdown/source-lines.ts';
import { typedBullets } from '../markdown/typed-bullets.ts';
import { asciidocBlocks, isAsciidoc } from './asciidoc.ts';
import { asciidocNames, asciidocWords } from './asciidoc-words.ts';
import { bulletBlockEdits } from './bullet-blocks.ts';
import { citationEdits } from './citations.ts';
import type { Report } from './container.ts';
import { containerEdits } from './containers.ts';
import { contentsEdits } from './contents-pages.ts';
import { conversationEdits } from './conversations.ts';
import { crossReferenceEdits, crossTargets } from './cross-references.ts';
import { emptyBullet, emptyBulletEdits } from './empty-bullets.ts';
import { bareFence, fencedQuoteEdits } from './fenced-quotes.ts';
import { hiddenCode, hiddenCodeEdits } from './hidden-code.ts';
import { indentedListEdits } from './indented-lists.ts';
import { kramdown, kramdownEdits } from './kramdown.ts';
import { isLatex, latexBlocks, latexTitle } from './latex.ts';
import { latexWords } from './latex-words.ts';
import { letteredEdits } from './lettered-lists.ts';
import { liquid, liquidEdits } from './liquid.ts';
import { isMediaWiki, wikiBlocks, wikiWords } from './mediawiki.ts';
import { minutesEdits } from './minutes.ts';
import { myst, mystEdits } from './myst.ts';
import { type NoteProgram, noteProgramEdits } from './note-programs.ts';
import { orgSignEdits } from './org-signs.ts';
import { otherMarkup, otherMarkupEdits } from './other-markup.ts';
import { outlineHeadingEdits, outlineHeadings } from './outline-headings.ts';
import { pageMark, pageMarkEdits } from './page-marks.ts';
import { pandocSignEdits, pandocSigns } from './pandoc-signs.ts';
import { pictureEdits } from './picture-addresses.ts';
import { isRestructured, restructuredBlocks } from './restructured.ts';
import { namedWords, restructuredWords } from './restructured-words.ts';
import {
  appEdits,
  asideEdits,
  colourEdits,
  comparisonEdits,
  emphasisEdits,
  pageEdits,
  pageSigns,
  placeholderEdits,
  prosAndConsEdits,
  spoiling,
  spoilingEdits,
} from './signs.ts';
import { slideNumberEdits, slideNumbers } from './slide-numbers.ts';
import { spacedEmphasisEdits, spacedSigns } from './spaced-emphasis.ts';
import { tableEdits } from './tables.ts';
import { texEdits } from './tex.ts';
import { oddSpace, spaceEdits, textFileEdits } from './text-files.ts';
import { isBareText, textOutlineEdits } from './text-outlines.ts';
import { timeCode, transcriptEdits } from './transcripts.ts';
import { tildeHeadings, typedHeadingEdits } from './typed-headings.ts';
import { typedRuleEdits, typedRules } from './typed-rules.ts';
import { verseEdits } from './verses.ts';

type Step = (text: string, report: Report) => Rewritten;

/** The text in the Markdown that the parser knows. Offsets that are reported are those of `text`. */
export function readDialects(
  text: string,
  {
    kind,
    file,
    program,
  }: { readonly kind: MarkdownKind; readonly file: 'text' | 'Markdown'; readonly program: NoteProgram },
  report: Report,
): Rewritten {
  const top = kind === 'document' ? 'front matter' : 'text';
  let known = '';
  let lines = textLines(known, top);
  // A step that changes nothing leaves the next one the same lines.
  const linesOf = (written: string): readonly TextLine[] => {
    if (written !== known) [known, lines] = [written, textLines(written, top)];
    return lines;
  };
  const byLine =
    (sign: RegExp, edits: (lines: readonly TextLine[], report: Report) => Edit[]): Step =>
    (written, say) =>
      rewrite(written, sign.test(written) ? edits(linesOf(written), say) : []);
  // Of another markup all that is not kept is left out.
  const markup =
    (is: boolean, edits: (text: string, report: Report) => Edit[]): Step =>
    (written, say) => {
      const made = is ? edits(written, say) : [];
      for (const { start, end } of made.flatMap(dropped)) say('left out', start, written.slice(start, end));
      return rewrite(written, made);
    };
  const latex = isLatex(text);
  const wiki = !latex && isMediaWiki(text);
  const restructured = !latex && !wiki && isRestructured(text);
  const asciidoc = !latex && !wiki && !restructured && isAsciidoc(text);
  const isOther = latex || wiki || restructured || asciidoc;
  const isText = file === 'text' && !isOther;
  const ofProgram = (is: boolean, edits: (lines: readonly TextLine[]) => Edit[]): Step =>
    markup(is && !isOther, (written) => edits(linesOf(written)));
  const { hasOrgSigns, hasCitations, isAny, isLogseq, hasOtherBoxes } = program;
  const containers = byLine(/:::|!!!|\?\?\?|===|\{[a-z-]+\}|[`~]{3}[ \t]*ad-/, containerEdits);
  const steps: readonly Step[] = [
    (written) => rewrite(written, written.includes('\u001b') ? colourEdits(written) : []),
    (written, say) => rewrite(written, spoiling.test(written) ? spoilingEdits(written, say) : []),
    byLine(oddSpace, spaceEdits),
    byLine(isOther ? /(?!)/ : spacedSigns, spacedEmphasisEdits),
    markup(isText && pageMark.test(text), pageMarkEdits),
    markup(timeCode.test(text), transcriptEdits),
    markup(restructured, restructuredBlocks),
    markup(restructured, (written) => restructuredWords(written, namedWords(text))),
    markup(asciidoc, asciidocBlocks),
    markup(asciidoc, (written) => asciidocWords(written, asciidocNames(text))),
    markup(/ --> |\d:\d\d/.test(text), conversationEdits),
    byLine(/^\p{Lu}[^:\n]{1,60}: [^\n]+\n\S/mu, minutesEdits),
    markup(latex, latexTitle),
    markup(latex, latexBlocks),
    markup(latex, latexWords),
    markup(wiki, wikiBlocks),
    markup(wiki, wikiWords),
    byLine(isOther ? /(?!)/ : liquid, liquidEdits),
    byLine(kramdown, kramdownEdits),
    ofProgram(isLogseq && outlineHeadings.test(text), outlineHeadingEdits),
    byLine(isOther ? /(?!)/ : emptyBullet, emptyBulletEdits),
    ofProgram(
      /^[ \t]*[-*+][ \t][^`\r\n]*(?:`{3}|#\+BEGIN_|\{\{)|^[ \t]+#\+BEGIN_/im.test(text),
      bulletBlockEdits,
    ),
    ofProgram(hasOrgSigns || isLogseq, orgSignEdits),
    ofProgram(isAny || hasOtherBoxes, (lines) => noteProgramEdits(lines, program)),
    ofProgram(pageSigns.test(text), pageEdits),
    ofProgram(pandocSigns.test(text), pandocSignEdits),
    ofProgram(crossTargets.test(text) || hasCitations, crossReferenceEdits),
    byLine(hasCitations && !isOther ? /@/ : /(?!)/, citationEdits),
    byLine(otherMarkup, otherMarkupEdits),
    byLine(/^#{1,6}\S|^([^\s#])\1|^(?:\d+|[IA])[.)]|^\P{Ll}{4,}$/mu, typedHeadingEdits),
    ofProgram(slideNumbers.test(text), slideNumberEdits),
    byLine(isOther ? /(?!)/ : typedRules, typedRuleEdits),
    byLine(hiddenCode, hiddenCodeEdits),
    byLine(myst.test(text) ? /[%{]/ : /(?!)/, mystEdits),
    byLine(/^~{3,}[ \t]*$/m, tildeHeadings),
    // A fence in a fence is seen when the outer one is gone.
    containers,
    containers,
    byLine(/^(?:[ \t]*["„“«‘'(*_]{0,2}\p{Lu}[^\n]{3,60}\n){2}|^\| /mu, verseEdits),
    byLine(isText && isBareText(text) ? /^(?: |\t)/m : /(?!)/, textOutlineEdits),
    byLine(isOther ? /(?!)/ : bareFence, fencedQuoteEdits),
    byLine(/^(?: {4}|\t|`{3}|~{3})/m, indentedListEdits),
    byLine(/[\t.…·] *\d{1,4} *$/m, contentsEdits),
    byLine(/\t|\S {2}|(?:--|==) *[\r\n]|-\+/, (own) => tableEdits(own, isText ? 'text' : 'Markdown')),
    byLine(/\\[[(b]|\$\$/, texEdits),
    byLine(/!\[[^\]\n]{0,500}\]\([^)\n]{0,500}[ \\]/, pictureEdits),
    byLine(/<aside>/i, asideEdits),
    byLine(/^#{1,6} tags:|\[(?:name|time|color)=|\{\{(?:\[\[)?(?:TODO|DONE)|::(?:[\s,.;!?)]|$)/im, appEdits),
    byLine(/^[ \t]*[-*+] > ?\d/m, comparisonEdits),
    byLine(/^\+ /m, prosAndConsEdits),
    byLine(/\*\*/, emphasisEdits),
    byLine(/\{\{ ?(?:toc|< *page)|\[_?toc|\\(?:new|clear)?page|toc\}|^\+{3}\s/im, placeholderEdits),
    byLine(/^[ \t>]*(?:\(?\w{1,5}[.)]|\[(?:[ xX]|[\d:]{4,8})\])[ \t]/m, letteredEdits),
    (written) => typedBullets(written, top),
    byLine(isText ? /\n/ : /(?!)/, textFileEdits),
  ];
  return steps.reduce<Rewritten>(
    (before, step) => {
      const after = step(before.text, (problem, start, written) =>
        report(problem, before.place(start), written),
      );
      if (after.text === before.text) return before;
      return { text: after.text, place: (offset) => before.place(after.place(offset)) };
    },
    rewrite(text, []),
  );
}
