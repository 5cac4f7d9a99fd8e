/** Results of earlier builds, for computations whose result depends on their key alone. */
export interface Cache {
  /**
   * The cached result for `key`, computed when there is none. `kind` names the computation. A result is
   * shared: nobody may change it.
   */
  getOrCompute<T>(kind: string, key: string, compute: () => T): T;
  /** The cached result for `key`, where there is one, for computations that are done for many keys at once. */
  get<T>(kind: string, key: string): T | undefined;
  /** `getOrCompute` for a part of an earlier result: its last result, as long as `key` is unchanged. */
  getOrComputeFor<T>(part: object, key: string, compute: () => T): T;
  /** Lets results cached for a part serve for its copy. */
  alias(copy: object, part: object): void;
}

/** Keeps what the last builds asked for: `nextBuild` begins the next one and drops what none of them used. */
export interface BuildCache extends Cache {
  nextBuild(): void;
}

/** Builds for which a result is kept: an edit that is undone costs nothing. */
const generations = 3;

export function createCache(): BuildCache {
  let recent: readonly Map<string, unknown>[] = [new Map()];
  const originals = new WeakMap<object, object>();
  const ofParts = new WeakMap<object, { readonly key: string; readonly value: unknown }>();
  return {
    getOrCompute<T>(kind: string, key: string, compute: () => T): T {
      const name = `${kind}\0${key}`;
      const hit = recent.find((results) => results.has(name));
      const value = hit ? (hit.get(name) as T) : compute();
      recent[0]?.set(name, value);
      return value;
    },
    get<T>(kind: string, key: string): T | undefined {
      const name = `${kind}\0${key}`;
      const value = recent.find((results) => results.has(name))?.get(name) as T | undefined;
      if (value !== undefined) recent[0]?.set(name, value);
      return value;
    },
    getOrComputeFor<T>(copy: object, key: string, compute: () => T): T {
      const part = originals.get(copy) ?? copy;
      const cached = ofParts.get(part);
      if (cached?.key === key) return cached.value as T;
      const value = compute();
      ofParts.set(part, { key, value });
      return value;
    },
    alias(copy, part) {
      originals.set(copy, part);
    },
    nextBuild() {
      recent = [new Map(), ...recent.slice(0, generations - 1)];
    },
  };
}
