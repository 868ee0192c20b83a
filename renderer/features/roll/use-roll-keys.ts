import { type KeyboardEvent, type RefObject, useEffect } from 'react';

const stopsIn = (list: HTMLElement) => [...list.querySelectorAll<HTMLElement>('[data-stop]')];

function focusRow(stop: HTMLElement | undefined): void {
  stop?.focus({ preventScroll: true });
  stop?.closest('.roll-row')?.scrollIntoView({ block: 'nearest' });
}

/** Up and down go from row to row; 1 and 2 choose between the answers of the row. */
export function walkRows(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget, key } = event;
  if (!(target instanceof HTMLElement) || event.ctrlKey || event.altKey) return;
  const row = target.closest('.roll-row');
  if (!row) return;
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    const stops = stopsIn(currentTarget);
    const at = stops.findIndex((stop) => row.contains(stop));
    event.preventDefault();
    focusRow(stops[at + (key === 'ArrowDown' ? 1 : -1)]);
  } else if (key === '1' || key === '2') {
    const answers = row.querySelectorAll<HTMLElement>('.roll-answer');
    const chosen = answers[Number(key) - 1];
    if (!chosen) return;
    event.preventDefault();
    chosen.click();
    chosen.focus();
  }
}

/** Goes to the next or the last open question, around the ends. */
export function stepToOpen(list: HTMLElement | null, step: 1 | -1): void {
  if (!list) return;
  const stops = stopsIn(list);
  const open = stops.filter((stop) => stop.closest('.roll-row.is-open'));
  const here = document.activeElement?.closest('.roll-row');
  const at = stops.findIndex((stop) => here?.contains(stop) === true);
  const isBeyond = (stop: HTMLElement) =>
    step > 0 ? stops.indexOf(stop) > at : stops.indexOf(stop) < at;
  const next =
    step > 0 ? (open.find(isBeyond) ?? open[0]) : (open.findLast(isBeyond) ?? open.at(-1));
  next?.focus({ preventScroll: true });
  next?.closest('.roll-row')?.scrollIntoView({ block: 'center' });
}

/** F8 to the next open question, Ctrl+Enter to make the draft, wherever the focus is. */
export function useRollKeys(list: RefObject<HTMLElement | null>, onDone: () => void): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key === 'F8') stepToOpen(list.current, event.shiftKey ? -1 : 1);
      else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onDone();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}
