/** What stays whole: a number in digits with its % sign or in Chinese numerals, a Latin word, blanks. */
const whole =
  '[0-9０-９]+(?:[.,．][0-9０-９]+)*[%％‰]?|[〇零一二三四五六七八九十百千万亿两]+|[A-Za-z]+|\\s+';
const token = new RegExp(`${whole}|[\\s\\S]`, 'gu');
const tokenOrTitle = new RegExp(`《[^《》]{1,60}》|${whole}|[\\s\\S]`, 'gu');

/** The tokens of a text in order, numbers, Latin words and blanks whole, else one sign each; together they are the text. */
export function readTokens(text: string): readonly string[] {
  return text.match(token) ?? [];
}

/** As {@link readTokens}, with titles in 《》 whole too. */
export function readTitledTokens(text: string): readonly string[] {
  return text.match(tokenOrTitle) ?? [];
}

const clauseEnd = /[，、：；。！？\n\t]$/u;
/** Shorter clauses stand in any text and tell nothing of what belongs together. */
const leastClause = 6;

/** Tokens in clauses of six letters at least, each with its closing mark. */
export function joinClauses(tokens: readonly string[]): readonly (readonly string[])[] {
  const clauses: string[][] = [[]];
  let length = 0;
  for (const words of tokens) {
    clauses.at(-1)?.push(words);
    length += words.length;
    if (length <= leastClause || !clauseEnd.test(words)) continue;
    clauses.push([]);
    length = 0;
  }
  return clauses;
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
