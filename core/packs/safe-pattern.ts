/**
 * What a backtracking matcher may have to try at one place of a Chinese text before it gives up,
 * read from the pattern alone. Digits, blanks and single letters never stand in long rows there;
 * anything else may.
 */
export type PatternCost = number;

/**
 * Patterns of packs from elsewhere that may have to try more than this are not taken up: two
 * stretches of sixty letters or three of thirty are below it, two without end are far above.
 */
export const mostPatternWays: PatternCost = 50_000;

/**
 * What the patterns of all own packs together may weigh. A checklist as large as the app's without one
 * pattern in common weighs 1.4 million, and a new outline must be able to come as files. The worst that
 * is taken keeps 20 000 letters in sentences of usual length for some ten seconds; one line without a
 * stop takes far longer.
 */
export const mostPackWeight: PatternCost = 2_000_000;

/** Behind a word a pattern is tried where that stands only, and weighs less. */
const ledShare = 1 / 5;

/** How far a quantifier without an end is reckoned to reach: the longest sentence. */
const unboundedReach = 1000;

/** The same for what stands in no long rows: digits, blanks, one letter. */
const narrowReach = 3;

interface Reading {
  readonly source: string;
  at: number;
}

interface Piece {
  /** In how many ways it may match. */
  readonly ways: PatternCost;
  /** What trying all of them takes; a letter that may only be itself takes nothing. */
  readonly steps: PatternCost;
  /** What it matches, where that is a few words and nothing else. */
  readonly words: readonly string[] | null;
  /** True for what may go on through any text. */
  readonly isBroad: boolean;
  /** True when a word stands before anything that is tried in several ways. */
  readonly isLed: boolean;
}

/** Letters that any text holds. What matches more than a few of them goes on through any text. */
const usualLetters = [...'的一是在有和法治政府建设年度工作人民镇乡村党委书记执会议次件训宣群众社'];
const fewLetters = usualLetters.length / 4;

/** Signs that stand in long rows where a page is ruled or left open. */
const rowSigns = [...'.…-—_·=*'];
const fewSigns = 2;

/** More words than these are not told one by one. */
const mostWords = 60;

/** Of so many words to choose from a matcher tells by their letters that none stands there. */
const wordsAtOnce = 30;

function goesOn(matches: (letter: string) => boolean): boolean {
  return (
    usualLetters.filter(matches).length > fewLetters || rowSigns.filter(matches).length > fewSigns
  );
}

