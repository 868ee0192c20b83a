import type { Notice } from '../../../core/api/index.ts';
import { plainParagraph } from '../../../core/segment/index.ts';
import { readingLimits } from './limits.ts';
import { readRadicals } from './radicals.ts';
import { tooLong } from './refusal.ts';
import type { SourceDocument } from './source-document.ts';

/** Bytes read as text, and the encoding they turned out to have, by its usual name. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030';
  /** Its last letter breaks off in the middle. */
  readonly isCut?: boolean;
}

/** Bytes of a text, or only its beginning, which may break off inside a character. */
interface Given {
  readonly bytes: Uint8Array;
  readonly isWhole: boolean;
}

/** Decodes strictly; null when the bytes are not that encoding. */
function decodeAs(
  { bytes, isWhole }: Given,
  encoding: DecodedText['encoding'],
): DecodedText | null {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    return { text: decoder.decode(bytes, { stream: !isWhole }), encoding };
  } catch {
    return null;
  }
}

function markedEncoding(bytes: Uint8Array): DecodedText['encoding'] | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'UTF-8';
  if (first === 0xff && second === 0xfe) return 'UTF-16LE';
  return first === 0xfe && second === 0xff ? 'UTF-16BE' : null;
}

/**
 * UTF-16 shows by the zero half of its line ends, digits and blanks. Which half tells little (一 is 4E 00),
 * so both orders are tried and the one with fewer strange characters is taken.
 */
function decodeUnmarkedUtf16(given: Given): DecodedText | null {
  const { bytes } = given;
  if (bytes.length % 2 === 1 || !bytes.includes(0)) return null;
  const orders = (['UTF-16LE', 'UTF-16BE'] as const)
    .map((encoding) => decodeAs(given, encoding))
    .filter((decoded) => decoded !== null)
    .map((decoded) => ({ decoded, odd: oddShare(decoded.text) }))
    .toSorted((left, right) => left.odd - right.odd);
  const [best] = orders;
  return best && best.odd < 0.1 ? best.decoded : null;
}

/** Encodings are told by the beginning of a text. */
const judgedCharacters = 100_000;

/** Bytes that hold as many characters in every encoding but for rare ones. */
const judgedBytes = 2 * judgedCharacters;

/** Share of characters no Chinese paper holds: controls, private codes, far scripts. */
function oddShare(whole: string): number {
  const text = whole.slice(0, judgedCharacters);
  const odd = text.match(
    /[\p{Cc}--[\t-\r]]|[\u0100-\u0390\u0400-\u1fff\ua000-\uabff\ue000-\uf8ff\ufff0-\uffff]/gv,
  );
  return text.length === 0 ? 0 : (odd?.length ?? 0) / text.length;
}

const chineseSigns = /[\u2010-\u303f\u3400-\u9fff\uff00-\uffef]/gu;

/**
 * Short GBK is often valid UTF-8 by chance (一些 reads as һЩ). The chance text is all Latin, Greek,
 * Cyrillic or Arabic letters without one Chinese sign, and the GBK reading all Chinese.
 */
function isChanceUtf8(whole: string, { bytes, isWhole }: Given): boolean {
  const text = whole.slice(0, judgedCharacters);
  const far = text.match(/[\u0080-\u07ff]/gu)?.length ?? 0;
  const signs = text.match(chineseSigns)?.length ?? 0;
  if (far === 0 || signs >= far) return false;
  const beginning = bytes.subarray(0, judgedBytes);
  const asChinese = { bytes: beginning, isWhole: isWhole && bytes.length <= judgedBytes };
  const chinese = decodeAs(asChinese, 'GB18030')?.text ?? '';
  const hanzi = chinese.match(chineseSigns)?.length ?? 0;
  return hanzi >= far / 2 && oddShare(chinese) === 0;
}

