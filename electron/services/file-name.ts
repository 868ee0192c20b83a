/**
 * `text` without the characters Windows forbids in a file's name, those that turn or hide what a
 * person reads, and without dots around it.
 */
export function cleanFileName(text: string): string {
  return text
    .replace(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, '')
    .replace(/^[.\s]+|[.\s]+$/gu, '');
}
