/**
 * A code span. The fence is longer than any run of backticks inside; a space keeps a backtick
 * at the end apart from it, and is not shown.
 */
export function inlineCode(value: string, cell?: 'cell'): string {
  const text = value.replace(/\r\n|[\r\n]/g, ' ');
  if (text === '') return '<code></code>';
  const fence = '`'.repeat(longestRun(text, /`+/g) + 1);
  const pad = /^`|`$|^ .*\S.* $/.test(text) ? ' ' : '';
  const content = cell ? text.replaceAll('|', '\\|') : text;
  return `${fence}${pad}${content}${pad}${fence}`;
}

/**
 * Marp draws an emoji in code from its first code point alone, and drops the rest: a flag, a family, a
 * skin tone. Such code goes into tags, where Marp does not look.
 */
export function hasLongEmoji(code: string): boolean {
  return /[\u200d\ufe0f\u20e3]|\p{Emoji_Modifier}|\p{Regional_Indicator}/u.test(code);
}

/** Length of the longest match. */
export function longestRun(text: string, run: RegExp): number {
  return Math.max(0, ...Array.from(text.matchAll(run), ([match]) => match.length));
}
