export { hasOpenPlace } from '../packs/index.ts';

const sentenceEnd = /[。！？；!?;\n]+/gu;

/**
 * The sentences of a text with their closing mark, without blanks around them. A semicolon and a
 * line feed end a sentence too: reports string whole measures together with ；.
 * Each is found letter by letter in `text`.
 */
export function splitSentences(text: string): readonly string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const match of text.matchAll(sentenceEnd)) {
    const end = match.index + match[0].length;
    sentences.push(text.slice(start, end).trim());
    start = end;
  }
  sentences.push(text.slice(start).trim());
  return sentences.filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

/**
 * A sentence as patterns see it: no blanks, digits, percent signs and plus signs of one width,
 * brackets and commas full-width. For matching only; what people see is the sentence as it stood.
 */
export function foldForMatching(sentence: string): string {
  return sentence
    .replace(/\s+/gu, '')
    .replace(/[０-９％＋．]/gu, (letter) =>
      String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0xfee0),
    )
    .replace(/(?<!\d),|,(?!\d)/gu, '，')
    .replace(/[()]/gu, (bracket) => (bracket === '(' ? '（' : '）'));
}
