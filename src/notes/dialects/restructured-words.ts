// Signs of reStructuredText within the lines, when its blocks are Markdown already.
import type { Edit, WrittenRange } from '../markdown/rewritten-text.ts';
import { paragraphs } from './markup-lines.ts';
import { lastNote, type NoteCount, noteLabel } from './restructured-directives.ts';

/** What a document says elsewhere of words in it, by their name in lower case. */
export interface NamedWords {
  readonly addresses: ReadonlyMap<string, string>;
  /** Of links without a name, in order. */
  readonly unnamed: readonly string[];
  readonly replaced: ReadonlyMap<string, string>;
  readonly notes: NoteCount;
}

export function namedWords(text: string): NamedWords {
  const targets = text.matchAll(/^[ \t]*\.\. _(?:`([^`\n]+)`|([^:`\n]+)):[ \t]+(\S+)[ \t]*\r?$/gm);
  const unnamed = text.matchAll(/^[ \t]*(?:\.\. )?__:?[ \t]+(\S+)[ \t]*\r?$/gm);
  const words = text.matchAll(
    /^[ \t]*\.\. \|([^|\n]+)\|[ \t]+replace::[ \t]*([^\n]*(?:\n[ \t]+\S[^\n]*)*)/gm,
  );
  const pictures = text.matchAll(/^[ \t]*\.\. \|([^|\n]+)\|[ \t]+image::[ \t]*(\S+)/gm);
  return {
    addresses: new Map(
      [...targets].flatMap(([, quoted, bare = '', address = '']) =>
        address.endsWith('_') ? [] : [[nameOf(quoted ?? bare), address] as const],
      ),
    ),
    unnamed: [...unnamed].map(([, address = '']) => address),
    replaced: new Map([
      ...[...words].map(
        ([, name = '', said = '']) => [name.toLowerCase(), said.replace(/\s+/g, ' ').trim()] as const,
      ),
      ...[...pictures].map(
        ([, name = '', file = '']) => [name.toLowerCase(), `![${name}](<${file}>)`] as const,
      ),
    ]),
    notes: { last: lastNote(text) },
  };
}

function nameOf(words: string): string {
  return words
    .replace(/[\s>]+/g, ' ')
    .trim()
    .toLowerCase();
}

const signs = new RegExp(
  [
    '``[^\\n](?:[^`]|`(?!`)){0,400}?``',
    '(?<![\\w:]):(?<role>[a-z][\\w+-]{0,30}(?::[a-z][\\w+-]{0,30})?):`(?<said>[^`]{1,400})`',
    '`(?<words>[^`<]{0,300})<(?<address>[^<>`]{1,500})>`__?(?!\\w)',
    '`(?<name>[^`]{1,200})`(?<sign>__?)(?!\\w)',
    '(?<![\\w`])_`(?<target>[^`\\n]{1,200})`',
    '`(?<before>[^`\\n]{1,200})`:(?<behind>[a-z][\\w+-]{0,30}):',
    '`[^`\\n]{1,200}`',
    '\\[(?<note>\\d{1,6}|#[\\w-]{0,40}|\\*|[A-Za-z][\\w.-]{0,40})\\]_(?!\\w)',
    '\\|(?<sub>[^|\\s](?:[^|\\n]{0,80}[^|\\s])?)\\|(?:__?(?!\\w))?',
    '(?<![\\w:/.-])(?<single>[\\p{L}\\p{N}](?:[\\w.-]{0,60}[\\p{L}\\p{N}])?)_(?!\\w)',
    '(?<gap>\\\\ )',
  ].join('|'),
  'dgu',
);

export function restructuredWords(text: string, named: NamedWords): Edit[] {
  let links = 0;
  const nextLink = (): string | undefined => {
    links += 1;
    return named.unnamed[links - 1];
  };
  return paragraphs(text).flatMap(({ start: from, end: to }) =>
    [...text.slice(from, to).matchAll(signs)].flatMap((match): Edit[] => {
      const found = match.groups ?? {};
      const start = from + match.index;
      const one = (...parts: Edit['parts']): Edit[] => [{ start, end: start + match[0].length, parts }];
      const range = (name: string): WrittenRange => {
        const [first = 0, last = 0] = match.indices?.groups?.[name] ?? [];
        const words = text.slice(from + first, from + last);
        return { start: from + first, end: from + first + words.trimEnd().length };
      };
      if (found.gap !== undefined) return one();
      if (found.role !== undefined) return one(...roleParts(found.role, found.said ?? '', range('said')));
      if (found.behind !== undefined)
        return one(...roleParts(found.behind, found.before ?? '', range('before')));
      if (found.address !== undefined) {
        const address = found.address.replace(/\s+/g, '');
        const words = found.words?.trim() ? range('words') : range('address');
        return address.endsWith('_') ? one(words) : one('[', words, `](<${address}>)`);
      }
      if (found.name !== undefined) {
        const address = found.sign === '__' ? nextLink() : named.addresses.get(nameOf(found.name));
        return address ? one('[', range('name'), `](<${address}>)`) : one(range('name'));
      }
      if (found.target !== undefined) return one(range('target'));
      if (found.note !== undefined) return one(`[^${noteLabel(found.note, named.notes)}]`);
      if (found.sub !== undefined) {
        const words = named.replaced.get(found.sub.toLowerCase());
        return words === undefined ? [] : one(words);
      }
      const address = found.single && named.addresses.get(nameOf(found.single));
      return address ? one('[', range('single'), `](<${address}>)`) : [];
    }),
  );
}

/** Roles whose words are code. */
const codeRole =
  /^(?:code|literal|kbd|file|samp|command|program|option|envvar|(?:[a-z]+:)?(?:func|class|meth|mod|attr|data|const|exc|obj|macro))$/;
const signsOfRoles: ReadonlyMap<string, readonly [before: string, behind: string]> = new Map([
  ['math', ['$', '$']],
  ['strong', ['**', '**']],
  ['emphasis', ['*', '*']],
  ['sub', ['<sub>', '</sub>']],
  ['subscript', ['<sub>', '</sub>']],
  ['sup', ['<sup>', '</sup>']],
  ['superscript', ['<sup>', '</sup>']],
]);

/** A role without a sign in Markdown shows its words: of `words <target>` those before the target. */
function roleParts(role: string, said: string, range: WrittenRange): Edit['parts'] {
  const [before, behind] = codeRole.test(role) ? ['`', '`'] : (signsOfRoles.get(role) ?? ['', '']);
  const target = said.trimEnd().endsWith('>') ? said.lastIndexOf('<') : 0;
  const titled = said.slice(0, target).trimEnd().length;
  const isTitled = before === '' && titled > 0;
  return [before, isTitled ? { start: range.start, end: range.start + titled } : range, behind];
}
