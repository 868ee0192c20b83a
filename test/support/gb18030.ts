let codes: ReadonlyMap<string, readonly [number, number]> | null = null;

/** The two-byte codes, found by decoding every one of them so that no table is copied. */
function findCodes(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) found.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return found;
}

/** GB18030 bytes of a text of ASCII and two-byte characters. */
export function toGb18030(words: string): Uint8Array {
  codes ??= findCodes();
  const known = codes;
  return Uint8Array.from(
    [...words].flatMap((letter) => known.get(letter) ?? [letter.charCodeAt(0)]),
  );
}
