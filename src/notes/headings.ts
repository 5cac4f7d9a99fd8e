import type { Heading, Paragraph, RootContent } from 'mdast';
import type { Source } from '../diagnostics/index.ts';
import { splitFirstLine } from './markdown/source-text.ts';
import { asParagraph, endOf, startOf } from './markdown/tree.ts';
import type { SectionKind } from './notes.ts';
import { plainText } from './plain-text.ts';
import { namesFile } from './same-words.ts';
import { speakingLines } from './title-block/title-lines.ts';

/** Whole headings, in lower case. */
const names: Readonly<Record<Exclude<SectionKind, 'talk' | 'agenda'>, string>> = {
  qa:
    'q&a|q & a|q+a|qa|q/a|q and a|q&as|questions|question|questions and answers|questions & answers|' +
    'questions / answers|audience questions|questions from the audience|open questions|' +
    'discussion questions|faq|faqs|frequently asked questions|any questions|q&a session|fragen|' +
    'fragen und antworten|häufige fragen|fragerunde|questions et réponses|questions-réponses|' +
    'questions/réponses|preguntas|preguntas y respuestas|preguntas frecuentes|perguntas|' +
    'perguntas e respostas|domande|domande e risposte|vragen|întrebări|質疑応答|質問|質問と回答|よくある質問|问答|問答|提问|' +
    '问题|常见问题|질의응답|질문|вопросы|вопросы и ответы|أسئلة|الأسئلة|שאלות',
  takeaways:
    'conclusion|conclusions|takeaway|takeaways|take-away|take-aways|take away|take aways|key takeaways|' +
    'key take-aways|main takeaways|my takeaways|key points|summary|in summary|lessons learned|' +
    'lessons learnt|lessons|tl;dr|tldr|wrap-up|wrap up|wrapping up|recap|key insights|final thoughts|' +
    'closing thoughts|fazit|zusammenfassung|schluss|schlussfolgerung|schlussfolgerungen|conclusión|' +
    'conclusiones|resumen|en résumé|résumé|conclusioni|conclusione|riassunto|conclusão|conclusões|' +
    'resumo|conclusie|conclusies|samenvatting|concluzii|concluzie|rezumat|まとめ|結論|总结|總結|结论|結語|小结|요약|결론|' +
    'выводы|итоги|заключение|خاتمة|الخلاصة|סיכום',
  closing:
    'thanks|thank you|thank you!|many thanks|thanks for listening|thank you for listening|' +
    'thank you for your attention|contact|contacts|contact me|get in touch|links|link|references|' +
    'reference|further reading|read more|learn more|resources|more resources|useful links|bibliography|' +
    'sources|credits|acknowledgements|acknowledgments|danke|vielen dank|kontakt|quellen|literatur|' +
    'weiterführende links|merci|références|liens|sources et liens|gracias|referencias|enlaces|contacto|' +
    'recursos|grazie|riferimenti|obrigado|obrigada|referências|bedankt|bronnen|mulțumesc|referințe|' +
    'ありがとうございました|ご清聴ありがとうございました|参考文献|参考|参考資料|谢谢|謝謝|参考资料|감사합니다|참고문헌|спасибо|ссылки|литература|شكرا|' +
    'المراجع|תודה',
};

const kinds: ReadonlyMap<string, SectionKind> = new Map(
  (Object.keys(names) as (keyof typeof names)[]).flatMap((kind) =>
    names[kind].split('|').map((name) => [name, kind] as const),
  ),
);

/** Letters of the longest line that could be a heading, with its number and markers. */
const longest = 80;

/** What a section is by its heading alone. The whole heading must say so: "Open questions in ML" is a talk. */
export function kindOfHeading(title: string): SectionKind {
  if (title.length > longest) return 'talk';
  const bare = bareHeading(title);
  return kinds.get(bare) ?? (isQuestionsAndMore(bare) ? 'qa' : 'talk');
}

/** A heading in lower case, without its number and the signs around it. */
export function bareHeading(title: string): string {
  return title
    .normalize('NFC')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/^\d+(?:[.)]\d+)*[.)]?\s+/, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

/** "Q&A, other", "Questions / discussion": minutes end so. */
function isQuestionsAndMore(bare: string): boolean {
  const [first = '', ...others] = bare.split(/ ?[,/] ?| (?:and|&|\+) /);
  return (
    others.length > 0 &&
    kinds.get(first) === 'qa' &&
    others.every((part) =>
      /^(?:other|others|discussion|misc|miscellaneous|aob|any other business)$/.test(part),
    )
  );
}

/** Bold lines that label what follows and head nothing: remarks, captions, questions of a Q&A. */
const labels =
  /^(?:note|notes|nb|n\.b|warning|tip|hint|important|caution|(?:speaker|presenter) notes?|(?:figure|fig|table|listing)\b.*|[qa]\s*\d*\s*[.:：].*)\s*[:：]?$/i;

