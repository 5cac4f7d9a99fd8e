// What site generators fill in: tags and values of Liquid (Jekyll) and Jinja, shortcodes of Hugo and Quarto. What stands
// for code, a picture, a callout or a link becomes that; the rest is left out.
import { dropped, type Edit, type WrittenRange } from '../markdown/rewritten-text.ts';
import type { TextLine } from '../markdown/source-lines.ts';
import { callouts, type Report } from './container.ts';

export const liquid: RegExp = /\{[{%]/;

/** Code in a line, a link, or a tag: `{% tag %}`, `{{ value }}`, `{{< shortcode >}}`. */
const tokens =
  /(?<!`)(`+)(?!`)[^\r\n]*?(?<!`)\1(?!`)|(?<link>!?\[(?<words>[^[\]\r\n]{0,300})\]\([ \t]*(?<target>\{\{?[<%]?[^{}\r\n]{1,300}\}\}?)(?<rest>[^()\s]{0,300})(?:[ \t]"[^"\r\n]{0,300}")?\))|(?<tag>\{%(?:[^%\r\n]|%(?!\})){0,500}%\}|\{\{[^{}\r\n]{0,500}\}\})/dg;

/** Values that only a site has, and tags that are no prose. */
const siteValue =
  /^\{\{-?[ \t]*(?:(?:site|page|post|layout|include|paginator|jekyll)\.\w|[^{}|]{1,200}\|[ \t]*(?:relative|absolute)_url\b)/;
const tagName = /^\{[{%<]+-?[ \t]*(\/?[\w-]+)/;

/** A tag where it stands. */
interface SiteTag extends WrittenRange {
  readonly text: string;
  /** `post_url`, `/notice`; empty for a value. */
  readonly name: string;
  readonly link?: { readonly words: WrittenRange; readonly target: string; readonly rest: WrittenRange };
}

/** Reads tags in order; a block that holds no Markdown takes those inside it. */
export function liquidEdits(lines: readonly TextLine[], report: Report): Edit[] {
  const text = lines.map((line) => line.text).join('');
  const tags = lines.flatMap((line) => (line.isPlain ? tagsIn(line) : []));
  const isSite = tags.some(
    (tag) => siteValue.test(tag.link?.target ?? tag.text) || /\{%/.test(tag.link?.target ?? tag.text),
  );
  const edits: Edit[] = [];
  let behind = 0;
  for (const tag of tags) {
    if (tag.start < behind) continue;
    const made = editsOf(tag, { text, tags, isSite });
    if (made.length === 0) continue;
    edits.push(...made);
    behind = made.at(-1)?.end ?? behind;
    const isUnread = made.length === 1 && made[0]?.parts.length === 0 && !isPrivate(tag);
    if (isUnread) report('placeholder', tag.start, kindOf(tag));
    // The language of code is no word of the notes.
    const isCode = tag.name === 'highlight' || tag.name === 'mermaid';
    for (const { start, end } of isCode ? made : made.flatMap(dropped))
      report('left out', start, text.slice(start, end));
  }
  return edits;
}

/** Those that stand outside of code in the line. */
function tagsIn({ text, start }: TextLine): SiteTag[] {
  if (!liquid.test(text)) return [];
  return [...text.matchAll(tokens)].flatMap((match): SiteTag[] => {
    const { link, words, target = '', tag } = match.groups ?? {};
    const place = (group: string): WrittenRange => {
      const [from, to] = match.indices?.groups?.[group] ?? [0, 0];
      return { start: start + from, end: start + to };
    };
    const range = { start: start + match.index, end: start + match.index + match[0].length };
    if (link !== undefined && words !== undefined && /^\{[{%]/.test(target)) {
      const found = { words: place('words'), target, rest: place('rest') };
      return [{ ...range, text: link, name: tagName.exec(target)?.[1] ?? '', link: found }];
    }
    return tag === undefined ? [] : [{ ...range, text: tag, name: tagName.exec(tag)?.[1] ?? '' }];
  });
}

/** Only `{{ … }}` is a value; what a note says of one is kept where no site is. */
function kindOf({ text }: SiteTag): string {
  if (text.includes('{{<') || text.includes('{{%')) return '{{< … >}}';
  return /\{%/.test(text) ? '{% … %}' : '{{ … }}';
}

/** Comments are for nobody, and their words no loss to warn of. */
function isPrivate({ name, text }: SiteTag): boolean {
  return name === 'comment' || /^\{\{-?[ \t]*\/\*/.test(text);
}

interface Around {
  readonly text: string;
  readonly tags: readonly SiteTag[];
  /** A tag or a value says that a site is made of the notes. */
  readonly isSite: boolean;
}

/** Page breaks and places of a table of contents have their own reading. */
const ownReading = /^\{\{(?:< *pagebreak *>| ?toc ?)\}\}$/;

function editsOf(tag: SiteTag, around: Around): Edit[] {
  const { start, end } = tag;
  if (ownReading.test(tag.text)) return [];
  const isValue = kindOf(tag) === '{{ … }}';
  if (isValue && !isPrivate(tag) && !around.isSite) return [];
  if (tag.link) return [linkEdit(tag, tag.link)];
  const close = closeOf(tag, around.text);
  if (close && tag.name === 'comment') return [{ start, end: close.end, parts: [] }];
  if (close && tag.name === 'raw')
    return [
      { start, end, parts: [] },
      { start: close.start, end: close.end, parts: [] },
    ];
  if (close && /^(?:highlight|mermaid)$/.test(tag.name)) return codeEdits(tag, close, around.text);
  const picture = pictureIn(tag.text, start);
  if (picture) return [picture];
  return [calloutEdit(tag, around) ?? { start, end, parts: [] }];
}

/** The words, and an address where the site's own is only what it begins with: `[words]({{ site.url }}/about)`. */
function linkEdit(
  { start, end, text }: SiteTag,
  { words, target, rest }: NonNullable<SiteTag['link']>,
): Edit {
  const own = /^\{\{-?[ \t]*["']([^"'{}]+)["'][ \t]*\|[ \t]*(?:relative|absolute)_url\b/d.exec(target);
  const from = start + text.indexOf(target, words.end - start);
  const [a, b] = own?.indices?.[1] ?? [0, 0];
  const address: WrittenRange[] = [
    ...(own ? [{ start: from + a, end: from + b }] : []),
    ...(rest.end > rest.start ? [rest] : []),
  ];
  if (address.length === 0) return { start, end, parts: [words] };
  return { start, end, parts: [text.startsWith('!') ? '![' : '[', words, '](<', ...address, '>)'] };
}

/** What ends the block that the tag opens: `{% endraw %}`, `{{< /highlight >}}`. */
function closeOf({ text, name, end }: SiteTag, whole: string): WrittenRange | undefined {
  if (!/^(?:comment|raw|highlight|mermaid)$/.test(name)) return undefined;
  const sign = text.startsWith('{%')
    ? new RegExp(`\\{%-?[ \\t]*end${name}[ \\t]*-?%\\}`, 'g')
    : closing(name);
  sign.lastIndex = end;
  const found = sign.exec(whole);
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}

function closing(name: string): RegExp {
  return new RegExp(`\\{\\{[<%][ \\t]*/[ \\t]*${name}[ \\t]*[>%]\\}\\}`, 'g');
}

/** A fence of code, its language the first word of the tag. */
function codeEdits(tag: SiteTag, close: WrittenRange, text: string): Edit[] {
  const inside = text.slice(tag.end, close.start);
  const fence = inside.includes('```') ? '~~~' : '```';
  const [from, to] = /^\{[{%<]+-?[ \t]*highlight[ \t]+"?([\w+#-]+)/d.exec(tag.text)?.indices?.[1] ?? [0, 0];
  const lang = to > from ? { start: tag.start + from, end: tag.start + to } : undefined;
  const name = lang ? [lang] : tag.name === 'mermaid' ? ['mermaid'] : [];
  const isOnLine = /^[^\r\n]*\S/.test(inside);
  const isOpenLine = /[\r\n][ \t]*$/.test(inside);
  return [
    { start: tag.start, end: tag.end, parts: [fence, ...name, ...(isOnLine ? ['\n'] : [])] },
    { start: close.start, end: close.end, parts: [isOpenLine ? fence : `\n${fence}`] },
  ];
}

/** `{{% notice tip "Title" %}}` opens a block, and `{{% /notice %}}` ends it. */
function calloutEdit(tag: SiteTag, { tags, text }: Around): Edit | undefined {
  const { start, end } = tag;
  if (kindOf(tag) !== '{{< … >}}' || !isAlone(tag, text)) return undefined;
  const name = tag.name.replace('/', '');
  if (!callouts.has(name)) return undefined;
  const isOther = (other: SiteTag): boolean => other.name === (tag.name === name ? `/${name}` : name);
  const isPaired = tags.some((other) => isOther(other) && isAlone(other, text));
  if (!isPaired) return undefined;
  if (tag.name !== name) return { start, end, parts: [':::'] };
  const given = [...tag.text.matchAll(/["\s=]([a-z]+)(?=["\s])/g)].map(([, word = '']) => word);
  const kind = given.slice(1).find((word) => callouts.has(word)) ?? name;
  const [from, to] =
    /(?:title=|[a-z"][ \t]+)"(?<title>[^"=]*\s[^"=]*|[^"=]*\p{Lu}[^"=]*)"/du.exec(tag.text)?.indices?.groups
      ?.title ?? [];
  const title = from === undefined || to === undefined ? [] : [' ', { start: start + from, end: start + to }];
  return { start, end, parts: [`::: ${callouts.get(kind) ?? kind}`, ...title] };
}

function isAlone({ start, end }: WrittenRange, text: string): boolean {
  return (
    /(?:^|[\r\n])[ \t]{0,3}$/.test(text.slice(Math.max(0, start - 4), start)) &&
    /^[ \t]*(?:[\r\n]|$)/.test(text.slice(end, end + 80))
  );
}

/** `{{< figure src="kite.png" title="A kite" >}}` of Hugo, `{% include image.html url="kite.png" %}` of Jekyll. */
function pictureIn(written: string, start: number): Edit | undefined {
  const place = (match: RegExpExecArray | null): readonly WrittenRange[] => {
    const [from, to] = match?.indices?.[1] ?? [];
    return from === undefined || to === undefined ? [] : [{ start: start + from, end: start + to }];
  };
  const [address] = place(
    /\s(?:src|url|file|path|image|img)="([^"<>]+\.(?:png|jpe?g|gif|svg|webp|avif))"/di.exec(written),
  );
  if (!address) return undefined;
  const words = place(/\s(?:alt|caption|title|description)="([^"[\]]+)"/di.exec(written));
  return { start, end: start + written.length, parts: ['![', ...words, '](<', address, '>)'] };
}
