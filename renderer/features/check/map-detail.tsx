import type { CheckItemResult } from '../../../core/api/index.ts';
import { type CoverageMatrix, lackingReason, lacksReason } from '../../../core/coverage/index.ts';
import type { CheckItem } from '../../../core/packs/index.ts';
import { markNames } from '../workspace/check-mark.tsx';
import { shortenQuote } from '../workspace/quote.ts';
import { MapMark } from './map-mark.tsx';

/** A place of the map: a cell, or a row's heading where there is no column. */
export interface MapSpot {
  readonly row: string;
  readonly column: string;
}

/** Sentences shown at a time. */
const mostQuotes = 2;
const mostQuestions = 3;

function Questions({
  ids,
  items,
  results,
}: {
  readonly ids: readonly string[];
  readonly items: ReadonlyMap<string, CheckItem>;
  readonly results: ReadonlyMap<string, CheckItemResult>;
}) {
  const left = ids.length - mostQuestions;
  return (
    <ul className="map-questions">
      {ids.slice(0, mostQuestions).map((id) => {
        const [item, result] = [items.get(id), results.get(id)];
        return (
          item &&
          result && (
            <li key={id}>
              <MapMark state={result.state} />
              <span className="visually-hidden">{markNames[result.state]}：</span>
              {item.question}
              {result.reason !== '' && <em>（{result.reason}）</em>}
              {lacksReason(result) && <em>（{lackingReason}）</em>}
            </li>
          )
        );
      })}
      {left > 0 && <li>还有 {left} 问</li>}
    </ul>
  );
}

/** What stands at a spot of the map: its questions and the sentences that answer them. */
export function MapDetail({
  spot,
  matrix,
  items,
  results,
}: {
  readonly spot: MapSpot | null;
  readonly matrix: CoverageMatrix;
  readonly items: ReadonlyMap<string, CheckItem>;
  readonly results: ReadonlyMap<string, CheckItemResult>;
}) {
  const row = matrix.rows.find(({ id }) => id === spot?.row);
  const column = matrix.columns.find(({ id }) => id === spot?.column);
  if (!row) {
    return (
      <p className="map-detail is-empty">
        指着或走到一格，这里会写出问的是什么、答在哪一句；点一下或按回车，到正文那一处。方向键走格。
      </p>
    );
  }
  const cell = column && row.cells[column.id];
  const quotes =
    cell?.quotes ?? (column ? [] : Object.values(row.cells).flatMap((one) => one.quotes));
  return (
    <div className="map-detail">
      <p className="map-where">
        <b>{row.title}</b> {row.basis} {column && `→ ${column.label} ${column.heading}`}
        {column && !cell && '：没有谈到'}
      </p>
      <Questions ids={column ? (cell?.items ?? []) : row.items} items={items} results={results} />
      {quotes.slice(0, mostQuotes).map((place) => (
        <q key={`${place.blockId}${place.quote}`}>{shortenQuote(place.quote, 90)}</q>
      ))}
      {quotes.length > mostQuotes && <span>共 {quotes.length} 句</span>}
    </div>
  );
}
