// Many notes introduce a thought by its name: "Reward Modeling – want the model to be helpful".
// The name is set off from what it introduces; nothing is added and nothing left out.
import type { PhrasingContent, Strong, Text } from 'mdast';
import { type Element, type Phrasing, plainText } from '../../notes/index.ts';
import { isConnective } from './leaning.ts';
import { answerIn, isAsking, isQuestion } from './question-signs.ts';

export interface LeadIn {
  readonly term: readonly Phrasing[];
  /** What stands between, with its white space: `": "` or `" – "`. */
  readonly separator: string;
  readonly rest: readonly Phrasing[];
}

/** Longest term: more words than these are a sentence. */
const longestTerm = { words: 6, characters: 48 };

/** A term is ended by a colon, or by a dash with white space on both sides. */
const separatorPattern = /^(.*?)(\s*:\s+|\s+[-–—]{1,2}\s+)(?=\S)/su;

/** Asked first, of the first characters only: most lines have no such separator. */
const hasSeparator = /:\s|\s[-–—]/u;

/** The lead-in of a line of text, when it has one. */
export function leadIn(words: readonly Phrasing[]): LeadIn | undefined {
  if (isAsked(words)) return undefined;
  const [first, second] = words;
  if (first?.type === 'element' && first.class === 'lead') return markedLeadIn(first, second, words.slice(2));
  if (first?.type === 'text') return leadInText(first, words.slice(1));
  if (first?.type === 'strong') return strongLeadIn(first, second, words.slice(1));
  return undefined;
}

/** `Q: How?` and `Q: How? A: So` name no thing; "Q1: 12 %" does. */
function isAsked(words: readonly Phrasing[]): boolean {
  const [first] = words;
  if (!first || !isAsking(`${plainText([first])} `)) return false;
  const text = plainText(words);
  return isQuestion(text) || answerIn(text) !== undefined;
}

/** The same words with the lead-in as an element of its own; unchanged when there is none. */
export function setOffLead(words: readonly Phrasing[]): readonly Phrasing[] {
  const found = words[0]?.type === 'text' ? leadIn(words) : undefined;
  if (!found) return words;
  const position = words[0]?.position;
  const lead: Element = {
    type: 'element',
    name: 'span',
    class: 'lead',
    children: found.term as PhrasingContent[],
    ...(position ? { position } : {}),
  };
  return [lead, { type: 'text', value: found.separator, ...(position ? { position } : {}) }, ...found.rest];
}

/** A lead-in that was set off is one text again with what follows: "2019 – 2021: studied" had been cut in two. */
export function joinLead(words: readonly Phrasing[]): readonly Phrasing[] {
  const [lead, ...after] = words;
  if (lead?.type !== 'element' || lead.class !== 'lead') return words;
  if (!lead.children.every((child) => child.type === 'text')) return words;
  const texts = after.findIndex((word) => word.type !== 'text');
  const joined = after.slice(0, texts === -1 ? after.length : texts);
  const position = lead.position ? { position: lead.position } : {};
  return [
    { type: 'text', value: plainText([lead]) + plainText(joined), ...position },
    ...after.slice(joined.length),
  ];
}

function leadInText(first: Text, after: readonly Phrasing[]): LeadIn | undefined {
  if (!hasSeparator.test(first.value.slice(0, 2 * longestTerm.characters))) return undefined;
  const match = separatorPattern.exec(first.value);
  if (!match?.[1] || !match[2] || !isTerm(match[1])) {
    return endsWithSeparator(first, after);
  }
  const rest = first.value.slice(match[0].length);
  return {
    term: [{ ...first, value: match[1] }],
    separator: match[2],
    rest: [{ ...first, value: rest }, ...after],
  };
}

/** `Term: ` right before a link or emphasis: the text node ends with the separator. */
function endsWithSeparator(first: Text, after: readonly Phrasing[]): LeadIn | undefined {
  const match = /^(.*?)(\s*:\s+|\s+[-–—]{1,2}\s+)$/su.exec(first.value);
  if (!match?.[1] || !match[2] || after.length === 0 || !isTerm(match[1])) return undefined;
  return { term: [{ ...first, value: match[1] }], separator: match[2], rest: after };
}

/** What `setOffLead` has marked: the element, the separator, the rest. */
function markedLeadIn(lead: Element, separator: Phrasing | undefined, rest: readonly Phrasing[]): LeadIn {
  return { term: lead.children, separator: separator?.type === 'text' ? separator.value : ' ', rest };
}

function strongLeadIn(
  strong: Strong,
  next: Phrasing | undefined,
  after: readonly Phrasing[],
): LeadIn | undefined {
  const text = plainText([strong]);
  if (!isTerm(text.replace(/:\s*$/u, ''))) return undefined;
  if (next?.type !== 'text') return undefined;
  const separator =
    /^(\s*:\s+|\s+[-–—]{1,2}\s+)/u.exec(next.value)?.[1] ??
    (/:\s*$/u.test(text) ? /^\s*/u.exec(next.value)?.[0] : undefined);
  if (separator === undefined) return undefined;
  const value = next.value.slice(separator.length);
  if (value === '' && after.length === 1) return undefined;
  return {
    term: [strong],
    separator: separator === '' ? ' ' : separator,
    rest: [{ ...next, value }, ...after.slice(1)],
  };
}

/** Articles, paragraphs and figures by their number are names: "Art. 7", "Abs. 1". */
const numbered = /(?<!\p{L})\p{L}{1,4}\.\s(?=\d)/gu;

/** "p. 22", "slide 3": where something stands, not what it is called. */
const place = /^(?:pp?\.|p\.?\s?\d|page|slide|S\.\s?\d|Seite|Folie|página|pagina|diapositive)\s?\d/iu;

function isTerm(text: string): boolean {
  const trimmed = text.trim();
  if (isConnective(trimmed) || place.test(trimmed)) return false;
  if (trimmed === '' || trimmed.length > longestTerm.characters || /^:|[<>{}`=]/u.test(trimmed)) return false;
  return (
    trimmed.split(/\s+/u).length <= longestTerm.words &&
    !/[.!?;。！？]\s|[.!?;]$|^https?$|:\/\/|\S@\S/u.test(trimmed.replace(numbered, '')) &&
    isBalanced(trimmed)
  );
}

/** Half a parenthesis is no name. */
function isBalanced(text: string): boolean {
  let open = 0;
  for (const character of text) {
    if (/[(（[]/u.test(character)) open += 1;
    if (/[)）\]]/u.test(character)) open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}