/** Decodes what may break off inside its last letter, as a file does that was not copied whole. */
function decodeCut(given: Given, encoding: DecodedText['encoding']): DecodedText | null {
  const whole = decodeAs(given, encoding);
  if (whole || !given.isWhole) return whole;
  const cut = decodeAs({ ...given, isWhole: false }, encoding);
  return cut && { ...cut, isCut: true };
}

function decode(given: Given): DecodedText | null {
  const marked = markedEncoding(given.bytes);
  if (marked) return decodeCut(given, marked);
  const wide = decodeUnmarkedUtf16(given);
  if (wide) return wide;
  const utf8 = decodeAs(given, 'UTF-8');
  if (utf8 && !isChanceUtf8(utf8.text, given)) return utf8;
  const chinese = decodeAs(given, 'GB18030');
  // A cut file of one encoding is seldom a whole one of the other; what most of its letters say decides.
  const cut = decodeCut(given, 'UTF-8');
  if (cut?.isCut && !isChanceUtf8(cut.text, given)) {
    if (!chinese || oddShare(cut.text) < oddShare(chinese.text)) return cut;
    if ((cut.text.match(chineseSigns)?.length ?? 0) > 0) return cut;
  }
  return chinese ?? decodeCut(given, 'GB18030') ?? utf8;
}

/**
 * Reads bytes as text: BOM, UTF-16 without BOM when zero bytes show it, strict UTF-8, GB18030.
 * Null when they are none of these.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  return decode({ bytes, isWhole: true });
}

/** Whether already the beginning of a large file is nobody's words, so that the rest need not be read. */
export function beginsAsJunk(bytes: Uint8Array): boolean {
  if (bytes.length <= judgedBytes) return false;
  const beginning = decode({ bytes: bytes.subarray(0, judgedBytes), isWhole: false });
  return beginning === null || isBinaryJunk(beginning.text);
}

const unprintable = /[\p{Cc}--[\t-\r\u0085]]|[\ufeff\ufffe\uffff]/gv;

/** Whether decoded bytes are rather a program's data than anybody's words. */
export function isBinaryJunk(whole: string): boolean {
  const text = whole.slice(0, judgedCharacters);
  const controls = text.match(/[\p{Cc}--[\t-\r\u0080-\u009f]]/gv)?.length ?? 0;
  return controls > 2 && controls > text.length / 200;
}

const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;

/** Lines that hold words, as paragraphs with their 0-based line; unprintable characters are removed and counted. */
export function readLines(text: string): SourceDocument {
  let removed = 0;
  const clean = text.replace(/^\ufeff/u, '').replace(unprintable, () => {
    removed += 1;
    return '';
  });
  const blocks = readRadicals(clean)
    .split(lineEnd)
    .map((line, index) => plainParagraph(index, line))
    .filter((paragraph) => paragraph.text.trim() !== '');
  const notices: Notice[] =
    removed > 0 ? [{ code: 'read/characters-removed', count: removed }] : [];
  return { blocks, notices };
}

/** Words from the clipboard, a paragraph a line. */
export function readPastedText(text: string): SourceDocument {
  return readLines(text);
}

/**
 * Words of a text file; the notice names its encoding when that is not UTF-8.
 * Throws a Refusal (import/not-a-report) for a million characters.
 */
export function readDecodedText(decoded: DecodedText): SourceDocument {
  if (decoded.text.length > readingLimits.textCharacters) throw tooLong('文字长得不像一份报告');
  const { blocks, notices } = readLines(decoded.text);
  return { blocks, notices: [...encodingNotices(decoded), ...notices] };
}

/** Says how a file was decoded, when that is not UTF-8, and that it breaks off. */
export function encodingNotices({ encoding, isCut }: DecodedText): readonly Notice[] {
  const notices: Notice[] = encoding === 'UTF-8' ? [] : [{ code: 'read/decoded-as', encoding }];
  return isCut ? [...notices, { code: 'read/cut-short' }] : notices;
}
