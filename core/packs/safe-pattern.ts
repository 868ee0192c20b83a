/**
 * How many ways a backtracking matcher may have to try at one place of a text before it gives up:
 * an upper bound, read from the pattern alone.
 */
export type PatternCost = number;

/**
 * Patterns of packs from elsewhere that may have to try more ways than this are not taken up: two
 * stretches of sixty letters with a choice between are far below it, three without end are above.
 */
export const mostPatternWays: PatternCost = 500_000;

/** How far a quantifier without an end is reckoned to reach: a long sentence. */
const unboundedReach = 200;

interface Reading {
  readonly source: string;
  at: number;
}

interface Piece {
  readonly ways: PatternCost;
  /** The letter it must begin with; null when there is none or it is not known. */
  readonly first: string | null;
}

const one: Piece = { ways: 1, first: null };

function skipClass(reading: Reading): void {
  reading.at += 1;
  while (reading.at < reading.source.length && reading.source[reading.at] !== ']') {
    reading.at += reading.source[reading.at] === '\\' ? 2 : 1;
  }
  reading.at += 1;
}

const escapeShape = /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|k<[^>]*>|.)/uy;
const groupShape = /\((?:\?(?:[:=!]|<[=!]|<[^>]+>))?/uy;
const quantifierShape = /(?:[*+?]|\{(\d+)(,(\d*))?\})\??/uy;

function take(reading: Reading, shape: RegExp): RegExpExecArray | null {
  shape.lastIndex = reading.at;
  const found = shape.exec(reading.source);
  if (found) reading.at += found[0].length;
  return found;
}

function readAtom(reading: Reading): Piece {
  const sign = reading.source.codePointAt(reading.at) ?? 0;
  const letter = String.fromCodePoint(sign);
  if (letter === '(') {
    take(reading, groupShape);
    const inside = readChoice(reading);
    reading.at += 1;
    return inside;
  }
  if (letter === '[') {
    skipClass(reading);
    return one;
  }
  if (letter === '\\') {
    take(reading, escapeShape);
    return one;
  }
  reading.at += letter.length;
  return /[.^$]/u.test(letter) ? one : { ways: 1, first: letter };
}

function boundsOf([sign, least, range, most]: RegExpExecArray): readonly [number, number] {
  if (sign.startsWith('?')) return [0, 1];
  if (sign.startsWith('*')) return [0, Number.POSITIVE_INFINITY];
  if (sign.startsWith('+')) return [1, Number.POSITIVE_INFINITY];
  if (range === undefined) return [Number(least), Number(least)];
  return [Number(least), most ? Number(most) : Number.POSITIVE_INFINITY];
}

/** Every number of repeats there may be, each with every way of every repeat. */
function repeat(ways: PatternCost, least: number, most: number): PatternCost {
  if (ways === 1) return Math.min(most, least + unboundedReach) - least + 1;
  if (most === Number.POSITIVE_INFINITY) return most;
  let all = 0;
  for (let times = least; times <= most && all <= mostPatternWays; times += 1) all += ways ** times;
  return all;
}

function readQuantified(reading: Reading): Piece {
  const atom = readAtom(reading);
  const quantifier = take(reading, quantifierShape);
  if (!quantifier) return atom;
  const [least, most] = boundsOf(quantifier);
  return { ways: repeat(atom.ways, least, most), first: least > 0 ? atom.first : null };
}

function readSequence(reading: Reading): Piece {
  let ways = 1;
  let first: string | null | undefined;
  while (reading.at < reading.source.length && !/[|)]/u.test(reading.source[reading.at] ?? '')) {
    const piece = readQuantified(reading);
    ways *= piece.ways;
    first = first === undefined ? piece.first : first;
  }
  return { ways, first: first ?? null };
}

/** Of choices that begin with different letters only one can go on. */
function joinChoices(choices: readonly Piece[]): Piece {
  const firsts = choices.map(({ first }) => first);
  const isTold = !firsts.includes(null) && new Set(firsts).size === firsts.length;
  const all = choices.map(({ ways }) => ways);
  const ways = isTold ? Math.max(...all) : all.reduce((sum, each) => sum + each, 0);
  return { ways, first: choices.length === 1 ? (firsts[0] ?? null) : null };
}

function readChoice(reading: Reading): Piece {
  const choices = [readSequence(reading)];
  while (reading.source[reading.at] === '|') {
    reading.at += 1;
    choices.push(readSequence(reading));
  }
  return joinChoices(choices);
}

/**
 * The cost of a regular expression that compiles with the `u` flag; infinite for an ambiguous
 * repeat inside one without end, as in `(?:a+)+`.
 */
export function countPatternWays(source: string): PatternCost {
  return readChoice({ source, at: 0 }).ways;
}

/** True when no text can make the pattern run away. */
export function isSafePattern(source: string): boolean {
  return countPatternWays(source) <= mostPatternWays;
}
