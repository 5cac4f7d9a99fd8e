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
