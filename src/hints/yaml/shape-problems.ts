// What can be wrong with a key or a value, in words.
import { isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml';
import { limits, nearest, type Span } from '../../diagnostics/index.ts';
import { type LayoutName, layoutNames } from '../../layouts/index.ts';
import { nodeSpan, type ReadState, type Shape, type ValueContext } from './shape.ts';

/** Reports that a value is not what its place wants, and shows what would be. */
export function wrongType(
  node: Node,
  context: ValueContext,
  shape: Shape<unknown>,
  state: ReadState,
  help = `for example: ${context.before}${shape.example}`,
): undefined {
  state.diagnostics.push({
    code: 'hints/wrong-type',
    severity: 'error',
    message: `${context.label} wants ${shape.wants}, not ${describe(node)}`,
    span: nodeSpan(node, state),
    help,
  });
}

/** Reports a text that is longer than what is shown of one: a footer stands on every slide. */
export function tooLong(text: string, node: Node, { label }: ValueContext, state: ReadState): undefined {
  state.diagnostics.push({
    code: 'hints/wrong-type',
    severity: 'error',
    message: `${label} wants at most ${limits.hintCharacters} characters, not ${text.length}`,
    span: nodeSpan(node, state),
    help: 'shorten it, or write it in the notes',
  });
}

function describe(node: Node): string {
  if (isMap(node)) return 'a group of keys';
  if (isSeq(node)) return 'a list';
  if (!isScalar(node)) return 'this';
  if (node.value === null) return 'nothing';
  const written = excerpt(node.source ?? String(node.value));
  if (typeof node.value === 'number') return `the number ${written}`;
  if (typeof node.value === 'boolean') return `\`${written}\``;
  return written === '' ? 'an empty text' : `the text \`${written}\``;
}

/** A short form of a text for a message: one line, at most 60 characters. */
export function excerpt(text: string): string {
  const line = text.slice(0, 400).replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length <= 60 ? line : `${letters.slice(0, 59).join('').trimEnd()}…`;
}

/** Reports a key that has no meaning where it stands. `fields` are the keys that have one. */
export function unknownKey(
  key: string,
  span: Span,
  context: ValueContext,
  fields: Readonly<Record<string, Shape<unknown>>>,
  state: ReadState,
): void {
  state.diagnostics.push({
    code: 'hints/unknown-key',
    severity: 'error',
    message: `\`${excerpt(key)}\` means nothing ${context.path === '' ? 'here' : `in ${context.label}`}`,
    span,
    help: suggestion(excerpt(key), context, fields),
  });
}

function suggestion(
  key: string,
  context: ValueContext,
  fields: Readonly<Record<string, Shape<unknown>>>,
): string {
  const known = Object.keys(fields);
  const near = nearest(key, known);
  if (near) return `did you mean \`${near}\`?`;
  for (const [outer, { json }] of Object.entries(fields)) {
    const inner = nearest(key, Object.keys(json.properties ?? {}));
    if (inner)
      return `${inner === key ? `\`${key}\`` : `did you mean \`${inner}\`? It`} belongs under \`${outer}:\``;
  }
  const list = `what can stand here: ${known.join(', ')}`;
  return context.path === '' ? `${list}; the names of sections go under \`sections:\`` : list;
}

/** Reports a layout that does not exist, with the nearest that does, or all of them. */
export function unknownLayout(
  node: Scalar,
  _context: ValueContext,
  _shape: Shape<LayoutName>,
  state: ReadState,
): undefined {
  const written = excerpt(String(node.value));
  const near = nearest(written, layoutNames);
  state.diagnostics.push({
    code: 'hints/unknown-layout',
    severity: 'error',
    message: `there is no layout \`${written}\``,
    span: nodeSpan(node, state),
    help: near ? `did you mean \`${near}\`?` : `the layouts are ${layoutNames.join(', ')}`,
  });
}
