/** A box in the window, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A width and a height in CSS pixels. */
export type Size = Pick<Box, 'width' | 'height'>;

const gap = 14;
const edge = 10;

const clamp = (at: number, most: number) => Math.max(edge, Math.min(at, most));

/**
 * Where a card is put beside a box: at its right, else at its left, else below or above it; in the
 * window always, even where that covers the box.
 */
export function placeCard(box: Box, card: Size, window: Size): { left: number; top: number } {
  const right = box.left + box.width + gap;
  const left = box.left - gap - card.width;
  const most = { left: window.width - card.width - edge, top: window.height - card.height - edge };
  const beside = right <= most.left ? right : left >= edge ? left : null;
  const top = clamp(box.top + Math.min(40, box.height / 4), most.top);
  if (beside !== null) return { left: beside, top };
  const below = box.top + box.height + gap;
  const above = box.top - gap - card.height;
  const free = below <= most.top ? below : above >= edge ? above : most.top;
  return { left: clamp(box.left, most.left), top: clamp(free, most.top) };
}
