import { type SyntheticEvent, useDeferredValue, useMemo, useState } from 'react';
import type { ItemState } from '../../../core/api/index.ts';
import {
  type CoverageMatrix,
  type MatrixRow,
  type Tally,
  tallyQuestions,
} from '../../../core/coverage/index.ts';
import type { CheckItem } from '../../../core/packs/index.ts';
import { useGrowing } from '../roll/use-growing.ts';
import { markNames } from '../workspace/check-mark.tsx';
import { useSession } from '../workspace/desk-context.ts';
import { MapDetail, type MapSpot } from './map-detail.tsx';
import { MapHead } from './map-head.tsx';
import { MapMark } from './map-mark.tsx';
import {
  drawMap,
  groupRows,
  indexItems,
  isUnconfirmed,
  listStanding,
  type MapFilter,
  mapFilters,
  nameFilter,
  passes,
  readLastYear,
} from './map-model.ts';
import { MapRow } from './map-row.tsx';
import type { Check } from './use-check.ts';
import { useJump } from './use-jump.ts';
import { useMapKeys } from './use-map-keys.ts';

/** Rows put on the page in one frame: each has as many cells as the report has sections. */
const rowsAtOnce = 6;

function Filters({
  tally,
  chosen,
  onChoose,
}: {
  readonly tally: Tally;
  readonly chosen: MapFilter;
  readonly onChoose: (filter: MapFilter) => void;
}) {
  return (
    <fieldset className="map-filters">
      <legend className="visually-hidden">只看</legend>
      {mapFilters.map((filter) => (
        <button
          key={filter}
          type="button"
          className="map-filter"
          aria-pressed={chosen === filter}
          onClick={() => onChoose(filter)}
        >
          {nameFilter(filter, tally)}
        </button>
      ))}
    </fieldset>
  );
}

function Legend({ hasBefore }: { readonly hasBefore: boolean }) {
  const states = ['answered', 'partly', 'missing', 'notApplicable'] as const;
  return (
    <ul className="map-legend" aria-label="图例">
      {states.map((state) => (
        <li key={state}>
          <MapMark state={state} /> {markNames[state]}
        </li>
      ))}
      {hasBefore && (
        <li>
          <span className="map-before">
            <MapMark state="answered" />
          </span>{' '}
          淡的是上年
        </li>
      )}
    </ul>
  );
}

/** The cell or row heading an event happened in. */
function spotOf({ target }: SyntheticEvent): MapSpot | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  const { row, column } = cell?.dataset ?? {};
  return row === undefined ? null : { row, column: column ?? '' };
}

const isSame = (a: MapSpot | null, b: MapSpot | null) =>
  a?.row === b?.row && a?.column === b?.column;

/** Which spot is looked at, by pointer or by focus. */
function useSpot() {
  const [spot, setSpot] = useState<MapSpot | null>(null);
  const look = (event: SyntheticEvent) => {
    const next = spotOf(event);
    if (next && !isSame(next, spot)) setSpot(next);
  };
  return { spot, look };
}

function useGo(matrix: CoverageMatrix): (spot: MapSpot | null) => void {
  const jump = useJump();
  return (spot) => {
    const row = matrix.rows.find(({ id }) => id === spot?.row);
    if (!row || !spot) return;
    const cells =
      spot.column === ''
        ? Object.entries(row.cells)
        : [[spot.column, row.cells[spot.column]] as const];
    const quote = cells.flatMap(([, cell]) => cell?.quotes ?? [])[0];
    const home = cells.find(([, cell]) => cell)?.[0];
    if (quote) jump.toPlace(quote);
    else if (home !== undefined) jump.toStop(home);
  };
}

