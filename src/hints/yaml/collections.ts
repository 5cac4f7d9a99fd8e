import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { readKeys } from './read-keys.ts';
import { keyPlace, readValue } from './read-value.ts';
import { type Located, type Shape, spanOf } from './shape.ts';
import { wrongType } from './wrong-type.ts';

/** Any keys, all with values of one shape, in the order of the file. */
export function mapOf<T>(shape: Shape<T>, description: string, example: string): Shape<readonly Entry<T>[]> {
  const map: Shape<readonly Entry<T>[]> = {
    json: { description, type: ['object', 'null'], additionalProperties: shape.json },
    wants: 'a group of keys',
    example,
    read(node, place, reading) {
      if (!isMap(node)) return wrongType(node, place, map, reading);
      return readKeys(node, reading).map(({ key, span, value }) => ({
        key,
        span,
        value: value && readValue(value, keyPlace(key, place), shape, reading),
      }));
    },
  };
  return map;
}

export function listOf<T>(shape: Shape<T>, description: string, example: string): Shape<readonly T[]> {
  const list: Shape<readonly T[]> = {
    json: { description, type: 'array', items: shape.json },
    wants: 'a list',
    example,
    read(node, place, reading) {
      if (!isSeq(node)) return wrongType(node, place, list, reading);
      const entry = { label: `each entry of ${place.label}`, before: '- ', path: place.path };
      return node.items.flatMap((item) => readValue(item as Node, entry, shape, reading) ?? []);
    },
  };
  return list;
}

/** A list that may be written without its brackets when it has one entry. */
export function oneOrMore<T>(shape: Shape<T>, description: string, example: string): Shape<readonly T[]> {
  const list = listOf(shape, description, example);
  return {
    ...list,
    json: { description, anyOf: [shape.json, { type: 'array', items: shape.json }] },
    read(node, place, reading) {
      if (!isScalar(node)) return list.read(node, place, reading);
      const value = shape.read(node, place, reading);
      return value === undefined ? undefined : [value];
    },
  };
}

/** The same with its span beside it. */
export function located<T>(shape: Shape<T>): Shape<Located<T>> {
  return {
    ...shape,
    read(node, place, reading) {
      const value = shape.read(node, place, reading);
      return value === undefined ? undefined : { value, span: spanOf(node, reading) };
    },
  };
}

/** A shape that holds itself; editors find it under `definitions`. */
export function recursive<T>(name: string, shape: () => Shape<T>): Shape<T> {
  return {
    json: { $ref: `#/definitions/${name}` },
    wants: 'a group of keys',
    example: '{}',
    read: (node, place, reading) => shape().read(node, place, reading),
  };
}

export interface Entry<T> {
  readonly key: string;
  readonly span: Located<T>['span'];
  readonly value: T | undefined;
}
