import { memo } from 'react';
import type { ItemState } from '../../../core/api/index.ts';
import type { Home, MatrixCell, MatrixRow } from '../../../core/coverage/index.ts';
import { markNames } from '../workspace/check-mark.tsx';
import { MapMark } from './map-mark.tsx';

/** What a cell is told by to a person who does not see it. */
function nameCell(row: MatrixRow, { label }: Home, cell: MatrixCell | undefined): string {
  if (!cell) return `${label}，没有谈到${row.title}`;
  const how = cell.quotes.length > 0 ? `${cell.quotes.length} 句` : '应写在这里';
  return `${label}，${row.title}：${markNames[cell.state]}，${how}`;
}

function nameRow(row: MatrixRow, before: ItemState | undefined): string {
  const last = before ? `，上年${markNames[before]}` : '';
  return `${row.title}，${row.basis}：${markNames[row.state]}${last}${row.required ? '，必答' : ''}`;
}

function Cell({
  row,
  column,
  at,
  isNewPart,
}: {
  readonly row: MatrixRow;
  readonly column: Home;
  readonly at: number;
  readonly isNewPart: boolean;
}) {
  const cell = row.cells[column.id];
  return (
    <td
      tabIndex={-1}
      aria-colindex={at + 2}
      className={`map-cell ${isNewPart ? 'is-new-part' : ''} ${cell ? 'is-told' : ''} ${cell && !cell.required ? 'is-optional' : ''}`}
      data-row={row.id}
      data-column={column.id}
      aria-label={nameCell(row, column, cell)}
    >
      {cell && <MapMark state={cell.state} />}
    </td>
  );
}

/** A row of the map. It is drawn anew only when it changes: there are some fifty of twenty cells each. */
export const MapRow = memo(function MapRow({
  row,
  columns,
  before,
  hasBefore,
  isDoubtful,
}: {
  readonly row: MatrixRow;
  readonly columns: readonly Home[];
  /** How last year's report answered it. */
  readonly before: ItemState | undefined;
  /** True where there is a last year at all. */
  readonly hasBefore: boolean;
  /** True where the source of its questions was not read again. */
  readonly isDoubtful: boolean;
}) {
  return (
    <tr className={`map-row is-${row.state} ${row.required ? '' : 'is-optional'}`}>
      <th
        scope="row"
        tabIndex={-1}
        className="map-title"
        data-row={row.id}
        data-column=""
        aria-colindex={1}
        aria-label={nameRow(row, before)}
      >
        <span className="map-line">
          <span className="map-now">
            <MapMark state={row.state} />
          </span>
          {hasBefore && (
            <span className="map-before" title={before ? `上年：${markNames[before]}` : '上年没有'}>
              {before && <MapMark state={before} />}
            </span>
          )}
          <span className="map-words" title={row.title}>
            {row.title}
          </span>
          {row.required && (
            <i className="map-required" title="必答">
              必
            </i>
          )}
          <span className="map-basis">
            {isDoubtful && <span title="出处待核对">待核对 </span>}
            {row.basis}
          </span>
        </span>
      </th>
      {columns.map((column, at) => (
        <Cell
          key={column.id}
          row={row}
          column={column}
          at={at}
          isNewPart={column.partId !== columns[at - 1]?.partId}
        />
      ))}
    </tr>
  );
});
