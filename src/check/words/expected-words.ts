// The words that a reader has to find, read from the notes twice: from the blocks, and from the characters
// alone. The second reading finds what the first one dropped. It knows just enough of Markdown to leave its
// syntax out, and expects too little rather than too much.
import type { Hints } from '../../hints/index.ts';
import { type Block, type Notes, replaceShortcodes, type Section } from '../../notes/index.ts';
import { type NodeWords, nodeWords, type Token, tokensOf } from '../../plan/index.ts';

/** The words of the notes as they were read, by where a reader may look for them. */
export interface NoteWords {
  /** These have to be on slides. */
  readonly body: readonly Token[];
  /** Of comments, and of what a hint moves: these may be in the presenter notes alone. */
  readonly aside: readonly Token[];
  readonly formulas: NodeWords['formulas'];
  /** Of what a hint moves and of comments: drawn in the handout only. */
  readonly asideFormulas: NodeWords['formulas'];
}

/** Words that a hint puts in place of the notes' own are not expected. */
export function noteWords(notes: Notes, hints: Hints): NoteWords {
  const { deck } = hints;
  const { details, tags: _, ...fields } = notes.title;
  const hinted = new Map<string, unknown>(Object.entries(deck));
  const lines = Object.entries(fields).flatMap(([name, field]) =>
    field && hinted.get(name) === undefined ? [nodeWords(field.content)] : [],
  );
  const agenda = nodeWords(notes.agenda?.blocks ?? []);
  const moved = deck.details === 'notes';
  const sections = notes.sections.map((section) => sectionWords(section, hints, moved));
  const front = [...lines, nodeWords(details)];
  return {
    body: [...front.flatMap(({ tokens }) => tokens), ...sections.flatMap(({ body }) => body)],
    // Of a long agenda the presenter notes hold what its slide does not.
    aside: [...agenda.tokens, ...sections.flatMap(({ aside }) => aside)],
    formulas: [...front.flatMap(({ formulas }) => formulas), ...sections.flatMap(({ formulas }) => formulas)],
    asideFormulas: sections.flatMap(({ asideFormulas }) => asideFormulas),
  };
}

function sectionWords(section: Section, hints: Hints, isMoved: boolean): NoteWords {
  const hint = hints.sections.get(section);
  const parts = [hint, ...(hint?.slides ?? [])].filter((part) => part !== undefined);
  const hidden =
    isMoved ||
    section.kind === 'agenda' ||
    hint?.show === false ||
    parts.some(({ details }) => details === 'notes');
  const isRenamed = parts.some(({ title }) => title !== undefined);
  const title = isRenamed ? [] : nodeWords(section.title).tokens;
  // Where a hint picks columns, the presenter notes have the whole table.
  const isPicked = ({ type }: Block): boolean => type === 'table' && parts.some(({ columns }) => columns);
  const own = nodeWords(section.blocks.filter((block) => !isPicked(block)));
  const remarks = [
    section.blocks.filter(isPicked),
    ...section.presenterNotes.map(({ blocks }) => blocks),
  ].map((blocks) => nodeWords(blocks));
  const children = section.sections.map((child) => sectionWords(child, hints, hidden));
  const shown = [...title, ...own.tokens];
  return {
    body: [...(hidden ? [] : shown), ...children.flatMap(({ body }) => body)],
    aside: [
      ...(hidden ? shown : []),
      ...remarks.flatMap(({ tokens }) => tokens),
      ...children.flatMap(({ aside }) => aside),
    ],
    formulas: [...(hidden ? [] : own.formulas), ...children.flatMap(({ formulas }) => formulas)],
    asideFormulas: [
      ...(hidden ? own.formulas : []),
      ...remarks.flatMap(({ formulas }) => formulas),
      ...children.flatMap(({ asideFormulas }) => asideFormulas),
    ],
  };
}

/** The words of the source that are text and not syntax. */
export function sourceWords(source: string): readonly Token[] {
  return tokensOf(withoutSyntax(source));
}

/**
 * Every piece of syntax is replaced by as many spaces, so that places stay what they are. Code is
 * read like text: what looks like syntax in it is left to the reading by blocks.
 */
function withoutSyntax(source: string): string {
  const text = syntax.reduce(blank, withoutPairs(source.replace(/^\ufeff/, ' ')));
  return replaceShortcodes(text, (_, written) => spaces(written));
}

