import type { Span } from '../figures/index.ts';
import type { PartKind } from '../model/index.ts';

/** Why words are changed unless the writer refuses. */
export type MoveReason = 'reporting-year' | 'next-year' | 'last-year' | 'data-period' | 'outline';

/** Why only the writer can say. */
export type AskReason =
  | 'award'
  | 'issued'
  | 'dated-event'
  | 'founded'
  | 'meeting-above'
  | 'year-phrase'
  | 'anniversary'
  | 'count'
  | 'cycle'
  | 'outline-unknown'
  | 'period-ended'
  | 'goal'
  | 'congress'
  | 'session';

/** Why words stay. */
export type KeepReason =
  | 'document-title'
  | 'period'
  | 'edition'
  | 'founding'
  | 'event'
  | 'history'
  | 'cycle'
  | 'outline'
  | 'congress';

/** What rolling forward makes of some words: changes them, leaves it to the writer, or lets them stay. */
export type Verdict =
  | { readonly verdict: 'move'; readonly reason: MoveReason; readonly to: string }
  | { readonly verdict: 'ask'; readonly reason: AskReason; readonly to: string | null }
  | { readonly verdict: 'keep'; readonly reason: KeepReason; readonly to: string | null };

/**
 * Words that rolling forward looks at and what becomes of them. `to` stands in their place where
 * the change is made: by itself (`move`), or because the writer chose it; null where there is
 * nothing to offer.
 */
export type Mention = Span & { readonly from: string } & Verdict;

/** The two years between which a report is rolled forward, and where the text stands. */
export interface RollContext {
  readonly fromYear: number;
  readonly toYear: number;
  /** Null for the front, the preamble and the closing. */
  readonly partKind: PartKind | null;
}

/** The one of `spans` in which `at` lies. @param spans in their order, none within another */
export function spanAt<One extends Span>(spans: readonly One[], at: number): One | undefined {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const first = spans[low];
  return first && first.start <= at ? first : undefined;
}

/** True when `at` lies in one of `spans`. @param spans in their order, none within another */
export function isInside(spans: readonly Span[], at: number): boolean {
  return spanAt(spans, at) !== undefined;
}

/** Makes a mention of the words between `start` and `end`. */
export function mentionAt(text: string, start: number, end: number, verdict: Verdict): Mention {
  return { start, end, from: text.slice(start, end), ...verdict };
}

const codesOf = (marks: string): ReadonlySet<number> =>
  new Set([...marks].map((mark) => mark.charCodeAt(0)));
const stops = codesOf('，,。；;：:！？\n');
const sentenceStops = codesOf('。；;！？\n');

/** A text without marks is looked at so far to each side. */
const reach = 160;

function cutAround(text: string, at: number, marks: ReadonlySet<number>): string {
  const [least, most] = [Math.max(0, at - reach), Math.min(text.length, at + reach)];
  let start = at;
  while (start > least && !marks.has(text.charCodeAt(start - 1))) start -= 1;
  let end = at;
  while (end < most && !marks.has(text.charCodeAt(end))) end += 1;
  return text.slice(start, end);
}

/** What stands between two marks around `at`. */
export function clauseAt(text: string, at: number): string {
  return cutAround(text, at, stops);
}

/** The sentence around `at`. */
export function sentenceAt(text: string, at: number): string {
  return cutAround(text, at, sentenceStops);
}

/** The year that a text of this place speaks of once it is rolled: the plan speaks of the next. */
export function spokenYear({ toYear, partKind }: RollContext): number {
  return partKind === 'plan' ? toYear + 1 : toYear;
}

/** Leaves out mentions that touch one before them in `ranked`; the rest in reading order. */
export function settleOverlaps(ranked: readonly Mention[]): readonly Mention[] {
  const taken = new Set<number>();
  const settled = ranked.filter(({ start, end }) => {
    const letters = Array.from({ length: end - start }, (_, index) => start + index);
    if (letters.some((at) => taken.has(at))) return false;
    for (const at of letters) taken.add(at);
    return true;
  });
  return settled.toSorted((a, b) => a.start - b.start);
}
