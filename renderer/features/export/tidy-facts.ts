/**
 * A document's number as the standard writes it: the year in 〔〕, the number without 第 and without
 * zeros before it, and 号 behind. What is no number of that kind stays as it was typed.
 * @source GB/T 9704-2012 7.2.5
 */
export function tidyNumber(typed: string): string {
  const words = typed.replace(/\s+/gu, '');
  const read = /^(.*?)[[(（【〔［{]?(\d{4})年?[\])）】〕］}]?第?0*(\d+)号?$/u.exec(words);
  if (!read) return typed.trim();
  const [, organ = '', year = '', number = ''] = read;
  return `${organ}〔${year}〕${number}号`;
}

/** Names that were typed in one line, parted by 、 ， or ；. A blank may stand within a name: 张 三. */
export function splitNames(typed: string): readonly string[] {
  return typed
    .split(/[、，,；;\n]+/u)
    .map((name) => name.trim().replace(/。$/u, ''))
    .filter((name) => name !== '');
}

/** A copy's number of six digits. @source GB/T 9704-2012 7.2.1 */
export function tidyCopyNumber(typed: string): string {
  const digits = typed.trim();
  return /^\d{1,6}$/u.test(digits) ? digits.padStart(6, '0') : digits;
}

/** What was pasted, as one line of letters that are seen: breaks are blanks, marks of direction are gone. */
export function tidyLine(pasted: string): string {
  return pasted
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\p{Cs}\ufffe\uffff]+/gu, '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
}
