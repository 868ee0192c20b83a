/** Marks that may not begin a line: Word's and LibreOffice's list for Simplified Chinese. */
const NOT_FIRST =
  '!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠';
/** Marks that may not end a line. */
const NOT_LAST = '$([{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥';
/** Marks that may hang into the margin. */
const HANGING = '!,.:;?、。！，．：；？';
/** Marks below U+2E80 that a Chinese face has at full width and a Latin one has its own of. */
const SHARED = '·×÷°±—―‖‘’“”…‰′″';

const WIDE = 1;
const BLANK = 2;
const NO_FIRST = 4;
const NO_LAST = 8;
const HANGS = 16;
const LETTER = 32;
const DIGIT = 64;
const IS_SHARED = 128;
const HANZI = 256;
const JOINED = 512;

const FIRST_WIDE = 0x2e80;

function isAlwaysChinese(code: number): boolean {
  if (code >= 0xff61 && code <= 0xffdc) return false;
  // Greek, Cyrillic, numerals, arrows, signs and shapes are full-width in Chinese faces
  return code >= FIRST_WIDE || (code >= 0x2100 && code < 0x2800);
}

function isHanzi(code: number): boolean {
  return (
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xd800 && code <= 0xdbff) ||
    (code >= 0x3041 && code <= 0x30ff) ||
    code === 0x3007
  );
}

function classify(code: number): number {
  if (code >= 0xdc00 && code <= 0xdfff) return JOINED | WIDE;
  const isWide = isAlwaysChinese(code);
  const isDigit = code >= 0x30 && code <= 0x39;
  const isLetter =
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7);
  return (
    (isWide ? WIDE : 0) |
    (isHanzi(code) ? HANZI : 0) |
    (isDigit ? DIGIT : 0) |
    (isLetter ? LETTER : 0) |
    (code === 0x20 ? BLANK : 0)
  );
}

function buildClasses(): Uint16Array {
  const classes = new Uint16Array(0x10000);
  // a plain loop: this runs while the module loads
  for (let code = 0; code < classes.length; code += 1) classes[code] = classify(code);
  const mark = (marks: string, flag: number) => {
    for (const letter of marks) {
      const code = letter.charCodeAt(0);
      classes[code] = (classes[code] ?? 0) | flag;
    }
  };
  mark(NOT_FIRST, NO_FIRST);
  mark(NOT_LAST, NO_LAST);
  mark(HANGING, HANGS);
  mark(SHARED, IS_SHARED);
  return classes;
}

const classes = buildClasses();
const has = (code: number, flag: number): boolean => ((classes[code] ?? 0) & flag) !== 0;

/** Whether a character is set at full width whatever face its run names for Latin. */
export const isWide = (code: number): boolean => has(code, WIDE);
/** Whether a mark is Chinese or Latin by the face it is set in: “ ” — … */
export const isShared = (code: number): boolean => has(code, IS_SHARED);
export const isBlank = (code: number): boolean => has(code, BLANK);
export const isHan = (code: number): boolean => has(code, HANZI);
export const isLetter = (code: number): boolean => has(code, LETTER);
export const isDigit = (code: number): boolean => has(code, DIGIT);
/** The second half of a character outside the first plane. */
export const isJoined = (code: number): boolean => has(code, JOINED);
export const mayNotBegin = (code: number): boolean => has(code, NO_FIRST);
export const mayNotEnd = (code: number): boolean => has(code, NO_LAST);
export const mayHang = (code: number): boolean => has(code, HANGS);
