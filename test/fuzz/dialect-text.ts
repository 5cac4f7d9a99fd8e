// Notes as other programs write them, in which every word that must not be lost has a number of its own.
import fc from 'fast-check';

/** A word that is found again: no other stands in the text. */
const marked = /[b-y]{3}kelp/g;

/** The marked words of the text that were nowhere in what was made of it. */
export function marksLostIn(text: string, made: unknown): readonly string[] {
  const wanted = text.match(marked) ?? [];
  if (wanted.length === 0) return [];
  const kept = new Set(JSON.stringify(made).match(marked) ?? []);
  return wanted.filter((mark) => !kept.has(mark));
}

/** Two that follow each other begin with other letters, so that none is taken for a form of the other. */
function markOf(count: number): string {
  const letter = (at: number): string => String.fromCharCode('b'.charCodeAt(0) + (at % 24));
  return `${letter(count)}${letter(Math.floor(count / 24))}${letter(7 * count)}kelp`;
}

/** Each `@` becomes a marked word, and each `%` a plain one. */
function withMarks(text: string): string {
  let count = 0;
  const plain = ['tide', 'harbour', 'of', 'the net', 'a boat is late'];
  return text
    .replace(/@/g, () => {
      count += 1;
      return markOf(count);
    })
    .replace(/%/g, () => {
      count += 1;
      return plain[count % plain.length] ?? '';
    });
}

const phrase = fc.constantFrom('@', '@ %', '% @', '@ % @', '% @, %', '@ % % @ %.');
const sentence = fc.constantFrom('% @ %.', '@ % @ % % @.', '% % % @ % % % % @ % % @ % % % @ %.');
const lines = (line: fc.Arbitrary<string>, maxLength = 6): fc.Arbitrary<string> =>
  fc.array(line, { minLength: 1, maxLength }).map((all) => all.join('\n'));
