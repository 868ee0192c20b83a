import type { PartKind } from '../model/index.ts';
import type { KindOf } from '../packs/index.ts';
import { type HeadingReading, readBarePartHeading, readHeading } from './heading.ts';
import type { LineStyle } from './label.ts';
import { findHighestOutline, type Line, type TextLine } from './line.ts';
import { nameKinds } from './name-kinds.ts';
import { type Candidate, decideParts, findTopLevel } from './top-level.ts';

/** A line that opens a part. */
export interface PartOpening {
  readonly kind: PartKind;
  /** The part that its words name besides, as in 存在的问题及下一步打算; else null. */
  readonly also: PartKind | null;
  readonly reading: HeadingReading;
  /** False when the words do not name the part and its place among the others does. */
  readonly isSure: boolean;
  /** False for a part heading that lost its number. */
  readonly isNumbered: boolean;
  /** False when its number does not count on from the part before. */
  readonly isInOrder: boolean;
}

/** The parts of a report by the index of the line that opens each. */
export interface Frame {
  readonly openings: ReadonlyMap<number, PartOpening>;
  /** Lines that repeat the part heading before them. */
  readonly repeats: ReadonlySet<number>;
  /** Line of the first theme, where themes stand at the parts' level: the achievements begin without a heading. */
  readonly impliedAt: number | null;
}

const rankedStyles: readonly LineStyle[] = [
  'part-word',
  'chinese-comma',
  'chinese-bracket',
  'arabic-point',
  'part-ordinal',
];
function collect(
  lines: readonly Line[],
  kindOf: KindOf,
  read: (line: TextLine, index: number) => HeadingReading | null,
): readonly Candidate[] {
  return lines.flatMap((line, index) => {
    const reading = line.kind === 'text' ? read(line, index) : null;
    return line.kind === 'text' && reading
      ? [{ index, line, reading, ...nameKinds(reading.heading, kindOf) }]
      : [];
  });
}

interface Ranked {
  readonly style: LineStyle;
  readonly kinds: number;
  readonly count: number;
  /** How often it begins again at 1. */
  readonly starts: number;
}

/** The number style under which most kinds of parts are named; 一、 where it is about as good as the best. */
function chooseStyle(numbered: readonly Candidate[]): LineStyle | null {
  const all = rankedStyles.map((style): Ranked => {
    const own = numbered.filter((candidate) => candidate.line.label?.style === style);
    const kinds = new Set(own.map((candidate) => candidate.kind).filter(Boolean)).size;
    const starts = own.filter(({ line }) => line.label?.ordinal === 1).length;
    return { style, kinds, count: own.length, starts };
  });
  // what begins again and again below another style numbers sections, whatever they are called
  const ranked = all.filter(({ style, kinds, starts }, at) => {
    const isInner = starts > 1 && all.slice(0, at).some(({ count }) => count > 1);
    // 第一， begins items of a text too
    return !isInner && kinds >= (style === 'part-ordinal' ? 2 : 0);
  });
  const [best] = ranked.toSorted((a, b) => b.kinds - a.kinds);
  const comma = ranked.find(({ style }) => style === 'chinese-comma');
  if (comma && comma.count > 0 && comma.kinds + 1 >= (best?.kinds ?? 0)) return 'chinese-comma';
  if (best && best.kinds > 0) return best.style;
  return ranked.find(({ count }) => count > 1)?.style ?? null;
}

/** Headings of parts that lost their number: of kinds that no numbered heading names, each once. */
function findBareParts(
  lines: readonly Line[],
  kindOf: KindOf,
  numbered: readonly Candidate[],
): readonly Candidate[] {
  const kinds = new Set(numbered.map(({ kind }) => kind));
  const highest = findHighestOutline(lines);
  const [first] = numbered;
  const beforeSecond = first?.line.label?.ordinal === 2 ? first.index : 0;
  const read = (line: TextLine, index: number) => readBarePartHeading(line, index < beforeSecond);
  return collect(lines, kindOf, read).filter(({ kind, reading, line }) => {
    const outline = line.hints.outlineLevel ?? highest;
    if (!kind || kinds.has(kind) || reading.runIn || outline > highest) return false;
    kinds.add(kind);
    return true;
  });
}

/** Lines right below a part's heading that say the same again. */
function findRepeats(
  lines: readonly Line[],
  openings: ReadonlyMap<number, PartOpening>,
): ReadonlySet<number> {
  const repeats = [...openings.keys()].flatMap((index) => {
    const [line, next] = [lines[index], lines[index + 1]];
    const isSame = line?.kind === 'text' && next?.kind === 'text' && line.body === next.body;
    return isSame ? [index + 1] : [];
  });
  return new Set(repeats);
}

/**
 * Finds the parts of a report by the meaning of their headings, whatever their order: those of one
 * number style, and unnumbered ones whose kind no numbered heading names.
 * @source regulations.md 9.3–9.5
 */
export function findFrame(lines: readonly Line[], kindOf: KindOf): Frame {
  const all = collect(lines, kindOf, (line) => readHeading(line));
  const style = chooseStyle(all);
  const numbered = all.filter(({ line }) => line.label?.style === style);
  const bare = findBareParts(lines, kindOf, numbered);
  const ordered = [...numbered, ...bare].toSorted((a, b) => a.index - b.index);
  const { parts, impliedAt } = decideParts(findTopLevel(ordered));
  const openings = new Map(
    parts.map(({ candidate: { index, reading, line, also }, kind, isSure, isInOrder }) => [
      index,
      { kind, also, reading, isSure, isInOrder, isNumbered: line.label !== null },
    ]),
  );
  const repeats = findRepeats(lines, openings);
  for (const index of repeats) openings.delete(index);
  return { openings, repeats, impliedAt };
}
