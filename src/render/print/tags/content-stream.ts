// The content stream of a page, as far as its marks go: what is drawn, and to which mark it belongs. It reads what
// Chromium writes, where every operator ends a line (ISO 32000-1, 7.8.2 and 14.6).

/** One thing that is drawn, from the line its operands begin on to the line of its last operator. */
export interface Painting {
  readonly first: number;
  readonly last: number;
  readonly kind: 'text' | 'path' | 'object';
  /** Of the mark around it. */
  readonly mcid?: number;
  /** Of the object that is drawn, as the resources call it. */
  readonly name?: string;
}

export interface ContentStream {
  readonly lines: readonly string[];
  readonly paintings: readonly Painting[];
  /** Lines that begin or end a mark. */
  readonly marks: ReadonlySet<number>;
}

const constructs = new Set(['m', 're', 'l', 'c', 'v', 'y', 'h']);
const paints = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's']);

export function readContentStream(content: string): ContentStream {
  const lines = content.split('\n');
  const paintings: Painting[] = [];
  const marks = new Set<number>();
  const open: (number | undefined)[] = [];
  let path: number | undefined;
  let text: number | undefined;
  const add = (kind: Painting['kind'], first: number, last: number, name?: string): void => {
    const mcid = open.at(-1);
    paintings.push({ kind, first, last, ...(mcid !== undefined && { mcid }), ...(name && { name }) });
  };
  lines.forEach((line, at) => {
    const operator = line.slice(line.trimEnd().lastIndexOf(' ') + 1).trim();
    if (operator === 'ET' && text !== undefined) {
      add('text', text, at);
      text = undefined;
    } else if (text !== undefined) return;
    else if (operator === 'BT') text = at;
    else if (constructs.has(operator)) path ??= at;
    else if (paints.has(operator)) {
      add('path', path ?? at, at);
      path = undefined;
    } else if (operator === 'n') path = undefined;
    else if (operator === 'Do') add('object', at, at, /\/(\S+)\s+Do\s*$/.exec(line)?.[1]);
    else if (operator === 'sh') add('path', at, at);
    else if (line.endsWith('BDC') || operator === 'BMC') {
      const mcid = /\/MCID (\d+)/.exec(line)?.[1];
      open.push(mcid === undefined ? undefined : Number(mcid));
      marks.add(at);
    } else if (operator === 'EMC') {
      open.pop();
      marks.add(at);
    }
  });
  return { lines, paintings, marks };
}

/** The mark that a painting is to have. Two that are equal and follow each other are one mark. */
export type Target = { readonly mark: string } | 'artifact' | 'bare';

/** The stream with other marks. What is `bare` has none: an object with marks of its own. */
export function writeContentStream(
  { lines, paintings, marks }: ContentStream,
  targets: readonly Target[],
): string {
  const out: string[] = [];
  let open: Target | undefined;
  let at = 0;
  const copyTo = (end: number): void => {
    for (; at < end; at++) if (!marks.has(at)) out.push(lines[at] ?? '');
  };
  paintings.forEach(({ first, last }, index) => {
    copyTo(first);
    const target = targets[index] ?? 'artifact';
    if (target !== open) {
      if (open) out.push('EMC');
      if (target !== 'bare') out.push(target === 'artifact' ? '/Artifact BMC' : `${target.mark} BDC`);
      open = target === 'bare' ? undefined : target;
    }
    copyTo(last + 1);
  });
  if (open) out.push('EMC');
  copyTo(lines.length);
  return out.join('\n');
}
