import type { Notes } from '../notes.ts';
import { type Reading, warn } from '../reading.ts';
import { blanked } from './blanked.ts';
import { findDirectives } from './directives.ts';

const toolNames = {
  marp: 'Marp',
  slidev: 'Slidev',
  reveal: 'reveal.js',
  pandoc: 'Pandoc',
  deckset: 'Deckset',
  remark: 'remark',
  presenterm: 'presenterm',
  powerpoint: 'PowerPoint',
} as const;

/** The text with spaces in place of what a deck says to its program. */
export function takeDirectives(text: string, start: number, reading: Reading): string {
  if (reading.tool === undefined) return text;
  const found = findDirectives(text, reading.tool);
  for (const { start: from, end, names } of found) {
    reading.leftOut.push({ start: start + from, end: start + end });
    for (const name of names) leaveOut(name, start + from, reading);
    for (const [, key = '', value = ''] of text.slice(from, end).matchAll(setting))
      if (!reading.asked.has(key)) reading.asked.set(key, value);
  }
  return blanked(text, found);
}

/** A setting outside of front matter: the first of several counts. */
const setting = /^(?:<!--)?[ \t]*(footer|header|size):[ \t]*["']?(.*?)["']?[ \t]*(?:-->)?\r?$/gm;

/** Notes that something is left undone; `offset` is where the notes ask for it. */
export function leaveOut(name: string, offset: number, reading: Reading): void {
  if (!reading.undone.has(name)) reading.undone.set(name, offset);
}

/** One warning for all that is left undone. */
export function warnOfUndone(reading: Reading): void {
  const undone = [...reading.undone].sort(([, a], [, b]) => a - b);
  const first = undone[0]?.[1];
  if (first === undefined || reading.tool === undefined) return;
  const names = undone.map(([name]) => `\`${name}\``);
  const list = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names[0];
  const message = `This deck was written for ${toolNames[reading.tool]}: ${list} ${names.length > 1 ? 'are' : 'is'} left out`;
  const help = 'looks are set with `theme` and `tokens` in the hints, and layouts for each section';
  const line = /[^\r\n]*/y;
  line.lastIndex = first;
  const length = line.exec(reading.source.text)?.[0].length ?? 1;
  warn(reading, 'notes/other-tool', first, first + Math.max(1, length), message, help);
}

/** What a deck asks for that Lectern has a setting for, from its front matter or its first lines. */
export function settingsOf(values: ReadonlyMap<string, string>): Notes['settings'] {
  const size = (values.get('size') ?? values.get('aspectratio'))?.replace('/', ':');
  const plain = (name: string): string | undefined => {
    const text = values.get(name)?.trim();
    return text && !/[<[{]/.test(text) ? text.replace(/[*_`]/g, '') : undefined;
  };
  const [footer, header] = [plain('footer'), plain('header')];
  return {
    ...((size === '4:3' || size === '16:9') && { size }),
    ...(footer && { footer }),
    ...(header && { header }),
  };
}
