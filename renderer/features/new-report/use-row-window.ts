import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';

/** Height of every line of the structure in CSS pixels. */
export const rowHeight = 32;
/** Lines kept ready above and below what is seen. */
const spare = 10;

/** The stretch of lines to be drawn, end exclusive. */
export interface RowWindow {
  readonly start: number;
  readonly end: number;
}

function measure(pane: HTMLElement, list: HTMLElement, count: number): RowWindow {
  const above = pane.scrollTop - list.offsetTop;
  const first = Math.floor(above / rowHeight) - spare;
  const shown = Math.ceil(pane.clientHeight / rowHeight) + 2 * spare;
  const start = Math.max(0, Math.min(first - (first % 4), Math.max(0, count - shown)));
  return { start, end: Math.min(count, start + shown + 4) };
}

/** Scrolls as little as it takes; a line far away comes to the upper third. */
function bringIntoView(pane: HTMLElement, listTop: number, active: number): void {
  const top = listTop + active * rowHeight;
  const { scrollTop, clientHeight } = pane;
  const isFar = top < scrollTop - clientHeight || top > scrollTop + 2 * clientHeight;
  if (isFar) pane.scrollTop = top - clientHeight / 3;
  else if (top < scrollTop + rowHeight) pane.scrollTop = active === 0 ? 0 : top - rowHeight;
  else if (top + 2 * rowHeight > scrollTop + clientHeight) {
    pane.scrollTop = top + 2 * rowHeight - clientHeight;
  }
}

/**
 * Which of `count` lines of equal height to draw, as the pane scrolls; `active` is brought into
 * view whenever it or `turn` changes.
 */
export function useRowWindow(
  pane: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  {
    count,
    active,
    turn,
  }: { readonly count: number; readonly active: number; readonly turn: number },
): RowWindow & { readonly onScroll: () => void } {
  const [shown, setShown] = useState<RowWindow>(() => ({
    start: Math.max(0, active - 2 * spare),
    end: Math.max(0, active) + 2 * spare,
  }));
  const update = useCallback(() => {
    if (!pane.current || !list.current) return;
    const next = measure(pane.current, list.current, count);
    setShown((last) => (last.start === next.start && last.end === next.end ? last : next));
  }, [pane, list, count]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a step that stays on the same line shows it too.
  useLayoutEffect(() => {
    if (pane.current && list.current && active >= 0) {
      bringIntoView(pane.current, list.current.offsetTop, active);
    }
    update();
  }, [active, turn, update]);

  useLayoutEffect(() => {
    window.addEventListener('resize', update);
    return () => window.removeEventListener('resize', update);
  }, [update]);
  return { ...shown, end: Math.min(shown.end, count), onScroll: update };
}
