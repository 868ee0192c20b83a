/**
 * 密级和保密期限 as a line of its own: 秘密★1年, 机密, 密级：秘密. Words such as 秘密文件 in a sentence are none.
 * @source GB/T 9704-2012 7.2.2
 */
const markLine =
  /^[\s（(【〔[]*(?:No\.?\s*)?(?:\d{6}\s+)?(?:密\s*级\s*[:：]?\s*)?((?:绝\s*密|机\s*密|秘\s*密)(?:级|件)?\s*(?:[★☆*＊].{0,12})?)[\s）)】〕\]]*$/u;

/** The mark of secrecy that one of the lines of `words` is; null where none is. */
export function findSecrecyMark(words: string): string | null {
  for (const line of words.split('\n')) {
    const mark = line.length <= 60 ? markLine.exec(line)?.[1] : undefined;
    if (mark !== undefined) return mark.replaceAll(/\s/gu, '');
  }
  return null;
}
