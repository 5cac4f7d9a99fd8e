// Signs of AsciiDoc within the lines, when its blocks are Markdown already.
import type { Edit, WrittenRange } from '../markdown/rewritten-text.ts';
import { paragraphs } from './markup-lines.ts';

/** What a document sets elsewhere: `{name}`, and the titles of what `<<name>>` leads to. */
export interface AsciidocNames {
  readonly attributes: ReadonlyMap<string, string>;
  readonly titles: ReadonlyMap<string, string>;
}

export function asciidocNames(text: string): AsciidocNames {
  const attributes = text.matchAll(/^:([\w-]+):[ \t]+(\S[^\r\n]*)/gm);
  const anchors = text.matchAll(
    /^\[(?:\[([\w:.-]+)(?:,[^\]\n]*)?\]|(?:[\w-]+[ \t]*)?#([\w:.-]+)[^\]\n]*)\][ \t]*\r?\n(?:={1,6}[ \t]+|\.(?=\S))([^\r\n]+)/gm,
  );
  return {
    attributes: new Map([
      ...builtIn,
      ...[...attributes].map(([, name = '', value = '']) => [name.toLowerCase(), value.trim()] as const),
    ]),
    titles: new Map([...anchors].map(([, one, other, title = '']) => [one ?? other ?? '', title.trim()])),
  };
}

const builtIn: readonly (readonly [string, string])[] = Object.entries({
  nbsp: '\u00a0',
  amp: '&',
  lt: '&lt;',
  gt: '&gt;',
  plus: '+',
  vbar: '\\|',
  asterisk: '\\*',
  backtick: '\\`',
  empty: '',
  sp: ' ',
  blank: '',
  apos: "'",
  cpp: 'C++',
  zwsp: '',
  deg: '°',
  startsb: '\\[',
  endsb: '\\]',
});

const signs = new RegExp(
  [
    '"`(?<double>[^`\\n]{1,300})`"',
    "'`(?<single>[^`\\n]{1,300})`'",
    '`\\+(?<plain>[^`\\n]{1,300})\\+`',
    '`[^`]{1,300}`',
    '(?<escape>\\\\)(?=[{<])',
    '\\\\[*_`#~^]',
    '(?<break>[ \\t]\\+)[ \\t]*$',
    'footnote:[\\w-]{0,40}\\[(?<note>(?:[^[\\]]|\\[[^[\\]]{0,300}\\]){0,800})\\]',
    '\\b(?:link:(?<link>[^\\s[\\]]{1,500})|(?<address>(?:https?|ftp|irc|mailto):[^\\s[\\]<>]{1,500}))\\[(?<label>[^\\]]{0,300})\\]',
    '\\bxref:(?<target>[^\\s[\\]]{1,300})\\[(?<targetLabel>[^\\]]{0,300})\\]',
    '<<(?<ref>[^,<>\\n]{1,200})(?:,\\s*(?<refLabel>[^<>]{1,300}))?>>',
    '\\bimage:(?<file>[^\\s:[\\]][^\\s[\\]]{0,300})\\[(?<alt>[^\\]\\n]{0,300})\\]',
    '\\b(?<macro>kbd|btn|pass|stem|latexmath|asciimath|indexterm2?):[a-z,]{0,10}\\[(?<said>[^\\]\\n]{1,300})\\]',
    '(?<anchor>\\[\\[[A-Za-z_:][\\w:.-]{0,100}(?:,[^\\]\\n]{0,200})?\\]\\])',
    '(?<hidden>\\(\\(\\([^()\\n]{1,200}\\)\\)\\))',
    '\\(\\((?<index>[^()\\n]{1,200})\\)\\)',
    '\\{(?<attribute>\\w[\\w-]{0,60})\\}',
    '(?<![\\w*])\\*(?<bold>[^\\s*](?:[^*]{0,500}[^\\s*])?)\\*(?![\\w*])',
    '(?<![\\w_])__(?<free>[^\\s_](?:[^_\\n]{0,300}[^\\s_])?)__(?!_)',
    '(?:\\[[\\w.,# -]{1,60}\\])?(?<![\\w#&])#(?<mark>[^\\s#](?:[^#\\n]{0,200}[^\\s#])?)#(?![\\w#])',
    '\\^(?<above>[^\\s^[\\]]{1,60})\\^',
    '(?<!~)~(?<below>[^\\s~]{1,60})~(?!~)',
    '(?<![\\w+])\\+(?<raw>[^\\s+](?:[^+\\n]{0,200}[^\\s+])?)\\+(?![\\w+])',
  ].join('|'),
  'dgmu',
);

export function asciidocWords(text: string, names: AsciidocNames): Edit[] {
  return paragraphs(text).flatMap(({ start, end }) => wordEdits(text, start, end, names));
}

/** What stands before and behind words in Markdown. */
const pairs: readonly (readonly [string, string, string])[] = [
  ['double', '“', '”'],
  ['single', '‘', '’'],
  ['plain', '`', '`'],
  ['bold', '**', '**'],
  ['free', '*', '*'],
  ['mark', '==', '=='],
  ['above', '<sup>', '</sup>'],
  ['below', '<sub>', '</sub>'],
  ['raw', '', ''],
  ['index', '', ''],
];

function wordEdits(text: string, from: number, to: number, names: AsciidocNames): Edit[] {
  return [...text.slice(from, to).matchAll(signs)].flatMap((match): Edit[] => {
    const found = match.groups ?? {};
    const start = from + match.index;
    const end = start + match[0].length;
    const one = (...parts: Edit['parts']): Edit[] => [{ start, end, parts }];
    const range = (name: string): WrittenRange => {
      const [first = 0, last = 0] = match.indices?.groups?.[name] ?? [];
      return { start: from + first, end: from + last };
    };
    const pair = pairs.find(([name]) => found[name] !== undefined);
    if (pair) {
      const inside = range(pair[0]);
      const isRead = pair[0] === 'bold' || pair[0] === 'free' || pair[0] === 'mark' || pair[0] === 'double';
      return around(start, end, inside, pair[1], pair[2], isRead ? inner(text, inside, names) : []);
    }
    if (found.note !== undefined) {
      const note = range('note');
      return found.note === '' ? one() : around(start, end, note, '^[', ']', inner(text, note, names));
    }
    const address = found.link ?? found.address;
    if (address !== undefined) {
      const label = labelIn(found.label ?? '', range('label').start);
      return label
        ? one('[', label, `](<${address}>)`)
        : one('<', range(found.link ? 'link' : 'address'), '>');
    }
    if (found.target !== undefined)
      return one(
        labelIn(found.targetLabel ?? '', range('targetLabel').start) ??
          titleOf(found.target, names) ??
          range('target'),
      );
    if (found.ref !== undefined)
      return one(
        found.refLabel === undefined ? (titleOf(found.ref, names) ?? range('ref')) : range('refLabel'),
      );
    if (found.file !== undefined) {
      const alt = labelIn(found.alt ?? '', range('alt').start);
      return one('![', ...(alt ? [alt] : []), '](<', range('file'), '>)');
    }
    if (found.macro !== undefined) {
      const [before, behind] =
        found.macro === 'kbd' ? ['<kbd>', '</kbd>'] : /^stem|math/.test(found.macro) ? ['$', '$'] : ['', ''];
      return one(before, range('said'), behind);
    }
    if (found.attribute !== undefined) {
      const value = names.attributes.get(found.attribute.toLowerCase());
      return value === undefined ? [] : one(value);
    }
    if (found.break !== undefined) return one('  ');
    const isUnseen = found.anchor ?? found.hidden ?? found.escape;
    return isUnseen === undefined ? [] : one();
  });
}

function inner(text: string, { start, end }: WrittenRange, names: AsciidocNames): Edit[] {
  return wordEdits(text, start, end, names);
}

/** The words stay with what is edited in them. */
function around(
  start: number,
  end: number,
  words: WrittenRange,
  before: string,
  behind: string,
  inside: readonly Edit[],
): Edit[] {
  return [
    { start, end: words.start, parts: [before] },
    ...inside,
    { start: words.end, end, parts: [behind] },
  ];
}

/** The words of a link or a picture, without what says how it looks. */
function labelIn(written: string, start: number): WrittenRange | undefined {
  const quoted = /^"([^"]{1,300})"/.exec(written)?.[1];
  const words = quoted ?? written.replace(/\^$|(?:^|,)[ \t]*[a-z]+=.*$|\^,.*$/s, '').trim();
  const from = start + written.indexOf(words);
  return words === '' ? undefined : { start: from, end: from + words.length };
}

function titleOf(name: string, { titles }: AsciidocNames): string | undefined {
  return titles.get(name.replace(/^#/, ''));
}
