import type { Printer } from '../printer.ts';

/** Text for Marp's header and footer, which it reads as a line of Markdown, and which stands in a comment. */
export function marginLine(text: string, printer: Printer): string {
  return printer.line([{ type: 'text', value: text }]).replace(/(?<=-)>/g, '&gt;');
}
