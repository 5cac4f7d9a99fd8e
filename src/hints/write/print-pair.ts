import { Document, isCollection, isNode, isPair, isScalar, Pair, parseDocument, visit, YAMLMap } from 'yaml';

/** A longer line is written as a block. */
const lineWidth = 100;

/** One key with its value as YAML, at the margin. Comments around the pair are not part of it. */
export function printPair(key: unknown, value: YAMLMap): string {
  const map = new YAMLMap();
  map.items.push(new Pair(withoutComments(key), value));
  const whole = new Document();
  whole.contents = map;
  dropTrailing(value);
  const text = closeUp(whole.toString(options));
  if (text.split('\n').every((line) => line.length <= lineWidth)) return text;
  unfold(value);
  return closeUp(whole.toString(options));
}

/** `{ take: ["one", "two"] }`: braces with space inside, brackets without. */
function closeUp(text: string): string {
  const spaces = new Set<number>();
  visit(parseDocument(text), {
    Seq(_, { flow, range }) {
      const [start, end] = flow && range ? range : [0, 0];
      if (/^\[ \S.*\S \]$/.test(text.slice(start, end))) spaces.add(start + 1).add(end - 2);
    },
  });
  return [...spaces].sort((a, b) => b - a).reduce((all, at) => all.slice(0, at) + all.slice(at + 1), text);
}

const options = { lineWidth: 0, flowCollectionPadding: true } as const;

function withoutComments(key: unknown): unknown {
  if (!isScalar(key)) return key;
  const copy = key.clone();
  if (isScalar(copy)) {
    delete copy.commentBefore;
    delete copy.spaceBefore;
  }
  return copy;
}

/** Comments below the last line of a block belong to what follows it. */
function dropTrailing(node: unknown): void {
  if (!isCollection(node) || node.flow) return;
  delete node.comment;
  const last = node.items.at(-1);
  dropTrailing(isPair(last) ? last.value : last);
}

/** What does not fit on a line stands on several, from the outside in. */
function unfold(node: unknown): void {
  if (!isCollection(node)) return;
  if (node.flow && JSON.stringify(node).length > lineWidth - 20) node.flow = false;
  for (const item of node.items) {
    if (isPair(item)) unfold(item.value);
    else if (isNode(item)) unfold(item);
  }
}
