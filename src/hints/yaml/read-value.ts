import { type Alias, isAlias, type Node } from 'yaml';
import { limits } from '../../diagnostics/index.ts';
import { type Place, type Reading, type Shape, spanOf } from './shape.ts';

/** Reads a value in a shape, through an alias if it is one, and remembers where it stood. */
export function readValue<T>(node: Node, place: Place, shape: Shape<T>, reading: Reading): T | undefined {
  const target = isAlias(node) ? followAlias(node, reading) : node;
  if (!target) return undefined;
  reading.spans.set(place.path, spanOf(node, reading));
  return shape.read(target, place, reading);
}

export function keyPlace(key: string, within: Place): Place {
  const path = within.path === '' ? key : `${within.path}.${key}`;
  return { label: `\`${key}\``, before: `${key}: `, path };
}

function followAlias(node: Alias, reading: Reading): Node | undefined {
  if (reading.aliases.left === 0) return undefined;
  reading.aliases.left -= 1;
  const target = reading.aliases.left > 0 ? node.resolve(reading.document) : undefined;
  if (!target) reportAlias(node, reading);
  return target;
}

function reportAlias(node: Alias, reading: Reading): void {
  const spent = reading.aliases.left === 0;
  reading.diagnostics.push({
    code: 'hints/syntax',
    severity: 'error',
    message: spent
      ? `more than ${limits.yamlAliases} aliases have to be followed here`
      : `\`*${node.source}\` repeats something that is not there`,
    span: spanOf(node, reading),
    help: spent
      ? 'write the values out instead of repeating them with `*`'
      : `mark what it repeats with \`&${node.source}\`, or put quotes around a text that starts with \`*\``,
  });
}
