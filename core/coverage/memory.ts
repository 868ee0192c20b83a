/** Remembers by a key what was made for it. */
export interface Memory<Value> {
  readonly get: (key: string, make: () => Value) => Value;
}

/** A memory that forgets everything when it holds `most` values. */
export function createMemory<Value extends object>(most: number): Memory<Value> {
  const known = new Map<string, Value>();
  return {
    get: (key, make) => {
      const before = known.get(key);
      if (before) return before;
      const value = make();
      if (known.size >= most) known.clear();
      known.set(key, value);
      return value;
    },
  };
}
