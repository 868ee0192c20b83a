import { useEffect, useState } from 'react';

/** Rows put on the page at once: few enough for one frame. */
const plainStep = 40;

/** A number that grows to `total` frame by frame, so that a long list does not hold up the window; by `step` at a time. */
export function useGrowing(total: number, step = plainStep): number {
  const [shown, setShown] = useState(step);
  useEffect(() => {
    if (shown >= total) return;
    const frame = requestAnimationFrame(() => setShown((last) => last + step));
    return () => cancelAnimationFrame(frame);
  }, [shown, total, step]);
  return Math.min(shown, total);
}
