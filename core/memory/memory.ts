/** Remembers by a key what was made for it. */
export interface Memory<Value> {
  readonly get: (key: string, make: () => Value) => Value;
}

/** More texts than any draft holds while it is written. */
const mostTexts = 6000;

/**
 * A memory that keeps what was asked for last: the last `most` values at least, and never more than
 * twice as many. What is asked for again and again is never forgotten, so no question costs more
 * because of the ones before it. A value of `undefined` is made anew each time.
 * @param most values; as many texts as a draft holds when absent
 */
export function createMemory<Value>(most: number = mostTexts): Memory<Value> {
  let latest = new Map<string, Value>();
  let before = new Map<string, Value>();
  const keep = (key: string, value: Value): Value => {
    if (latest.size >= most) {
      before = latest;
      latest = new Map();
    }
    latest.set(key, value);
    return value;
  };
  return {
    get: (key, make) => {
      const known = latest.get(key);
      if (known !== undefined) return known;
      const older = before.get(key);
      return keep(key, older === undefined ? make() : older);
    },
  };
}

/**
 * The same reading of texts, but a text that was read before is not read again.
 * @param read must depend on the text alone
 * @param most as in {@link createMemory}
 */
export function remember<Value>(
  read: (text: string) => Value,
  most?: number,
): (text: string) => Value {
  const memory = createMemory<Value>(most);
  return (text) => memory.get(text, () => read(text));
}
