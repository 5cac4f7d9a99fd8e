// What MyST's labels stand for, so that a reference reads as a reader would say it.

const label = /^[ \t>]*\(([\w:.-]{1,200})\)=[ \t]*$/;
const option = /^[ \t>]*:(?:name|label):[ \t]*([\w:.-]{1,200})[ \t]*$/;
const heading = /^[ \t>]*#{1,6}[ \t]+(\S.*?)[ \t#]*$/;
const directive =
  /^[ \t>]*(?:`{3,}|~{3,}|:{3,})[ \t]*\{(?!figure|image|math|code)[a-z:-]+\}[ \t]+(\S.*?)[ \t]*$/;
const figure = /^[ \t>]*(?:`{3,}|~{3,}|:{3,})[ \t]*\{figure\}/;

/** The title of what a label names: a heading, a table, a callout, a figure with a caption. */
export function labelTitles(text: string): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  if (!/\)=[ \t]*[\r\n]|:(?:name|label):/.test(text)) return titles;
  let waiting: string[] = [];
  let title: string | undefined;
  let isCaption = false;
  const name = (words: string): void => {
    for (const one of waiting) if (!titles.has(one)) titles.set(one, bare(words));
    waiting = [];
  };
  for (const line of text.split(/\r\n|\r|\n/)) {
    const named = label.exec(line)?.[1];
    const inside = option.exec(line)?.[1];
    const words = (heading.exec(line) ?? directive.exec(line))?.[1];
    if (named !== undefined) waiting = [...waiting.slice(-9), named];
    else if (inside !== undefined) {
      if (title !== undefined && !titles.has(inside)) titles.set(inside, bare(title));
      else if (isCaption) waiting = [...waiting.slice(-9), inside];
    } else if (figure.test(line)) [isCaption, title] = [true, undefined];
    else if (words !== undefined) {
      [title, isCaption] = [words, false];
      name(words);
    } else if (line.trim() === '' || /^[ \t>]*:[\w-]+:/.test(line)) continue;
    else {
      if (isCaption) name(line.trim());
      [waiting, title, isCaption] = [[], undefined, false];
    }
  }
  return titles;
}

function bare(words: string): string {
  return words
    .replaceAll(/[*`]/g, '')
    .trimEnd()
    .replace(/\{[#.:][^{}]*\}$/, '')
    .trim();
}
