/** Code, addresses, formulas and tags, in one line: nothing there is a sign of a dialect. */
const unread =
  /(?<!`)(`+)(?!`)[^\r\n]*?(?<!`)\1(?!`)|\]\([^()\s]*\)|https?:\/\/[^\s<>)\]]+|<[^<>\s][^<>\r\n]{0,300}>|(?<![\\$])\$(?![\s$])[^$\r\n]{1,200}(?<!\s)\$(?![\d$])/g;

/** The line as long as it is, with what is not read as words made unrecognizable. */
export function readWords(text: string): string {
  return /[`$<]|\]\(|:\/\//.test(text) ? text.replace(unread, (all) => '\0'.repeat(all.length)) : text;
}
