import { useState } from 'react';
import type { CheckItemResult } from '../../../core/api/index.ts';
import { useSession } from './desk-context.ts';
import { showRange } from './jump.ts';
import { shortenQuote } from './quote.ts';
import { findRanges, showPlaces } from './show-places.ts';

/** The words that were found to a question: shown on the page, one place after another. */
export function FoundPlaces({ result }: { readonly result: CheckItemResult }) {
  const session = useSession();
  const [at, setAt] = useState(0);
  const [isShown, setIsShown] = useState(false);
  const { where } = result;
  const current = Math.min(at, where.length - 1);
  const place = where[current];
  if (!place) return null;
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
    const [range] = findRanges(session, [place]);
    if (range) showRange(session, range);
  };
  return (
    <div className="found-places">
      <button type="button" className="quote-link" onClick={() => show(current)}>
        {result.found === 'answered' ? '已见：' : '只见：'}
        <q>{shortenQuote(place.quote)}</q>
      </button>
      {(where.length > 1 || isShown) && (
        <div className="found-steps">
          {where.length > 1 && (
            <>
              <button
                type="button"
                className="step-button"
                aria-label="上一处"
                onClick={() => show(current - 1)}
              >
                ‹
              </button>
              <span aria-live="polite">
                第 {current + 1} 处，共 {where.length} 处
              </span>
              <button
                type="button"
                className="step-button"
                aria-label="下一处"
                onClick={() => show(current + 1)}
              >
                ›
              </button>
            </>
          )}
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
