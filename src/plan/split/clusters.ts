// What a person sees as one character may be many: a letter with its marks, a family of emoji, a flag.

/** Marks, joiners and skin tones belong to what stands before them. */
const goesOn = /^(?:\p{M}|\u200d|[\u{1f3fb}-\u{1f3ff}])/u;
const isFlagLetter = /^[\u{1f1e6}-\u{1f1ff}]/u;

/** Characters that are looked back for the start of a cluster: twice what any script or emoji takes. */
const longestCluster = 64;

/** The last place up to `limit` where text may be cut: between what a person sees as characters. */
export function clusterEnd(text: string, start: number, limit: number): number {
  if (limit >= text.length) return text.length;
  for (let at = limit; at > start && limit - at < longestCluster; at--)
    if (!isInside(text, start, at)) return at;
  return isLow(text, limit) ? limit - 1 : limit;
}

function isInside(text: string, start: number, at: number): boolean {
  if (isLow(text, at) || text[at - 1] === '\u200d') return true;
  const next = text.slice(at, at + 2);
  if (isFlagLetter.test(next)) return flagLettersBefore(text, start, at) % 2 === 1;
  return goesOn.test(next);
}

function flagLettersBefore(text: string, start: number, at: number): number {
  let from = at;
  while (from - 2 >= start && isFlagLetter.test(text.slice(from - 2, from))) from -= 2;
  return (at - from) / 2;
}

function isLow(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

/** How many times as long a text is as what is seen of it, where letters carry more marks than those of any script. */
export function markedness(text: string): number {
  const seen = text.replace(/(?:\p{M}|\u200d){4,}/gu, '').length;
  return Math.min(mostMarked, text.length / Math.max(1, seen));
}

const mostMarked = 16;
