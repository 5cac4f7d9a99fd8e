import type { Canvas } from './chart.ts';

/** Words in lines of at most this width, px; a word that is wider has a line of its own. */
export function wrap(words: string, width: number, { textWidth }: Canvas): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && textWidth(longer, 'normal') <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
