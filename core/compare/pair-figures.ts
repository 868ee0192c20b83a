import type { Figure } from '../api/shapes.ts';
import { listFigures } from '../figures/index.ts';
import { type Block, buildReport } from '../model/index.ts';
import { type Likeable, measureLikeness, readLikeable } from './likeness.ts';

/** A figure on one side: its value and the block and sentence it stands in. */
export interface FigureSide {
  readonly value: number;
  readonly blockId: string;
  readonly quote: string;
}

/** A figure of last year's beside this year's; null on the side that has none. */
export interface FigurePair {
  readonly name: string;
  readonly unit: string;
  readonly last: FigureSide | null;
  readonly now: FigureSide | null;
  /** This year's value less last year's, in the unit (percentage points for %); null without both. */
  readonly difference: number | null;
  /** The difference in percent of last year's value; null without both, from nothing, and for %. */
  readonly percent: number | null;
}

/** Names of one unit that share this much name the same figure. */
const leastLikeness = 0.5;

function readFigures(blocks: readonly Block[]): readonly Figure[] {
  return listFigures(buildReport(2000, { preamble: blocks }));
}

const toSide = ({ value, place }: Figure): FigureSide => ({
  value,
  blockId: place.blockId ?? '',
  quote: place.quote,
});

const round = (value: number) => Math.round(value * 1e6) / 1e6;

function compare(last: Figure | null, now: Figure | null): FigurePair {
  const { name, unit } = now ?? last ?? { name: '', unit: '' };
  const both = last && now;
  const difference = both ? round(now.value - last.value) : null;
  const hasPercent = both && last.value !== 0 && unit !== '%';
  return {
    name,
    unit,
    last: last && toSide(last),
    now: now && toSide(now),
    difference,
    percent: hasPercent ? round(((now.value - last.value) / last.value) * 100) : null,
  };
}

/** Takes for each of last year's figures the first of this year's left over that `isSame` accepts. */
function takeMatches(
  last: readonly Figure[],
  now: readonly Figure[],
  matches: Map<Figure, Figure>,
  isSame: (last: Figure, now: Figure) => boolean,
): void {
  const taken = new Set(matches.values());
  for (const old of last) {
    if (matches.has(old)) continue;
    const found = now.find((figure) => !taken.has(figure) && isSame(old, figure));
    if (!found) continue;
    matches.set(old, found);
    taken.add(found);
  }
}

/** Tells whether two names may name the same figure; each name is read once. */
function createIsLikeName(): (a: Figure, b: Figure) => boolean {
  const known = new Map<string, Likeable>();
  const read = (name: string) => {
    const likeable = known.get(name) ?? readLikeable(name);
    known.set(name, likeable);
    return likeable;
  };
  return (a, b) =>
    a.name.endsWith(b.name) ||
    b.name.endsWith(a.name) ||
    measureLikeness(read(a.name), read(b.name), leastLikeness) >= leastLikeness;
}

/**
 * The figures of last year's blocks beside those of this year's: first of the same name and unit,
 * then of a like name and the same unit. In last year's order, those that are new at the end.
 */
export function pairFigures(
  thenBlocks: readonly Block[],
  nowBlocks: readonly Block[],
): readonly FigurePair[] {
  const [last, now] = [readFigures(thenBlocks), readFigures(nowBlocks)];
  const matches = new Map<Figure, Figure>();
  takeMatches(last, now, matches, (a, b) => a.name === b.name && a.unit === b.unit);
  const isLikeName = createIsLikeName();
  takeMatches(last, now, matches, (a, b) => a.unit === b.unit && isLikeName(a, b));
  const taken = new Set(matches.values());
  return [
    ...last.map((figure) => compare(figure, matches.get(figure) ?? null)),
    ...now.filter((figure) => !taken.has(figure)).map((figure) => compare(null, figure)),
  ];
}
