/** Names of code pages whose letters take one or two bytes. */
export type CodePage = 'gb18030' | 'big5' | 'shift_jis' | 'euc-kr' | 'windows-1252' | 'utf-8';

/** Code page of `\ansicpg`. */
export function codePageOf(number: number): CodePage {
  switch (number) {
    case 936:
    case 54936:
      return 'gb18030';
    case 950:
      return 'big5';
    case 932:
      return 'shift_jis';
    case 949:
      return 'euc-kr';
    case 65001:
      return 'utf-8';
    default:
      return 'windows-1252';
  }
}

/** Code page of a face's `\fcharset`; null when it says nothing of its own. */
export function charsetPage(charset: number): CodePage | null {
  switch (charset) {
    case 134:
      return 'gb18030';
    case 136:
      return 'big5';
    case 128:
      return 'shift_jis';
    case 129:
      return 'euc-kr';
    default:
      return null;
  }
}

/** Puts bytes together to letters, also where a letter's bytes come apart. */
export interface ByteReader {
  /** Letters that this byte completes, mostly one or none. */
  readonly feed: (byte: number, page: CodePage) => string;
  /** Ends a letter whose further bytes did not come; `\ufffd` for its bytes. */
  readonly end: () => string;
}

const lost = '\ufffd';
const narrow = new TextDecoder('windows-1252');

/** How many bytes the letter takes that begins so; 0 for bytes that begin none. */
function lengthOf(bytes: readonly number[], page: CodePage): number {
  const [first = 0, second] = bytes;
  if (first < 0x80) return 1;
  if (page === 'utf-8') return first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 0;
  if (first === 0x80 || first === 0xff) return 0;
  if (page === 'shift_jis' && first >= 0xa1 && first <= 0xdf) return 1;
  if (page !== 'gb18030' || second === undefined) return 2;
  return second >= 0x30 && second <= 0x39 ? 4 : 2;
}

/** Lives while one file is read. */
export function createByteReader(): ByteReader {
  const decoders = new Map<CodePage, TextDecoder>();
  const known = new Map<string, string>();
  let waiting: number[] = [];
  const decode = (page: CodePage): string => {
    const key = `${page} ${waiting.join(' ')}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const decoder = decoders.get(page) ?? new TextDecoder(page);
    decoders.set(page, decoder);
    const letter = decoder.decode(Uint8Array.from(waiting));
    if (known.size < 50_000) known.set(key, letter);
    return letter;
  };
  const end = (): string => {
    const left = waiting.length > 0 ? lost : '';
    waiting = [];
    return left;
  };
  const take = (byte: number, page: CodePage): string => {
    waiting.push(byte);
    const length = lengthOf(waiting, page);
    if (length === 0) {
      waiting = [];
      return narrow.decode(Uint8Array.of(byte));
    }
    if (waiting.length < length) return '';
    const letter = decode(page);
    waiting = [];
    return letter;
  };
  return {
    feed: (byte, page) => {
      if (page === 'windows-1252') return end() + narrow.decode(Uint8Array.of(byte));
      if (waiting.length === 0 && byte < 0x80) return String.fromCharCode(byte);
      // A blank never completes a letter: the byte before it was of another code page.
      if (waiting.length === 1 && byte < 0x30 && page !== 'utf-8') {
        const [single = 0] = waiting;
        waiting = [];
        return narrow.decode(Uint8Array.of(single)) + String.fromCharCode(byte);
      }
      return take(byte, page);
    },
    end,
  };
}
