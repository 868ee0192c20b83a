/** Room left between the card, its words and the edges of the page's pane. */
const gap = 8;

/** Scrolls so that the words and, below them, the card are in sight; the words near the upper third. */
function bringIntoSight(scroller: HTMLElement, words: DOMRect, height: number): void {
  const pane = scroller.getBoundingClientRect();
  const isInSight = words.top >= pane.top + gap && words.bottom + height + 2 * gap <= pane.bottom;
  if (isInSight) return;
  const room = pane.height - height - words.height - 3 * gap;
  const wanted = pane.top + Math.max(gap, Math.min(pane.height / 3, room));
  scroller.scrollTop += words.top - wanted;
}

/**
 * Puts the card below the words of the open chip, within the width of the page's pane, and scrolls
 * both into sight. The card scrolls with the text.
 */
export function placeCard(card: HTMLElement): void {
  const scroller = card.closest<HTMLElement>('.page-scroll');
  const chips = scroller?.querySelectorAll('.stale-chip.is-open');
  const [first, last] = [chips?.item(0), chips?.item(chips.length - 1)];
  if (!scroller || !first || !last) return;
  const { width, height } = card.getBoundingClientRect();
  bringIntoSight(scroller, first.getBoundingClientRect(), height);
  const pane = scroller.getBoundingClientRect();
  const [start, end] = [first.getClientRects().item(0), last.getBoundingClientRect()];
  const left = Math.min(
    (start?.left ?? pane.left) - gap,
    pane.left + scroller.clientWidth - width - gap,
  );
  card.style.left = `${Math.max(left, pane.left + gap) - pane.left + scroller.scrollLeft}px`;
  card.style.top = `${end.bottom + gap - pane.top + scroller.scrollTop}px`;
}