/** In the order in which they are removed. */
const syntax: readonly RegExp[] = [
  // Front matter: what of it is shown, the reading by blocks knows.
  /^ ?---[ \t]*\r?\n[\s\S]*?\n(?:---|\.\.\.)[ \t]*(?=\r?\n|$)/,
  // Colours of a terminal.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the control characters in question
  /\u001b(?:\[[\d;:?]*[ -/]*[@-~]|\][^\u0007\u001b\n]*(?:\u0007|\u001b\\))/g,
  // What opens blocks around others, and their options; titles behind names stay.
  /^(?<kept>[ \t>]*):{3,}[ \t]*(?:\{[^{}\n]*\}|[\w-]+)/gm,
  /^(?<kept>[ \t>]*)(?:!{3}|\?{3}\+?)[ \t]+[\w-]+(?:[ \t]+[\w-]+)*/gm,
  // Pictures of AsciiDoc and reStructuredText, with their descriptions.
  /\bimage::?[^\s[\]]{1,500}\[[^\]\n]{0,500}\]/g,
  /^[ \t]*\.\. (?:\|[^|\n]{1,100}\| )?(?:image|figure)::[^\n]*/gm,
  /^\.\. [a-z]+::(?=[ \t]|$)/gm,
  /^[ \t>]*(?::[\w-]+:|(?:#|\/\/|--|%%)\|)(?:[ \t][^\n]*)?$/gm,
  // Diagrams, formulas, and the languages of other code.
  /^(?: {4}|\t)[ \t]*#![A-Za-z][\w+#-]*[ \t]*$/gm,
  /^[ \t>]*(`{3,}|~{3,})[ \t]*(?:mermaid|math|\{math\}|\{mermaid\})(?![\w-])[\s\S]*?(?:^[ \t>]*\1|(?![\s\S]))/gm,
  /^(?<kept>[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(?:`{3,}(?=[^\n`]*$)|~{3,}))[^\n]*/gm,
  /%%[\s\S]*?%%/g,
  // What makes a quotation a presenter note.
  /^(?<kept>[ \t]*>[ \t>]*)(?:\*\*|__)?(?:(?:speaker|presenter)['’]?s?\s+)?notes?\s*(?:\*\*|__)?\s*[:：]/gim,
  // Definitions of addresses, which may hold what else is a tag.
  /^[ \t>]*\[(?!\^)[^\]\n]+\]:[ \t]*(?:<[^<>\n]*>|\S+)(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^)\n]*\)))?[ \t]*$/gm,
  // Every tag that is left.
  /<\/?[a-z][a-z0-9-]*(?:\s+[a-z:_@#][\w:.@-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*\/?>/gi,
  // Properties that Logseq keeps for itself, and the names of those that go to the title.
  /^[ \t>]*(?:[-*+][ \t]+)?(?:id|collapsed|heading|background-color|public|filters|icon|template(?:-including-parent)?|exclude-from-graph-view|created-at|updated-at|(?:logseq|hl|ls|card)[.-][\w.-]*)::[^\n]*$/gm,
  /^(?:title|subtitle|authors?|speakers?|presenters?|date|event|conference|place|location|lang|language)::/gim,
  // Roles of MyST.
  /\{math\}`[^`\n]*`/g,
  /\{[a-z][a-z:-]{1,20}\}(?=`)/g,
  /^\([\w:.-]{1,200}\)=[ \t]*$/gm,
  // Names that Google Docs gives headings.
  /\{#[^\s{}]{1,200}\}[ \t]*$/gm,
  // Names that Obsidian gives blocks, and those of works that it links to.
  /#\^[a-z\d-]{1,40}(?=(?:\|[^\]\n]{0,300})?\]\])/gi,
  /(?<=^|\s)\^(?=[a-z\d-]*[a-z])[a-z\d-]{4,40}[ \t]*$/gim,
  // Page breaks, and places of a table of contents.
  /^[ \t]{0,3}(?:\\(?:newpage|pagebreak|clearpage)|\{\{< *pagebreak *>\}\}|\[TOC\]|\[\[_?TOC_?\]\]|\{\{ ?toc ?\}\}|\$\{toc\})[ \t]*$/gim,
  // What opens blocks in Org and AsciiDoc; who speaks, and in which colour, in HackMD; pictures of Hugo and Jekyll.
  /^[ \t]*#\+(?:begin|end)_\w+[^\n]*$|^\[source[^\]\n]*\](?!\()|^\[quote,|\[color=[^\]\n]*\]|\[(?:name|time)=/gim,
  /\{\{?[<%][^{}\n]*\.(?:png|jpe?g|gif|svg|webp|avif)"[^{}\n]*[>%]\}\}?/gi,
  // Pages in a table of contents.
  /\t\d+(?=\**\]\(#)/g,
  // Formulas.
  /(?:^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*\$\$[\s\S]*?\$\$|\$\$(?:(?!\n[ \t>]*\n)[\s\S])*?\$\$)(?:[ \t]+\([^\s()]+\)[ \t]*$)?/gm,
  /(?<!\\)\\\[(?:[^\n]|\n(?!\s*\n))*?\\\]/g,
  /(?<!\\)\\\([^\n]+?\\\)/g,
  /\\begin\{([a-zA-Z]+\*?)\}[\s\S]*?\\end\{\1\}/g,
  /(?<![\\$])\$(?!\s)(?:\\[^\n]|[^$\\\n])+?(?<!\s)\$(?!\d)/g,
  // Attributes, names and classes of Pandoc, Quarto, kramdown and MyST; in a formula braces are its own.
  /\{:?[ \t]*(?:[#.][\p{L}\p{N}_][\p{L}\p{N}_:.-]*|[\w:-]+=(?:"[^"{}\n]*"|'[^'{}\n]*'|[^\s"'{}]+)|-)(?:[ \t]+(?:[#.][\p{L}\p{N}_][\p{L}\p{N}_:.-]*|[\w:-]+=(?:"[^"{}\n]*"|'[^'{}\n]*'|[^\s"'{}]+)|[\w-]+))*[ \t]*\}/gu,
  // Pictures with their descriptions: the picture is there instead.
  /!\[\[[^\]\n]*\]\]/g,
  /!\[(?:[^[\]\\]|\\.|\[[^\][]*\])*\](?:\((?:[^()\\\n]|\\.|\([^()]*\)|\n(?!\s*\n))*\)|\[[^\]\n]*\])?/g,
  // Definitions of footnotes, footnote references, kinds of callouts.
  /\[\^[^\]\n]+\]:?/g,
  /^([ \t>-]*>[ \t]*)\[![\w-]+(?:\|[^\]\n]*)?\][+-]?/gm,
  // A wikilink's target, where it has a label; and its number, where it has a name.
  /(?<=\[\[)\d{12,14}(?= \p{L})/gu,
  /(?<=\[\[)[^\]|\n]{0,300}\|(?=[^\]\n]{0,300}\]\])/g,
  // Addresses and labels of links.
  /(?<=\])\((?:[^()\\\n]|\\.|\((?:[^()]|\([^()]*\))*\)|\n(?!\n))*\)/g,
  /(?<=[^\]\s]\])\[[^\]\n]*\]/g,
  // The boxes of tasks, and the numbers of lists.
  /^[ \t>]*(?:(?:[-*+•◦▪▫‣⁃·–]|\d+[.)])[ \t]+)?\[[xX]\](?=[ \t])/gm,
  /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+){0,99}\d{1,9}[.)](?=[ \t]|$)/gm,
  // The sign of the second level in Word.
  /^[ \t>]*(?:o(?=[\t\u00a0])|[ \t]{2}o(?= ))/gm,
  // What is a box for Roam, and for Logseq.
  /\{\{(?:\[\[)?(?:TODO|DONE)(?:\]\])?\}\}/g,
  // Words first: looked back from each space of a long line, the time would be the square of its length.
  /(?:TODO|DONE)(?<=^[ \t]*[-*+][ \t]+(?:TODO|DONE))(?=[ \t])/gm,
  // Words with characters by name or number in them.
  /(?<![\p{L}\p{N}])[\p{L}\p{N}]*(?:&(?:#x[0-9a-f]+|#\d+|[a-z][a-z0-9]*);[\p{L}\p{N}]*)+/giu,
];

/** What a pattern calls `kept` stands before its syntax, and stays. */
function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, (whole: string, ...rest: unknown[]) => {
    const groups = rest.at(-1);
    const { kept = '' } = typeof groups === 'object' ? (groups as { kept?: string }) : {};
    return kept + spaces(whole.slice(kept.length));
  });
}

/** Comments, which the presenter notes have; then scripts, styles and recordings with what is in them. */
const pairs = [
  ['<!--', '-->'],
  ['<script', '</script>'],
  ['<style', '</style>'],
  ['<video', '</video>'],
  ['<audio', '</audio>'],
  ['<iframe', '</iframe>'],
  ['<object', '</object>'],
] as const;

/** With a pattern, each beginning without an end would be followed to the end of the text. */
function withoutPairs(text: string): string {
  return pairs.reduce((whole, [begin, end]) => {
    const lower = whole.toLowerCase();
    // The lower case of a few letters is longer.
    if (lower.length !== whole.length) return whole.replaceAll(begin, spaces);
    const parts: string[] = [];
    let from = 0;
    for (let at = lower.indexOf(begin); at !== -1; at = lower.indexOf(begin, from)) {
      const close = lower.indexOf(end, at);
      if (close === -1) break;
      parts.push(whole.slice(from, at), spaces(whole.slice(at, close + end.length)));
      from = close + end.length;
    }
    return parts.join('') + whole.slice(from);
  }, text);
}

function spaces(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
