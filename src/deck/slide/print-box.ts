import type { Box } from '../../layouts/index.ts';
import { box as div } from '../block/box.ts';
import { indent } from '../block/indent.ts';
import { startSafe } from '../block/paragraph.ts';
import type { Place, Printer } from '../printer.ts';
import { boxClasses } from './box-classes.ts';
import type { Reveal } from './reveal.ts';

/** The slide's body: boxes as nested `<div>`s. */
export function printBody(body: Box, printer: Printer, reveal: Reveal): string {
  return printBox(body, printer, reveal, 'body ');
}

function printBox(box: Box, printer: Printer, reveal: Reveal, before = ''): string {
  const isStep = reveal.boxes.has(box);
  const place: Place = {
    level: isStep ? 2 : 0,
    lists: 0,
    ...(reveal.items === 'all' ? { reveal: 0 } : {}),
  };
  const printed = div(`${before}${boxClasses(box)}`, content(box, printer, reveal, place));
  return isStep ? indent(printed, '* ') : printed;
}

function content(box: Box, printer: Printer, reveal: Reveal, place: Place): string {
  switch (box.kind) {
    case 'flow':
      return printer.blocks(box.blocks, place);
    case 'line':
      return startSafe(printer.line(box.content));
    case 'stack':
    case 'row':
      return box.boxes.map((inner) => printBox(inner, printer, reveal)).join('\n\n');
  }
}
