import type { Outcome, PlanPromise } from './promise.ts';

const mostLetters = 44;

/** The promise's first clauses, short enough to be named in a sentence, with quotation marks that go inside others. */
export function namePromise({ text }: PlanPromise): string {
  const words = text.trim();
  if (words.length <= mostLetters) return nestQuotes(words);
  const cut = words.slice(0, mostLetters);
  const border = Math.max(...['，', ',', '。', '；'].map((mark) => cut.lastIndexOf(mark)));
  return nestQuotes(`${cut.slice(0, border >= 8 ? border : mostLetters)}……`);
}

function nestQuotes(words: string): string {
  return words.replaceAll('“', '‘').replaceAll('”', '’');
}

/** A reason without its own opening words and closing mark. */
function trimReason(note: string): string {
  return note
    .trim()
    .replace(/^(?:主要)?原因(?:是|为|在于)?[：:，]?|^(?:主要)?(?:是)?因为|^由于/u, '')
    .replace(/[。；，、\s]+$/u, '');
}

/**
 * A sentence for the shortcomings that owns to a promise not or only partly kept. Where no reason
 * was given its place is left open, 〔原因〕. Null for a promise that was kept.
 */
export function describeOutcome(
  promise: PlanPromise,
  { state, note }: Pick<Outcome, 'state' | 'note'>,
): string | null {
  if (state === 'done') return null;
  const reason = trimReason(note) || '〔原因〕';
  const how = state === 'not' ? '尚未完成' : '只完成了一部分';
  return `上年提出的“${namePromise(promise)}”${how}，主要原因是${reason}。`;
}