function pieceOf(source: string): Piece {
  // A reference back stands for what its group matched: a word, as a rule.
  const isBack = /^\\[1-9k]/u.test(source);
  const single = new RegExp(isBack ? '' : `^${source}$`, 'u');
  const isBroad = !isBack && goesOn((letter) => single.test(letter));
  return { ways: 1, steps: 0, words: null, isBroad, isLed: false };
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
function lookAround({ steps }: Piece): Piece {
  return { ways: 1, steps, words: [''], isBroad: false, isLed: false };
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
  if (isSign) return pieceOf(source);
  return { ways: 1, steps: 0, words: [letter], isBroad: false, isLed: false };
}

function boundsOf([sign, least, range, most]: RegExpExecArray): readonly [number, number] {
  if (sign.startsWith('?')) return [0, 1];
  if (sign.startsWith('*')) return [0, Number.POSITIVE_INFINITY];
  if (sign.startsWith('+')) return [1, Number.POSITIVE_INFINITY];
  if (range === undefined) return [Number(least), Number(least)];
  return [Number(least), most ? Number(most) : Number.POSITIVE_INFINITY];
}

/** Every number of repeats there may be, each with every way of every repeat. */
function repeat(piece: Piece, least: number, most: number): Pick<Piece, 'ways' | 'steps'> {
  const { ways, steps, isBroad } = piece;
  const reach = isBroad ? unboundedReach : narrowReach;
  if (ways === 1) {
    const times = Math.min(most - least, reach);
    return { ways: times + 1, steps: times + (Math.min(least, reach) + times) * steps };
  }
  if (most === Number.POSITIVE_INFINITY) return { ways: most, steps: most };
  let all = 0;
  for (let times = least; times <= most && all <= mostPatternWays; times += 1) all += ways ** times;
  return { ways: all, steps: all * (steps + 1) };
}

function readQuantified(reading: Reading): Piece {
  const atom = readAtom(reading);
  const quantifier = take(reading, quantifierShape);
  if (!quantifier) return atom;
  const [least, most] = boundsOf(quantifier);
  const words = least === 0 && most === 1 && atom.words ? ['', ...atom.words] : null;
  return {
    ...repeat(atom, least, most),
    words,
    isBroad: atom.isBroad,
    isLed: least > 0 && atom.isLed,
  };
}

/** Every word of the first with every word of the second behind it. */
function joinWords(
  first: readonly string[] | null,
  second: readonly string[] | null,
): readonly string[] | null {
  if (!first || !second || first.length * second.length > mostWords) return null;
  return first.flatMap((word) => second.map((next) => word + next));
}

/** True for words that stand at few places only. */
function leads(words: readonly string[] | null): boolean {
  return words?.every((word) => word.length > 1) ?? false;
}

function readSequence(reading: Reading): Piece {
  let ways = 1;
  let steps = 0;
  let words: readonly string[] | null = [''];
  let isBroad = false;
  let isLed = false;
  while (reading.at < reading.source.length && !/[|)]/u.test(reading.source[reading.at] ?? '')) {
    const piece = readQuantified(reading);
    isLed ||= leads(words) || (words?.every((word) => word === '') === true && piece.isLed);
    // Behind a few words only one of them leads on, however many there are to choose from.
    if (piece.steps > 0) steps += (words ? 1 : ways) * piece.steps;
    ways *= piece.ways;
    words = joinWords(words, piece.words);
    isBroad ||= piece.isBroad;
  }
  return { ways, steps, words, isBroad, isLed: isLed || leads(words) };
}

/** Of plain words as many may stand at one place as begin one another: 调解 and 调解员. */
function countNested(words: readonly string[]): number {
  if (words.length > mostWords) return words.length;
  const nested = words.map((word) => words.filter((other) => word.startsWith(other)).length);
  return Math.max(0, ...nested);
}

function joinChoices(choices: readonly Piece[]): Piece {
  const [first] = choices;
  if (choices.length === 1 && first) return first;
  const words = choices.flatMap((choice) => choice.words ?? []);
  const others = choices.filter((choice) => choice.words === null);
  const letters = new Set(words);
  return {
    ways: others.reduce((sum, { ways }) => sum + ways, countNested(words)),
    steps: others.reduce((sum, { steps }) => sum + steps, Math.floor(words.length / wordsAtOnce)),
    words: others.length === 0 && words.length <= mostWords ? words : null,
    isBroad: choices.some(({ isBroad }) => isBroad) || goesOn((letter) => letters.has(letter)),
    isLed: choices.every(({ isLed }) => isLed),
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

function readPattern(source: string): Piece {
  return readChoice({ source, at: 0 });
}

/**
 * In how many ways a regular expression that compiles with the `u` flag may match at one place;
 * infinite for an ambiguous repeat inside one without end, as in `(?:a+)+`.
 */
export function countPatternWays(source: string): PatternCost {
  return readPattern(source).ways;
}

/** What trying all its ways takes at one place, and what is only looked at with them. */
export function countPatternSteps(source: string): PatternCost {
  const { ways, steps } = readPattern(source);
  return Math.max(ways, steps);
}

/** What a pattern adds to the time of looking through a text: its steps, fewer where it begins with a word. */
export function weighPattern(source: string): PatternCost {
  const { ways, steps, isLed } = readPattern(source);
  return Math.max(ways, steps) * (isLed ? ledShare : 1);
}

/** True when no text can make the pattern run away. */
export function isSafePattern(source: string): boolean {
  return countPatternSteps(source) <= mostPatternWays;
}
