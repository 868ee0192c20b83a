/**
 * How many ways a backtracking matcher may have to try at one place of a Chinese text before it
 * gives up, read from the pattern alone. Digits, blanks and single letters never stand in long rows
 * there; anything else may.
 */
export type PatternCost = number;

/**
 * Patterns of packs from elsewhere that may have to try more ways than this are not taken up: two
 * stretches of sixty letters or three of thirty are below it, three without end are far above.
 */
export const mostPatternWays: PatternCost = 50_000;

/** How far a quantifier without an end is reckoned to reach: a long sentence. */
const unboundedReach = 200;

/** The same for what stands in no long rows: digits, blanks, one letter. */
const narrowReach = 3;

interface Reading {
  readonly source: string;
  at: number;
}

interface Piece {
  readonly ways: PatternCost;
  /** What it matches, where that is a few words and nothing else. */
  readonly words: readonly string[] | null;
  /** True for what may go on through any text. */
  readonly isBroad: boolean;
}

/** Letters that any text holds; what matches one of them matches most others. */
const anyHan = ['法', '治'] as const;

/** More words than these are not told one by one. */
const mostWords = 60;

function pieceOf(source: string): Piece {
  // A reference back stands for what its group matched: a word, as a rule.
  const isBack = /^\\[1-9k]/u.test(source);
  const single = new RegExp(isBack ? '' : `^${source}$`, 'u');
  return {
    ways: 1,
    words: null,
    isBroad: !isBack && anyHan.every((letter) => single.test(letter)),
  };
}

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

/** What is only looked at is not gone back into, whatever comes behind it. */
function lookAround({ ways }: Piece): Piece {
  return { ways: ways > mostPatternWays ? ways : 1, words: [''], isBroad: false };
}

function readAtom(reading: Reading): Piece {
  const sign = reading.source.codePointAt(reading.at) ?? 0;
  const letter = String.fromCodePoint(sign);
  if (letter === '(') {
    const [opening = ''] = take(reading, groupShape) ?? [];
    const inside = readChoice(reading);
    reading.at += 1;
    return /[=!]$/u.test(opening) ? lookAround(inside) : inside;
  }
  const from = reading.at;
  if (letter === '[') skipClass(reading);
  else if (letter === '\\') take(reading, escapeShape);
  else reading.at += letter.length;
  const source = reading.source.slice(from, reading.at);
  const isSign = /^[.[\\^$]/u.test(source);
  return isSign ? pieceOf(source) : { ways: 1, words: [letter], isBroad: false };
}

function boundsOf([sign, least, range, most]: RegExpExecArray): readonly [number, number] {
  if (sign.startsWith('?')) return [0, 1];
  if (sign.startsWith('*')) return [0, Number.POSITIVE_INFINITY];
  if (sign.startsWith('+')) return [1, Number.POSITIVE_INFINITY];
  if (range === undefined) return [Number(least), Number(least)];
  return [Number(least), most ? Number(most) : Number.POSITIVE_INFINITY];
}

/** Every number of repeats there may be, each with every way of every repeat. */
function repeat({ ways, isBroad }: Piece, least: number, most: number): PatternCost {
  const reach = isBroad ? unboundedReach : narrowReach;
  if (ways === 1) return Math.min(most - least, reach) + 1;
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
  const ways = repeat(atom, least, most);
  const words = least === 0 && most === 1 && atom.words ? ['', ...atom.words] : null;
  return { ways, words, isBroad: atom.isBroad };
}

/** Every word of the first with every word of the second behind it. */
function joinWords(
  first: readonly string[] | null,
  second: readonly string[] | null,
): readonly string[] | null {
  if (!first || !second || first.length * second.length > mostWords) return null;
  return first.flatMap((word) => second.map((next) => word + next));
}

function readSequence(reading: Reading): Piece {
  let ways = 1;
  let words: readonly string[] | null = [''];
  let isBroad = false;
  while (reading.at < reading.source.length && !/[|)]/u.test(reading.source[reading.at] ?? '')) {
    const piece = readQuantified(reading);
    ways *= piece.ways;
    words = joinWords(words, piece.words);
    isBroad ||= piece.isBroad;
  }
  return { ways, words, isBroad };
}

/** Of plain words as many may stand at one place as begin one another: 调解 and 调解员. */
function countNested(words: readonly string[]): number {
  const nested = words.map((word) => words.filter((other) => word.startsWith(other)).length);
  return Math.max(0, ...nested);
}

function joinChoices(choices: readonly Piece[]): Piece {
  const [first] = choices;
  if (choices.length === 1 && first) return first;
  const words = choices.flatMap((choice) => choice.words ?? []);
  const others = choices.filter((choice) => choice.words === null);
  return {
    ways: others.reduce((sum, { ways }) => sum + ways, countNested(words)),
    words: others.length === 0 && words.length <= mostWords ? words : null,
    isBroad: choices.some(({ isBroad }) => isBroad),
  };
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
