import { findDate } from '../segment/index.ts';

/** Whether the words are a date and nothing else: of a date line the report keeps only the day it means. */
export function isWholeDate(words: string): boolean {
  const trimmed = words.trim();
  return findDate(trimmed)?.raw.trim() === trimmed;
}
