import type { Place } from '../../../core/api/index.ts';
import { clearFoundWords, markFoundWords } from '../../editor/index.ts';
import type { DraftSession } from './draft-session.ts';
import { findPlace, showRange, type TextRange } from './jump.ts';

/** How long words stay marked after they were shown. */
const shownMs = 4000;
const timers = new WeakMap<DraftSession, number>();

/** Where the words of a question stand, each stretch once; places whose words are gone are left out. */
export function findRanges(
  session: Pick<DraftSession, 'getState'>,
  places: readonly Place[],
): readonly TextRange[] {
  const { doc } = session.getState();
  const found = places.flatMap((place) => findPlace(doc, place) ?? []);
  return [...new Map(found.map((range) => [`${range.from}-${range.to}`, range])).values()];
}

function clearLater(session: DraftSession): void {
  window.clearTimeout(timers.get(session));
  const timer = window.setTimeout(() => {
    const view = session.getView();
    const tr = view && !view.composing ? clearFoundWords(view.state) : null;
    if (tr) view?.dispatch(tr);
  }, shownMs);
  timers.set(session, timer);
}

function coversPage(): boolean {
  const panel = document.querySelector('.panel');
  return panel !== null && getComputedStyle(panel).position === 'absolute';
}

/**
 * Marks words of the page for a moment and brings one stretch of them to its middle. The focus stays
 * where it is, so that one may go on to the next; where the panel lies over the page, the words are
 * selected instead and the panel gives way.
 */
export function showPlaces(
  session: DraftSession,
  ranges: readonly TextRange[],
  current: number,
): void {
  const view = session.getView();
  const range = ranges[current];
  if (!view || !range || view.composing) return;
  if (coversPage()) {
    session.store.setState({ panelOpen: false });
    showRange(session, range);
    return;
  }
  view.dispatch(markFoundWords(view.state, ranges, current));
  const { node } = view.domAtPos(range.from + 1);
  const element = node instanceof Element ? node : node.parentElement;
  element?.scrollIntoView({ block: 'center' });
  clearLater(session);
}
