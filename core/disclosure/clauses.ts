/** Half-open range of UTF-16 offsets in a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A sentence with its clauses, without the marks between and behind them. */
export interface Sentence extends Span {
  readonly clauses: readonly Span[];
}

const sentenceMarks = new Set('。！？；!?;\n');
const clauseMarks = new Set('，,');
const openers = new Set('（(《“‘〔【');
const closers = new Set('）)》”’〕】');

/** A bracket that is never closed must not swallow a whole paragraph. */
const longestBracket = 60;

/** How a clause begins without its own words: 一是, （1）, 同时. */
const leadShape =
  /^(?:\s|(?:[一二三四五六七八九十]{1,3}|\d{1,2})是要?|第[一二三四五六七八九十]，?|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]|[其此]次|同时|此外|另外|并且)*/u;

/** The clause without what leads it in. */
export function skipLead(text: string, { start, end }: Span): Span {
  const lead = leadShape.exec(text.slice(start, end))?.[0] ?? '';
  return { start: start + lead.length, end };
}

/** A text as sentences and clauses. What stands in brackets or quotes is not cut. */
export function splitClauses(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let clauses: Span[] = [];
  let from = 0;
  let first = 0;
  let depth = 0;
  let openedAt = 0;
  const closeClause = (end: number) => {
    if (text.slice(from, end).trim() !== '') clauses.push({ start: from, end });
    from = end + 1;
  };
  const closeSentence = (end: number) => {
    closeClause(end);
    if (clauses.length > 0) sentences.push({ start: first, end, clauses });
    clauses = [];
    first = end + 1;
    depth = 0;
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (depth > 0 && at - openedAt > longestBracket) depth = 0;
    if (openers.has(sign)) {
      if (depth === 0) openedAt = at;
      depth += 1;
    } else if (closers.has(sign)) depth = Math.max(0, depth - 1);
    else if (sentenceMarks.has(sign) && (depth === 0 || sign === '\n')) closeSentence(at);
    else if (clauseMarks.has(sign) && depth === 0) closeClause(at);
  }
  closeSentence(text.length);
  return sentences;
}

/** How far a sentence is followed either way. */
const longestContext = 200;

/** The sentence around words, with the mark that ends it. */
export function sentenceAround(text: string, { start, end }: Span): string {
  let from = start;
  while (from > Math.max(0, start - longestContext) && !sentenceMarks.has(text[from - 1] ?? '')) {
    from -= 1;
  }
  let to = end;
  const most = Math.min(text.length, end + longestContext);
  while (to < most && !sentenceMarks.has(text[to - 1] ?? '')) to += 1;
  return text.slice(from, to).trim();
}
