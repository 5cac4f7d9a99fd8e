// What the marks of a content stream enclose (ISO 32000-1, 14.6), and what stands outside of them.

export interface ContentMarks {
  readonly mcids: ReadonlySet<number>;
  readonly bare: number;
  readonly artifactsInTags: number;
  readonly tagsInArtifacts: number;
  /** Codes that are drawn, by the name the stream has for the font. */
  readonly codes: ReadonlyMap<string, ReadonlySet<string>>;
  /** Objects it calls for, with what they stand in. */
  readonly objects: readonly { readonly name: string; readonly within: Enclosure }[];
  readonly hasText: boolean;
}

export type Enclosure = 'tag' | 'artifact' | 'nothing';

const lexeme =
  /<<|>>|<[\da-fA-F\s]*>|\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)|\[(?:<[^>]*>|\((?:\\[\s\S]|[^\\()])*\)|[^\]<(])*\]|\/[^\s/<>()[\]]+|[^\s/<>()[\]]+/g;
const string = /<([\da-fA-F\s]*)>|\(((?:\\[\s\S]|[^\\()])*)\)/g;
const paints = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh', 'Do', 'EI']);
const shows = new Set(['Tj', 'TJ', "'", '"']);

/** `outer`: what the stream itself stands in, where it is called for. */
export function readContentMarks(content: string, outer: Enclosure = 'nothing'): ContentMarks {
  const open: { readonly within: Enclosure }[] = [{ within: outer }];
  const mcids = new Set<number>();
  const codes = new Map<string, Set<string>>();
  const objects: { name: string; within: Enclosure }[] = [];
  const counts = { bare: 0, artifactsInTags: 0, tagsInArtifacts: 0 };
  let [font, hasText] = ['', false];
  let operands: string[] = [];
  const within = (): Enclosure => open.at(-1)?.within ?? 'nothing';
  const begin = (): void => {
    const tag = operands.find((one) => one.startsWith('/'));
    const mcid = operands[operands.indexOf('/MCID') + 1];
    const isTag = operands.includes('/MCID');
    if (isTag) mcids.add(Number(mcid));
    if (isTag && open.some((one) => one.within === 'artifact')) counts.tagsInArtifacts += 1;
    if (tag === '/Artifact' && open.some((one) => one.within === 'tag')) counts.artifactsInTags += 1;
    open.push({ within: isTag ? 'tag' : tag === '/Artifact' ? 'artifact' : within() });
  };
  const show = (): void => {
    if (within() === 'nothing') counts.bare += 1;
    if (within() === 'tag') hasText = true;
    const drawn = codes.get(font) ?? new Set<string>();
    codes.set(font, drawn);
    for (const [, hex, literal] of (operands.at(-1) ?? '').matchAll(string)) {
      drawn.add(hex ?? Buffer.from(literal ?? '', 'latin1').toString('hex'));
    }
  };
  for (const [token] of content.matchAll(lexeme)) {
    if (/^[/<([\d.+>-]/.test(token) || token === 'true' || token === 'false') {
      operands.push(token);
      continue;
    }
    if (token === 'BDC' || token === 'BMC') begin();
    else if (token === 'EMC') open.length > 1 && open.pop();
    else if (token === 'Tf') font = operands.find((one) => one.startsWith('/'))?.slice(1) ?? '';
    else if (shows.has(token)) show();
    else if (token === 'Do') objects.push({ name: (operands.at(-1) ?? '').slice(1), within: within() });
    else if (paints.has(token) && within() === 'nothing') counts.bare += 1;
    operands = [];
  }
  return { ...counts, mcids, codes, objects, hasText };
}
