// What a screen reader gets from a PDF, as text: its tags in the order of reading, by pdf.js.
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface TagNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly alt?: string;
  readonly children?: readonly TagNode[];
}

/** A line for each element, with its words; what has words in its place is read by these alone. */
export async function readTags(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const lines: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const texts = marksOf(await page.getOperatorList());
    const tree = (await page.getStructTree()) as TagNode | null;
    lines.push(`page ${number}`);
    for (const child of tree?.children ?? []) printTag(child, 1, texts, lines);
  }
  await pdf.destroy();
  return `${lines.join('\n')}\n`;
}

interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly (readonly unknown[] | null)[];
}

/** The characters of each mark, by its number: every glyph that is drawn, spaces too, which pdf.js's own text leaves out. */
function marksOf({ fnArray, argsArray }: Operators): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  const open: (number | undefined)[] = [];
  fnArray.forEach((operator, at) => {
    const args = argsArray[at] ?? [];
    if (operator === OPS.beginMarkedContent) open.push(undefined);
    else if (operator === OPS.beginMarkedContentProps)
      open.push(typeof args[1] === 'number' ? args[1] : undefined);
    else if (operator === OPS.endMarkedContent) open.pop();
    const mcid = open.at(-1);
    if (operator !== OPS.showText || mcid === undefined) return;
    const glyphs = args[0] as readonly ({ readonly unicode?: string } | number)[];
    const words = glyphs.map((glyph) => (typeof glyph === 'object' ? (glyph.unicode ?? '') : '')).join('');
    texts.set(mcid, (texts.get(mcid) ?? '') + words);
  });
  return texts;
}

function wordsOf(node: TagNode, texts: ReadonlyMap<number, string>): string {
  if (node.alt !== undefined) return node.alt;
  if (node.type === 'content') return texts.get(Number(/\d+$/.exec(node.id ?? '')?.[0])) ?? '';
  return (node.children ?? []).map((child) => wordsOf(child, texts)).join('');
}

const inline = new Set(['Span', 'Em', 'Strong', 'Link', 'Reference', 'Code']);

function printTag(node: TagNode, depth: number, texts: ReadonlyMap<number, string>, lines: string[]): void {
  const { role = 'Root', alt, children = [] } = node;
  if (role === 'Root' || role === 'Document') {
    for (const child of children) printTag(child, depth, texts, lines);
    return;
  }
  const blocks = children.filter((child) => child.role !== undefined && !inline.has(child.role));
  const isWhole = alt !== undefined || blocks.length === 0;
  const indent = '  '.repeat(depth);
  const only = children.length === 1 && children[0]?.role !== undefined ? ` ${children[0].role}` : '';
  lines.push(
    isWhole ? `${indent}${role}${only}: ${wordsOf(node, texts).replaceAll('\n', '\\n')}` : `${indent}${role}`,
  );
  if (isWhole) return;
  for (const child of children) {
    if (child.role === undefined) {
      const words = wordsOf(child, texts);
      if (words !== '') lines.push(`${indent}  “${words}”`);
    } else printTag(child, depth + 1, texts, lines);
  }
}
