import type { List, ListItem, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { splitLines } from './markdown/source-text.ts';
import { asParagraph, at, endOf, startOf } from './markdown/tree.ts';
import { plainText } from './plain-text.ts';
import { trimmed } from './title-block/fields.ts';

type Role = 'question' | 'answer';

interface Spoken {
  readonly role: Role;
  readonly words: PhrasingContent[];
  /** An answer by its place alone, on the line below a question. */
  readonly isUnlabelled?: true;
}

const labels: Readonly<Record<Role, RegExp>> = {
  question: /^(?:Q(?:uestion)?\s?\d{0,2}\s?[.:：)]|[问問][:：])\s*\S/u,
  answer: /^(?:A(?:nswer)?\s?\d{0,2}\s?[.:：)]|答[:：])\s*\S/u,
};

/**
 * `Q. words` and `A. words`, as lines, paragraphs or bullets, become a list of questions with their
 * answers below them. On the line below a question the label of the answer may be left out. Without an
 * answer nothing changes: `Q.` alone may be a name.
 */
export function readQuestions(blocks: RootContent[], parent: Nodes, source: string): RootContent[] {
  if (!blocks.some((block) => block.type === 'paragraph' || block.type === 'list')) return blocks;
  const out: RootContent[] = [];
  let run: { block: RootContent; said: readonly Spoken[] }[] = [];
  const flush = (): void => {
    const said = labelledFirst(run.flatMap((entry) => entry.said));
    const isTalk = said[0]?.role === 'question' && said.some(({ role }) => role === 'answer');
    if (isTalk) out.push(listOf(said));
    else for (const { block } of run) out.push(block);
    run = [];
  };
  for (const block of blocks) {
    const said = block.type === 'paragraph' ? spokenIn(block, parent, source) : [];
    if (said.length > 0) run.push({ block, said });
    else {
      flush();
      out.push(block.type === 'list' ? nestAnswers(block) : block);
    }
  }
  flush();
  const isOwn = parent.type === 'listItem' && blocks[0]?.type === 'paragraph' && out[0]?.type === 'list';
  return isOwn ? ownQuestion(out) : out;
}

/** A bullet that is a question with its answer is that question's item. */
function ownQuestion([first, ...rest]: RootContent[]): RootContent[] {
  const [only, ...others] = first?.type === 'list' ? first.children : [];
  if (first === undefined || only === undefined || others.length > 0) return first ? [first, ...rest] : rest;
  return [...only.children, ...rest];
}

/** `A: words` on a line below the words of a bullet: these are what it answers, whatever sign they have. */
const answersBullet = /^(?:A(?:nswer)?|答)\s?[:：]\s*\S/u;

/** What a paragraph's lines say; nothing where the first is neither question nor answer. */
function spokenIn({ children }: Paragraph, parent: Nodes, source: string): readonly Spoken[] {
  const said: Spoken[] = [];
  const lines = splitLines(children, source).filter((words) => words.length > 0);
  const isAnswered =
    parent.type === 'listItem' && lines.slice(1).some((line) => answersBullet.test(plainText(line).trim()));
  for (const [index, line] of lines.entries()) {
    const role = isAnswered && index === 0 ? 'question' : roleOf(plainText(line));
    const last = said.at(-1);
    if (role !== undefined) said.push(...boldQuestion(role, line, source));
    else if (last?.role === 'question' && isAsked(last.words) && !endsAsQuestion(line))
      said.push({ role: 'answer', words: line, isUnlabelled: true });
    else if (last !== undefined) last.words.push(lineEnd(last.words, line), ...line);
    else return [];
  }
  return said;
}

function roleOf(text: string): Role | undefined {
  if (labels.question.test(text.trim())) return 'question';
  return labels.answer.test(text.trim()) ? 'answer' : undefined;
}

/** Is the question complete: all of it bold, label and words, or ending as questions do? */
function isAsked(words: readonly PhrasingContent[]): boolean {
  const [only, ...others] = words;
  return endsAsQuestion(words) || (only?.type === 'strong' && others.length === 0);
}

function endsAsQuestion(words: readonly PhrasingContent[]): boolean {
  return /[?？؟]["'”’»)\]]*$/u.test(plainText(words).trim());
}

/** Where an answer has its label, what stands before it belongs to the question. */
function labelledFirst(said: readonly Spoken[]): readonly Spoken[] {
  const out: Spoken[] = [];
  for (const [index, spoken] of said.entries()) {
    const [question, next] = [out.at(-1), said[index + 1]];
    const isQuestion = spoken.isUnlabelled && next?.role === 'answer' && question !== undefined;
    if (isQuestion) question.words.push(lineEnd(question.words, spoken.words), ...spoken.words);
    else out.push(spoken);
  }
  return out;
}

/** `**Q: How?** So.` is both; in `**Q:** How?` only the label is bold. */
function boldQuestion(role: Role, line: PhrasingContent[], source: string): Spoken[] {
  const [first, ...rest] = line;
  const isBoth =
    role === 'question' &&
    first?.type === 'strong' &&
    roleOf(plainText([first])) === 'question' &&
    plainText(rest).trim() !== '';
  return isBoth
    ? [
        { role, words: [first] },
        { role: 'answer', words: trimmed(rest, source) },
      ]
    : [{ role, words: line }];
}

function lineEnd(before: readonly PhrasingContent[], line: readonly PhrasingContent[]): PhrasingContent {
  const [last, first] = [before.at(-1), line[0]];
  return { type: 'text', value: '\n', position: at(last ? endOf(last) : 0, first ? startOf(first) : 0) };
}

function listOf(said: readonly Spoken[]): List {
  const items: ListItem[] = [];
  for (const { role, words } of said) {
    const paragraph = asParagraph(words);
    const open = items.at(-1);
    if (role === 'question' || open === undefined)
      items.push({
        type: 'listItem',
        spread: false,
        children: [paragraph],
        position: at(startOf(paragraph), endOf(paragraph)),
      });
    else {
      open.children.push(paragraph);
      open.position = at(startOf(open), endOf(paragraph));
    }
  }
  const position = at(startOf(items[0] as ListItem), endOf(items.at(-1) as ListItem));
  return { type: 'list', ordered: false, spread: false, children: items, position };
}

/** Bullets `A. words` behind a bullet `Q. words` go below it. */
function nestAnswers(list: List): List {
  const children: ListItem[] = [];
  for (const item of list.children) {
    const question = children.at(-1);
    const isAnswer =
      roleOfItem(item) === 'answer' && question !== undefined && roleOfItem(question) === 'question';
    if (!isAnswer) children.push(item);
    else children[children.length - 1] = withAnswer(question, item);
  }
  return children.length === list.children.length ? list : { ...list, children };
}

function roleOfItem({ children: [first] }: ListItem): Role | undefined {
  return first?.type === 'paragraph' ? roleOf(plainText([first]).slice(0, 40)) : undefined;
}

function withAnswer(question: ListItem, answer: ListItem): ListItem {
  const last = question.children.at(-1);
  const position = at(startOf(question), endOf(answer));
  const nested: List = {
    type: 'list',
    ordered: false,
    spread: false,
    children: [answer],
    position: at(startOf(answer), endOf(answer)),
  };
  if (last?.type !== 'list') return { ...question, children: [...question.children, nested], position };
  const longer = {
    ...last,
    children: [...last.children, answer],
    position: at(startOf(last), endOf(answer)),
  };
  return { ...question, children: [...question.children.slice(0, -1), longer], position };
}
