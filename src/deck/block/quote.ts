import type { Blockquote } from 'mdast';
import { deepest, type Place, type Printer } from '../printer.ts';
import { box } from './box.ts';

export function quote(node: Blockquote, printer: Printer, place: Place): string {
  const level = place.level + 1;
  if (level > deepest) return box('quote', printer.blocks(node.children, place));
  const content = printer.blocks(node.children, { ...place, level });
  return content.replace(/^(.?)/gm, (_, first: string) => (first === '' ? '>' : `> ${first}`));
}
