import { useEffect, useState } from 'react';

/** Rows put on the page at once: few enough for one frame. */
const step = 40;

/** A number that grows to `total` frame by frame, so that a long list does not hold up the window. */
export function useGrowing(total: number): number {
  const [shown, setShown] = useState(step);
  useEffect(() => {
    if (shown >= total) return;
    const frame = requestAnimationFrame(() => setShown((last) => last + step));
    return () => cancelAnimationFrame(frame);
  }, [shown, total]);
  return Math.min(shown, total);
}