const filled = (pattern: string, ...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((given) => given.reduce((text, part) => text.replace('§', () => part), pattern));

const latex = [
  filled('\\section{§}', phrase),
  filled('\\subsection*{§}', phrase),
  sentence,
  lines(sentence),
  filled('\\begin{itemize}\n§\n\\end{itemize}', lines(filled('\\item §', sentence))),
  filled('\\begin{enumerate}\n§\n§\n\\end{enumerate}', lines(filled('  \\item §', sentence)), sentence),
  filled('\\begin{description}\n§\n\\end{description}', lines(filled('\\item[§] §', phrase, sentence))),
  filled('\\begin{theorem}[§] § \\end{theorem}', phrase, sentence),
  filled('\\begin{quote}\n§\n\\end{quote}', lines(sentence)),
  filled('\\textbf{§} § \\emph{§} \\cite{a}', phrase, phrase, phrase),
  filled('§\\footnote{§} § \\href{https://example.org}{§}', phrase, phrase, phrase, phrase),
  filled('\\begin{tabular}{ll}\n\\hline\n§\n\\end{tabular}', lines(filled('§ & § \\\\', phrase, phrase))),
  filled('\\begin{frame}{§}\n§\n\\end{frame}', phrase, lines(sentence)),
  filled('\\[ x = \\frac{1}{2} \\]\n§', sentence),
  filled('\\begin{figure}\n\\includegraphics[width=3cm]{a.png}\n\\caption{§}\n\\end{figure}', phrase),
  filled('\\begin{verbatim}\n§\n\\end{verbatim}', lines(phrase)),
];
const wiki = [
  filled('== § ==', phrase),
  filled('=== § ===', phrase),
  sentence,
  lines(filled('* §', sentence)),
  lines(filled('** §', sentence)),
  lines(filled('# §', sentence)),
  lines(filled(': §', sentence)),
  lines(filled('; § : §', phrase, sentence)),
  filled("'''§''' § ''§''", phrase, phrase, phrase),
  filled('[[Tide|§]] § [https://example.org §]', phrase, phrase, phrase),
  filled('§<ref>§</ref> §', phrase, phrase, phrase),
  filled('{| class="wikitable"\n|+ §\n§\n|}', phrase, lines(filled('|-\n| § || §', phrase, phrase))),
  filled('{{quote|§}}', phrase),
  filled('{{Infobox\n| name = §\n| place = §\n}}', phrase, phrase),
  filled('[[File:a.png|thumb|§]]', phrase),
];
const clock = fc.integer({ min: 0, max: 59 }).map((at) => String(at).padStart(2, '0'));
const cue = filled('00:§:§.000 --> 00:§:59.000', clock, clock, clock);
const captions = [
  filled('§\n§', cue, lines(sentence, 3)),
  filled('§\n<v Ann Lee>§</v>', cue, sentence),
  filled('12\n§\nBob Ray: §', cue, sentence),
  filled('§\n§', cue, sentence),
];
const chat = [
  filled('10:§:§ From Ann Lee to Everyone: §', clock, clock, sentence),
  filled('10:§:§ From Bob Ray : §', clock, clock, sentence),
  filled('12/03/2025, 10:§ - Ann Lee: §', clock, sentence),
  filled('[12/03/2025, 10:§:§] Bob Ray: §', clock, clock, sentence),
  filled('12.03.25, 10:§ - Eva: §\n§', clock, sentence, lines(sentence, 2)),
];
const slack = [
  filled('Ann Lee  10:§ AM\n§', clock, lines(sentence, 3)),
  filled('bob.ray 10:§\n§\n- §', clock, sentence, phrase),
];
const org = [
  filled('* §', phrase),
  filled('** §', phrase),
  sentence,
  lines(filled('- §', sentence)),
  filled('#+begin_quote\n§\n#+end_quote', sentence),
  filled('#+begin_src js\n§\n#+end_src', phrase),
];
const asciidoc = [
  filled('== §', phrase),
  filled('=== §', phrase),
  sentence,
  lines(filled('. §', sentence)),
  lines(filled('* §', sentence)),
  filled('[quote, §]\n____\n§\n____', phrase, sentence),
  filled('----\n§\n----', lines(phrase)),
];
const restructured = [
  filled('==========\n§\n==========', fc.constant('Tide @')),
  filled('§\n--------', fc.constant('Nets @')),
  sentence,
  filled('.. note:: §', sentence),
  filled('%::\n\n    §', phrase),
  lines(filled('* §', sentence)),
  filled(':Author: §', phrase),
];
const plain = [
  fc.constant('OPEN QUESTIONS'),
  filled('§:', phrase),
  lines(filled('• §', sentence)),
  lines(filled('o\t§', sentence)),
  lines(filled('a) §', phrase)),
  lines(filled('§\t§\t§', phrase, phrase, phrase)),
  lines(filled('\t§', sentence)),
  filled('1. §\n\n§', phrase, sentence),
  filled('II. §\n\n§', phrase, sentence),
  filled('§\n=-=-=-=-=\n§', phrase, sentence),
  sentence,
  lines(sentence),
];
const markdown = [
  filled('# §', phrase),
  filled('## §', phrase),
  sentence,
  lines(filled('- §', sentence)),
  filled('::: columns\n:::: column\n§\n::::\n:::: column\n§\n::::\n:::', sentence, lines(sentence)),
  filled('::: {.callout-note}\n## §\n§\n:::', phrase, sentence),
  filled('!!! note "§"\n    §', phrase, sentence),
  filled('%\n: §', sentence),
  filled('§^[§] §', phrase, phrase, phrase),
  filled('<details><summary>§</summary>\n\n§\n\n</details>', phrase, sentence),
  filled('<aside>\n💡 §\n</aside>', sentence),
  filled('::: notes\n§\n:::', sentence),
  filled('Note: §', sentence),
  filled('???\n§', sentence),
  filled('---\n\n§', sentence),
  filled('![[a.png]] [[Tide|§]] ==§==', phrase, phrase),
  filled('| § | § |\n|---|---|\n§', phrase, phrase, lines(filled('| § | § |', phrase, phrase))),
  filled('+---+---+\n| § | § |\n+---+---+', phrase, phrase),
  filled('```mermaid\ngraph TD\n  a[§] --> b[§]\n```', phrase, phrase),
  filled('<table><tr><td>§</td><td>§</td></tr></table>', phrase, phrase),
  filled('- [ ] §\n- [x] §', phrase, phrase),
];

/** What a dialect is known by, and what stands in it. */
const dialects: readonly (readonly [string, readonly fc.Arbitrary<string>[]])[] = [
  ['\\documentclass{article}\n\\title{@ %}\n\\author{@}\n\\begin{document}\n\\maketitle', latex],
  ["'''@''' is %.\n\n== @ ==\n\n== @ ==", wiki],
  ['WEBVTT', captions],
  ['', captions],
  ['# @ %', captions],
  ['', chat],
  ['@ % %', chat],
  ['', slack],
  ['#+title: @\n\n* @\n** @', org],
  ['= @\n\n== @', asciidoc],
  ['=====\n@\n=====', restructured],
  ['', plain],
  ['@ %\n@\n\n', plain],
  ['# @', markdown],
  ['---\ntitle: "@"\n---', markdown],
  ['---\nmarp: true\n---\n\n# @', markdown],
];

/** A text in one dialect, now and then with a line or two that are none of its own. */
export const dialectText: fc.Arbitrary<string> = fc
  .constantFrom(...dialects)
  .chain(([head, pieces]) =>
    fc
      .tuple(
        fc.array(
          fc.oneof(
            { weight: 12, arbitrary: fc.oneof(...pieces) },
            { weight: 1, arbitrary: fc.oneof(...markdown, ...plain) },
          ),
          { minLength: 4, maxLength: 14 },
        ),
        fc.constantFrom('\n\n', '\n\n', '\n\n', '\n'),
      )
      .map(([blocks, joint]) => withMarks(`${[head, ...blocks].join(joint)}\n`)),
  );
