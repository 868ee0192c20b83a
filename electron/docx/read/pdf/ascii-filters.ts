/** So many bytes at the beginning tell whether a stream is written in letters. */
const judgedBytes = 64;

const isBlank = (byte: number) => byte <= 0x20;

/** Value of a hexadecimal digit; -1 for another sign. */
function digitOf(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

/** Whether bytes begin as two hexadecimal digits a byte. @source ISO 32000-1 7.4.2 */
export function isHexadecimal(bytes: Uint8Array): boolean {
  const begun = bytes.subarray(0, judgedBytes);
  const end = begun.indexOf(0x3e);
  const judged = end < 0 ? begun : begun.subarray(0, end);
  return judged.length >= 4 && judged.every((byte) => isBlank(byte) || digitOf(byte) >= 0);
}

/** The bytes that hexadecimal digits stand for; signs that are none are passed over, `>` ends them. */
export function decodeHexadecimal(bytes: Uint8Array): Uint8Array {
  const decoded = new Uint8Array(Math.ceil(bytes.length / 2));
  let digits = 0;
  for (const byte of bytes) {
    if (byte === 0x3e) break;
    const digit = digitOf(byte);
    if (digit < 0) continue;
    const at = digits >> 1;
    decoded[at] = ((decoded[at] ?? 0) << 4) | digit;
    digits += 1;
  }
  return decoded.subarray(0, digits >> 1);
}

const isBase85 = (byte: number) => (byte >= 0x21 && byte <= 0x75) || byte === 0x7a;

/** Whether bytes begin as five letters for four bytes. @source ISO 32000-1 7.4.3 */
export function isAscii85(bytes: Uint8Array): boolean {
  const begun = bytes.subarray(0, judgedBytes);
  const end = begun.indexOf(0x7e);
  const judged = end < 0 ? begun : begun.subarray(0, end);
  return judged.length >= 5 && judged.every((byte) => isBlank(byte) || isBase85(byte));
}

/** The bytes that base-85 letters stand for; signs that are none are passed over, `~` ends them. */
export function decodeAscii85(bytes: Uint8Array): Uint8Array {
  // A lone z stands for four zeros.
  const zeros = bytes.reduce((count, byte) => count + (byte === 0x7a ? 1 : 0), 0);
  const decoded = Buffer.alloc(bytes.length + zeros * 4 + 4);
  let [length, value, digits] = [0, 0, 0];
  for (const byte of bytes) {
    if (byte === 0x7e) break;
    if (byte === 0x7a && digits === 0) length += 4;
    if (byte < 0x21 || byte > 0x75) continue;
    value = value * 85 + byte - 0x21;
    digits += 1;
    if (digits < 5) continue;
    length = decoded.writeUInt32BE(value % 0x1_0000_0000, length);
    [value, digits] = [0, 0];
  }
  if (digits < 2) return decoded.subarray(0, length);
  while (digits < 5) {
    value = value * 85 + 84;
    digits += 1;
  }
  decoded.writeUInt32BE(value % 0x1_0000_0000, length);
  return decoded.subarray(0, length + 4);
}
