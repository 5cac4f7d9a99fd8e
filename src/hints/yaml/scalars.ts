import { isScalar, type Scalar } from 'yaml';
import { limits, nearest } from '../../diagnostics/index.ts';
import type { ReadState, Shape, ValueContext } from './shape.ts';
import { excerpt, tooLong, wrongType } from './shape-problems.ts';

/** A text, which may be empty: that says "none". A number is taken as it is written: `title: 2024`. */
export function textShape(description: string, example: string): Shape<string> {
  const shape: Shape<string> = {
    json: { description, type: ['string', 'number'], maxLength: limits.hintCharacters },
    wants: 'some words',
    example,
    read(node, context, state) {
      const written = isScalar(node) ? textOf(node.value, node.source) : undefined;
      if (written === undefined) return wrongType(node, context, shape, state);
      return written.length > limits.hintCharacters ? tooLong(written, node, context, state) : written;
    },
  };
  return shape;
}

/** A text that is not empty. */
export function words(description: string, example: string): Shape<string> {
  const any = textShape(description, example);
  const shape: Shape<string> = {
    ...any,
    json: { ...any.json, minLength: 1 },
    read(node, context, state) {
      const written = any.read(node, context, state);
      return written === '' ? wrongType(node, context, shape, state) : written;
    },
  };
  return shape;
}

/** A text of a certain form. `wants` says in words what the pattern is. */
export function matching(
  pattern: RegExp,
  wants: string,
  description: string,
  example: string,
): Shape<string> {
  const any = textShape(description, example);
  const shape: Shape<string> = {
    ...any,
    json: { description, type: 'string', pattern: pattern.source },
    wants,
    read(node, context, state) {
      const written = isScalar(node) && typeof node.value === 'string' ? node.value.trim() : '';
      return pattern.test(written) ? written : wrongType(node, context, shape, state);
    },
  };
  return shape;
}

export function flag(description: string): Shape<boolean> {
  const shape: Shape<boolean> = {
    json: { description, type: 'boolean' },
    wants: '`true` or `false`',
    example: 'true',
    read(node, context, state) {
      const value = isScalar(node) ? (spokenFlags.get(String(node.value)) ?? node.value) : undefined;
      return typeof value === 'boolean' ? value : wrongType(node, context, shape, state);
    },
  };
  return shape;
}

/** `true` or `false`, or a word that says more. */
export function flagOr<const T extends string>(name: T, description: string): Shape<boolean | T> {
  const plain = flag(description);
  const shape: Shape<boolean | T> = {
    json: { description, enum: [true, false, name] },
    wants: `\`true\`, \`false\` or \`${name}\``,
    example: name,
    read(node, context, state) {
      if (isScalar(node) && node.value === name) return name;
      const isFlag =
        isScalar(node) && (typeof node.value === 'boolean' || spokenFlags.has(String(node.value)));
      return isFlag ? plain.read(node, context, state) : wrongType(node, context, shape, state);
    },
  };
  return shape;
}

export function wholeNumber(description: string, example: string, least: number): Shape<number> {
  const shape: Shape<number> = {
    json: { description, type: 'integer', minimum: least },
    wants: `a whole number from ${least}`,
    example,
    read(node, context, state) {
      const value = isScalar(node) ? node.value : undefined;
      const fits = typeof value === 'number' && Number.isSafeInteger(value) && value >= least;
      return fits ? value : wrongType(node, context, shape, state);
    },
  };
  return shape;
}

/** One of a few words or numbers. */
export function oneOf<const T extends string | number>(
  names: readonly T[],
  description: string,
  report: (node: Scalar, context: ValueContext, shape: Shape<T>, state: ReadState) => undefined = notOneOf,
): Shape<T> {
  const shape: Shape<T> = {
    json: { description, enum: names },
    wants: alternatives(names),
    example: String(names[0]),
    read(node, context, state) {
      if (!isScalar(node)) return wrongType(node, context, shape, state);
      const chosen = names.find((name) => name === node.value || String(name) === node.value);
      return chosen ?? report(node, context, shape, state);
    },
  };
  return shape;
}

function notOneOf(node: Scalar, context: ValueContext, shape: Shape<unknown>, state: ReadState): undefined {
  const names = (shape.json.enum as readonly unknown[]).filter((name) => typeof name === 'string');
  const near = typeof node.value === 'string' ? nearest(excerpt(node.value), names) : undefined;
  return wrongType(node, context, shape, state, near && `did you mean \`${near}\`?`);
}

function textOf(value: unknown, source: string | undefined): string | undefined {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' ? (source ?? String(value)) : undefined;
}

function alternatives(names: readonly (string | number)[]): string {
  const all = names.map((name) => `\`${name}\``);
  return `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}

/** YAML 1.1 words that are texts today, but clear where only true or false can be meant. */
const spokenFlags: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['on', true],
  ['no', false],
  ['off', false],
]);

/** A text as YAML on one line: plain where that is safe and reads well, otherwise in double quotes. */
export function yamlText(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return isPlain(line) ? line : yamlQuoted(line);
}

/** Every JSON string is a YAML string. */
export function yamlQuoted(text: string): string {
  return JSON.stringify(text.replace(/\s+/g, ' ').trim());
}

/** The same for messages, as it can be pasted anywhere in the file: quotes of the text are left readable. */
export function yamlPasted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (isPastedPlain(line)) return line;
  return line.includes('"') && !line.includes("'") ? `'${line}'` : yamlQuoted(line);
}

/** A key stands on a line of its own, where brackets and stars are letters like others. */
export function yamlPastedKey(key: string): string {
  return isPastedPlain(key.replace(/[[\]*]/g, '')) ? key : yamlPasted(key);
}

function isPastedPlain(line: string): boolean {
  const safe = /^[\p{L}\p{N}“‘„«][\p{L}\p{M}\p{N} &/'().>_+%;?!…“”‘’„«»–—-]*$/u;
  return safe.test(line) && /\p{L}/u.test(line) && !reserved.test(line);
}

/** No character that has a meaning in YAML, no word that is not a text. */
function isPlain(line: string): boolean {
  return /^\p{L}[\p{L}\p{M}\p{N} &/'().>_+-]*$/u.test(line) && !reserved.test(line);
}

const reserved = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** A comment ends with its line. */
export function yamlComment(text: string): string {
  return `# ${text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim()}`;
}
