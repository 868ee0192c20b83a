import type { CSSProperties } from 'react';
import type { SourceBlock, SourceParagraph, SourceRun } from '../../../core/segment/index.ts';

/** Size in which the source's usual letters are shown, CSS pixels. */
const bodySizePx = 16;
const smallestPx = 13;
const largestPx = 24;
const usualSizePt = 16;

/** The size most letters of a file have, in points: the others are shown in relation to it. */
export function findBodySize(source: readonly SourceBlock[]): number {
  const letters = new Map<number, number>();
  for (const block of source) {
    if (block.kind !== 'paragraph') continue;
    for (const { sizePt, start, end } of block.look?.runs ?? []) {
      if (sizePt !== null) letters.set(sizePt, (letters.get(sizePt) ?? 0) + end - start);
    }
  }
  const [most] = [...letters].toSorted((a, b) => b[1] - a[1]);
  return most?.[0] ?? usualSizePt;
}

/** The face of this program nearest to one of a file, by what Chinese faces are called. */
export function toFace(name: string | null): string | undefined {
  if (name === null) return undefined;
  if (/小标宋/u.test(name)) return 'var(--face-title)';
  if (/黑|hei|等线|雅黑/iu.test(name)) return 'var(--face-heiti)';
  if (/楷|kai/iu.test(name)) return 'var(--face-kaiti)';
  if (/仿|fang/iu.test(name)) return 'var(--face-fangsong)';
  if (/宋|song|sun/iu.test(name)) return 'var(--face-title)';
  return undefined;
}

/** How a run is shown: sizes in relation to the body's, colours near enough to the ink to be read. */
export function toRunStyle(run: SourceRun, bodySizePt: number): CSSProperties {
  const size = run.sizePt === null ? bodySizePx : (run.sizePt / bodySizePt) * bodySizePx;
  const shown = Math.min(largestPx, Math.max(smallestPx, Math.round(size)));
  return {
    fontWeight: run.bold ? 700 : undefined,
    fontSize: shown === bodySizePx ? undefined : shown,
    fontFamily: toFace(run.face),
    color: run.colour === null ? undefined : `color-mix(in oklab, ${run.colour} 60%, var(--ink))`,
  };
}

/** How a paragraph stands: its alignment and its first line's indent. */
export function toParagraphStyle({ hints, look }: SourceParagraph): CSSProperties {
  const isIndented = look && look.indent !== 0 && (hints.align ?? 'left') === 'left';
  return {
    textAlign: hints.align ?? undefined,
    textIndent: isIndented ? `${Math.max(-2, Math.min(4, look.indent))}em` : undefined,
  };
}

/** A stretch of a block in one look. Offsets count in the block's shown text. */
export interface LookPiece {
  readonly text: string;
  readonly at: number;
  readonly run: SourceRun | null;
}

/** Cuts `text`, which stands at `at` of a block with a number of `lead` letters, where the look changes. */
export function cutAtRuns(
  text: string,
  at: number,
  runs: readonly SourceRun[],
  lead: number,
): readonly LookPiece[] {
  if (runs.length === 0) return [{ text, at, run: null }];
  const pieces: LookPiece[] = [];
  let from = 0;
  while (from < text.length) {
    const offset = Math.max(0, at + from - lead);
    const run = runs.find(({ start, end }) => start <= offset && offset < end) ?? null;
    const next = run ? run.end : (runs.find(({ start }) => start > offset)?.start ?? Infinity);
    const until = Math.min(text.length, Math.max(from + 1, next + lead - at));
    pieces.push({ text: text.slice(from, until), at: at + from, run });
    from = until;
  }
  return pieces;
}
