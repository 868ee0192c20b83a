/**
 * What a difference never cuts through: a title in 《》, a number with its % sign, a Latin word, a
 * run of blanks, else one letter or mark.
 */
const token = /《[^《》]{1,60}》|[0-9０-９]+(?:[.,．][0-9０-９]+)*[%％‰]?|[A-Za-z]+|\s+|[\s\S]/gu;

/** The tokens of a text in order; together they are the text. */
export function readTokens(text: string): readonly string[] {
  return text.match(token) ?? [];
}

const sentence = /[^。！？；!?;\n]*[。！？；!?;\n]+[”’）)》〉」』]*|[^。！？；!?;\n]+$/gu;

/** The sentences of a text, each with its closing mark; together they are the text. */
export function readSentences(text: string): readonly string[] {
  return text.match(sentence) ?? [];
}

/** Letters and digits of a text. */
export function countLetters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** Numbers for words, the same for the same word, so that they compare fast. */
export function numberWords(
  ...lists: readonly (readonly string[])[]
): readonly (readonly number[])[] {
  const numbers = new Map<string, number>();
  return lists.map((words) =>
    words.map((word) => {
      const known = numbers.get(word) ?? numbers.size;
      numbers.set(word, known);
      return known;
    }),
  );
}
