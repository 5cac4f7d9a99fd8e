// Which lines that begin with a bullet of print are items of a list. A dot nearly always is. A dash
// may begin a line of dialogue, a negative number, or stand where a paragraph was wrapped.
import type { PlainLine } from './plain-blocks.ts';

/** Columns from which Markdown takes a line that is in no list for code. */
const codeIndent = 4;

type Block = readonly PlainLine[];

/** The lines whose sign is a bullet, in order. */
export function listedLines(blocks: readonly Block[]): readonly PlainLine[] {
  const listed = new Set<PlainLine>();
  let isInList = false;
  for (const block of blocks) {
    if (block[0]?.kind === 'words' && block[0].indent === 0) isInList = false;
    for (const [at, line] of block.entries()) {
      const items =
        line.kind === 'dot' ? dots(block, at) : line.kind === 'dash' ? dashes(block, at, listed) : [];
      if (line.indent < codeIndent || isInList) for (const item of items) listed.add(item);
      isInList ||= line.kind === 'markdown' || listed.has(line);
    }
  }
  return blocks.flat().filter((line) => listed.has(line));
}

/** One dot alone is an item at the head of its block, below a bullet, or behind a colon. */
function dots(block: Block, at: number): Block {
  const line = block[at] as PlainLine;
  const before = block[at - 1];
  const isOne = before === undefined || before.kind === 'markdown' || /[:：]\s*$/u.test(before.text);
  return isOne || block.some((other) => other !== line && other.kind === 'dot') ? [line] : [];
}

/** Dashes below one another, to the end of the block or list; or one right below the item that it belongs to. */
function dashes(block: Block, at: number, listed: ReadonlySet<PlainLine>): Block {
  const line = block[at] as PlainLine;
  const before = block[at - 1];
  if (listed.has(line)) return [];
  if (before && listed.has(before) && before.indent < line.indent) return run(block, at).items;
  const { items, next } = run(block, at);
  const isWhole = next === undefined || next.kind !== 'words';
  return items.length > 1 && isWhole && !isDialogue(items) && !items.every(isNumber) ? items : [];
}

/** The dashes from here with the same indent, as far as only deeper lines stand between, and what follows. */
function run(block: Block, at: number): { readonly items: Block; readonly next: PlainLine | undefined } {
  const { indent } = block[at] as PlainLine;
  const isWithin = (line: PlainLine): boolean =>
    line.indent > indent || (line.kind === 'dash' && line.indent === indent);
  const length = block.slice(at).findIndex((line) => !isWithin(line));
  const lines = length === -1 ? block.slice(at) : block.slice(at, at + length);
  const items = lines.filter((line) => line.kind === 'dash' && line.indent === indent);
  return { items, next: length === -1 ? undefined : block[at + length] };
}

/** Nothing but sentences, one of them a question or a cry. */
function isDialogue(lines: Block): boolean {
  const texts = lines.map(({ text }) => text.trimEnd());
  return (
    texts.every((text) => /[.!?…]["”»]?$/u.test(text)) && texts.some((text) => /[!?]["”»]?$/u.test(text))
  );
}

function isNumber({ text, words }: PlainLine): boolean {
  return /^\p{Nd}/u.test(text.slice(words));
}
