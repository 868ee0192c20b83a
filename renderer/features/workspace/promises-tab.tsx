import './promises.css';
import { Segmented } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { PromiseReview } from '../../../core/promises/index.ts';
import { useWalk } from '../../components/use-walk.ts';
import { useDesk, useSession } from './desk-context.ts';
import { PromiseCard } from './promise-card.tsx';
import {
  countPromises,
  describeCounts,
  groupPromises,
  listReviews,
  type PromiseFilter,
} from './promise-list.ts';

function useReviews(): readonly PromiseReview[] {
  const { base } = useSession().opened;
  const analysed = useDesk((state) => state.analysis?.promises);
  return useMemo(() => (base ? listReviews(base.report, analysed) : []), [base, analysed]);
}

/** Which promises were answered when the tab was opened, or when the writer last folded them. */
function useFolded(): readonly [ReadonlySet<string>, () => void] {
  const { store } = useSession();
  const read = () => new Set(Object.keys(store.getState().outcomes));
  const [folded, setFolded] = useState<ReadonlySet<string>>(read);
  return [folded, () => setFolded(read())];
}

/** Cards drawn in one frame: more of them hold up the window. */
const cardsAFrame = 8;

/** A number that grows to `total` frame by frame. */
function useGrowing(total: number): number {
  const [drawn, setDrawn] = useState(cardsAFrame);
  useEffect(() => {
    if (drawn >= total) return undefined;
    const frame = requestAnimationFrame(() => setDrawn(drawn + cardsAFrame));
    return () => cancelAnimationFrame(frame);
  }, [drawn, total]);
  return drawn;
}

function PromiseList({ reviews }: { readonly reviews: readonly PromiseReview[] }) {
  const drawn = useGrowing(reviews.length);
  return (
    <ul className="promise-list">
      {reviews.slice(0, drawn).map((review) => (
        <PromiseCard key={review.promise.id} review={review} />
      ))}
    </ul>
  );
}

function Promises({ reviews }: { readonly reviews: readonly PromiseReview[] }) {
  const outcomes = useDesk((state) => state.outcomes);
  const [filter, setFilter] = useState<PromiseFilter>('all');
  const [folded, fold] = useFolded();
  const list = useWalk('.promise-card');
  const counts = useMemo(
    () =>
      countPromises(
        reviews.map(({ promise }) => promise),
        outcomes,
      ),
    [reviews, outcomes],
  );
  const groups = groupPromises(reviews, outcomes, { filter, folded });
  const answeredNow = groups.inHand.filter(({ promise }) => Object.hasOwn(outcomes, promise.id));
  return (
    <div ref={list}>
      <p className="panel-intro">{describeCounts(counts)}</p>
      <Segmented<PromiseFilter>
        className="panel-choice"
        aria-label="看哪些承诺"
        value={filter}
        onChange={(next) => {
          fold();
          setFilter(next);
        }}
        options={[
          { value: 'all', label: `全部 ${counts.total}` },
          { value: 'open', label: `未答 ${counts.total - counts.answered}` },
          { value: 'unkept', label: `未全完成 ${counts.unkept}` },
        ]}
      />
      <PromiseList reviews={groups.inHand} />
      {groups.inHand.length === 0 && groups.folded.length === 0 && (
        <p className="panel-intro">这一类里没有。</p>
      )}
      {filter !== 'unkept' && answeredNow.length > 0 && (
        <button type="button" className="text-button promise-fold" onClick={fold}>
          收起刚答的 {answeredNow.length} 件
        </button>
      )}
      {groups.folded.length > 0 && (
        <details className="promise-folded" open={groups.inHand.length === 0}>
          <summary>
            已答 <span>{groups.folded.length} 件</span>
          </summary>
          <PromiseList reviews={groups.folded} />
        </details>
      )}
    </div>
  );
}

/** 承诺: what last year's plan promised, and what has come of it. */
export function PromisesTab() {
  const { base } = useSession().opened;
  const reviews = useReviews();
  if (!base) {
    return (
      <p className="panel-intro">
        这份报告不是从上年报告续写的，没有上年的安排可以对照。新建时选“沿用上年报告”，这里就会逐件列出上年安排的事。
      </p>
    );
  }
  if (reviews.length === 0) {
    return (
      <p className="panel-intro">
        {base.year} 年度报告里没有读到对下一年的安排，所以这里没有要交代的事。
      </p>
    );
  }
  return <Promises reviews={reviews} />;
}
