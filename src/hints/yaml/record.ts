import { isMap, type YAMLMap } from 'yaml';
import { readKeys } from './read-keys.ts';
import { keyPlace, readValue } from './read-value.ts';
import { type JsonSchema, type Place, type Reading, type Shape, spanOf } from './shape.ts';
import { unknownKey } from './unknown-key.ts';
import { wrongType } from './wrong-type.ts';

/** A group of known keys. What is not given, or given as nothing, is not in the result. */
export function record<F extends Fields>(
  fields: F,
  description: string,
  example: string,
  required?: keyof F & string,
): Shape<Values<F>> {
  const shape: Shape<Values<F>> = {
    json: objectSchema(fields, description, required),
    wants: 'a group of keys',
    example,
    read(node, place, reading) {
      if (!isMap(node)) return wrongType(node, place, shape, reading);
      const values = readFields(node, fields, place, reading);
      const complete = required === undefined || required in values;
      return complete ? (values as Values<F>) : lacks(node, required, place, shape, reading);
    },
  };
  return shape;
}

export type Fields = Readonly<Record<string, Shape<unknown>>>;
type Values<F extends Fields> = { readonly [K in keyof F]?: F[K] extends Shape<infer T> ? T : never };

function readFields(node: YAMLMap, fields: Fields, place: Place, reading: Reading): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { key, span, value } of readKeys(node, reading)) {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (!field) unknownKey(key, span, place, fields, reading);
    const read = field && value && readValue(value, keyPlace(key, place), field, reading);
    if (read !== undefined) values[key] = read;
  }
  return values;
}

function lacks(node: YAMLMap, key: string, place: Place, shape: Shape<unknown>, reading: Reading): undefined {
  const wrong = reading.diagnostics.some((it) => it.span.start >= spanOf(node, reading).start);
  if (wrong) return;
  reading.diagnostics.push({
    code: 'hints/wrong-type',
    severity: 'error',
    message: `${place.label} wants a \`${key}\``,
    span: spanOf(node, reading),
    help: `for example: ${place.before}${shape.example}`,
  });
}

function objectSchema(fields: Fields, description: string, required: string | undefined): JsonSchema {
  const properties = Object.fromEntries(Object.entries(fields).map(([key, { json }]) => [key, json]));
  const rest = { properties, additionalProperties: false };
  return required
    ? { description, type: 'object', required: [required], ...rest }
    : { description, type: ['object', 'null'], ...rest };
}
