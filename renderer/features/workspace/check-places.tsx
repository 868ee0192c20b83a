import { useState } from 'react';
import type { CheckItemResult } from '../../../core/api/index.ts';
import { useSession } from './desk-context.ts';
import { showRange } from './jump.ts';
import { shortenQuote } from './quote.ts';
import { findRanges, showPlaces } from './show-places.ts';

/** From one place to the next, round and round. */
function PlaceSteps({
  current,
  count,
  onShow,
}: {
  readonly current: number;
  readonly count: number;
  readonly onShow: (index: number) => void;
}) {
  return (
    <>
      <button
        type="button"
        className="step-button"
        aria-label="上一处"
        onClick={() => onShow(current - 1)}
      >
        ‹
      </button>
      <span aria-live="polite">
        第 {current + 1} 处，共 {count} 处
      </span>
      <button
        type="button"
        className="step-button"
        aria-label="下一处"
        onClick={() => onShow(current + 1)}
      >
        ›
      </button>
    </>
  );
}

/** Marks every place on the page and shows one of them; says so where its words were just changed. */
function usePlaces({ where }: CheckItemResult) {
  const session = useSession();
  const [at, setAt] = useState(0);
  const [isShown, setIsShown] = useState(false);
  const current = Math.min(at, where.length - 1);
  const place = where[current];
  const show = (index: number) => {
    const next = (index + where.length) % where.length;
    setAt(next);
    setIsShown(true);
    const words = where[next];
    const [own] = words ? findRanges(session, [words]) : [];
    const ranges = findRanges(session, where);
    const found = ranges.findIndex(({ from }) => from === own?.from);
    if (found >= 0) showPlaces(session, ranges, found);
    else {
      const text = '这句话刚刚改过，稍后会重新找到。';
      session.store.setState({ message: { text, details: [], tone: 'done' } });
    }
  };
  const goThere = () => {
    const [range] = place ? findRanges(session, [place]) : [];
    if (range) showRange(session, range);
  };
  return { current, place, isShown, show, goThere };
}

/** The words that were found to a question: shown on the page, one place after another. */
export function FoundPlaces({ result }: { readonly result: CheckItemResult }) {
  const { current, place, isShown, show, goThere } = usePlaces(result);
  const { length: count } = result.where;
  if (!place) return null;
  return (
    <div className="found-places">
      <button type="button" className="quote-link" onClick={() => show(current)}>
        {result.found === 'answered' ? '已见：' : '只见：'}
        <q>{shortenQuote(place.quote)}</q>
      </button>
      {(count > 1 || isShown) && (
        <div className="found-steps">
          {count > 1 && <PlaceSteps current={current} count={count} onShow={show} />}
          {isShown && (
            <button type="button" className="text-button" onClick={goThere}>
              到这里改
            </button>
          )}
        </div>
      )}
    </div>
  );
}
