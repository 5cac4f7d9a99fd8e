import { escapeHtml } from '../escape.ts';
import type { Talk, TalkPicture } from './talk.ts';

type Card = Extract<TalkPicture, { readonly kind: 'card' }>;

/**
 * Stands for the first slide where no browser took a picture of it: title and speaker in the
 * theme's colours. It claims no more; the slide itself may look different.
 */
export function cardSvg({ title, speaker, dir }: Talk, { colours, width, height }: Card): string {
  const margin = 96;
  const lines = cutTitle(title, Math.floor((width - 2 * margin) / (size * 0.5)));
  const x = dir === 'rtl' ? width - margin : margin;
  const top = height * 0.42 - ((lines.length - 1) * size * 1.16) / 2;
  const rows = lines.map(
    (line, at) => `<tspan x="${x}" y="${Math.round(top + at * size * 1.16)}">${escapeHtml(line)}</tspan>`,
  );
  const below = Math.round(top + (lines.length - 1) * size * 1.16 + 84);
  const by = speaker
    ? `<text x="${x}" y="${below}" fill="${colour(colours.muted)}" class="name">${escapeHtml(speaker)}</text>`
    : '';
  const bar = dir === 'rtl' ? x - 96 : x;
  return `<svg viewBox="0 0 ${width} ${height}" direction="${dir}" aria-hidden="true" focusable="false"><rect width="${width}" height="${height}" fill="${colour(colours.background)}"/><rect x="${bar}" y="${Math.round(top - size - 40)}" width="96" height="8" fill="${colour(colours.accent)}"/><text fill="${colour(colours.text)}" font-size="${size}" class="title">${rows.join('')}</text>${by}</svg>`;
}

/** px on the card's own scale, that of slides. */
const size = 76;
const linesAtMost = 3;

/** Lines of about so many letters; wide ones count twice. */
function cutTitle(title: string, letters: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of title.split(/\s+/).flatMap((part) => piecesOf(part, letters))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (lengthOf(longer) <= letters) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  const all = [...lines, line].filter((each) => each !== '');
  if (all.length <= linesAtMost) return all;
  return [...all.slice(0, linesAtMost - 1), `${all[linesAtMost - 1]} …`];
}

/** A word that no line can hold, such as a title in Chinese, is cut where a line ends. */
function piecesOf(word: string, letters: number): readonly string[] {
  if (lengthOf(word) <= letters) return [word];
  const pieces: string[] = [''];
  for (const letter of word) {
    const last = pieces.at(-1) ?? '';
    if (lengthOf(last + letter) > letters) pieces.push(letter);
    else pieces[pieces.length - 1] = last + letter;
  }
  return pieces;
}

function lengthOf(text: string): number {
  return [...text].reduce(
    (sum, letter) => sum + (/[\u2e80-\u9fff\uac00-\ud7ff\uff00-\uffef]/u.test(letter) ? 2 : 1),
    0,
  );
}

/** A theme is anyone's: what is no plain colour could name a file. */
function colour(value: string): string {
  return /^[\w#%(),.\s/+-]+$/.test(value) && !/url/i.test(value) ? value : 'gray';
}
