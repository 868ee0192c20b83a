import { readingLimits } from '../limits.ts';
import { suspicious } from '../refusal.ts';

/** Takes the tokens of an RTF file in order. */
export interface TokenHandler {
  readonly open: () => void;
  readonly close: () => void;
  /** `\fs32` is `fs` and 32; null without a number. */
  readonly word: (name: string, value: number | null) => void;
  /** `\~`, `\_`, `\*`: the letter's code. */
  readonly symbol: (code: number) => void;
  /** One byte of words, also one written `\'c7`. */
  readonly byte: (byte: number) => void;
  /** Whether words at this place are wanted at all; pictures are passed over without a call for each byte. */
  readonly isDeaf: () => boolean;
}

const sign = {
  open: 0x7b,
  close: 0x7d,
  escape: 0x5c,
  return: 0x0d,
  feed: 0x0a,
  quote: 0x27,
} as const;
const longestWord = 32;

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function hexDigit(code: number): number {
  return Number.parseInt(String.fromCharCode(code), 16);
}

/** Reads a word after its `\`; gives the place after it. `\bin` jumps over its bytes. */
function takeWord(bytes: Uint8Array, from: number, handler: TokenHandler): number {
  let at = from;
  while (at - from < longestWord && isLetter(bytes[at] ?? 0)) at += 1;
  const name = String.fromCharCode(...bytes.subarray(from, at));
  const negative = bytes[at] === 0x2d && isDigit(bytes[at + 1] ?? 0);
  if (negative) at += 1;
  let value: number | null = null;
  while (isDigit(bytes[at] ?? 0)) {
    value = Math.min((value ?? 0) * 10 + (bytes[at] ?? 0) - 0x30, 0x7fffffff);
    at += 1;
  }
  if (bytes[at] === 0x20) at += 1;
  if (name === 'bin') return at + Math.max(0, negative ? 0 : (value ?? 0));
  handler.word(name, value === null || !negative ? value : -value);
  return at;
}

/** `\'c7`; a broken one is nothing, and what follows it keeps its own meaning. */
function takeHex(bytes: Uint8Array, from: number, handler: TokenHandler): number {
  const high = hexDigit(bytes[from] ?? 0);
  const low = hexDigit(bytes[from + 1] ?? 0);
  if (Number.isNaN(high)) return from;
  if (Number.isNaN(low)) return from + 1;
  handler.byte(high * 16 + low);
  return from + 2;
}

function takeEscape(bytes: Uint8Array, from: number, handler: TokenHandler): number {
  const code = bytes[from];
  if (code === undefined) return from;
  if (isLetter(code)) return takeWord(bytes, from, handler);
  if (code === sign.quote) return takeHex(bytes, from + 1, handler);
  if (code === sign.open || code === sign.close || code === sign.escape) handler.byte(code);
  else handler.symbol(code);
  return from + 1;
}

function takeBytes(bytes: Uint8Array, from: number, handler: TokenHandler): number {
  const deaf = handler.isDeaf();
  let at = from;
  while (at < bytes.length) {
    const code = bytes[at] ?? 0;
    if (code === sign.open || code === sign.close || code === sign.escape) break;
    if (!deaf && code !== sign.return && code !== sign.feed) handler.byte(code);
    at += 1;
  }
  return at;
}

/**
 * Hands over the tokens of an RTF file, once and from left to right; what follows its last `}` is not looked at.
 * Gives whether that end was there. Throws a Refusal (import/suspicious) for absurd depth or number.
 */
export function readTokens(bytes: Uint8Array, start: number, handler: TokenHandler): boolean {
  let depth = 0;
  let tokens = 0;
  let at = start;
  while (at < bytes.length) {
    tokens += 1;
    if (tokens > readingLimits.rtfTokens) throw suspicious('文档内容过于繁杂');
    const code = bytes[at] ?? 0;
    if (code === sign.open) {
      depth += 1;
      if (depth > readingLimits.rtfDepth) throw suspicious('文档内容嵌套过深');
      handler.open();
      at += 1;
    } else if (code === sign.close) {
      depth -= 1;
      handler.close();
      at += 1;
      if (depth <= 0) return true;
    } else if (code === sign.escape) at = takeEscape(bytes, at + 1, handler);
    else at = takeBytes(bytes, at, handler);
  }
  return false;
}
