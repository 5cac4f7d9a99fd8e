import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { type Place, type Reading, type Shape, spanOf } from './shape.ts';

/** Reports that a value is not what its place wants, and shows what would be. */
export function wrongType(
  node: Node,
  place: Place,
  shape: Shape<unknown>,
  reading: Reading,
  help = `for example: ${place.before}${shape.example}`,
): undefined {
  reading.diagnostics.push({
    code: 'hints/wrong-type',
    severity: 'error',
    message: `${place.label} wants ${shape.wants}, not ${describe(node)}`,
    span: spanOf(node, reading),
    help,
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
