// Obsidian’s Admonition plug-in: a fence of `ad-tip` holds Markdown, below lines that say what it is called.
import { type TextLine, withoutLineEnd } from '../markdown/source-lines.ts';
import { type Container, callouts, countWhile, headOf, placeOf } from './container.ts';

const opening = /^[ \t>]*(`{3,}|~{3,})[ \t]*ad-([a-z][\w-]*)[ \t]*$/i;
const option = /^[ \t>]*(?:title|collapse|icon|color|colour):(?:[ \t]|[\r\n]*$)/i;
const title = /^[ \t>]*title:[ \t]+(?<title>\S(?:[^\r\n]*\S)?)/di;

/** A fence in another is seen when that is gone. */
export function pluginAdmonitions(lines: readonly TextLine[]): Container[] {
  const found: Container[] = [];
  for (let from = 0; from < lines.length; from += 1) {
    const line = lines[from] as TextLine;
    const [, fence, name = ''] = (!line.isPlain && opening.exec(withoutLineEnd(line.text))) || [];
    if (fence === undefined) continue;
    const isInside = ({ text }: TextLine): boolean => !isClosing(text, fence);
    const to = from + 1 + countWhile(lines, from + 1, isInside);
    if (to >= lines.length) continue;
    const options = countWhile(lines.slice(0, to), from + 1, ({ text }) => option.test(text));
    const places = lines
      .slice(from + 1, from + 1 + options)
      .flatMap((below) => placeOf(title.exec(below.text), below) ?? []);
    const kind = name.toLowerCase();
    const head = headOf(callouts.get(kind) ?? kind, places[0]);
    found.push({ from, to, end: 'line', isQuote: true, head, options });
    from = to;
  }
  return found;
}

function isClosing(text: string, fence: string): boolean {
  const bare = text.replace(/^[> \t]+/, '').trimEnd();
  return bare.startsWith(fence) && bare === (fence[0] as string).repeat(bare.length);
}
