/** Puts `sign` before the first line and what aligns with it before the others; blank lines stay empty. */
export function indent(text: string, sign: string): string {
  const blanks = ' '.repeat(sign.length);
  return text.replace(/^(?=.)/gm, (_, at: number) => (at === 0 ? sign : blanks));
}
