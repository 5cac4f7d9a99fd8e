/** Does a text end as a question does? Quotation marks and a remark in parentheses may follow. */
export function isQuestion(text: string): boolean {
  return /[?？؟]["'”’)]*\s*(?:\([^()]*\))?$/u.test(text.trim());
}
