import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';

/** Cells and row headings in the order of the page, row by row. */
function listCells(grid: HTMLElement): readonly (readonly HTMLElement[])[] {
  return [...grid.querySelectorAll<HTMLElement>('.map-row')].map((row) => [
    ...row.querySelectorAll<HTMLElement>('[data-row]'),
  ]);
}

interface At {
  readonly row: number;
  readonly column: number;
}

function findAt(cells: readonly (readonly HTMLElement[])[], element: Element): At | null {
  for (const [row, own] of cells.entries()) {
    const column = (own as readonly Element[]).indexOf(element);
    if (column >= 0) return { row, column };
  }
  return null;
}

const page = 8;

/** Where a key leads from a cell; null for any other key. */
function step({ row, column }: At, event: KeyboardEvent, last: At): At | null {
  const whole = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'Home':
      return { row: whole ? 0 : row, column: 0 };
    case 'End':
      return { row: whole ? last.row : row, column: last.column };
    case 'PageUp':
      return { row: row - page, column };
    case 'PageDown':
      return { row: row + page, column };
    default:
      return null;
  }
}

const within = (at: number, last: number) => Math.min(Math.max(at, 0), last);

/** Keeps one cell of the grid in reach of Tab: the one that was walked to last. */
function settle(grid: HTMLElement, chosen: HTMLElement): void {
  for (const other of grid.querySelectorAll<HTMLElement>('[data-row][tabindex="0"]')) {
    other.tabIndex = -1;
  }
  chosen.tabIndex = 0;
}

/**
 * Arrow keys go from cell to cell, Home and End to the ends of a row, with Ctrl to those of the map.
 * The focus lies in the page alone: nothing is drawn anew for a step.
 */
export function useMapKeys(): {
  readonly grid: RefObject<HTMLTableElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
} {
  const grid = useRef<HTMLTableElement>(null);
  useEffect(() => {
    const { current } = grid;
    if (!current || current.querySelector('[data-row][tabindex="0"]')) return;
    const first = current.querySelector<HTMLElement>('.map-row [data-row]');
    if (first) settle(current, first);
  });
  return {
    grid,
    onKeyDown: (event) => {
      const { current } = grid;
      if (!current || !(event.target instanceof Element)) return;
      const cells = listCells(current);
      const at = findAt(cells, event.target);
      const last = { row: cells.length - 1, column: (cells[0]?.length ?? 1) - 1 };
      const to = at && step(at, event, last);
      if (!to) return;
      event.preventDefault();
      const next = cells[within(to.row, last.row)]?.[within(to.column, last.column)];
      next?.focus();
      next?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    },
    onFocus: ({ target }) => {
      if (grid.current && target instanceof HTMLElement && target.dataset['row'] !== undefined) {
        settle(grid.current, target);
      }
    },
  };
}
