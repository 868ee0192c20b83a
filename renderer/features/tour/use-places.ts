import { useLayoutEffect, useRef, useState } from 'react';
import { type Box, placeCard } from './place-card.ts';
import type { TourStep } from './steps.ts';

/** How often the ring looks where its target went: the page scrolls and panes open. */
const followMs = 120;

function isInWindow({ top, bottom }: DOMRect): boolean {
  return bottom > 60 && top < window.innerHeight - 40;
}

function findTarget(targets: readonly string[]): DOMRect | null {
  const found = targets.flatMap((selector) =>
    [...document.querySelectorAll(selector)]
      .filter((element) => element.checkVisibility())
      .map((element) => element.getBoundingClientRect())
      .filter(isInWindow),
  );
  return found[0] ?? null;
}

/** What of a box lies in the window. */
function cutToWindow({ left, top, right, bottom }: DOMRect): Box {
  const [x, y] = [Math.max(left, 2), Math.max(top, 2)];
  return {
    left: x,
    top: y,
    width: Math.min(right, window.innerWidth - 2) - x,
    height: Math.min(bottom, window.innerHeight - 2) - y,
  };
}

interface Places {
  readonly ring: Box;
  readonly card: { readonly left: number; readonly top: number };
}

const isSame = (a: Places | null, b: Places | null) => JSON.stringify(a) === JSON.stringify(b);

/** Where ring and card stand, as long as the step is shown. */
export function usePlaces({ targets }: TourStep) {
  const card = useRef<HTMLDialogElement>(null);
  const [places, setPlaces] = useState<Places | null>(null);
  useLayoutEffect(() => {
    const look = () => {
      const target = findTarget(targets);
      const size = card.current?.getBoundingClientRect();
      const ring = target && cutToWindow(target);
      const next = ring && size ? { ring, card: placeCard(ring, size, windowSize()) } : null;
      setPlaces((now) => (isSame(now, next) ? now : next));
    };
    look();
    const timer = window.setInterval(look, followMs);
    return () => window.clearInterval(timer);
  }, [targets]);
  return { card, places };
}

const windowSize = () => ({ width: window.innerWidth, height: window.innerHeight });