/** The rows by chapter. They come frame by frame: two thousand cells at once would hold up the window. */
function MapRows({
  rows,
  matrix,
  items,
  before,
  hasBefore,
}: {
  readonly rows: readonly MatrixRow[];
  readonly matrix: CoverageMatrix;
  readonly items: ReadonlyMap<string, CheckItem>;
  readonly before: ReadonlyMap<string, ItemState>;
  readonly hasBefore: boolean;
}) {
  const drawn = useGrowing(rows.length, rowsAtOnce);
  return groupRows(rows.slice(0, drawn)).map(({ title, rows: own }) => (
    <tbody key={title} className="map-group">
      <tr>
        <th scope="rowgroup" className="map-chapter" colSpan={matrix.columns.length + 1}>
          <span>{title}</span>
        </th>
      </tr>
      {own.map((row) => (
        <MapRow
          key={row.id}
          row={row}
          columns={matrix.columns}
          before={before.get(row.id)}
          hasBefore={hasBefore}
          isDoubtful={isUnconfirmed(row, items)}
        />
      ))}
    </tbody>
  ));
}

/** What the map shows of the draft: its rows through the filter, and what is asked in them. */
function useMapView(check: Check, shown: MapFilter) {
  const { packs } = useSession().opened;
  const { items: found, lastYearItems } = check.analysis;
  const matrix = useMemo(() => drawMap(check, packs), [check, packs]);
  const items = useMemo(() => indexItems(packs.checklist), [packs]);
  const before = useMemo(
    () => readLastYear(matrix.rows, lastYearItems, items),
    [matrix, lastYearItems, items],
  );
  const results = useMemo(() => new Map(found.map((one) => [one.itemId, one])), [found]);
  const standing = useMemo(() => listStanding(found, items), [found, items]);
  const tally = useMemo(() => tallyQuestions([...standing.values()]), [standing]);
  const rows = useMemo(
    () => matrix.rows.filter((row) => passes(row, shown, standing)),
    [matrix, shown, standing],
  );
  return { matrix, items, before, results, tally, rows };
}

/** The grid itself: arrow keys go from cell to cell, Enter or a click leads to the words. */
function Grid({
  view: { matrix, items, before, rows },
  filter,
  look,
}: {
  readonly view: ReturnType<typeof useMapView>;
  readonly filter: MapFilter;
  readonly look: (event: SyntheticEvent) => void;
}) {
  const hasBefore = useSession().opened.base !== null;
  const go = useGo(matrix);
  const { grid, onKeyDown, onFocus } = useMapKeys();
  return (
    <table
      ref={grid}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrow keys go from cell to cell
      role="grid"
      aria-label="覆盖图：清单条目与报告各处"
      className="map-grid"
      style={{ '--map-columns': matrix.columns.length } as React.CSSProperties}
      onMouseOver={look}
      onFocus={(event) => {
        onFocus(event);
        look(event);
      }}
      onClick={(event) => go(spotOf(event))}
      onKeyDown={(event) => {
        onKeyDown(event);
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        go(spotOf(event));
      }}
    >
      <colgroup>
        <col className="map-title-column" />
        {matrix.columns.map(({ id }) => (
          <col key={id} />
        ))}
      </colgroup>
      <MapHead columns={matrix.columns} />
      <MapRows
        key={filter}
        rows={rows}
        matrix={matrix}
        items={items}
        before={before}
        hasBefore={hasBefore}
      />
    </table>
  );
}

/**
 * The coverage of the report as a picture: what is asked, down, and where it is told, across. A click
 * or Enter goes to the sentence, or to the section where it should stand.
 * @source DESIGN.md 3.5; LOOK.md
 */
export function CoverageMap({ check }: { readonly check: Check }) {
  const { base } = useSession().opened;
  const [filter, setFilter] = useState<MapFilter>('required');
  const shown = useDeferredValue(filter);
  const view = useMapView(check, shown);
  const { spot, look } = useSpot();
  const { matrix, items, results, tally, rows } = view;
  return (
    <div className="map">
      <div className="map-bar">
        <Filters tally={tally} chosen={filter} onChoose={setFilter} />
        <Legend hasBefore={base !== null} />
      </div>
      <div className="map-scroll">
        <Grid view={view} filter={shown} look={look} />
        {rows.length === 0 && <p className="map-none">没有这样的条目。</p>}
      </div>
      <MapDetail spot={spot} matrix={matrix} items={items} results={results} />
    </div>
  );
}
