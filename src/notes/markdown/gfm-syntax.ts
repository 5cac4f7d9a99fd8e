import { gfm } from 'micromark-extension-gfm';

type Syntax = ReturnType<typeof gfm>;
type Constructs = NonNullable<Syntax['text']>;
type Construct = Exclude<Constructs[string], readonly unknown[] | undefined>;

/** What each construct of GFM cannot do without; an entity may stand for any sign of an address. */
const signs: readonly (readonly [sign: RegExp, constructs: readonly string[]])[] = [
  [/@|http|www|&#?\w+;/i, ['wwwAutolink', 'protocolAutolink', 'emailAutolink']],
  [/\||:-|-:/, ['table']],
];

/**
 * GFM without addresses and tables for a text that has none. The parser asks for an address at
 * every word and for a table at every line, which is a third of its time.
 */
export function gfmSyntax(text: string): Syntax {
  const idle = new Set(signs.flatMap(([sign, constructs]) => (sign.test(text) ? [] : constructs)));
  const syntax = gfm();
  if (idle.size === 0) return syntax;
  return { ...syntax, text: without(idle, syntax.text), flow: without(idle, syntax.flow) };
}

/** Whether addresses in running text have to be looked for. */
export function mayHoldAddresses(text: string): boolean {
  return signs[0]?.[0].test(text) ?? true;
}

function without(idle: ReadonlySet<string>, all: Constructs = {}): Constructs {
  const isUsed = ({ name }: Construct): boolean => name === undefined || !idle.has(name);
  const kept = Object.entries(all).map(([code, list = []]) => [code, [list].flat().filter(isUsed)] as const);
  return Object.fromEntries(kept.filter(([, list]) => list.length > 0));
}
