// Logseq’s pages are one outline: bullets that it shows as headings, `heading:: true` or `- ## Words`, are the page’s sections.
import type { Edit } from '../markdown/rewritten-text.ts';
import {
  indentOf,
  isBlankLine,
  leadingSpace,
  type TextLine,
  withoutLineEnd,
} from '../markdown/source-lines.ts';

export const outlineHeadings: RegExp =
  /^[ \t]+heading::[ \t]*(?:true|auto|[1-6])[ \t\r]*$|^[ \t]*[-*+][ \t]+#{1,6}[ \t]/m;

const bullet = /^([ \t]*[-*+][ \t]+)(?:(#{1,6})[ \t]+)?(?=\S)/;
const property = /^[ \t]+[\w.-]{1,40}::(?:[ \t]|$)/;
const heading = /^[ \t]+heading::[ \t]*(true|auto|[1-6])[ \t]*$/;

interface Bullet {
  readonly at: number;
  readonly indent: number;
  /** As written; undefined where it is no heading. */
  readonly level: number | 'by its place' | undefined;
  readonly below: Bullet[];
}

/** Such bullets at the outermost level become headings, those right below them too, and the rest is set out. */
export function outlineHeadingEdits(lines: readonly TextLine[]): Edit[] {
  const outermost = bulletsOf(lines);
  const depths = new Map<number, number>();
  const inside = new Map<number, number>();
  markHeadings(outermost, 0, depths, inside);
  if (depths.size === 0) return [];
  let open: Bullet[] = [];
  const byLine = new Map(all(outermost).map((found) => [found.at, found]));
  return lines.flatMap((line, at): Edit[] => {
    if (isBlankLine(line)) return [];
    const text = withoutLineEnd(line.text);
    const own = byLine.get(at);
    if (line.isPlain) open = open.filter(({ indent }) => indent < indentOf(text));
    const around = open.findLast((found) => depths.has(found.at));
    if (own) open = [...open, own];
    const depth = depths.get(at);
    if (depth !== undefined) {
      const [, marker = '', signs = ''] = bullet.exec(text) ?? [];
      const end = line.start + marker.length + signs.length;
      return [{ start: line.start, end, parts: [`\n${'#'.repeat(depth)}${signs === '' ? ' ' : ''}`] }];
    }
    if (line.isPlain && heading.test(text) && open.at(-1) === around && around)
      return [{ start: line.start, end: line.start + line.text.length, parts: [] }];
    const space = around ? leadingSpace(text, inside.get(around.at) ?? around.indent + 2) : 0;
    return space === 0 ? [] : [{ start: line.start, end: line.start + space, parts: [] }];
  });
}

function bulletsOf(lines: readonly TextLine[]): Bullet[] {
  const outermost: Bullet[] = [];
  let open: Bullet[] = [];
  for (const [at, { text, isPlain }] of lines.entries()) {
    const found = isPlain ? bullet.exec(text) : null;
    if (!found) continue;
    const indent = indentOf(text);
    open = open.filter((outer) => outer.indent < indent);
    const own = { at, indent, level: levelOf(lines, at, found[2]), below: [] };
    (open.at(-1)?.below ?? outermost).push(own);
    open = [...open, own];
  }
  return outermost;
}

function all(bullets: readonly Bullet[]): readonly Bullet[] {
  return bullets.flatMap((found) => [found, ...all(found.below)]);
}

/** Its own signs, or `heading::` among the properties below it. */
function levelOf(lines: readonly TextLine[], at: number, signs: string | undefined): Bullet['level'] {
  if (signs !== undefined) return signs.length;
  let below = at + 1;
  while (property.test(lines[below]?.text ?? '')) {
    const level = heading.exec(withoutLineEnd(lines[below]?.text ?? ''))?.[1];
    if (level !== undefined) return Number(level) || 'by its place';
    below += 1;
  }
  return undefined;
}

/** Behind the first heading all its neighbours are: others would come to stand below it. */
function markHeadings(
  bullets: readonly Bullet[],
  above: number,
  depths: Map<number, number>,
  inside: Map<number, number>,
): void {
  const headings = bullets.slice(bullets.findIndex(({ level }) => level !== undefined));
  if (headings.some(({ level }) => level === undefined)) return;
  for (const { at, level, below } of headings) {
    const depth = Math.min(6, Math.max(typeof level === 'number' ? level : 2, above + 1));
    depths.set(at, depth);
    if (below[0]) inside.set(at, below[0].indent);
    markHeadings(below, depth, depths, inside);
  }
}
