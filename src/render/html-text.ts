const names: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
  }),
);

/** The words of a piece of HTML, without its tags, scripts and styles; character references stay. */
export function textOf(html: string): string {
  return html.replace(/<(script|style|math)\b[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, '');
}

/** Character references that Marp's output has: the five of XML, `&nbsp;` and numbers. */
export function unescapeHtml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return names.get(name) ?? whole;
    return String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10));
  });
}

/** `String.replace` with a function that takes time. Equal matches are worked out once. */
export async function replaceAsync(
  text: string,
  pattern: RegExp,
  replacement: (match: RegExpMatchArray) => Promise<string>,
): Promise<string> {
  const matches = new Map([...text.matchAll(pattern)].map((match) => [match[0], match]));
  const answers = await Promise.all(
    [...matches].map(async ([found, match]) => [found, await replacement(match)] as const),
  );
  const answerOf = new Map(answers);
  return text.replace(pattern, (found) => answerOf.get(found) ?? found);
}
