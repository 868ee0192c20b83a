/** The largest pack file that is read, in bytes: 4 MiB, more than ten times the largest there is. */
export const PACK_LIMIT_BYTES = 4 * 1024 * 1024;

function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/**
 * The text of a pack file as 记事本 and WPS write it: UTF-8 with or without a mark, UTF-16 with a
 * mark, or GBK. Null when it is none of these.
 */
export function decodePack(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeAs(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decodeAs(bytes, 'utf-16be');
  return decodeAs(bytes, 'utf-8') ?? decodeAs(bytes, 'gb18030');
}
