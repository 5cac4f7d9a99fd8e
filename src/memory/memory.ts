/** What was worked out before, for work whose outcome depends on its key alone. */
export interface Memory {
  /**
   * The answer to `key`, made when it is not known. `kind` names the work. Whoever asks must not
   * change what is given: the next one gets the same.
   */
  recall<T>(kind: string, key: string, make: () => T): T;
  /** The same for a part of an earlier answer: the last answer for it, if `key` is still the same. */
  recallFor<T>(part: object, key: string, make: () => T): T;
  /** Says that what holds for one part holds for its copy. */
  standsFor(copy: object, part: object): void;
}

/** Remembers what the last builds asked for: `turn` begins the next, and forgets what none of them did. */
export interface BuildMemory extends Memory {
  turn(): void;
}

/** Builds for which an answer is kept: an edit that is undone costs nothing. */
const generations = 3;

export function createMemory(): BuildMemory {
  let recent: readonly Map<string, unknown>[] = [new Map()];
  const originals = new WeakMap<object, object>();
  const ofParts = new WeakMap<object, { readonly key: string; readonly value: unknown }>();
  return {
    recall<T>(kind: string, key: string, make: () => T): T {
      const name = `${kind}\0${key}`;
      const known = recent.find((answers) => answers.has(name));
      const value = known ? (known.get(name) as T) : make();
      recent[0]?.set(name, value);
      return value;
    },
    recallFor<T>(copy: object, key: string, make: () => T): T {
      const part = originals.get(copy) ?? copy;
      const known = ofParts.get(part);
      if (known?.key === key) return known.value as T;
      const value = make();
      ofParts.set(part, { key, value });
      return value;
    },
    standsFor(copy, part) {
      originals.set(copy, part);
    },
    turn() {
      recent = [new Map(), ...recent.slice(0, generations - 1)];
    },
  };
}
