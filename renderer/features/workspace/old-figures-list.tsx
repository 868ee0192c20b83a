import { useMemo } from 'react';
import { collectCarried, listOldFigures, type OldFigures } from '../../editor/index.ts';
import { shortenQuote } from './check-item-card.tsx';
import { useDesk, useSession } from './desk-context.ts';
import { showRange } from './jump.ts';

function useOldFigures(): readonly OldFigures[] {
  const session = useSession();
  const { base } = session.opened;
  const old = useMemo(
    () => base && { year: base.year, carried: collectCarried(base.rolled) },
    [base],
  );
  // An analysis comes anew when the text has changed; so this looks again just then.
  useDesk((state) => state.analysis);
  return old && !session.isReadOnly ? listOldFigures(session.getState().doc, old) : [];
}

/**
 * What was carried over with its figures: nothing wrong, but this year's work. Folded away, unless
 * it is all that the tab shows.
 */
export function OldFiguresList({ isAlone }: { readonly isAlone: boolean }) {
  const session = useSession();
  const lines = useOldFigures();
  if (lines.length === 0) return null;
  return (
    <details className="old-figures" open={isAlone}>
      <summary>
        与上年相同的数字和年份 <span>{lines.length} 段</span>
      </summary>
      <p className="panel-intro">
        这些段落沿用上年，里面的数字或者年份还是上年的。请换成今年的；确实不用变的，不必改。
      </p>
      <ul>
        {lines.map(({ id, figures, from, to }) => (
          <li key={id}>
            <button
              type="button"
              className="text-button"
              onClick={() => showRange(session, { from, to })}
            >
              {shortenQuote(figures.join('、'), 36)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
