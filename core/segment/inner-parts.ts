import type { PartKind } from '../model/index.ts';
import type { KindOf } from '../packs/index.ts';
import type { PartOpening } from './frame.ts';
import { readHeading } from './heading.ts';
import type { Line } from './line.ts';

/** Kinds that a report may tell of in a section of another part. */
const inner: ReadonlySet<PartKind> = new Set(['shortcomings', 'plan']);
/** A heading that is a part's name and nothing else: 存在的问题及原因, 2026年工作思路. */
const names =
  /^(?:当前|目前|主要)?(?:工作)?(?:仍|还)?(?:存在|面临)(?:的)?(?:主要)?(?:不足|问题|困难|短板|差距)[^，。]{0,8}$|^(?:下一?步|下一?年度?|今后|(?:19|20)\d{2}年度?)(?:的)?(?:主要|重点)?(?:工作)?(?:打算|计划|安排|思路|重点)$/u;

interface Named {
  readonly index: number;
  readonly opening: PartOpening;
}

function nameOf(line: Line | undefined, index: number, kindOf: KindOf): Named | null {
  const reading = line?.kind === 'text' && line.label ? readHeading(line) : null;
  if (!reading || !names.test(reading.heading)) return null;
  const kind = kindOf(reading.heading);
  if (kind === null || !inner.has(kind)) return null;
  const opening = { kind, also: null, reading, isSure: false, isNumbered: true, isInOrder: true };
  return { index, opening };
}

/**
 * Sections that are a part the report has nowhere else: （三）存在的问题及原因 at the end of part
 * one, 2026年工作思路 below 存在的问题和2026年工作思路. Only the last sections of a part are, so
 * that nothing of the part above comes behind them.
 */
export function findInnerParts(
  lines: readonly Line[],
  openings: ReadonlyMap<number, PartOpening>,
  kindOf: KindOf,
): ReadonlyMap<number, PartOpening> {
  const kinds = new Set([...openings.values()].map(({ kind }) => kind));
  const starts = [...openings.keys()].toSorted((a, b) => a - b);
  const found = new Map<number, PartOpening>();
  for (const [at, start] of starts.entries()) {
    const end = starts[at + 1] ?? lines.length;
    const style = lines
      .slice(start + 1, end)
      .flatMap((line) => (line.kind === 'text' && line.label ? [line.label.style] : []))[0];
    if (style === undefined || openings.get(start)?.kind === 'plan') continue;
    for (let index = end - 1; index > start; index -= 1) {
      const line = lines[index];
      if (line?.kind !== 'text' || line.label?.style !== style) continue;
      const named = nameOf(line, index, kindOf);
      if (!named) break;
      if (kinds.has(named.opening.kind)) continue;
      kinds.add(named.opening.kind);
      found.set(index, named.opening);
    }
  }
  return found;
}