/**
 * A line that is all bold and stands alone is a sub-heading when something follows that it can
 * head: `**Results**`, `__Summary:__`. A sentence in bold is a sentence. The first line of notes
 * without an H1 names them, if it is the only one, stands right above another or above lines of a title, or the file is
 * called after it.
 */
export function readBoldHeadings(all: readonly RootContent[], source: Source): RootContent[] {
  const blocks = boldLinesAlone(all, source);
  let depth = 1;
  const isBold = blocks.map(
    (block, at) => isHeadingLike(block, source) && heads(block, blocks[at + 1], source),
  );
  const title = namesNotes(blocks, isBold, source) ? 0 : -1;
  return blocks.map((block, at) => {
    if (block.type === 'heading') depth = block.depth;
    if (block.type !== 'paragraph' || !(isBold[at] || at === title)) return block;
    return headingOf(block, at === title ? 1 : Math.min(6, depth + 1));
  });
}

/** Paragraphs that begin with a line in bold, several of them: the line is a paragraph of its own. */
function boldLinesAlone(blocks: readonly RootContent[], source: Source): readonly RootContent[] {
  const parted = blocks.map((block) =>
    block.type === 'paragraph' ? boldLineAlone(block, source) : undefined,
  );
  if (parted.filter((parts) => parts !== undefined).length < 2) return blocks;
  return blocks.flatMap((block, at): readonly RootContent[] => parted[at] ?? [block]);
}

/** Each line in bold by itself, as far as they follow one another. A sentence that goes on in the next line begins with no heading. */
function boldLineAlone({ children }: Paragraph, source: Source): readonly Paragraph[] | undefined {
  if (children[0]?.type !== 'strong') return undefined;
  const { line, rest } = splitFirstLine(children, source.text);
  const [head, words] = [asParagraph(line), asParagraph(rest)];
  const goesOn = /^\s*(?:\p{Ll}|$)/u.test(plainText(rest));
  if (goesOn || !isHeadingLike(head, source)) return undefined;
  return [head, ...(boldLineAlone(words, source) ?? [words])];
}

function isHeadingLike(block: RootContent | undefined, source: Source): block is Paragraph {
  if (block?.type !== 'paragraph' || !isBoldLine(block, source)) return false;
  const text = plainText([block]).trim();
  return (
    text.length <= longest &&
    /[\p{L}\p{N}]/u.test(text) &&
    !/[\n.!…。！]|[,;]$/u.test(
      text.replace(/^(?:\d+(?:\.\d+)*[.)]?|(?:\p{Lu}|[IVX]{2,5})[.)])\s|\.(?=\S)/gu, ''),
    ) &&
    !labels.test(text)
  );
}

/** Bold words alone, a colon behind them allowed; bold by Markdown's own markers, not a `<summary>`. */
function isBoldLine({ children }: Paragraph, source: Source): boolean {
  const [bold, ...rest] = children.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  const isAlone = rest.length === 0 || (rest.length === 1 && /^\s*[:：]\s*$/.test(plainText(rest)));
  return (
    bold?.type === 'strong' && isAlone && /^(?:\*\*|__)/.test(source.text.slice(startOf(bold), endOf(bold)))
  );
}

/** A list or words below it; not another line like it, the next line of a timetable, a rule or a real heading. */
function heads(line: Paragraph, next: RootContent | undefined, source: Source): boolean {
  if (next === undefined || next.type === 'heading' || next.type === 'thematicBreak') return false;
  return !isHeadingLike(next, source) && !(isTimed(line) && isTimed(next));
}

/** It begins with a time in bold. */
function isTimed(block: RootContent): boolean {
  const [first] = block.type === 'paragraph' ? block.children : [];
  return first?.type === 'strong' && /^\d{1,2}(?:[:.]\d\d|h\d{0,2})(?!\d)/.test(plainText([first]));
}

function namesNotes(blocks: readonly RootContent[], isBold: readonly boolean[], source: Source): boolean {
  const first = blocks[0];
  if (!isHeadingLike(first, source) || blocks.some((block) => block.type === 'heading' && block.depth === 1))
    return false;
  const text = plainText([first]).trim();
  if (/[:：]$/.test(text) || kindOfHeading(text) !== 'talk') return false;
  const next = blocks[1];
  if (next?.type === 'heading' || isHeadingLike(next, source)) return true;
  return (
    isBold.filter(Boolean).length === 1 ||
    namesFile(text, source.path) ||
    speakingLines(blocks.slice(1, 2), source).length > 0
  );
}

function headingOf(block: Paragraph, depth: number): Heading {
  const children = block.children.flatMap((node) => (node.type === 'strong' ? node.children : [node]));
  return {
    type: 'heading',
    depth: depth as Heading['depth'],
    children,
    ...(block.position && { position: block.position }),
  };
}
