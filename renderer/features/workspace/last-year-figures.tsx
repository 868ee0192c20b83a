import { useMemo } from 'react';
import { type FigurePair, pairFigures } from '../../../core/compare/index.ts';
import type { PassagePair } from './base-match.ts';
import { useSession } from './desk-context.ts';
import { jumpToPlace } from './jump.ts';
import { describeChange, formatFigure } from './last-year-numbers.ts';

/** Up to this many, the table lies open. */
const mostOpen = 8;

function FigureRow({ pair, onShowLast }: { pair: FigurePair; onShowLast: (id: string) => void }) {
  const session = useSession();
  const { name, unit, last, now } = pair;
  const show = () => {
    if (now) jumpToPlace(session, { partId: null, sectionId: null, ...now });
    else if (last) onShowLast(last.blockId);
  };
  return (
    <tr>
      <th scope="row">
        <button type="button" className="text-button" onClick={show}>
          {name}
        </button>
        {unit !== '%' && <span className="last-year-unit">{unit}</span>}
      </th>
      <td>{formatFigure(last, unit)}</td>
      <td>{formatFigure(now, unit)}</td>
      <td className="last-year-change">{describeChange(pair)}</td>
    </tr>
  );
}

/** The figures of a passage, last year's beside this year's. */
export function LastYearFigures({
  passage,
  onShowLast,
}: {
  readonly passage: PassagePair;
  /** Shows the block of last year's in which a figure stands that this year lacks. */
  readonly onShowLast: (blockId: string) => void;
}) {
  const { last, now } = passage;
  const pairs = useMemo(() => pairFigures(last, now), [last, now]);
  if (pairs.length === 0) return null;
  return (
    <details className="last-year-figures" open={pairs.length <= mostOpen}>
      <summary>
        数字对照 <span>{pairs.length} 项</span>
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">指标</th>
            <th scope="col">上年</th>
            <th scope="col">今年</th>
            <th scope="col">增减</th>
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair, index) => (
            <FigureRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a passage may name the same figure twice.
              key={`${pair.name}|${pair.unit}|${index}`}
              pair={pair}
              onShowLast={onShowLast}
            />
          ))}
        </tbody>
      </table>
    </details>
  );
}
