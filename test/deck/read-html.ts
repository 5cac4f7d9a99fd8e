/** What a person sees of rendered HTML: its words, and how many of each element. */
export interface Seen {
  readonly text: string;
  /** Where the slide stands. */
  readonly marker: string;
  readonly counts: Readonly<Record<string, number>>;
  /** Classes of the slide itself. */
  readonly classes: string;
}

/** Elements that are counted even when there are none: they may not appear unasked. */
export const watched: readonly string[] =
  'a b i h1 em strong s ul ol li pre code blockquote table tr hr img formula mark script style u'.split(' ');

export function readHtml(html: string): Seen {
  const counts: Record<string, number> = Object.fromEntries(watched.map((name) => [name, 0]));
  const drawn = html.replace(formula, ' <formula>$1</formula> ').replace(/<footer>[\s\S]*$/u, '');
  const header = /<header>([\s\S]*?)<\/header>/u.exec(drawn)?.[1] ?? '';
  const body = drawn.replace(/<header>[\s\S]*?<\/header>/u, '');
  const text = body.replace(tag, (_, close: string, name: string, attributes: string) => {
    if (name === 'img' && attributes.includes('data-marp-twemoji')) return attribute(attributes, 'alt');
    if (!close) counts[name] = (counts[name] ?? 0) + 1;
    if (name === 'img') return ` ${attribute(attributes, 'alt')} `;
    return inline.has(name) ? '' : ' ';
  });
  const slide = /<section([^>]*)>/.exec(html)?.[1] ?? '';
  const marker = header.replace(tag, (_, _close, _name, attributes: string) => attribute(attributes, 'alt'));
  return { text: seen(text), marker: seen(marker), counts, classes: attribute(slide, 'class') };
}

/** White space as a browser shows it. */
export function normal(text: string): string {
  return text.replace(/[\s\u200b]+/g, ' ').trim();
}

const formula = /<math\b[\s\S]*?<annotation[^>]*>([\s\S]*?)<\/annotation><\/semantics><\/math>/g;
const tag = /<(\/?)([a-z][\w-]*)([^>]*)>/gi;
const inline = new Set(
  'a em strong s code span mark kbd sub sup u small abbr ins q cite bdi font formula wbr'.split(' '),
);

function attribute(attributes: string, name: string): string {
  return new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
}

function seen(html: string): string {
  return normal(html.replace(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, entity));
}

function entity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (decimal) return String.fromCodePoint(Number(decimal));
  if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };
  return named[name ?? ''] ?? whole;
}
