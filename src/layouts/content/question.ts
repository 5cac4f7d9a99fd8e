import { type Phrasing, plainText } from '../../notes/index.ts';

/** Whether a text ends as a question does. Quotation marks and a remark in parentheses may follow. */
export function isQuestion(text: string): boolean {
  return /[?？؟]["'”’)]*\s*(?:\([^()]*\))?$/u.test(text.trim());
}

type QuestionAndAnswer = readonly [question: readonly Phrasing[], answer: readonly Phrasing[]];

/** A question and its answer in one paragraph: the question is bold, or ends a line as questions do; the last such line. */
export function splitQuestion(words: readonly Phrasing[]): QuestionAndAnswer | undefined {
  const inside = withoutHead(words);
  const [first, ...others] = inside;
  if (first?.type === 'strong' && isQuestion(plainText([first]))) return answered([first], others);
  const end = questionEnd(inside);
  return end && cutAt(inside, end);
}

/** A line end: the node, and how far into it where that is text. */
interface LineEnd {
  readonly at: number;
  readonly offset: number;
}

/** Characters before a line end that decide whether it ends a question. */
const tail = 200;

function questionEnd(words: readonly Phrasing[]): LineEnd | undefined {
  let before = '';
  let found: LineEnd | undefined;
  for (const [at, node] of words.entries()) {
    const text = node.type === 'break' ? '\n' : plainText([node]);
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) {
      const isEnd = isQuestion((before + text.slice(Math.max(0, end - tail), end)).slice(-tail));
      if (isEnd && (node.type === 'text' || node.type === 'break')) found = { at, offset: end };
    }
    before = (before + text).slice(-tail);
  }
  return isQuestion(before) ? undefined : found;
}

function cutAt(words: readonly Phrasing[], { at, offset }: LineEnd): QuestionAndAnswer | undefined {
  const node = words[at];
  const [before, behind] = [words.slice(0, at), words.slice(at + 1)];
  if (node?.type !== 'text') return answered(before, behind);
  const rest = { ...node, value: node.value.slice(offset) };
  return answered([...before, { ...node, value: node.value.slice(0, offset) }], [rest, ...behind]);
}

/** Words that are set off whole from what stands below them. */
function withoutHead(words: readonly Phrasing[]): readonly Phrasing[] {
  const [only, ...others] = words;
  const isHead = only?.type === 'element' && others.length === 0 && only.class === 'lead head';
  return isHead ? only.children : words;
}

function answered(question: readonly Phrasing[], rest: readonly Phrasing[]): QuestionAndAnswer | undefined {
  const [first, ...others] = rest;
  const answer = first?.type === 'text' ? [{ ...first, value: first.value.trimStart() }, ...others] : rest;
  return plainText(answer).trim() === '' ? undefined : [question, answer];
}
