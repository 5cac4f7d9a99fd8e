import type { Edit } from '../markdown/rewritten-text.ts';
import { isBlankLine, type TextLine } from '../markdown/source-lines.ts';

/** `Ida: The mole has to go.` */
const said = /^(\p{Lu}[\p{L}\p{M}.’'-]*(?: \p{Lu}[\p{L}\p{M}.’'-]*){0,2}): +(?=\S)/u;

/** `Q`, `Note`, `Question`: read by themselves. */
function isLabel(name: string): boolean {
  return (
    name.length < 3 || /^(?:Notes?|Question|Answer|Frage|Antwort|Réponse|Pregunta|Respuesta)$/i.test(name)
  );
}

/** Lines of a paragraph that say who says it, and of whom one speaks again, are paragraphs: minutes are taken so. */
export function minutesEdits(lines: readonly TextLine[]): Edit[] {
  const edits: Edit[] = [];
  let spoken: { readonly name: string; readonly start: number }[] = [];
  for (const [at, { text, start, isPlain }] of lines.entries()) {
    const name = isPlain ? said.exec(text)?.[1] : undefined;
    if (name !== undefined) spoken.push({ name, start });
    const next = lines[at + 1];
    if (next?.isPlain && !isBlankLine(next)) continue;
    const names = new Set(spoken.map((one) => one.name));
    const isConversation = names.size > 1 && names.size < spoken.length && ![...names].some(isLabel);
    if (isConversation)
      edits.push(...spoken.map((one) => ({ start: one.start, end: one.start, parts: ['\n'] })));
    spoken = [];
  }
  return edits;
}
