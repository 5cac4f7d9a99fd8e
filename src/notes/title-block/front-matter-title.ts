import type { Source } from '../../diagnostics/index.ts';
import type { Field, TitleBlock } from '../notes.ts';

type Known = Omit<TitleBlock, 'details' | 'title'> & { readonly title?: Field };

const keys: readonly (readonly [Exclude<keyof Known, 'tags'>, readonly string[]])[] = [
  ['title', ['title', 'titel', 'titre']],
  ['subtitle', ['subtitle', 'subtitel', 'untertitel']],
  ['speaker', ['speaker', 'speakers', 'presenter', 'presenters', 'author', 'authors']],
  ['affiliation', ['affiliation', 'company', 'institute', 'institution', 'organization']],
  ['event', ['event', 'conference', 'meetup']],
  ['date', ['date']],
  ['place', ['place', 'location', 'venue']],
];

/** Whether a value of this key is shown on the title slide. */
export function saysOfTheTalk(key: string): boolean {
  return keys.some(([, candidates]) => candidates.includes(key.toLowerCase()));
}

/** What the front matter says about the talk. Several speakers become one field. */
export function frontMatterTitle(fields: ReadonlyMap<string, readonly Field[]>, source: Source): Known {
  const known: { -readonly [key in keyof Known]: Known[key] } = {};
  for (const [name, candidates] of keys) {
    const key = candidates.find((candidate) => fields.has(candidate));
    const field = key === undefined ? undefined : joined(fields.get(key) ?? [], source);
    if (field !== undefined) known[name] = field;
  }
  const tags = fields.get('tags') ?? fields.get('keywords');
  if (tags !== undefined) known.tags = tags;
  return known;
}

function joined(fields: readonly Field[], source: Source): Field | undefined {
  const first = fields[0];
  const last = fields.at(-1);
  if (first === undefined || last === undefined || first === last) return first;
  const text = fields.map((field) => field.text).join(', ');
  const span = { path: source.path, start: first.span.start, end: last.span.end };
  const position = first.content[0]?.position;
  return { text, content: [{ type: 'text', value: text, ...(position ? { position } : {}) }], span };
}
