import type { Math as MathBlock } from 'mdast-util-math';
import { formula } from '../phrasing/formula.ts';
import type { Printer } from '../printer.ts';

/** A formula on lines of its own. */
export function math(node: MathBlock, printer: Printer): string {
  printer.used.features.add('math');
  const tex = node.value.includes('$$') ? formula(node.value) : node.value.trim();
  return `$$\n${tex.replace(/\r\n?/g, '\n').replace(/\n\s*\n/g, '\n')}\n$$`;
}
