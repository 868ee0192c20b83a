import {
  append,
  type Change,
  type GrowingStretch,
  joinStretches,
  type Stretch,
} from './stretch.ts';
import { countLetters } from './tokens.ts';

/** A run of this many letters is left standing between two changes; a shorter one only scatters them. */
const leastRun = 3;
/** Up to this long, a run goes with the changes around it when both are twice as long. */
const mostSwallowed = 5;

const lettersOf = (tokens: readonly string[]) => countLetters(tokens.join(''));
const sizeOf = ({ a, b }: Change) => Math.max(lettersOf(a), lettersOf(b));

const number = /^[0-9０-９]/u;
const isNumber = (tokens: readonly string[]) => tokens.length === 1 && number.test(tokens[0] ?? '');
const isOfOneSide = ({ a, b }: Change) => a.length === 0 || b.length === 0;

function isScattered(run: readonly string[], before: Change, after: Change): boolean {
  // 18件 → 62件，其中……: what follows a number that changed is its unit.
  if (isNumber(before.a) && isNumber(before.b)) return false;
  const letters = lettersOf(run);
  if (letters < leastRun) return letters < 2 || !isOfOneSide(before) || !isOfOneSide(after);
  return letters <= mostSwallowed && letters * 2 <= Math.min(sizeOf(before), sizeOf(after));
}

/** Folds runs too short to be read between two changes into them. */
function foldScattered(stretches: readonly Stretch[]): readonly Stretch[] {
  const folded: GrowingStretch[] = [];
  stretches.forEach((stretch, index) => {
    const before = folded.at(-1);
    const after = stretches[index + 1];
    const isFolded =
      stretch.kind === 'same' &&
      before?.kind === 'change' &&
      after?.kind === 'change' &&
      isScattered(stretch.tokens, before, after);
    append(folded, isFolded ? { kind: 'change', a: stretch.tokens, b: stretch.tokens } : stretch);
  });
  return folded;
}

/** A number on one side and, on the other, a number with its unit and more, up to before that unit. */
function readFreed({ a, b }: Change, unit: string | undefined): readonly Stretch[] | null {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const isFree = isNumber(short) && number.test(long[0] ?? '') && long[1] === unit;
  if (!isFree || unit === undefined) return null;
  const rest = [...long.slice(2), unit];
  return [
    { kind: 'change', a: a.slice(0, 1), b: b.slice(0, 1) },
    { kind: 'same', tokens: [unit] },
    { kind: 'change', a: long === a ? rest : [], b: long === b ? rest : [] },
  ];
}

/** 18件 → 62件，其中简易程序55件: the unit goes with the number in its own place, not with the last. */
function freeUnits(stretches: readonly Stretch[]): readonly Stretch[] {
  const freed: Stretch[] = [];
  let isUnitTaken = false;
  stretches.forEach((stretch, index) => {
    if (stretch.kind === 'same') {
      freed.push(isUnitTaken ? { kind: 'same', tokens: stretch.tokens.slice(1) } : stretch);
      isUnitTaken = false;
      return;
    }
    const after = stretches[index + 1];
    const parts = readFreed(stretch, after?.kind === 'same' ? after.tokens[0] : undefined);
    isUnitTaken = parts !== null;
    freed.push(...(parts ?? [stretch]));
  });
  return joinStretches(freed);
}

const ends = /[。！？；!?;\n]/u;
const marks = /[，、：,:“”‘’（）()《》\s]/u;

/** How good a border between two tokens is: behind a sentence 3, behind a mark 2, before one 1. */
function rateBorder(before: string | undefined, after: string | undefined): number {
  if (before === undefined || after === undefined || ends.test(before.slice(-1))) return 3;
  if (marks.test(before.slice(-1))) return 2;
  return marks.test(after.slice(0, 1)) || ends.test(after.slice(0, 1)) ? 1 : 0;
}

/** Tokens with a run that only one text has, and how far to either side the run may move. */
interface Line {
  readonly tokens: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly least: number;
  readonly most: number;
}

/** By how much the run is best moved: to the borders of words, else not at all. */
function findBestShift({ tokens, start, end, least, most }: Line): number {
  const rate = (shift: number) =>
    rateBorder(tokens[start + shift - 1], tokens[start + shift]) +
    rateBorder(tokens[end + shift - 1], tokens[end + shift]);
  let best = 0;
  const consider = (shift: number) => {
    if (rate(shift) > rate(best)) best = shift;
  };
  for (let left = -1; left >= least && tokens[start + left] === tokens[end + left]; left -= 1) {
    consider(left);
  }
  for (
    let right = 1;
    right <= most && tokens[start + right - 1] === tokens[end + right - 1];
    right += 1
  ) {
    consider(right);
  }
  return best;
}

const tokensOf = (stretch: Stretch | undefined) => (stretch?.kind === 'same' ? stretch.tokens : []);

/** The change at `index` with its neighbours, moved to where it reads best. */
function shiftChange(
  stretches: readonly Stretch[],
  index: number,
  change: Change,
): readonly [Stretch, Stretch, Stretch] {
  const [before, after] = [tokensOf(stretches[index - 1]), tokensOf(stretches[index + 1])];
  const isRemoval = change.b.length === 0;
  const run = isRemoval ? change.a : change.b;
  const tokens = [...before, ...run, ...after];
  // What parts it from the change before or behind must not be used up.
  const least = -before.length + (index > 2 ? 1 : 0);
  const most = after.length - (index < stretches.length - 3 ? 1 : 0);
  const end = before.length + run.length;
  const shift = findBestShift({ tokens, start: before.length, end, least, most });
  const start = before.length + shift;
  const moved = tokens.slice(start, start + run.length);
  return [
    { kind: 'same', tokens: tokens.slice(0, start) },
    { kind: 'change', a: isRemoval ? moved : [], b: isRemoval ? [] : moved },
    { kind: 'same', tokens: tokens.slice(start + run.length) },
  ];
}

/** Moves what only one text has to the border of words or sentences, where it is free to move. */
function alignChanges(stretches: readonly Stretch[]): readonly Stretch[] {
  const nothing: Stretch = { kind: 'same', tokens: [] };
  // a change at either end of the text moves away from it: what it leaves needs a place
  const aligned = [nothing, ...stretches, nothing];
  aligned.forEach((change, index) => {
    if (change.kind === 'same' || !isOfOneSide(change)) return;
    aligned.splice(index - 1, 3, ...shiftChange(aligned, index, change));
  });
  return joinStretches(aligned);
}

/** A difference that reads well: no scattered letters, changes at the borders of words. */
export function tidyStretches(stretches: readonly Stretch[]): readonly Stretch[] {
  return foldScattered(alignChanges(foldScattered(freeUnits(joinStretches(stretches)))));
}
