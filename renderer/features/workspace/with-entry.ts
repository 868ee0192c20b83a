/** A record with one entry set or, with null, without it. */
export function withEntry<Value>(
  record: Readonly<Record<string, Value>>,
  key: string,
  value: Value | null,
): Readonly<Record<string, Value>> {
  const { [key]: _, ...others } = record;
  return value === null ? others : { ...others, [key]: value };
}
