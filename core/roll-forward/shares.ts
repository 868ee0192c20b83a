import { type Block, blockText, type Report } from '../model/index.ts';
import { type CarriedTexts, collectCarried, provenanceOfWords, wordsOf } from './provenance.ts';

/** Letters and digits of a text by where they come from. */
export interface Shares {
  /** Those that stand in the source too, in runs of four at least. */
  readonly carried: number;
  /** The others of blocks that are rewritten. */
  readonly edited: number;
  /** The others. */
  readonly new: number;
}

/** The shares of a report, and of each section, part (with its sections) and `front` by id. */
export interface ReportShares {
  readonly whole: Shares;
  readonly byHome: Readonly<Record<string, Shares>>;
}

const noShares: Shares = { carried: 0, edited: 0, new: 0 };

/** Shorter runs are common to any two texts about the same matter. */
const leastRun = 4;
/** How many places of one run's beginning are tried: more occur in no text that anybody wrote. */
const mostTries = 64;

function indexRuns(words: string): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (let at = 0; at + leastRun <= words.length; at += 1) {
    const run = words.slice(at, at + leastRun);
    const known = places.get(run);
    if (known) known.push(at);
    else places.set(run, [at]);
  }
  return places;
}

/** The first index whose place is not before `at`. */
function findFrom(places: readonly number[], at: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Run {
  readonly place: number;
  readonly length: number;
}

function measureRun(now: string, at: number, then: string, place: number, used: Uint8Array) {
  let length = 0;
  while (
    at + length < now.length &&
    place + length < then.length &&
    used[place + length] === 0 &&
    now[at + length] === then[place + length]
  ) {
    length += 1;
  }
  return length;
}

/**
 * How many characters of `now` stand in `then` too, in runs of four at least, each place of `then`
 * counted once. From left to right the longest run is taken, of equal ones the next in order.
 * Linear in both lengths.
 */
export function countCarried(now: string, then: string): number {
  if (now === then) return now.length;
  const index = indexRuns(then);
  const used = new Uint8Array(then.length);
  let [carried, at, behind] = [0, 0, 0];
  while (at + leastRun <= now.length) {
    const places = index.get(now.slice(at, at + leastRun)) ?? [];
    const next = findFrom(places, behind);
    const tried = [
      ...places.slice(next, next + mostTries),
      ...places.slice(Math.max(0, next - mostTries), next),
    ];
    let best: Run = { place: 0, length: 0 };
    for (const place of tried) {
      const length = measureRun(now, at, then, place, used);
      if (length > best.length) best = { place, length };
    }
    if (best.length < leastRun) at += 1;
    else {
      used.fill(1, best.place, best.place + best.length);
      carried += best.length;
      at += best.length;
      behind = best.place + best.length;
    }
  }
  return carried;
}

/**
 * The shares of one block.
 * @param carriedText its source's text as rolling forward left it; null for a block without a source
 */
export function measureShares(text: string, carriedText: string | null): Shares {
  const now = wordsOf(text);
  if (carriedText === null) return { ...noShares, new: now.length };
  const then = wordsOf(carriedText);
  const carried = countCarried(now, then);
  const rest = now.length - carried;
  return provenanceOfWords(now, then) === 'new'
    ? { carried, edited: 0, new: rest }
    : { carried, edited: rest, new: 0 };
}

const add = (a: Shares, b: Shares): Shares => ({
  carried: a.carried + b.carried,
  edited: a.edited + b.edited,
  new: a.new + b.new,
});

interface Known {
  readonly text: string;
  readonly sourceId: string | null;
  readonly shares: Shares;
}

function createBlockMeter(carried: CarriedTexts): (block: Block) => Shares {
  const known = new Map<string, Known>();
  return (block) => {
    const text = blockText(block);
    const sourceId = block.source?.blockId ?? null;
    const before = known.get(block.id);
    if (before?.text === text && before.sourceId === sourceId) return before.shares;
    const source = sourceId === null ? null : (carried.get(sourceId) ?? null);
    const shares = measureShares(text, source);
    known.set(block.id, { text, sourceId, shares });
    return shares;
  };
}

/**
 * Measures drafts of one base, headings of parts and sections left aside. Blocks that did not change
 * since they were last measured cost nothing.
 * @param rolled last year's report as rolling forward first made this year's draft of it
 */
export function createShareMeter(rolled: Report): (report: Report) => ReportShares {
  const measureBlock = createBlockMeter(collectCarried(rolled));
  const sum = (blocks: readonly Block[]) => blocks.map(measureBlock).reduce(add, noShares);
  return (report) => {
    const front = sum(report.preamble);
    const byHome: Record<string, Shares> = { front };
    let whole = front;
    for (const part of report.parts) {
      let ofPart = sum(part.blocks);
      for (const section of part.sections) {
        const ofSection = sum(section.blocks);
        byHome[section.id] = ofSection;
        ofPart = add(ofPart, ofSection);
      }
      byHome[part.id] = ofPart;
      whole = add(whole, ofPart);
    }
    return { whole, byHome };
  };
}

/** Shares as whole percents that make up 100; null when there is no text. */
export function toPercents(shares: Shares): Shares | null {
  const total = shares.carried + shares.edited + shares.new;
  if (total === 0) return null;
  const carried = Math.round((shares.carried / total) * 100);
  const edited = Math.min(100 - carried, Math.round((shares.edited / total) * 100));
  return { carried, edited, new: 100 - carried - edited };
}
