import { type RefObject, useEffect, useState } from 'react';
import type { SourceBlock } from '../../../core/segment/index.ts';

/** Blocks of the source that are drawn together. */
export const chunkSize = 16;
const lineHeightPx = 28;
const lettersPerLine = 34;

/** About how high blocks will be: what is not drawn keeps its place by it. */
export function estimateHeight(blocks: readonly SourceBlock[]): number {
  return blocks.reduce((sum, block) => {
    const lines =
      block.kind === 'table' ? block.rows.length : Math.ceil(block.text.length / lettersPerLine);
    return sum + Math.max(1, lines) * lineHeightPx;
  }, 0);
}

/**
 * Which chunks have come near what is seen, once and for all: the rest is drawn when it is scrolled
 * to. Chunks are the elements with `data-chunk` in the pane.
 */
export function useSeenChunks(pane: RefObject<HTMLElement | null>): ReadonlySet<number> {
  const [seen, setSeen] = useState<ReadonlySet<number>>(() => new Set([0]));
  useEffect(() => {
    if (!pane.current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        const near = entries.flatMap(({ isIntersecting, target }) =>
          isIntersecting && target instanceof HTMLElement ? [Number(target.dataset['chunk'])] : [],
        );
        for (const { isIntersecting, target } of entries) {
          if (isIntersecting) observer.unobserve(target);
        }
        if (near.length > 0) setSeen((last) => new Set([...last, ...near]));
      },
      { root: pane.current, rootMargin: '400px 0px' },
    );
    for (const element of pane.current.querySelectorAll('[data-chunk]')) observer.observe(element);
    return () => observer.disconnect();
  }, [pane]);
  return seen;
}
