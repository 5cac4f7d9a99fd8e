import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import {
  type JsonSchema,
  keyContext,
  nodeSpan,
  type ReadState,
  readKeys,
  readValue,
  type Shape,
  type Spanned,
  type ValueContext,
} from './shape.ts';
import { unknownKey, wrongType } from './shape-problems.ts';

/** Any keys, all with values of one shape, in the order of the file. */
export function mapOf<T>(
  shape: Shape<T>,
  description: string,
  example: string,
): Shape<readonly MapEntry<T>[]> {
  const map: Shape<readonly MapEntry<T>[]> = {
    json: { description, type: ['object', 'null'], additionalProperties: shape.json },
    wants: 'a group of keys',
    example,
    read(node, context, state) {
      if (!isMap(node)) return wrongType(node, context, map, state);
      return readKeys(node, state).map(({ key, span, value }) => ({
        key,
        span,
        value: value && readValue(value, keyContext(key, context), shape, state),
      }));
    },
  };
  return map;
}

export function listShape<T>(shape: Shape<T>, description: string, example: string): Shape<readonly T[]> {
  const list: Shape<readonly T[]> = {
    json: { description, type: 'array', items: shape.json },
    wants: 'a list',
    example,
    read(node, context, state) {
      if (!isSeq(node)) return wrongType(node, context, list, state);
      const entry = { label: `each entry of ${context.label}`, before: '- ', path: context.path };
      return node.items.flatMap((item) => readValue(item as Node, entry, shape, state) ?? []);
    },
  };
  return list;
}

/** A list that may be written without its brackets when it has one entry. */
export function oneOrMore<T>(shape: Shape<T>, description: string, example: string): Shape<readonly T[]> {
  const list = listShape(shape, description, example);
  return {
    ...list,
    json: { description, anyOf: [shape.json, { type: 'array', items: shape.json }] },
    read(node, context, state) {
      if (!isScalar(node)) return list.read(node, context, state);
      const value = shape.read(node, context, state);
      return value === undefined ? undefined : [value];
    },
  };
}

/** The same with its span beside it. */
export function located<T>(shape: Shape<T>): Shape<Spanned<T>> {
  return {
    ...shape,
    read(node, context, state) {
      const value = shape.read(node, context, state);
      return value === undefined ? undefined : { value, span: nodeSpan(node, state) };
    },
  };
}

/** A shape that holds itself; editors find it under `definitions`. */
export function recursive<T>(name: string, shape: () => Shape<T>): Shape<T> {
  return {
    json: { $ref: `#/definitions/${name}` },
    wants: 'a group of keys',
    example: '{}',
    read: (node, context, state) => shape().read(node, context, state),
  };
}

export interface MapEntry<T> {
  readonly key: string;
  readonly span: Spanned<T>['span'];
  readonly value: T | undefined;
}

/** A group of known keys. What is not given, or given as nothing, is not in the result. */
export function record<F extends Fields>(
  fields: F,
  description: string,
  example: string,
  required?: keyof F & string,
): Shape<FieldValues<F>> {
  const shape: Shape<FieldValues<F>> = {
    json: objectSchema(fields, description, required),
    wants: 'a group of keys',
    example,
    read(node, context, state) {
      if (!isMap(node)) return wrongType(node, context, shape, state);
      const values = readFields(node, fields, context, state);
      const complete = required === undefined || required in values;
      return complete ? (values as FieldValues<F>) : lacks(node, required, context, shape, state);
    },
  };
  return shape;
}

export type Fields = Readonly<Record<string, Shape<unknown>>>;
type FieldValues<F extends Fields> = { readonly [K in keyof F]?: F[K] extends Shape<infer T> ? T : never };

function readFields(
  node: YAMLMap,
  fields: Fields,
  context: ValueContext,
  state: ReadState,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { key, span, value } of readKeys(node, state)) {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (!field) unknownKey(key, span, context, fields, state);
    const read = field && value && readValue(value, keyContext(key, context), field, state);
    if (read !== undefined) values[key] = read;
  }
  return values;
}

function lacks(
  node: YAMLMap,
  key: string,
  context: ValueContext,
  shape: Shape<unknown>,
  state: ReadState,
): undefined {
  const wrong = state.diagnostics.some((it) => it.span.start >= nodeSpan(node, state).start);
  if (wrong) return;
  state.diagnostics.push({
    code: 'hints/wrong-type',
    severity: 'error',
    message: `${context.label} wants a \`${key}\``,
    span: nodeSpan(node, state),
    help: `for example: ${context.before}${shape.example}`,
  });
}

function objectSchema(fields: Fields, description: string, required: string | undefined): JsonSchema {
  const properties = Object.fromEntries(Object.entries(fields).map(([key, { json }]) => [key, json]));
  const rest = { properties, additionalProperties: false };
  return required
    ? { description, type: 'object', required: [required], ...rest }
    : { description, type: ['object', 'null'], ...rest };
}
