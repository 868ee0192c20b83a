import type { PartKind } from '../model/index.ts';
import type { LabelStyle } from '../numbering/index.ts';
import { type HeadingReading, type KindOf, readBareHeading, readHeading } from './heading.ts';
import type { Line, TextLine } from './line.ts';

/** A line that opens a part. */
export interface PartOpening {
  readonly kind: PartKind;
  readonly reading: HeadingReading;
  /** False when the words do not name the part and its place among the others does. */
  readonly isSure: boolean;
  /** False for a part heading that lost its number. */
  readonly isNumbered: boolean;
}

/** The parts of a report by the index of the line that opens each, and the style of their numbers. */
export interface Frame {
  readonly openings: ReadonlyMap<number, PartOpening>;
  /** Lines that repeat the part heading before them. */
  readonly repeats: ReadonlySet<number>;
  /** Null when no part carries a number. */
  readonly style: LabelStyle | null;
}

interface Candidate {
  readonly index: number;
  readonly line: TextLine;
  readonly reading: HeadingReading;
  readonly kind: PartKind | null;
}

const rankedStyles: readonly LabelStyle[] = ['chinese-comma', 'chinese-bracket', 'arabic-point'];

function collect(
  lines: readonly Line[],
  kindOf: KindOf,
  read: (line: TextLine) => HeadingReading | null,
): readonly Candidate[] {
  return lines.flatMap((line, index) => {
    const reading = line.kind === 'text' ? read(line) : null;
    return line.kind === 'text' && reading
      ? [{ index, line, reading, kind: kindOf(reading.heading) }]
      : [];
  });
}

/** The number style under which most kinds of parts are named; ties go to the higher style. */
function chooseStyle(numbered: readonly Candidate[]): LabelStyle | null {
  const ranked = rankedStyles.map((style) => {
    const own = numbered.filter((candidate) => candidate.line.label?.style === style);
    const kinds = new Set(own.map((candidate) => candidate.kind).filter(Boolean));
    return { style, kinds: kinds.size, count: own.length };
  });
  const [best] = ranked.toSorted((a, b) => b.kinds - a.kinds);
  const comma = ranked.find(({ style }) => style === 'chinese-comma');
  if (comma && comma.count > 0 && comma.kinds + 1 >= (best?.kinds ?? 0)) return 'chinese-comma';
  return best && best.kinds > 0 ? best.style : null;
}

type Placed = ReadonlyMap<number, PartOpening>;

/**
 * Decides for an unnamed heading of the parts' style: the only one before the first named part is
 * the achievements under a slogan; a further one behind the last known part is 其他; all else are
 * themes, that is sections.
 */
function placeUnnamed(
  candidate: Candidate,
  level: readonly Candidate[],
  placed: Placed,
): PartKind | null {
  const named = level.filter(({ kind }) => kind !== null);
  const before = named.filter(({ index }) => index < candidate.index);
  if (before.length === 0) {
    const unnamedFirst = level.filter(
      ({ kind, index }) => kind === null && index < (named[0]?.index ?? Number.POSITIVE_INFINITY),
    );
    const hasAchievements = named.some(({ kind }) => kind === 'achievements');
    if (hasAchievements) return 'other';
    return unnamedFirst.length === 1 ? 'achievements' : null;
  }
  const isAfterAll = before.length === named.length && before.at(-1)?.kind !== 'achievements';
  return isAfterAll && candidate.line.label?.ordinal === placed.size + 1 ? 'other' : null;
}

function placeNumbered(level: readonly Candidate[]): {
  openings: Map<number, PartOpening>;
  repeats: Set<number>;
} {
  const openings = new Map<number, PartOpening>();
  const repeats = new Set<number>();
  let last: Candidate | null = null;
  for (const candidate of level) {
    const { index, reading, line } = candidate;
    const kind = candidate.kind ?? placeUnnamed(candidate, level, openings);
    if (!kind) continue;
    const seen = [...openings.values()].some((opening) => opening.kind === kind);
    if (seen && last?.reading.heading === reading.heading) {
      repeats.add(index);
      continue;
    }
    if (seen && line.label?.ordinal !== openings.size + 1) continue;
    openings.set(index, { kind, reading, isSure: candidate.kind !== null, isNumbered: true });
    last = candidate;
  }
  return { openings, repeats };
}

/**
 * Finds the parts of a report by the meaning of their headings, whatever their order: numbered
 * ones first, then unnumbered ones whose kind no numbered heading names.
 * @source regulations.md 9.3–9.5
 */
export function findFrame(lines: readonly Line[], kindOf: KindOf): Frame {
  const numbered = collect(lines, kindOf, readHeading);
  const style = chooseStyle(numbered);
  const level = numbered.filter(({ line }) => line.label?.style === style);
  const { openings, repeats } = placeNumbered(level);
  const kinds = new Set([...openings.values()].map(({ kind }) => kind));
  for (const { index, reading, kind, line } of collect(lines, kindOf, readBareHeading)) {
    const outline = line.hints.outlineLevel ?? 1;
    if (!kind || kinds.has(kind) || reading.runIn || outline > 1) continue;
    openings.set(index, { kind, reading, isSure: true, isNumbered: false });
    kinds.add(kind);
  }
  return { openings, repeats, style: kinds.size > 0 ? style : null };
}
