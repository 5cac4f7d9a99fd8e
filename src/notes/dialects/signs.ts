// Signs within lines: colours of a terminal, piles of accents, and emphasis beside Chinese, Japanese and Korean punctuation.
import type { Edit } from '../markdown/rewritten-text.ts';
import type { TextLine } from '../markdown/source-lines.ts';
import type { Report } from './container.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the control characters in question
const escapes = /\u001b(?:\[[\d;:?]*[ -/]*[@-~]|\][^\u0007\u001b\r\n]*(?:\u0007|\u001b\\)|[()][A-Z0-9])/g;

/** What tells a terminal its colours goes, in code as elsewhere. */
export function colourEdits(text: string): Edit[] {
  return [...text.matchAll(escapes)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
    parts: [],
  }));
}

/** A letter with accents behind three, or marks of any script behind eight: no language stacks as many. */
const stacked =
  /(\P{M}(?:[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{3}|\p{M}{8}))\p{M}+/gu;

/** What turns letters around: a link to `exe.png` would read `gnp.exe`. Scripts have their direction by themselves. */
const turning = /[\u202d\u202e]/g;

/** Either is quickly told from all other text. */
export const spoiling: RegExp = /\p{M}{4}|[\u202d\u202e]/u;

/** What would be drawn over other lines, or read other than it is written, goes. */
export function spoilingEdits(text: string, report: Report): Edit[] {
  const piles = [...text.matchAll(stacked)].map(({ 0: all, 1: kept = '', index }, at) => {
    if (at === 0) report('marks', index, kept);
    return { start: index + kept.length, end: index + all.length, parts: [] };
  });
  const turns = [...text.matchAll(turning)].map(({ 0: sign, index }, at) => {
    if (at === 0) report('turning', index, sign);
    return { start: index, end: index + 1, parts: [] };
  });
  return [...piles, ...turns].sort((a, b) => a.start - b.start);
}

const cjk =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;

/** Code, links’ addresses, and runs of asterisks that nothing escapes. */
const runs = /(?<!`)(`+)(?!`)[^\r\n]*?(?<!`)\1(?!`)|\]\([^()\s]*\)|\\.|\*+/g;

/**
 * Asterisks that Markdown sees no emphasis in, as punctuation stands inside and a letter outside of them: no space parts
 * words in these scripts. They become tags. A line where they do not pair is left alone.
 */
export function emphasisEdits(lines: readonly TextLine[]): Edit[] {
  return lines.flatMap(({ text, start, isPlain }) => {
    if (!isPlain || !text.includes('**') || !cjk.test(text)) return [];
    const strong = [...text.matchAll(runs)].filter(({ 0: run }) => run === '**').map(({ index }) => index);
    if (strong.length % 2 === 1) return [];
    const pairs = strong.flatMap((open, at) =>
      at % 2 === 0 ? [{ open, close: strong[at + 1] as number }] : [],
    );
    if (!pairs.every(({ open, close }) => isClean(text.slice(open + 2, close)))) return [];
    if (!pairs.some(({ open, close }) => isBlocked(text, open, 'open') || isBlocked(text, close, 'close')))
      return [];
    return pairs.flatMap(({ open, close }) => [
      { start: start + open, end: start + open + 2, parts: ['<b>'] },
      { start: start + close, end: start + close + 2, parts: ['</b>'] },
    ]);
  });
}

function isClean(inside: string): boolean {
  return inside !== '' && inside.trim() === inside;
}

/** A letter outside and punctuation inside: then Markdown's delimiter is none. */
function isBlocked(text: string, at: number, side: 'open' | 'close'): boolean {
  const [before, after] = [text.slice(0, at).at(-1) ?? ' ', text[at + 2] ?? ' '];
  const [outside, inside] = side === 'open' ? [before, after] : [after, before];
  return /[\p{P}\p{S}]/u.test(inside) && /[^\s\p{P}\p{S}]/u.test(outside);
}

const pageBreak =
  /^[ \t]{0,3}(?:\\(?:newpage|pagebreak|clearpage)(?:\{\})?|\{\{< *pagebreak *>\}\}|\+{3})[ \t]*(?=[\r\n]*$)/;
const contents =
  /^[ \t]{0,3}(?:\[(?:TOC|toc)\]|\[\[_?(?:TOC|toc)_?\]\]|\{\{ ?toc ?\}\}|\$\{toc\})[ \t]*(?=[\r\n]*$)/;

/** Page breaks become breaks, and the place of a table of contents goes. */
export function placeholderEdits(lines: readonly TextLine[]): Edit[] {
  return lines.flatMap(({ text, start, isPlain }): Edit[] => {
    const sign = isPlain ? (pageBreak.exec(text) ?? contents.exec(text)) : null;
    return sign ? [{ start, end: start + sign[0].length, parts: pageBreak.test(text) ? ['***'] : [] }] : [];
  });
}

/**
 * HackMD: `###### tags: …` is no heading, and `[name=Ida]` in a quotation says who speaks. Roam: `{{[[TODO]]}}` is a box, and
 * Bear: `::words::` are marked.
 */
export function appEdits(lines: readonly TextLine[]): Edit[] {
  return lines.flatMap(({ text, start, isPlain }): Edit[] => {
    const box = isPlain ? /(?<=^\s*[-*+] )\{\{(?:\[\[)?(TODO|DONE)(?:\]\])?\}\}/d.exec(text) : null;
    if (box) {
      const from = start + box.index;
      return [{ start: from, end: from + box[0].length, parts: [box[1] === 'TODO' ? '[ ]' : '[x]'] }];
    }
    const marked = isPlain
      ? /(?<=^|[\s*])::(?=[*_]{0,3}\p{L})([^:`\r\n]+)::(?=[\s,.;!?)]|$)/u.exec(text)
      : null;
    if (marked && !text.slice(0, marked.index).includes('`')) {
      const [open, close] = [start + marked.index, start + marked.index + marked[0].length];
      const inside = { start: open + 2, end: close - 2 };
      return [{ start: open, end: close, parts: ['<mark>', inside, '</mark>'] }];
    }
    const sign = isPlain ? (/^#{1,6}[ \t]+(?=tags:)/i.exec(text)?.[0] ?? '') : '';
    if (sign !== '') return [{ start, end: start + sign.length, parts: [] }];
    if (!isPlain || !/^[ \t]*>/.test(text)) return [];
    return [...text.matchAll(/\[(name|time|color)=([^\][\r\n]+)\]/g)].map(
      ({ 0: all, 1: key = '', 2: value = '', index }) => {
        const end = start + index + all.length;
        const words = { start: end - 1 - value.length, end: end - 1 };
        return {
          start: start + index,
          end,
          parts: key === 'color' ? [] : key === 'name' ? ['**', words, ':**'] : [words],
        };
      },
    );
  });
}

/** Notion writes Markdown right below `<aside>` and behind `</summary>`, where HTML goes on: a blank line ends it. */
export function asideEdits(lines: readonly TextLine[]): Edit[] {
  return lines.flatMap(({ text, start, isPlain }, at) => {
    const next = lines[at + 1]?.text ?? '';
    const isOpen = isPlain && /^[ \t]{0,3}<aside>[ \t]*[\r\n]+$/i.test(text);
    if (!isOpen || !/^[ \t]{0,3}[^\s<]/.test(next)) return [];
    const end = start + text.length;
    return [{ start: end, end, parts: ['\n'] }];
  });
}

/** `- > 10 min`: more than, and no quotation. */
export function comparisonEdits(lines: readonly TextLine[]): Edit[] {
  return lines.flatMap(({ text, start, isPlain }) => {
    const lead = isPlain ? /^[ \t]*[-*+] (?=> ?\d)/.exec(text)?.[0].length : undefined;
    return lead === undefined ? [] : [{ start: start + lead, end: start + lead, parts: ['\\'] }];
  });
}

/** `+ quick` above `- dear`, on one margin: what speaks for something and what against it keep their signs. */
export function prosAndConsEdits(lines: readonly TextLine[]): Edit[] {
  const runs: TextLine[][] = [[]];
  for (const line of lines) {
    if (line.isPlain && /^[-+*] +(?=[^\s[])/.test(line.text)) runs.at(-1)?.push(line);
    else if (!line.isPlain || /^\S/.test(line.text)) runs.push([]);
  }
  const isBoth = (run: readonly TextLine[]): boolean =>
    /^(?:\++-+|-+\++)$/.test(run.map(({ text }) => text[0]).join(''));
  return runs.filter(isBoth).flatMap((run) =>
    run.map(({ text, start }) => ({
      start,
      end: start + 1,
      parts: [`- ${text.startsWith('+') ? '\\+' : '–'}`],
    })),
  );
}

/** Notion: a toggle that says how it is opened, and the number of a page behind its name. */
export const pageSigns: RegExp = /\(click to |[ _-][\da-f]{32}(?:\.\w{2,4})?\]\(/i;

/** Neither is a word of the notes. */
export function pageEdits(lines: readonly TextLine[]): Edit[] {
  return lines.flatMap(({ text, start, isPlain }): Edit[] => {
    if (!isPlain) return [];
    const opened = /<summary>/i.test(text)
      ? [...text.matchAll(/[ \t]?\(click to (?:open|expand|show|see more|view)\)/gi)]
      : [];
    const numbers = [...text.matchAll(/[ _-][\da-f]{32}(?=(?:\.\w{2,4})?\]\()/g)];
    return [...opened, ...numbers]
      .map(({ 0: all, index }) => ({ start: start + index, end: start + index + all.length, parts: [] }))
      .sort((a, b) => a.start - b.start);
  });
}
