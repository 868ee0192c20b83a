import { useMemo } from 'react';
import type { Remark } from '../../../core/review/index.ts';
import { type Shares, toPercents } from '../../../core/roll-forward/index.ts';
import type { StaleChip } from '../../../core/stale/index.ts';
import { useDesk, useSession } from './desk-context.ts';
import { hasNoDate, listUnanswered } from './open-points.ts';
import type { OutlineRow } from './outline-rows.ts';
import { nameRemarks, remarksOf } from './remark-words.ts';
import { describeShares, SharesParts } from './shares-bar.tsx';
import { countByHome } from './stale-words.ts';

/** What stands under a row besides its name. */
export interface RowFacts {
  /** 待更新 chips under the row itself. */
  readonly stale: number;
  /** Unfilled blanks under the row itself. */
  readonly blanks: number;
  /** Last year's promises without an answer: the part that tells what was done must answer them. */
  readonly promises: number;
  /** True for the closing lines while they lack the date of signing. */
  readonly isUndated: boolean;
  readonly percents: Shares | null;
}

/** For those who do not see ring, number and bar. */
export function describeRow(
  { progress, isLacking }: OutlineRow,
  { stale, blanks, promises, isUndated, percents }: RowFacts,
): string {
  const { answered, total } = progress;
  return [
    isLacking ? '，还没有内容' : '',
    stale > 0 ? `，待更新 ${stale} 处` : '',
    blanks > 0 ? `，没有填的空格 ${blanks} 处` : '',
    promises > 0 ? `，上年的承诺还有 ${promises} 项没有回答` : '',
    isUndated ? '，成文日期没有填' : '',
    total > 0 ? `，清单 ${total} 项，已答 ${answered} 项` : '',
    percents ? `，${describeShares(percents)}` : '',
  ].join('');
}

/** What the chips and the shares of the report say of a row. */
export function useRowFacts({ stop }: OutlineRow): RowFacts {
  const session = useSession();
  const { isReadOnly } = session;
  const stale = useDesk((state) => (isReadOnly ? 0 : (staleCounts(state.chips).get(stop.id) ?? 0)));
  const blanks = useDesk((state) => (isReadOnly ? 0 : (state.blanks.get(stop.id) ?? 0)));
  const promises = useDesk((state) =>
    stop.part === 'achievements' && stop.kind === 'part' && !isReadOnly
      ? listUnanswered(state).length
      : 0,
  );
  // asked anew with each analysis, as the page that counts it too
  const isUndated = useDesk(
    ({ analysis }) =>
      stop.kind === 'closing' && analysis !== null && hasNoDate(session.getState().doc),
  );
  const shares = useDesk((state) => state.analysis?.shares?.byHome[stop.id]);
  const percents = useMemo(() => (shares ? toPercents(shares) : null), [shares]);
  return { stale, blanks, promises, isUndated, percents };
}

/** Counted once for all rows. */
const knownCounts = new WeakMap<readonly StaleChip[], ReadonlyMap<string, number>>();
function staleCounts(chips: readonly StaleChip[]): ReadonlyMap<string, number> {
  const known = knownCounts.get(chips) ?? countByHome(chips);
  knownCounts.set(chips, known);
  return known;
}

/** How much is open under a row: chips, blanks, questions and promises together. */
export function RowBadge({ row, facts }: { readonly row: OutlineRow; readonly facts: RowFacts }) {
  // a part's sections count their questions themselves
  const questions = row.own.total - row.own.answered;
  const { stale, blanks, promises, isUndated } = facts;
  const open = questions + stale + blanks + promises + (isUndated ? 1 : 0);
  if (!row.isLacking && open === 0) return null;
  const title = [
    row.isLacking ? '这一部分还没有内容' : '',
    stale > 0 ? `待更新 ${stale} 处` : '',
    blanks > 0 ? `没有填的空格 ${blanks} 处` : '',
    questions > 0 ? `清单还有 ${questions} 项没有答` : '',
    promises > 0 ? `上年的承诺还有 ${promises} 项没有回答` : '',
    isUndated ? '成文日期没有填' : '',
  ].filter((words) => words !== '');
  return (
    <span className="outline-badge" aria-hidden="true" title={title.join('，')}>
      {row.isLacking ? '缺' : open}
    </span>
  );
}

/** What of a row's text is last year's. */
export function RowShares({ percents }: { readonly percents: Shares }) {
  return (
    <span className="row-shares" title={describeShares(percents)} aria-hidden="true">
      <SharesParts shares={percents} />
    </span>
  );
}

const noRemarks: readonly Remark[] = [];

/** What may be said of a part, in one quiet line; the whole of it is its tip. */
export function RowRemark({ id }: { readonly id: string }) {
  const remarks = useDesk((state) => state.analysis?.review.remarks) ?? noRemarks;
  const own = remarksOf(remarks, id);
  const words = nameRemarks(own);
  if (words === '') return null;
  return (
    <p className="outline-remark" title={own.map(({ text }) => text).join('\n')}>
      {words}
    </p>
  );
}
