import { type Document, isMap, isNode, isScalar, type Node } from 'yaml';
import { type Diagnostic, limits, type Source, type Span } from '../diagnostics/index.ts';
import type { Notes } from '../notes/index.ts';
import { hintsShape, type WrittenHints } from './hints-shape.ts';
import { parseYaml } from './yaml/parse-yaml.ts';
import { readValue } from './yaml/read-value.ts';
import type { Place, Reading } from './yaml/shape.ts';

/** The hints of one text, of the right types, with all that is wrong with them. */
export interface Written {
  readonly hints: WrittenHints;
  readonly diagnostics: readonly Diagnostic[];
  /** Where each value of `deck` and `handout` stands, by its path: `deck.theme`. */
  readonly spans: ReadonlyMap<string, Span>;
  readonly path: string;
  /** Offset of the line with the first syntax error: what follows may not mean what it seems to. */
  readonly soundUntil: number;
}

export function readHintsFile(source: Source): Written {
  const { document, diagnostics } = parseYaml(source, source.text, 0);
  const place = { label: 'the hints file', before: '', path: '' };
  return readNode(document.contents, place, { source, offset: 0, document }, diagnostics);
}

/** The `lectern:` block of the front matter. Nothing when there is none, or when it is no YAML: that `notes` reports. */
export function readFrontMatter({ source, frontMatter }: Notes): Written | undefined {
  if (!frontMatter || !/^["']?lectern["']?[ \t]*:/m.test(frontMatter.text)) return undefined;
  const offset = frontMatter.span.start;
  const { document, diagnostics } = parseYaml(source, frontMatter.text, offset);
  if (diagnostics.some(({ severity }) => severity === 'error')) return undefined;
  const place = { label: '`lectern`', before: 'lectern: ', path: '' };
  return readNode(lecternBlock(document), place, { source, offset, document }, []);
}

function lecternBlock({ contents }: Document): Node | null {
  if (!isMap(contents)) return null;
  const pair = contents.items.find(({ key }) => isScalar(key) && key.value === 'lectern');
  return isNode(pair?.value) ? pair.value : null;
}

function readNode(
  node: Node | null,
  place: Place,
  text: Pick<Reading, 'source' | 'offset' | 'document'>,
  syntax: readonly Diagnostic[],
): Written {
  const { source } = text;
  const soundUntil = firstErrorLine(source, syntax);
  const reading: Reading = {
    ...text,
    diagnostics: [],
    spans: new Map(),
    aliases: { left: limits.yamlAliases },
  };
  const nothing = !node || (isScalar(node) && node.value === null);
  const hints = nothing ? {} : (readValue(node, place, hintsShape, reading) ?? {});
  const sound = reading.diagnostics.filter(({ span }) => span.end <= soundUntil);
  return { hints, diagnostics: [...syntax, ...sound], spans: reading.spans, path: source.path, soundUntil };
}

function firstErrorLine(source: Source, syntax: readonly Diagnostic[]): number {
  const error = syntax.find(({ severity }) => severity === 'error');
  return error
    ? source.text.lastIndexOf('\n', Math.max(0, error.span.start - 1)) + 1
    : Number.POSITIVE_INFINITY;
}
