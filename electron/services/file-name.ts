/**
 * `text` without the characters Windows forbids in a file's name, those that turn or hide what a
 * person reads, and without dots around it.
 */
export function cleanFileName(text: string): string {
  return text
    .replace(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, '')
    .replace(/^[.\s]+|[.\s]+$/gu, '');
}

/** Longest unit name put into a file's name: 150 bytes in UTF-8, of the 255 file systems take. */
const UNIT_NAME_LENGTH = 50;

/** The issuers of a report as a file's name begins with them: `青石镇人民政府、枫林街道办事处`. */
export function nameUnits(issuers: readonly string[]): string {
  const units = issuers.map(cleanFileName).filter((unit) => unit !== '');
  return Array.from(units.join('、')).slice(0, UNIT_NAME_LENGTH).join('');
}
