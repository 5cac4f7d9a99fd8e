// What draws diagrams passes over what it does not understand. So every line is read here first,
// and one that would be lost stops the drawing: then the source is shown.
import { closesBlocks, type Language, languages } from './languages.ts';
import { plainFlowchart } from './plain-flowchart.ts';
import { type Line, linesOf, neverEnds, notUnderstood, UnreadLine } from './unread-line.ts';

/** The diagram as it is to be drawn: the same, said so that all of it is read. Throws an `UnreadLine`. */
export function plainSource(source: string): string {
  const lines = linesOf(source);
  const [head, ...body] = lines;
  if (!head) throw new UnreadLine(0, 'there is nothing in it', 'write a diagram or leave out the fence');
  if (/^(?:graph|flowchart)\b/i.test(head.text)) return plainFlowchart(head, body);
  const language = languages.find(({ header }) => header.test(head.text));
  if (language) checkLines(body, language);
  if (body.length === 0 && language)
    throw new UnreadLine(head.number, 'there is nothing in it', language.help);
  return source;
}

function checkLines(body: readonly Line[], language: Language): void {
  const open: Line[] = [];
  for (const line of body) {
    const { text } = line;
    if (open.length > 0 && language.end.test(text)) open.pop();
    else if (language.blocks.test(text)) open.push(line);
    else if (!isKnown(text, open, language)) throw notUnderstood(line, language.help);
  }
  const unclosed = open.at(-1);
  if (unclosed) throw neverEnds(unclosed, closesBlocks(language));
}

function isKnown(text: string, open: readonly Line[], language: Language): boolean {
  const within = open.at(-1);
  const lines = within && language.within?.(within.text);
  return (lines ?? language.lines).some((line) => line.test(text));
}
