import type { Token } from './token.ts';

/** Letters either side that tell one of several equal tokens from the others. */
const contextLetters = 4;
const mostLetters = 80;

/** Letters next to a token; numbers do not count, so that one may be replaced without touching its neighbours. */
function lettersOf(text: string): string {
  return text.replace(/[^\p{L}]|[一二三四五六七八九十百千万亿〇零两]/gu, '');
}

const clauseEnd = /[，。；：、！？,;:!?\n\t]/u;

/** What stands before a token in its clause, at most 24 signs: other clauses may change as they like. */
function clauseBefore(text: string, start: number): string {
  return (
    text
      .slice(Math.max(0, start - 24), start)
      .split(clauseEnd)
      .at(-1) ?? ''
  );
}

function clauseBehind(text: string, end: number): string {
  return text.slice(end, end + 24).split(clauseEnd)[0] ?? '';
}

/**
 * Names of the tokens of one text, each its own: they stay while a token's words and the letters
 * next to it in its clause stay, whatever else of the text is changed.
 */
export function nameTokens(text: string, tokens: readonly Token[]): readonly string[] {
  const seen = new Map<string, number>();
  return tokens.map(({ kind, start, end }) => {
    const before = lettersOf(clauseBefore(text, start)).slice(-contextLetters);
    const after = lettersOf(clauseBehind(text, end)).slice(0, contextLetters);
    const words = text.slice(start, end).slice(0, mostLetters);
    const name = `${kind}/${words}/${before}|${after}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}#${count}`;
  });
}
